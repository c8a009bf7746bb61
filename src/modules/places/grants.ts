import type { Grants } from '#kernel/authorise.ts'

/** The tree is public; it is changed from above, by whoever commands the place that a changed one lies in. */
const FROM_ABOVE = { county_command: 'place', city_command: 'place', system_admin: 'place' } as const

export const grants = {
  'places.get': { everyone: 'any' },
  'places.search': { everyone: 'any' },
  'places.names': { everyone: 'any' },
  'places.locate': { everyone: 'any' },
  'places.layer': { everyone: 'any' },
  'places.changes': { everyone: 'any' },
  'places.merge': FROM_ABOVE,
  'places.split': FROM_ABOVE,
  'places.rename': FROM_ABOVE,
  'places.settle': {},
} satisfies Grants
