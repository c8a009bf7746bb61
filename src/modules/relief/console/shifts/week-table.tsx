import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { type Day, dayOf, millis } from '#kernel/clock.ts'
import { Panel } from '#ui/console/page.tsx'
import { Empty } from '#ui/console/shown.tsx'
import { clockTime } from '#ui/console/when.ts'
import { useNow } from '#ui/now.ts'
import type { ShiftView } from '../../contract-shifts.ts'
import { gapOf, spanText, toneOf } from '../../parts/shift-time.ts'
import { shiftTexts as t } from './messages.ts'
import { DAYS, shifted, type Spot, spotsOf, weekdayOf, weekOf } from './week.ts'

type WeekProps = {
  rows: readonly ShiftView[]
  from: Day
  shut: boolean
  chosen: string | undefined
  onFrom: (day: Day) => void
  onChoose: (shift: ShiftView) => void
}

/** Posts down, days across. */
export function Week({ rows, from, shut, chosen, onFrom, onChoose }: WeekProps) {
  const now = useNow()
  const week = weekOf(from)
  const spots = spotsOf(rows, week)
  const today = dayOf(now)
  return (
    <Panel
      title={t.week()}
      note={shut ? t.shutNote() : t.weekNote()}
      flush
      action={<Turn from={from} today={today} onFrom={onFrom} />}
    >
      {spots.length === 0 ? (
        <Empty text={rows.length === 0 ? t.none() : t.emptyWeek()} />
      ) : (
        <section className="table-box" aria-label={t.week()}>
          <table className="shifts-week">
            <caption className="unseen">{t.week()}</caption>
            <thead>
              <tr>
                <th scope="col">{t.spot()}</th>
                {week.map((day) => (
                  <DayHead key={day} day={day} today={day === today} />
                ))}
              </tr>
            </thead>
            <tbody>
              {spots.map((spot) => (
                <SpotLine key={spot.key} spot={spot} week={week} chosen={chosen} now={now} onChoose={onChoose} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Panel>
  )
}

type TurnProps = { from: Day; today: Day; onFrom: (day: Day) => void }
const Turn = ({ from, today, onFrom }: TurnProps) => (
  <>
    <button type="button" className="quiet" disabled={from <= today} onClick={() => onFrom(shifted(from, -DAYS))}>
      <ChevronLeft size={14} aria-hidden />
      {t.earlier()}
    </button>
    <button type="button" className="quiet" disabled={from === today} onClick={() => onFrom(today)}>
      {t.today()}
    </button>
    <button type="button" className="quiet" onClick={() => onFrom(shifted(from, DAYS))}>
      {t.later()}
      <ChevronRight size={14} aria-hidden />
    </button>
  </>
)

const WEEKDAYS = [t.weekday0, t.weekday1, t.weekday2, t.weekday3, t.weekday4, t.weekday5, t.weekday6]
function DayHead({ day, today }: { day: Day; today: boolean }) {
  const [, month, date] = day.split('-').map(Number)
  return (
    <th scope="col" data-today={today ? '' : undefined}>
      {today ? t.today() : (WEEKDAYS[weekdayOf(day)] ?? t.weekday0)()}{' '}
      <span>{t.dayHead({ month: month ?? 1, date: date ?? 1 })}</span>
    </th>
  )
}

type SpotLineProps = {
  spot: Spot
  week: readonly Day[]
  chosen: string | undefined
  now: number
  onChoose: (shift: ShiftView) => void
}
const SpotLine = ({ spot, week, chosen, now, onChoose }: SpotLineProps) => (
  <tr>
    <th scope="row">
      <strong className="strong">{spot.spot}</strong>
      <span className="quiet-ink">{spot.placeName}</span>
    </th>
    {week.map((day) => (
      <td key={day}>
        {(spot.byDay.get(day) ?? []).map((shift) => (
          <Seat key={shift.id} shift={shift} chosen={shift.id === chosen} now={now} onChoose={onChoose} />
        ))}
      </td>
    ))}
  </tr>
)

type SeatProps = { shift: ShiftView; chosen: boolean; now: number; onChoose: (shift: ShiftView) => void }
function Seat({ shift, chosen, now, onChoose }: SeatProps) {
  const { title, seats, taken } = shift
  const gap = gapOf(shift)
  return (
    <button
      type="button"
      className="shifts-seat"
      data-tone={toneOf(shift, now)}
      aria-pressed={chosen}
      title={spanText(shift, now)}
      onClick={() => onChoose(shift)}
    >
      <span>
        <strong>{title}</strong> {t.part({ taken, seats })}
      </span>
      <span className="shifts-gap">{gap > 0 ? t.gap({ count: gap }) : t.full()}</span>
      <span className="shifts-hours">{hoursOf(shift)}</span>
    </button>
  )
}

function hoursOf({ starts, ends }: ShiftView): string {
  const [from, to] = [millis(starts), millis(ends)]
  return t.hours({ from: clockTime(from), to: clockTime(to) })
}
