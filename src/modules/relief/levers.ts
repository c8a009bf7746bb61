import { z } from 'zod'
import { lever, opens } from '#kernel/levers.ts'

/** So that nobody stays on a list by mistake because nobody looked: after it those above are told, after twice the line is off. */
export const hoursToAnswerDispute = lever(
  'relief.hoursToAnswerDispute',
  24,
  z.number().int().min(1).max(72),
  'within how many hours a dispute about a list is answered',
)

/** Closed in peace: each tool is open where and as long as a hold says so. */
export const evacuation = opens('relief.evacuation', 'listing and moving people out of their homes, and back')
export const shelters = opens('relief.shelters', 'opening shelters')
export const sweeps = opens('relief.sweeps', 'calling at every door of a place')
export const checks = opens('relief.checks', 'calling on the people of a list')
export const requisition = opens('relief.requisition', 'taking property for public use against a receipt')
export const homeStay = opens('relief.homeStay', 'who stays at home, and what is brought there')
export const passes = opens('relief.passes', 'passes, and checkpoints that ask for them')
export const hotline = opens('relief.hotline', 'calls for help')
export const shifts = opens('relief.shifts', 'seats at checkpoints and in shelters for whoever helps')
export const reunification = opens('relief.reunification', 'who is looked for, and who was found')
export const firms = opens('relief.firms', 'what firms need to work again')

export const TOOLS = [
  evacuation,
  shelters,
  sweeps,
  checks,
  requisition,
  homeStay,
  passes,
  hotline,
  shifts,
  reunification,
  firms,
]
