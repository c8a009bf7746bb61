import type { Leads } from '#ui/leads.ts'

/** Whoever is addressed answers on the order's own page; who is told of those below him looks at them at the desk. */
const TO_ME = ['/order/{subject}', '/orders'] as const
const AT_THE_DESK = ['/orders/{subject}', '/orders'] as const
const BELOW = { field: '/orders', console: AT_THE_DESK }
export const orderLeads: Leads = {
  order: { town: TO_ME, field: TO_ME, console: AT_THE_DESK },
  order_below: BELOW,
  order_stuck: BELOW,
  order_to_sign: BELOW,
  order_joined: BELOW,
}
