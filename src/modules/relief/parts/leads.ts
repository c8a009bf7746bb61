import type { Leads } from '#ui/leads.ts'

const LISTS = { field: '/relief/checks', console: '/relief/checks' }
const HELPING = { field: '/relief/stays', console: '/relief/stays' }
const MOVE = { town: '/relief/move' }
const STAY = { town: '/relief/stay' }
const SHIFTS = { town: '/relief/shifts', field: '/relief/shifts', console: '/relief/shifts' }
const ITEMS = { town: '/relief/items' }
/** By what each tool tells: to whom it happens, and to whoever does it. */
export const reliefLeads: Leads = {
  relief_evacuate: MOVE,
  relief_return: MOVE,
  // Whoever is on it reads it in town, and what was answered him.
  relief_check: { town: '/relief/lists' },
  relief_struck: { town: '/relief/lists' },
  relief_dispute_answered: { town: '/relief/lists' },
  relief_to_sign: LISTS,
  relief_disputed: LISTS,
  relief_dispute_late: LISTS,
  relief_taken: ITEMS,
  relief_returned: ITEMS,
  relief_stay: STAY,
  relief_stay_helper: STAY,
  relief_stay_ended: STAY,
  relief_helps: HELPING,
  relief_helped: HELPING,
  relief_need: HELPING,
  relief_call_answered: { town: '/relief/calls' },
  relief_pass: { town: '/relief/passes' },
  relief_shift: SHIFTS,
  relief_shift_off: SHIFTS,
  relief_match: { town: '/relief/seeks' },
  relief_firm: { field: '/relief/firms', console: '/relief/firms' },
}
