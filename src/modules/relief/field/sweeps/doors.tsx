import { useState } from 'react'
import { millis } from '#kernel/clock.ts'
import { Answered } from '#ui/kit/answer.tsx'
import { Card } from '#ui/kit/card.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { type DoorView, listSweeps, sweepDoors, type SweepView } from '../../contract-sweeps.ts'
import { isLeft } from '../../parts/doors.ts'
import { useWhole } from '../../parts/whole-list.ts'
import { ListScreen, Nothing } from '../list-screen.tsx'
import { useRoom } from '../room.ts'
import { DoorCard } from './door-card.tsx'
import { knockTexts as t } from './messages.ts'
import './sweeps.css'

/** The doors of my grid, of a list that goes on. */
export function SweepDoors() {
  const sweeps = useAsk(listSweeps, {})
  const room = useRoom()
  const [chosen, setChosen] = useState('')
  const rows = (sweeps.data?.rows ?? []).filter(({ closedAt, doors }) => !closedAt && doors > 0)
  const sweep = rows.find(({ id }) => id === chosen) ?? rows[0]
  if (sweep) return <OneSweep key={sweep.id} sweep={sweep} rows={rows} onChoose={setChosen} />
  return (
    <Screen title={t.title()} up="/">
      <Answered asked={sweeps} rows={4}>
        {() => <Nothing text={room && !room.isOpen('relief.sweeps') ? t.closed() : t.none()} />}
      </Answered>
    </Screen>
  )
}

const waitsForHelp = ({ help, helped }: DoorView): boolean => help.length > 0 && !helped

type OneSweepProps = { sweep: SweepView; rows: readonly SweepView[]; onChoose: (id: string) => void }
function OneSweep({ sweep, rows, onChoose }: OneSweepProps) {
  const now = useNow()
  const list = useWhole(sweepDoors, { sweep: sweep.id }, { once: true })
  const doors: readonly DoorView[] = list.rows
  const left = doors.filter(isLeft)
  // In the order in which one walks; who said when to come again is first when it is time, and last before that.
  const rank = ({ next }: DoorView): number => (next === null ? 1 : millis(next) <= now ? 0 : 2)
  return (
    <ListScreen
      title={sweep.title}
      sub={t.sub({ left: left.length, done: doors.length - left.length })}
      lists={rows}
      chosen={sweep.id}
      onChoose={onChoose}
      lead={
        sweep.about && (
          <Card>
            <p>{sweep.about}</p>
          </Card>
        )
      }
      asked={list}
      closed={t.nowClosed()}
      views={[
        { key: 'todo', text: t.todo(), none: t.noneTodo(), rows: left.toSorted((a, b) => rank(a) - rank(b)) },
        { key: 'help', text: t.help(), none: t.noneHelp(), rows: doors.filter(waitsForHelp) },
        { key: 'over', text: t.over(), none: t.noneOver(), rows: doors.filter((door) => !isLeft(door)) },
      ]}
      card={(door) => <DoorCard key={door.id} door={door} />}
    />
  )
}
