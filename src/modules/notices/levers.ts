import { z } from 'zod'
import { lever } from '#kernel/levers.ts'

const Hour = z.number().min(0).max(24)
const QuietHours = z.object({ from: Hour, to: Hour })
export type QuietHours = z.infer<typeof QuietHours>

/** The same hour twice: never quiet. */
export const quietHours = lever(
  'notices.quietHours',
  { from: 22, to: 7 },
  QuietHours,
  'hours of the day between which no text message goes out unless it is urgent',
)
