import DoorOpen from 'lucide-react/icons/door-open'
import type { ReactNode } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Card, Facts } from '#ui/kit/card.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { reliefMine } from '../../contract-mine.ts'
import { doorText, helpNames, TONE_OF_DOOR } from '../../parts/doors.ts'
import { ownDoorTexts as t } from './messages.ts'
import '../checks/checks.css'

type OwnDoorRow = OutputOf<typeof reliefMine>['doors'][number]

/** What was noted at the door of my household, and what came of the help we asked for. */
export function OwnDoors() {
  const asked = useAsk(reliefMine, {}, { everyMs: 60_000 })
  return (
    <Screen title={t.title()} up="/">
      <Answered asked={asked} rows={3}>
        {({ doors }) =>
          doors.length === 0 ? (
            <Card>
              <Empty icon={<DoorOpen aria-hidden />} text={t.none()}>
                <p className="quiet">{t.noneSub()}</p>
              </Empty>
            </Card>
          ) : (
            <>
              <p className="quiet">{t.lead()}</p>
              {doors.map((door) => (
                <OneDoor key={`${door.title} ${door.saidAt}`} door={door} />
              ))}
            </>
          )
        }
      </Answered>
    </Screen>
  )
}

function OneDoor({ door: { title, state, saidAt, help, note, helped } }: { door: OwnDoorRow }) {
  const now = useNow()
  const rows: (readonly [string, ReactNode])[] = [
    [t.when(), saidAt ? moment(saidAt, now) : t.toCome()],
    ...(note ? [[t.noted(), note] as const] : []),
    ...(help.length > 0
      ? [
          [t.help(), helpNames(help)] as const,
          [t.helped(), helped ?? <State key="waits" tone="soon" text={t.waits()} />] as const,
        ]
      : []),
  ]
  return (
    <Card>
      <div className="own-list-head">
        <h2>{title}</h2>
        <State tone={state === 'open' ? 'calm' : TONE_OF_DOOR[state]} text={doorText(state)} />
      </div>
      <Facts rows={rows} />
    </Card>
  )
}
