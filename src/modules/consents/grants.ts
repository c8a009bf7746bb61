import type { Grants } from '#kernel/authorise.ts'

/** Whoever handles matters of people; auditors and administrators have no business with a person in need. */
const AT_WORK = {
  grid_worker: 'any',
  village_cadre: 'any',
  township_room: 'any',
  department_officer: 'any',
  county_command: 'any',
  city_command: 'any',
  operator: 'any',
} as const
const ASKING = { township_room: 'any', department_officer: 'any', county_command: 'any', city_command: 'any' } as const
const DECIDING = { county_command: 'place', city_command: 'place' } as const
const OUTSIDE = { outside_system: 'any' } as const

const ONESELF = { resident: 'self', staff: 'self' } as const

export const grants = {
  'consents.purposes': { everyone: 'any' },
  'consents.looks': ONESELF,
  'consents.mine': ONESELF,
  'consents.give': ONESELF,
  'consents.withdraw': ONESELF,
  // Delays: a second person above decides; auditors see all of them, those that wait too.
  'consents.askDelay': ASKING,
  'consents.decideDelay': DECIDING,
  'consents.endDelay': { township_room: 'place', department_officer: 'organ', ...DECIDING },
  'consents.delays': { auditor: 'place', township_room: 'place', department_officer: 'organ', ...DECIDING },
  'consents.disclose': {},
  'consents.breakGlass': AT_WORK,
  'consents.closeGlass': { staff: 'self' },
  'consents.glasses': { auditor: 'place', staff: 'self' },
  'consents.tellGlass': {},
  // Outside systems: who gives rights gives these too, and whoever audits sees them. The four acts are theirs alone.
  'consents.addOutside': { security_admin: 'any' },
  'consents.endOutside': { security_admin: 'any' },
  'consents.outside': { security_admin: 'any', auditor: 'any' },
  'consents.findUsage': OUTSIDE,
  'consents.usagePeriod': OUTSIDE,
  'consents.heartbeat': OUTSIDE,
  'consents.reportUsage': OUTSIDE,
} satisfies Grants
