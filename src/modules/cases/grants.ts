import type { Grants } from '#kernel/authorise.ts'

const OFFICES = {
  grid_worker: 'place',
  village_cadre: 'place',
  township_room: 'place',
  county_command: 'place',
  city_command: 'place',
} as const
const DESKS = { ...OFFICES, department_officer: 'organ' } as const
const COMMANDS = {
  village_cadre: 'place',
  township_room: 'place',
  county_command: 'place',
  city_command: 'place',
} as const
/** Operators answer callers for their whole place. */
const READERS = { ...DESKS, operator: 'place', auditor: 'place' } as const

export const grants = {
  'cases.report': { everyone: 'any' },
  'cases.read': READERS,
  'cases.contact': { ...DESKS, operator: 'place' },
  'cases.figures': { staff: 'place' },
  'cases.accept': DESKS,
  'cases.sendBack': DESKS,
  'cases.climb': DESKS,
  'cases.skip': DESKS,
  'cases.pause': DESKS,
  'cases.resume': DESKS,
  'cases.extend': DESKS,
  'cases.handle': DESKS,
  'cases.answer': DESKS,
  'cases.comment': { ...DESKS, operator: 'place' },
  'cases.assign': COMMANDS,
  'cases.handDown': COMMANDS,
  'cases.decline': COMMANDS,
  'cases.merge': COMMANDS,
  'cases.verify': COMMANDS,
  'cases.rework': COMMANDS,
  // By the reporter; by the operator for somebody on the phone, and noted as such.
  'cases.confirm': { resident: ['self', 'secret'], anonymous: 'secret', operator: 'place', staff: ['self', 'secret'] },
  'cases.reopen': { resident: ['self', 'secret'], anonymous: 'secret', operator: 'place', staff: ['self', 'secret'] },
  'cases.withdraw': { resident: ['self', 'secret'], anonymous: 'secret', operator: 'place', staff: ['self', 'secret'] },
  'cases.claim': { resident: 'secret', staff: 'secret' },
  'cases.follow': { everyone: 'secret' },
  'cases.mine': { resident: 'self', staff: 'self' },
  'cases.upload': { everyone: 'any' },
  'cases.file': {
    resident: ['self', 'secret'],
    anonymous: 'secret',
    grid_worker: 'place',
    village_cadre: 'place',
    township_room: 'place',
    county_command: 'place',
    city_command: 'place',
    department_officer: 'organ',
    operator: 'place',
    auditor: 'place',
  },
  'cases.tick': {},
} satisfies Grants
