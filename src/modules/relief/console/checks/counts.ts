import type { OutputOf } from '#kernel/contract.ts'
import { checkProgress, LINE_STATES, type LineState, listChecks } from '../../contract-checks.ts'
import { reliefRoom } from '../../contract-room.ts'

export type LineCounts = Record<LineState, number>
export type CheckProgress = OutputOf<typeof checkProgress>
/** What is counted, without anybody's name in it. */
export const CHECK_COUNTS = [listChecks, checkProgress, reliefRoom]

export const linesOf = ({ rows }: Pick<CheckProgress, 'rows'>): LineCounts =>
  Object.fromEntries(
    LINE_STATES.map((state) => [state, rows.reduce((sum, row) => sum + row.states[state], 0)]),
  ) as LineCounts
export const allOf = (counts: LineCounts): number => LINE_STATES.reduce((sum, state) => sum + counts[state], 0)
export const leftOf = ({ open, nobody }: LineCounts): number => open + nobody
/** In the order of a bar; the empty end is where nobody has been. */
export const DRAWN = ['found', 'elsewhere', 'mistaken', 'refused', 'nobody'] as const
