import { bondLeads } from '#modules/bonds/parts/leads.ts'
import { caseLeads } from '#modules/cases/parts/leads.ts'
import { consentLeads } from '#modules/consents/parts/leads.ts'
import { responseLeads } from '#modules/emergency/parts/leads.ts'
import { fieldLeads } from '#modules/fields/parts/leads.ts'
import { orderLeads } from '#modules/orders/parts/leads.ts'
import { reliefLeads } from '#modules/relief/parts/leads.ts'
import { syncLeads } from '#modules/sync/parts/leads.ts'
import { visitLeads } from '#modules/visits/parts/leads.ts'
import { type Face, leadIn, type Noticed } from '#ui/leads.ts'

/** Each slice says where its own matters are read; no slice has to name another's. */
const ALL = {
  ...caseLeads,
  ...visitLeads,
  ...orderLeads,
  ...bondLeads,
  ...consentLeads,
  ...syncLeads,
  ...fieldLeads,
  ...responseLeads,
  ...reliefLeads,
}

export const leadsOf =
  (face: Face) =>
  (notice: Noticed): string | undefined =>
    leadIn(ALL, notice, face)
