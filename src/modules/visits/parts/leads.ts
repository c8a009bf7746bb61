import type { Leads } from '#ui/leads.ts'

const FIELD_DAY = { console: '/tuesday' }
export const visitLeads: Leads = {
  visit: { town: '/visits', field: '/doors', console: '/visits' },
  promise: { town: '/visits', field: '/promises', console: '/visits' },
  meeting: FIELD_DAY,
  outing: FIELD_DAY,
  problem: FIELD_DAY,
  mandate: { town: '/me/mandates' },
}
