import type { Grants } from '#kernel/authorise.ts'

/** Who may ask many at once: a command, a command room, a department for its own matters; within the own place. */
const ISSUERS = {
  township_room: 'place',
  department_officer: 'organ',
  county_command: 'place',
  city_command: 'place',
} as const
const COMMANDS = {
  village_cadre: 'place',
  township_room: 'place',
  county_command: 'place',
  city_command: 'place',
} as const
/** How far an order has come is known at the places it concerns, and to the office that issued it. */
const READERS = { ...COMMANDS, department_officer: 'organ', auditor: 'place' } as const
const ADDRESSED = { staff: 'self', resident: 'self' } as const

export const grants = {
  'orders.draft': ISSUERS,
  'orders.issue': ISSUERS,
  'orders.sign': { county_command: 'place', city_command: 'place' },
  'orders.relay': COMMANDS,
  'orders.read': { ...READERS, grid_worker: 'self', staff: 'self', resident: 'self' },
  'orders.coverage': READERS,
  'orders.callList': COMMANDS,
  'orders.mine': ADDRESSED,
  'orders.answer': ADDRESSED,
  'orders.standIn': {
    staff: 'self',
    village_cadre: ['self', 'place'],
    township_room: ['self', 'place'],
    county_command: ['self', 'place'],
    city_command: ['self', 'place'],
  },
  'orders.extend': COMMANDS,
  'orders.chase': {},
  'orders.warn': { ...ISSUERS },
  'orders.warnings': { everyone: 'any' },
  'orders.readCap': { county_command: 'any', city_command: 'any' },
} satisfies Grants
