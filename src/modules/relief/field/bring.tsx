import Sun from 'lucide-react/icons/sun'
import { useState } from 'react'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Note } from '#ui/kit/card.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { Tabs } from '#ui/kit/tabs.tsx'
import { said } from '#ui/messages.ts'
import { useAsk } from '#ui/query.tsx'
import type { EvacueeView } from '../contract-evacuation.ts'
import { reliefRoom } from '../contract-room.ts'
import { staysHome } from '../parts/states.ts'
import { useWholeList } from '../parts/whole-list.ts'
import { Door } from './door.tsx'
import './bring.css'
import { bringTexts as t } from './messages.ts'
import { MyShelters } from './shelter.tsx'

const OVER = new Set<EvacueeView['state']>(['arrived', 'returned', 'elsewhere'])
/** Who may go home is to be brought there; who never left has nowhere to go. */
const isOver = (one: EvacueeView): boolean =>
  staysHome(one) || (OVER.has(one.state) && !(one.state === 'arrived' && one.returnAllowed))
const hasMoved = ({ state }: EvacueeView): boolean => state === 'arrived' || state === 'returned'

/** The people I am to bring, or to take in, by the door they live behind. */
export function Bringing({ me }: { me: string }) {
  const list = useWholeList({ mine: true }, { once: true })
  const [view, setView] = useState<'todo' | 'over'>('todo')
  const over = list.rows.filter(isOver)
  const todo = list.rows.filter((one) => !isOver(one))
  const some = list.rows.length > 0
  return (
    <Screen
      title={t.title()}
      sub={
        some && t.sub({ left: todo.filter((one) => !hasMoved(one)).length, moved: list.rows.filter(hasMoved).length })
      }
      up="/"
    >
      <Answered asked={{ ...list, data: list.first }} rows={4}>
        {() =>
          some ? (
            <>
              {list.rows.every(({ can }) => can.length === 0) && (
                <Note tone="done" icon={<Sun aria-hidden />}>
                  <p>{t.nowClosed()}</p>
                </Note>
              )}
              <Tabs
                label={t.views()}
                tabs={[
                  { key: 'todo', text: t.todo(), count: todo.length },
                  { key: 'over', text: t.over(), count: over.length },
                ]}
                chosen={view}
                onChoose={setView}
              />
              <Doors
                rows={view === 'todo' ? todo : over}
                none={view === 'todo' ? t.noneTodo() : t.noneOver()}
                me={me}
              />
              {list.hasNextPage && !list.coming && (
                <Button look="plain" wide busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  {said.more()}
                </Button>
              )}
            </>
          ) : (
            <Nobody />
          )
        }
      </Answered>
      <MyShelters />
    </Screen>
  )
}

function Doors({ rows, none, me }: { rows: readonly EvacueeView[]; none: string; me: string }) {
  if (rows.length === 0)
    return (
      <Card>
        <Empty icon={<Sun aria-hidden />} text={none} />
      </Card>
    )
  return [...Map.groupBy(rows, ({ household }) => household)].map(([household, people]) => (
    <Door key={household} people={people} me={me} />
  ))
}

/** Whether it is closed, or nobody is given to me; who may not ask hears only the latter. */
function Nobody() {
  const room = useAsk(reliefRoom, {})
  const open = room.data?.open.includes('relief.evacuation')
  if (room.isPending) return null
  return (
    <Card>
      <Empty icon={<Sun aria-hidden />} text={open === false ? t.closed() : t.none()} />
    </Card>
  )
}
