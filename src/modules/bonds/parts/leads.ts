import type { Leads } from '#ui/leads.ts'

export const bondLeads: Leads = {
  hand: { field: '/bonds', console: '/bonds/rotation' },
  bond: { town: '/door', field: '/bonds', console: '/bonds' },
}
