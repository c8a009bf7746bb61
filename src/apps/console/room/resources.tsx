import { counted } from '#ui/console/figures.ts'
import { Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useTools } from './asked.ts'
import { roomTexts as t } from './messages.ts'
import type { Room } from './use-room.ts'

/** What was taken for public use, who helps, and what moves again. */
export function Resources({ room }: { room: Room }) {
  const tools = useTools(room)
  return (
    <Panel title={t.resources()} className="room-resources">
      <Shown of={tools} lines={3}>
        {({ items, seats, passes, firms, seeks }) => (
          <dl>
            <Line name={t.held()} value={t.heldUnit({ n: counted(items.held) })} />
            <Line name={t.owed()} value={t.yuan({ n: counted(items.yuanOwed) })} />
            <Line name={t.seats()} value={t.seatsOf({ taken: counted(seats.taken), wanted: counted(seats.wanted) })} />
            <Line name={t.passes()} value={t.passesUnit({ n: counted(passes.live) })} />
            <Line name={t.firms()} value={t.firmsOf(backOf(firms))} />
            <Line name={t.seeks()} value={t.seeksUnit({ n: counted(seeks.looking) })} />
          </dl>
        )}
      </Shown>
    </Panel>
  )
}

const Line = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

type Firms = NonNullable<ReturnType<typeof useTools>['data']>['firms']
const backOf = ({ stopped, preparing, partly, working }: Firms) => ({
  n: counted(partly + working),
  all: counted(stopped + preparing + partly + working),
})
