import { z } from 'zod'
import { lever } from '#kernel/levers.ts'

/** 及时备案: in time, says the law, and names no days; a city sets its own. */
export const filingDays = lever(
  'emergency.filingDays',
  3,
  z.number().int().min(1).max(30),
  'days after which the filing with the standing committee is late',
)
/** Between the end and the destruction lies the time in which items may be assessed; drills have none. */
export const settleDays = lever(
  'emergency.settleDays',
  7,
  z.number().int().min(0).max(30),
  'days from the end to the destruction of the data, in which single items may be assessed and kept',
)
export const hoursBeforeEnd = lever(
  'emergency.hoursBeforeEnd',
  12,
  z.number().int().min(1).max(72),
  'how many hours ahead the command is told that an activation ends by itself',
)
