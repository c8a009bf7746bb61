import type { Grants } from '#kernel/authorise.ts'

const OWN = { staff: 'self', resident: 'self' } as const
const PLACE = ['place', 'self'] as const

/** Whose post has ended is a resident here, and still hands in what is on the phone. `note` to `clear` are the server's own. */
export const grants = {
  'sync.register': OWN,
  'sync.contact': { everyone: 'secret' },
  'sync.wiped': { everyone: 'secret' },
  // Ends a session too, which has no place; the command itself holds the security administrator to his own.
  'sync.wipe': { ...OWN, security_admin: 'any' },
  'sync.devices': { ...OWN, security_admin: PLACE },
  // Wide enough for each query whose answer is taken along; every one of them is asked under its own reach.
  'sync.bundle': {
    staff: 'self',
    grid_worker: PLACE,
    village_cadre: PLACE,
    township_room: PLACE,
    department_officer: ['organ', 'self'],
    county_command: PLACE,
    city_command: PLACE,
  },
  'sync.backlog': { ...OWN, township_room: PLACE },
  'sync.decide': { ...OWN, township_room: PLACE },
  // On behalf of somebody else, under the room's own name; what the command itself asks comes on top.
  'sync.carry': { township_room: 'place' },
  'sync.note': OWN,
  'sync.standing': OWN,
  'sync.behind': OWN,
  'sync.strand': {},
  'sync.clear': {},
} satisfies Grants
