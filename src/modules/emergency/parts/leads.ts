import type { Leads } from '#ui/leads.ts'

/** On a phone the page says what is in force and what is asked of me; the desk has each response in full. */
const RESPONSE = {
  town: '/emergency',
  field: '/emergency',
  console: ['/emergency/{subject}', '/emergency'],
} as const
export const responseLeads: Leads = { response: RESPONSE, drill: RESPONSE }
