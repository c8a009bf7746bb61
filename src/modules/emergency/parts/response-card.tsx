import CirclePause from 'lucide-react/icons/circle-pause'
import CircleCheck from 'lucide-react/icons/circle-check'
import type { ReactNode } from 'react'
import { named } from '#kernel/messages.ts'
import { State } from '#ui/kit/badge.tsx'
import { Card, Facts } from '#ui/kit/card.tsx'
import { useNow } from '#ui/now.ts'
import { moment } from '#ui/time.ts'
import type { Band } from '../contract.ts'
import { phoneWords as t } from './phone-messages.ts'
import { levelText, stateText } from './word-messages.ts'
import './response.css'

export const areaOf = ({ area }: Pick<Band, 'area'>): string => area.map(({ name }) => name).join(t.list())

/** What holds, by whose decision and until when; what rests meanwhile and what goes on. */
export function ResponseCard({ of, children }: { of: Band; children?: ReactNode }) {
  const now = useNow()
  return (
    <Card>
      <div className="states">
        {of.drill && <State boxed tone="rights" text={t.drill()} />}
        <State boxed tone={of.state === 'active' && !of.drill ? 'late' : 'void'} text={stateText(of.state)} />
      </div>
      <h2 className="case-title">
        {named(of.name)} {levelText(of.level)}
      </h2>
      {of.drill && <p className="quiet">{t.drillLead()}</p>}
      <Rests of={of} />
      <Facts
        rows={[
          [t.area(), areaOf(of)],
          [t.since(), moment(of.since, now)],
          [t.ends(), t.endsBy({ when: moment(of.endsAt, now) })],
          [t.command(), named(of.command)],
          [t.issuer(), [of.issuer, of.chief].filter(Boolean).join(' ')],
          [t.basis(), of.legalBasis],
          [t.number(), of.number],
        ]}
      />
      {children}
    </Card>
  )
}

/** Said first: it is what changes the reader's day. A drill changes nothing. */
const Rests = ({ of: { pauses, goesOn, drill } }: { of: Band }) =>
  drill || pauses.length + goesOn.length === 0 ? null : (
    <dl className="rests">
      {goesOn.length > 0 && (
        <div data-on="">
          <dt>
            <CircleCheck aria-hidden />
            {t.goesOn()}
          </dt>
          <dd>{goesOn.map(named).join(t.sentences())}</dd>
        </div>
      )}
      {pauses.length > 0 && (
        <div>
          <dt>
            <CirclePause aria-hidden />
            {t.pauses()}
          </dt>
          <dd>{pauses.map(named).join(t.sentences())}</dd>
        </div>
      )}
    </dl>
  )
