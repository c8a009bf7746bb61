import type { ReactNode } from 'react'
import { named } from '#kernel/messages.ts'
import type { LevelPlan, Playbook } from '../contract-playbooks.ts'
import { powerText, roleText } from '../parts/word-messages.ts'
import { figureName } from '../parts/reports.ts'
import { playbookTexts as t } from './playbook-messages.ts'
import { bondText } from './preview.tsx'
import { valueText } from './values.ts'
import './emergency.css'

export const levelName = (level: keyof typeof LEVEL_NAMES): string => LEVEL_NAMES[level]()
const LEVEL_NAMES = {
  city: t.level_city,
  county: t.level_county,
  township: t.level_township,
  village: t.level_village,
  grid: t.level_grid,
  microgrid: t.level_microgrid,
}

/** One level of a playbook as it is read before anybody has need of it. */
export const LevelShown = ({ book, plan }: { book: Playbook; plan: LevelPlan }) => (
  <div className="preview-parts playbook-level">
    <section>
      <dl className="facts">
        <dt>{t.command()}</dt>
        <dd>{named(book.command)}</dd>
        <dt>{t.law()}</dt>
        <dd>{book.law}</dd>
        <dt>{t.authority()}</dt>
        <dd>{plan.authority.map(roleText).join('、')}</dd>
        <dt>{t.lasts()}</dt>
        <dd>{t.hours({ n: plan.hours })}</dd>
        <dt>{t.review()}</dt>
        <dd>{t.hours({ n: plan.reviewHours })}</dd>
      </dl>
    </section>
    <Part title={t.levers()} empty={plan.levers.length === 0 && t.noLevers()}>
      <ul className="changes">
        {plan.levers.map(({ lever, value, why }) => (
          <li key={lever}>
            <strong>{powerText(lever)}</strong>
            <span className="num">{valueText(value)}</span>
            <span className="quiet-ink">{named(why)}</span>
          </li>
        ))}
      </ul>
    </Part>
    <Part title={t.opens()} empty={plan.opens.length === 0 && t.noOpens()}>
      <p className="row wrap">
        {plan.opens.map((lever) => (
          <span key={lever} className="chip" data-tone="work">
            {powerText(lever)}
          </span>
        ))}
      </p>
    </Part>
    <Part title={t.reports()}>
      <p>{t.reportsOf({ n: plan.reports.everyHours, level: levelName(plan.reports.from) })}</p>
      <p className="quiet-ink">{plan.reports.figures.map(figureName).join('、')}</p>
    </Part>
    <Part title={t.seats()} empty={plan.seats.length === 0 && t.noSeats()}>
      <ul className="changes">
        {plan.seats.map((seat) => (
          <li key={`${seat.title} ${seat.at} ${seat.from.line}`}>
            <strong>{seat.title}</strong>
            <span>{named(seat.group)}</span>
            <span className="num quiet-ink">{t.seatAt({ level: levelName(seat.at), n: seat.most })}</span>
          </li>
        ))}
      </ul>
    </Part>
    <Part title={t.bonds()} empty={plan.bonds.length === 0 && t.noBonds()}>
      <p>
        {plan.bonds
          .map(({ kind, each }) =>
            t.bondEach({ kind: bondText(kind), each: each === 'firm' ? t.firm() : levelName(each) }),
          )
          .join('；')}
      </p>
    </Part>
    <Lines title={t.goesOn()} lines={plan.goesOn} />
    <Lines title={t.pauses()} lines={plan.pauses} />
    <Lines title={t.stop()} lines={plan.stop} />
  </div>
)

type PartProps = { title: string; empty?: string | false; children: ReactNode }
const Part = ({ title, empty, children }: PartProps) => (
  <section>
    <h3>{title}</h3>
    {empty ? <p className="quiet-ink">{empty}</p> : children}
  </section>
)

const Lines = ({ title, lines }: { title: string; lines: LevelPlan['stop'] }) => (
  <Part title={title} empty={lines.length === 0 && t.nothing()}>
    <p>{lines.map(named).join('；')}</p>
  </Part>
)
