import { Alert } from 'antd'
import { useState } from 'react'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { named } from '#kernel/messages.ts'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { type LevelPlan, preview, type Response, tryOnPast } from '../contract-playbooks.ts'
import { kindText, levelText, powerText, roleText } from '../parts/words.ts'
import { emergencyTexts as t } from './messages.ts'
import { valueText } from './values.ts'

type Asked = { playbook?: string | undefined; level?: Response | undefined; area: string[] }
type PreviewProps = Asked & { drill: boolean; plan?: LevelPlan | undefined }

/** What the playbook would change there; nothing is changed by looking. */
export function Preview({ playbook, level, area, drill, plan }: PreviewProps) {
  const ready = playbook !== undefined && level !== undefined && area.length > 0
  const found = useAsk(preview, { playbook: playbook ?? '', level: level ?? 'IV', area, drill }, { when: ready })
  if (!ready)
    return (
      <Panel title={t.preview()}>
        <Empty text={t.previewEmpty()} />
      </Panel>
    )
  return (
    <Panel title={t.preview()} className="preview">
      <Shown of={found} lines={10}>
        {(seen) => <Seen seen={seen} plan={plan} />}
      </Shown>
      <Past playbook={playbook} level={level} area={area} />
    </Panel>
  )
}

const count = (rows: readonly { count: number }[]): number => rows.reduce((sum, row) => sum + row.count, 0)

const Seen = ({ seen, plan }: { seen: OutputOf<typeof preview>; plan?: LevelPlan | undefined }) => (
  <div className="preview-parts">
    {seen.clashes.map(({ number, kind, level }) => (
      <Alert
        key={number}
        type="warning"
        showIcon
        title={t.clash({ what: `${number} ${kindText(kind)} ${levelText(level)}` })}
      />
    ))}
    <p>{t.authority({ roles: seen.authority.map(roleText).join('、') })}</p>
    <section>
      <h3>{t.changes()}</h3>
      {seen.levers.length === 0 ? (
        <p className="quiet-ink">{t.noChanges()}</p>
      ) : (
        <ul className="changes">
          {seen.levers.map(({ lever, usual, value, why }) => (
            <li key={lever}>
              <strong>{powerText(lever)}</strong>
              <span className="num">
                {valueText(usual)} → {valueText(value)}
              </span>
              <span className="quiet-ink">{named(why)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
    <section>
      <h3>{t.tools()}</h3>
      <p className="row wrap">
        {seen.opens.map(({ lever }) => (
          <span key={lever} className="chip" data-tone="work">
            {powerText(lever)}
          </span>
        ))}
      </p>
    </section>
    <section>
      <h3>
        {t.seats()} <span className="num">{count(seen.seats)}</span>
      </h3>
      <ul className="changes">
        {seen.seats.map(({ title, group, count: n }) => (
          <li key={title}>
            <strong>{title}</strong>
            <span className="num">{n}</span>
            <span className="quiet-ink">{named(group)}</span>
          </li>
        ))}
      </ul>
      {seen.vacant.length > 0 && <p className="late-number">{t.vacant({ count: seen.vacant.length })}</p>}
    </section>
    {seen.bonds.length > 0 && (
      <section>
        <h3>{t.raisedBonds()}</h3>
        <ul className="changes">
          {seen.bonds.map(({ kind, count: n, without }) => (
            <li key={kind}>
              <strong>{bondText(kind)}</strong>
              <span className="num">{n}</span>
              {without > 0 && <span className="late-number">{t.without({ count: without })}</span>}
            </li>
          ))}
        </ul>
      </section>
    )}
    <section>
      <h3>
        {t.reached()} <span className="num">{count(seen.told)}</span>
      </h3>
      <p>{seen.told.map((row) => `${roleText(row.role)} ${row.count}`).join(' · ')}</p>
      <p className="quiet-ink">{t.reports({ hours: seen.reports.everyHours })}</p>
    </section>
    {plan && plan.pauses.length > 0 && (
      <section>
        <h3>{t.pauses()}</h3>
        <p>{plan.pauses.map(named).join('；')}</p>
        <h3>{t.goesOn()}</h3>
        <p>{plan.goesOn.map(named).join('；')}</p>
      </section>
    )}
  </div>
)

/** The bonds of an emergency, by the names of their kinds. */
const BONDS: Record<string, () => string> = {
  team_block: t.bondBlock,
  team_firm: t.bondFirm,
  team_community: t.bondVillage,
}
export const bondText = (kind: string): string => BONDS[kind]?.() ?? kind

const MONTH = 30 * DAY_MS

/** 如果那时启动: the same playbook held against a time that has passed. */
function Past({ playbook, level, area }: Required<Asked> & { playbook: string; level: Response }) {
  const now = useNow()
  const [from, setFrom] = useState(dayOf(now - MONTH))
  const [until, setUntil] = useState(dayOf(now))
  const [tried, setTried] = useState<{ from: string; until: string }>()
  const found = useAsk(
    tryOnPast,
    { playbook, level, area, from: tried?.from ?? from, until: tried?.until ?? until },
    { when: tried !== undefined },
  )
  return (
    <section className="past">
      <h3>{t.past()}</h3>
      <p className="quiet-ink">{t.pastLead()}</p>
      <div className="row wrap">
        <label className="row">
          {t.pastFrom()}
          <input type="date" className="list-day" value={from} onChange={(event) => setFrom(event.target.value)} />
        </label>
        <label className="row">
          {t.pastUntil()}
          <input type="date" className="list-day" value={until} onChange={(event) => setUntil(event.target.value)} />
        </label>
        <button type="button" className="quiet" onClick={() => setTried({ from, until })}>
          {t.tryIt()}
        </button>
      </div>
      {tried && (
        <Shown of={found} lines={3}>
          {({ rows, cases, notices, orders }) => (
            <>
              <p>{t.pastFound({ cases, notices, orders })}</p>
              <ul className="changes">
                {rows.map(({ lever, usual, value, touched, of }) => (
                  <li key={lever}>
                    <strong>{powerText(lever)}</strong>
                    <span className="num">
                      {touched === null ? t.notCounted() : t.of({ n: touched, of: of ?? touched })}
                    </span>
                    <span className="quiet-ink">
                      {valueText(usual)} → {valueText(value)}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Shown>
      )}
    </section>
  )
}
