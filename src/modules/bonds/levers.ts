import { z } from 'zod'
import { lever } from '#kernel/levers.ts'
import { RULES, WEIGHTS } from './contract-rotation.ts'

export const coolOff = lever(
  'bonds.coolOffDays',
  30,
  z.number().int().min(0).max(365),
  'days after which a household may change again whom it chose',
)

const HandOverClock = z.object({ days: z.number().int().min(1).max(90), unit: z.enum(['work', 'natural']) })
export type HandOverClock = z.infer<typeof HandOverClock>
/** Quzhou's ten days: whether of work or of the calendar is not known. */
export const handOverClock = lever<HandOverClock>(
  'bonds.handOverClock',
  { days: 10, unit: 'work' },
  HandOverClock,
  'how long the successor has to go through a hand-over file; days of work or of the calendar',
)

const Weights = z.object({
  weights: z.record(z.enum(RULES), z.enum(WEIGHTS)),
  formerYears: z.number().min(0).max(20).describe('how far back a former office counts'),
})
export type ConflictWeights = z.infer<typeof Weights>
/** 任职回避: what forbids a move, what asks for a reason, what is passed over. */
export const conflictRules = lever<ConflictWeights>(
  'bonds.conflictRules',
  {
    weights: {
      own_household: 'refuse',
      relative_in_office: 'refuse',
      own_firm: 'refuse',
      home_grid: 'warn',
      former_office: 'warn',
    },
    formerYears: 3,
  },
  Weights,
  'which conflicts of interest refuse a rotation and which ask for a reason',
)
