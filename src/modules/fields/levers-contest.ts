import { z } from 'zod'
import { lever } from '#kernel/levers.ts'

/** Five working days of eight hours, as provincial rules on contested data have it. */
export const hoursToDecide = lever(
  'fields.hoursToDecide',
  40,
  z.number().min(1).max(160),
  'working hours in which a contested value is to be decided',
)
