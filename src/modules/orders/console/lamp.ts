import type { Lamp } from '#ui/console/moment.tsx'
import { deadline } from '#ui/time.ts'
import type { OrderState } from '../contract.ts'
import { isOver } from '../parts/looks.ts'

/** Red once it is late, amber close to it; what is over or has not left runs no clock. */
export function lampOf({ dueAt, state }: { dueAt: string; state: OrderState }, now: number): Lamp {
  if (isOver(state) || state === 'draft') return 'still'
  return LAMPS[deadline(dueAt, now).tone]
}
const LAMPS = { late: 'red', soon: 'amber', calm: 'green' } as const
