import type { Leads } from '#ui/leads.ts'

const PARCELS = { field: '/outbox', console: '/phones' }
export const syncLeads: Leads = {
  parcel: PARCELS,
  parcels: PARCELS,
  phone: { field: '/me/phones', console: '/phones' },
}
