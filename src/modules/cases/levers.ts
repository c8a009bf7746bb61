import { z } from 'zod'
import { lever } from '#kernel/levers.ts'

const hours = z.number().min(0.5).max(2400)

/** How long the reporter may confirm or reopen before silence counts as acceptance. */
export const hoursToConfirm = lever(
  'cases.hoursToConfirm',
  168,
  hours,
  'hours in which the reporter may confirm or reopen',
)
/** How long after silence a case can still be reopened. */
export const hoursToReopen = lever(
  'cases.hoursToReopen',
  720,
  hours,
  'hours after a silent or claimed closing in which it may be reopened',
)
/** How often a case may be sent back; after that the level itself decides. */
export const returnsAllowed = lever(
  'cases.returnsAllowed',
  2,
  z.number().int().min(0).max(10),
  'how often one case may be sent back',
)
