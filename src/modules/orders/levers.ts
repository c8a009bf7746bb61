import { z } from 'zod'
import { lever } from '#kernel/levers.ts'

/** Shares of the time between issue and deadline; the last is the deadline itself. */
const Shares = z.object({
  app: z.number().min(0.01).max(1),
  text: z.number().min(0.01).max(1),
  above: z.number().min(0.01).max(1),
  call: z.number().min(0.01).max(1),
})
export type Shares = z.infer<typeof Shares>

export const chaseShares = lever(
  'orders.chaseShares',
  { app: 0.25, text: 0.5, above: 0.75, call: 0.9 },
  Shares,
  'after which share of its time an order reminds the silent in the app, by text message, tells the place above, puts them on the call list',
)
/** So that the sum of what many offices ask stays what a grid can do beside its people. */
export const minutesPerGridDay = lever(
  'orders.minutesPerGridDay',
  120,
  z.number().int().min(1).max(1440),
  'minutes that all orders of a day together may ask of one grid before the command has to sign',
)
