import type { Leads } from '#ui/leads.ts'

export const consentLeads: Leads = {
  glass: { town: '/me/looks' },
  looks: { town: '/me/looks' },
  paper: { town: '/me/held' },
}
