import { OverviewPage as Overview } from '#modules/cases/console/overview.tsx'
import { CommandFacts } from '#modules/emergency/console/command-facts.tsx'
import { useInForce } from '#modules/emergency/parts/band.tsx'
import { useActing } from '#ui/console/acting.ts'
import { RoomPage } from './room/room.tsx'
import { useRooms } from './room/use-room.ts'
import { useView, Views } from './room/views.tsx'

/**
 * One route, one layout, in ordinary times and in others. While something is in force a command looks at its room first; whoever
 * keeps none sees in the first row what the places have told.
 */
export function OverviewPage() {
  const { permissions } = useActing()
  const inForce = useInForce()
  const { rows, room } = useRooms()
  const view = useView(room?.row.drill ?? false)
  if (room && view === 'room') return <RoomPage room={room} rows={rows} />
  if (room) return <Overview actions={<Views now={view} drill={room.row.drill} />} />
  return inForce && permissions.has('emergency.situation') ? <Overview facts={<CommandFacts />} /> : <Overview />
}
