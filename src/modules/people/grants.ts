import type { Grants } from '#kernel/authorise.ts'

/** Whoever works in a place knows who lives there: the grid's worker, the village, the township's room. Nobody above, no department. */
const LOCAL = { grid_worker: 'place', village_cadre: 'place', township_room: 'place' } as const

/**
 * Staff find each other. A resident has no office, so the staff's directory reaches nobody who is not of staff; who lives in a place
 * is reached by the place, for the services of the grid, and a case shows its reporter under the purpose of that case.
 */
export const grants = {
  'people.register': { system_admin: 'place', security_admin: 'place' },
  'people.addOrgan': { system_admin: 'place' },
  'people.organs': { staff: 'any' },
  'people.search': { staff: 'any' },
  'people.get': { staff: ['any', 'self'], resident: 'self' },
  'people.me': { staff: 'self', resident: 'self' },
  'people.resident': LOCAL,
  'people.enterResident': LOCAL,
  'people.arrange': LOCAL,
  'people.reveal': LOCAL,
  // children under 14 (PIPL art. 28, 31): the two offices that have a duty to them
  'people.minor': { village_cadre: 'place', township_room: 'place' },
} satisfies Grants
