import type { OutputOf } from '#kernel/contract.ts'
import { useActing } from '#ui/console/acting.ts'
import { Empty } from '#ui/console/shown.tsx'
import type { listFieldDays } from '../contract-days.ts'
import { tuesdayTexts as t } from './messages.ts'
import type { Task } from './tuesday-forms.tsx'

type Held = OutputOf<typeof listFieldDays>
type Day = Held['days'][number]
type Shown = {
  held: Held
  day: string
  today: string
  onDay: (day: string) => void
  onTask: (task: Task) => void
}
const WEEKDAYS = [t.mon, t.tue, t.wed, t.thu, t.fri, t.sat, t.sun]

export function Days({ held, day, today, onDay, onTask }: Shown) {
  const { permissions } = useActing()
  const weeks = Array.from({ length: Math.ceil(held.days.length / 7) }, (_, week) =>
    held.days.slice(week * 7, week * 7 + 7),
  )
  const chosen = held.days.find((one) => one.day === day)
  const rule = held.rows[0]
  return (
    <>
      <table className="days">
        <caption className="unseen">{t.calendar()}</caption>
        <thead>
          <tr>
            {WEEKDAYS.map((name, at) => (
              <th key={at} scope="col">
                {name()}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.day}>
              {week.map((one) => (
                <td key={one.day}>
                  <OneDay one={one} today={today} pressed={one.day === day} onDay={onDay} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rule ? (
        <p className="rule-line">
          <strong>{t.ruleOf({ place: rule.placeName, day: rule.from })}</strong> {t.rule({ rule: rule.rule })}
        </p>
      ) : (
        <Empty text={t.noRule()} />
      )}
      {chosen?.reason && <p className="refused-rule">{t.lifted({ reason: chosen.reason })}</p>}
      {rule && chosen?.protected && chosen.day >= today && permissions.has('visits.exceptDay') && (
        <p>
          <button type="button" className="link" onClick={() => onTask({ kind: 'lift', rule, day })}>
            {t.lift()}
          </button>
        </p>
      )}
    </>
  )
}

type One = { one: Day; today: string; pressed: boolean; onDay: (day: string) => void }
const OneDay = ({ one, today, pressed, onDay }: One) => (
  <button
    type="button"
    aria-pressed={pressed}
    data-protected={one.protected ? '' : undefined}
    data-lifted={one.reason ? '' : undefined}
    data-past={one.day < today ? '' : undefined}
    onClick={() => onDay(one.day)}
  >
    <strong>
      {Number(one.day.slice(5, 7))}-{Number(one.day.slice(8))}
    </strong>
    {one.protected && <small>{t.protected()}</small>}
    {one.outings > 0 && <small>{t.outingsN({ n: one.outings })}</small>}
    {one.meetings > 0 && <small>{t.meetingsN({ n: one.meetings })}</small>}
  </button>
)
