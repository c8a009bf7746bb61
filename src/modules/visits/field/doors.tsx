import ChevronRight from 'lucide-react/icons/chevron-right'
import DoorOpen from 'lucide-react/icons/door-open'
import HandHeart from 'lucide-react/icons/hand-heart'
import Sun from 'lucide-react/icons/sun'
import { named } from '#kernel/messages.ts'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { State, type Tone } from '#ui/kit/badge.tsx'
import { Card, Note } from '#ui/kit/card.tsx'
import { Go } from '#ui/kit/go.tsx'
import { Row, Rows } from '#ui/kit/row.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useLive } from '#ui/query.tsx'
import { day } from '#ui/time.ts'
import { nearName } from '#modules/cases/parts/near.ts'
import { type DoorRow, type Reason, todaysDoors } from '../contract.ts'
import { visitWords } from '../parts/messages.ts'
import { doorTexts as t } from './messages.ts'

/** Doors with a reason. There is no count of doors done: nobody is sent to one for the sake of a number. */
export function TodaysDoors() {
  const asked = useAsk(todaysDoors, {})
  useLive('visits.', [todaysDoors])
  return (
    <Screen title={t.title()} sub={t.sub()} up="/">
      {asked.data?.fieldDay && (
        <Note tone="done" icon={<Sun aria-hidden />}>
          <p>{t.fieldDay()}</p>
        </Note>
      )}
      <Answered asked={asked} rows={5}>
        {({ rows, more }) =>
          rows.length === 0 ? (
            <Card>
              <Empty icon={<DoorOpen aria-hidden />} text={t.none()} />
            </Card>
          ) : (
            <>
              <Card flush>
                <Rows label={t.title()}>
                  {rows.map((row) => (
                    <DoorItem key={row.household} row={row} />
                  ))}
                </Rows>
              </Card>
              {more > 0 && <p className="quiet">{t.more({ count: more })}</p>}
            </>
          )
        }
      </Answered>
      <Card flush>
        <Go to="/promises" className="looked">
          <HandHeart aria-hidden />
          <span>
            <strong>{t.promises()}</strong>
            <br />
            {t.promisesSub()}
          </span>
          <ChevronRight aria-hidden />
        </Go>
      </Card>
    </Screen>
  )
}

const DoorItem = ({ row }: { row: DoorRow }) => (
  <Row
    to={`/door/${row.household}`}
    title={row.address || nearName(row.placeName)}
    sub={[row.head, nearName(row.placeName)].filter(Boolean).join(' · ')}
    state={<Reasons reasons={row.reasons} />}
  />
)

const TONES: Record<Reason['kind'], Tone> = {
  disputed: 'late',
  promise_due: 'soon',
  requested: 'rights',
  again: 'work',
  moved_in: 'done',
  stale: 'calm',
}

export const Reasons = ({ reasons }: { reasons: readonly Reason[] }) => (
  <span className="visit-reasons">
    {reasons.map((reason) => (
      <span key={`${reason.kind} ${reason.what}`}>
        <State tone={TONES[reason.kind]} text={visitWords[reason.kind]()} />
        <ReasonText reason={reason} />
      </span>
    ))}
  </span>
)

function ReasonText({ reason }: { reason: Reason }) {
  const now = useNow()
  const when = reason.day ? day(reason.day, now) : ''
  const dated = {
    promise_due: () => t.dayDue({ day: when }),
    disputed: () => t.dayDue({ day: when }),
    requested: () => t.dayWish({ day: when }),
    again: () => t.dayAgain({ day: when }),
    moved_in: () => t.daySince({ day: when }),
    stale: () => t.fields({ names: reason.fields.slice(0, 3).map(named).join(visitWords.comma()) }),
  }[reason.kind]()
  return <span className="quiet">{reason.what ? `${reason.what} · ${dated}` : dated}</span>
}
