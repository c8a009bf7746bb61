import type { OutputOf } from '#kernel/contract.ts'
import { DOOR_STATES, type DoorState, listSweeps, sweepProgress } from '../../contract-sweeps.ts'
import { reliefRoom } from '../../contract-room.ts'

export type DoorCounts = Record<DoorState, number>
export type DoorProgress = OutputOf<typeof sweepProgress>
/** What is counted, without anybody's name in it. */
export const DOOR_COUNTS = [listSweeps, sweepProgress, reliefRoom]

export const doorsOf = ({ rows }: DoorProgress): DoorCounts =>
  Object.fromEntries(
    DOOR_STATES.map((state) => [state, rows.reduce((sum, row) => sum + row.states[state], 0)]),
  ) as DoorCounts
export const allOf = (counts: DoorCounts): number => DOOR_STATES.reduce((sum, state) => sum + counts[state], 0)
export const leftOf = ({ open, nobody }: DoorCounts): number => open + nobody
/** In the order of a bar: who was met, who has gone, who will not open, where nobody was; the empty end is where nobody has been. */
export const DRAWN = ['reached', 'moved', 'refused', 'nobody'] as const
