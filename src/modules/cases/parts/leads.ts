import type { Leads } from '#ui/leads.ts'

const CASE = { town: '/case/{subject}', field: '/case/{subject}', console: '/cases/{subject}' }
export const caseLeads: Leads = { case: CASE, report: CASE }
