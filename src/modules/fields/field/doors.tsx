import CircleCheck from 'lucide-react/icons/circle-check'
import Layers from 'lucide-react/icons/layers'
import Undo2 from 'lucide-react/icons/undo-2'
import { useState } from 'react'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Note, Part } from '#ui/kit/card.tsx'
import { Row, Rows } from '#ui/kit/row.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { useAsk, useLive } from '#ui/query.tsx'
import { type Door, listDoors } from '../contract.ts'
import { cardTexts } from './card-messages.ts'
import { fillingTexts as t } from './messages.ts'

/** Where something is missing or stale, door by door; the first page is what the phone carries along. */
export function Doors() {
  const [cursors, setCursors] = useState<readonly string[]>([])
  const first = useAsk(listDoors, {})
  useLive('fields.', [listDoors])
  return (
    <Screen title={t.title()} up="/">
      <Note tone="work" icon={<Layers aria-hidden />} title={t.once()}>
        <p>{t.onceSub()}</p>
      </Note>
      <Card flush>
        <Rows>
          <Row
            icon={
              <span className="tile done">
                <Undo2 aria-hidden />
              </span>
            }
            title={cardTexts.uploads()}
            sub={cardTexts.uploadsSub()}
            to="/uploads"
          />
        </Rows>
      </Card>
      <Part title={t.doors()}>
        <Answered asked={first}>
          {({ rows, next }) =>
            rows.length === 0 ? (
              <Card>
                <Empty icon={<CircleCheck aria-hidden />} text={t.none()} />
              </Card>
            ) : (
              <Card flush>
                <DoorRows rows={rows} />
                {[next, ...cursors].map(
                  (cursor) =>
                    cursor && (
                      <Further key={cursor} cursor={cursor} onNext={(more) => setCursors((was) => [...was, more])} />
                    ),
                )}
              </Card>
            )
          }
        </Answered>
      </Part>
    </Screen>
  )
}

/** Asked for by hand: a township has thousands of doors, a worker stands at one. */
function Further({ cursor, onNext }: { cursor: string; onNext: (cursor: string) => void }) {
  const [opened, setOpened] = useState(false)
  const asked = useAsk(listDoors, { cursor }, { when: opened })
  if (!opened)
    return (
      <Button
        look="plain"
        wide
        onClick={() => {
          setOpened(true)
        }}
      >
        {t.more()}
      </Button>
    )
  return (
    <Answered asked={asked}>
      {({ rows, next }) => (
        <>
          <DoorRows rows={rows} />
          {next && (
            <Button look="plain" wide onClick={() => onNext(next)}>
              {t.more()}
            </Button>
          )}
        </>
      )}
    </Answered>
  )
}

const DoorRows = ({ rows }: { rows: readonly Door[] }) => (
  <Rows label={t.doors()}>
    {rows.map((door) => (
      <Row
        key={door.subject}
        to={`/forms/${door.kind}/${door.subject}`}
        title={door.name}
        state={
          <span className="quiet">
            {[door.missing > 0 && t.missing({ count: door.missing }), door.stale > 0 && t.stale({ count: door.stale })]
              .filter(Boolean)
              .join(' · ')}
          </span>
        }
      />
    ))}
  </Rows>
)
