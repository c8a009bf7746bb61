import type { ReactNode } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { locale } from '#kernel/messages.ts'
import { useActing } from '#ui/console/acting.ts'
import { Shares, Sparkline } from '#ui/console/charts.tsx'
import { change, counted, share } from '#ui/console/figures.ts'
import { levelTexts } from '#ui/messages.ts'
import { useAsk } from '#ui/query.tsx'
import { listCases } from '../contract.ts'
import type { getFigures, Tally } from '../contract-figures.ts'
import { hoursUntil } from './hours.ts'
import { overviewTexts as t } from './messages.ts'
import { ToCases } from './to-cases.tsx'

export type Figures = OutputOf<typeof getFigures>
type Known = { figures: Figures; place: string }

/** Five numbers with what they are a part of; each leads to the rows it counts. */
export const Facts = ({ figures, place }: Known) => (
  <>
    <Intake figures={figures} />
    <Open figures={figures} place={place} />
    <Levels tally={figures.total} />
    <Endings tally={figures.total} place={place} />
    <Again tally={figures.total} place={place} />
  </>
)

const Fact = ({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) => (
  <section className="fact">
    <header className="row spread">
      <h2>{title}</h2>
      {aside}
    </header>
    {children}
  </section>
)

function Intake({ figures: { today, asOf } }: { figures: Figures }) {
  const changed = change(today.received, today.lastWeek)
  return (
    <Fact
      title={t.intake()}
      aside={<span className="quiet-ink">{t.closedToday({ count: counted(today.closed) })}</span>}
    >
      <div className="row">
        <strong className="fact-number">{counted(today.received)}</strong>
        <span className="quiet-ink">
          {changed ? t.lastWeek({ change: changed }) : t.lastWeekNone({ count: today.lastWeek })}
        </span>
      </div>
      <Sparkline values={hoursUntil(today.hours, asOf).map(({ received }) => received)} width={154} height={24} />
    </Fact>
  )
}

const MOST = 200

/** How many are past 70 % of a limit is known by counting; beyond a page it is said so. */
function Open({ figures: { total }, place }: Known) {
  const reads = useActing().permissions.has('cases.read')
  const soon = useAsk(listCases, { place, dueSoon: true, open: true, limit: MOST }, { when: reads })
  const count = soon.data ? (soon.data.total ?? soon.data.rows.length) : undefined
  const inTime = total.open - total.late
  const most = soon.data?.total == null && soon.data?.next ? '+' : ''
  return (
    <Fact title={t.openNow()} aside={<span className="quiet-ink">{t.paused({ count: counted(total.paused) })}</span>}>
      <strong className="fact-number">
        <ToCases search={{ place, open: 'true' }}>{counted(total.open)}</ToCases>
      </strong>
      <div className="row fact-marks">
        {reads ? (
          <>
            <span data-mark="work">
              {t.normal({ count: count === undefined ? '…' : counted(Math.max(0, inTime - count)) })}
            </span>
            <ToCases search={{ place, dueSoon: 'true' }}>
              <span data-mark="soon">{t.soon({ count: count === undefined ? '…' : counted(count) + most })}</span>
            </ToCases>
          </>
        ) : (
          <span data-mark="work">{t.notLate({ count: counted(inTime) })}</span>
        )}
        <ToCases search={{ place, late: 'true' }}>
          <span data-mark="late">{t.late({ count: counted(total.late) })}</span>
        </ToCases>
      </div>
    </Fact>
  )
}

const LEVEL_PARTS = [
  { key: 'grid', name: () => levelTexts.grid(), tone: 'deep', of: (tally: Tally) => tally.closedGrid },
  { key: 'village', name: () => levelTexts.village(), tone: 'mid', of: (tally: Tally) => tally.closedVillage },
  { key: 'township', name: () => levelTexts.township(), tone: 'amber', of: (tally: Tally) => tally.closedTownship },
  { key: 'above', name: t.countyCity, tone: 'blue', of: (tally: Tally) => tally.closedCounty + tally.closedCity },
] as const

export const closedBy = (tally: Tally): number => LEVEL_PARTS.reduce((sum, { of }) => sum + of(tally), 0)
export const lowShare = (tally: Tally): string => share(tally.closedGrid + tally.closedVillage, closedBy(tally))

function Levels({ tally }: { tally: Tally }) {
  const whole = closedBy(tally)
  const parts = LEVEL_PARTS.map(({ key, name, tone, of }) => ({ key, tone, name: name(), value: of(tally) }))
  return (
    <Fact title={t.whereClosed()} aside={<span className="quiet-ink">{t.lowShare({ share: lowShare(tally) })}</span>}>
      <Shares parts={parts} />
      <Key parts={parts} whole={whole} />
      <span className="quiet-ink">{t.ofClosed({ count: counted(whole) })}</span>
    </Fact>
  )
}

type Part = { key: string; name: string; tone: string; value: number }
const Key = ({ parts, whole }: { parts: readonly Part[]; whole: number }) => (
  <ul className="fact-key">
    {parts.map(({ key, name, tone, value }) => (
      <li key={key} title={t.ofAll({ part: counted(value), whole: counted(whole) })}>
        <span className="swatch" data-tone={tone} />
        {name} <strong>{share(value, whole, locale() === 'en' ? 0 : 1)}</strong>
      </li>
    ))}
  </ul>
)

/** Confirmed, silent and claimed are never one number. */
function Endings({ tally }: { tally: Tally; place: string }) {
  const parts = [
    { key: 'confirmed', tone: 'deep', name: t.confirmed(), value: tally.confirmed },
    { key: 'silent', tone: 'pale', name: t.silent(), value: tally.silent },
    { key: 'claimed', tone: 'grey', name: t.claimed(), value: tally.claimed },
  ]
  const whole = tally.confirmed + tally.silent + tally.claimed
  return (
    <Fact title={t.howClosed()} aside={<span className="quiet-ink">{t.ofClosed({ count: counted(whole) })}</span>}>
      <Shares parts={parts} />
      <Key parts={parts} whole={whole} />
      <span className="quiet-ink">{t.endedToo({ count: counted(tally.ended) })}</span>
    </Fact>
  )
}

function Again({ tally, place }: { tally: Tally; place: string }) {
  const whole = closedBy(tally)
  return (
    <Fact
      title={t.again()}
      aside={<span className="quiet-ink">{t.closedLate({ share: share(tally.closedLate, whole) })}</span>}
    >
      <div className="fact-pair">
        <ToCases search={{ place, reopened: 'true' }}>
          <strong>{t.reopened({ count: counted(tally.reopened) })}</strong>
        </ToCases>
        <span className="quiet-ink">{t.ofReceived({ share: share(tally.reopened, tally.received) })}</span>
        <ToCases search={{ place, bounced: 'true' }}>
          <strong>{t.bounced({ count: counted(tally.bounced) })}</strong>
        </ToCases>
        <span className="quiet-ink">{t.ofReceived({ share: share(tally.bounced, tally.received) })}</span>
      </div>
    </Fact>
  )
}
