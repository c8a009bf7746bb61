import type { Leads } from '#ui/leads.ts'

export const fieldLeads: Leads = { contest: { town: '/me/contests', console: '/contests' } }
