import type { Grants } from '#kernel/authorise.ts'

const COMMANDS = {
  village_cadre: 'place',
  township_room: 'place',
  county_command: 'place',
  city_command: 'place',
} as const
const READERS = { grid_worker: 'place', ...COMMANDS, auditor: 'place' } as const
const EVERY_MEMBER = { staff: 'self', resident: 'self' } as const

export const grants = {
  'bonds.kinds': { everyone: 'any' },
  'bonds.setKind': { city_command: 'place' },
  'bonds.read': READERS,
  'bonds.make': COMMANDS,
  'bonds.end': COMMANDS,
  'bonds.substitute': COMMANDS,
  'bonds.stand': COMMANDS,
  'bonds.standDown': COMMANDS,
  'bonds.fill': COMMANDS,
  // The household's own; the operator does not choose for anybody.
  'bonds.ownDoor': EVERY_MEMBER,
  'bonds.choose': EVERY_MEMBER,
  'bonds.say': EVERY_MEMBER,
  'bonds.mine': { staff: 'self', resident: 'self' },
  // Posts are filled by the system administrator (三员分立), so he moves them; the offices that answer for people see the plan and the files.
  'bonds.checkRotation': { system_admin: 'place', county_command: 'place', city_command: 'place' },
  'bonds.rotate': { system_admin: 'place' },
  'bonds.files': {
    grid_worker: 'self',
    village_cadre: ['self', 'place'],
    township_room: ['self', 'place'],
    county_command: ['self', 'place'],
    city_command: ['self', 'place'],
    system_admin: ['self', 'place'],
    auditor: 'place',
    staff: 'self',
  },
  'bonds.receive': { staff: 'self' },
  'bonds.remind': {},
  'bonds.offerWork': COMMANDS,
  'bonds.claimWork': { staff: 'self' },
  'bonds.leaveWork': { staff: 'self' },
  'bonds.reporting': { staff: 'any' },
} satisfies Grants
