import type { Grants } from '#kernel/authorise.ts'
import { contestGrants } from './contest-grants.ts'

/**
 * The registry and what forms cost are public among staff. A department asks and takes its own forms' tables; it never reads
 * values otherwise. Whoever stands at the door answers there.
 */
const ASKS = {
  village_cadre: 'place',
  township_room: 'place',
  department_officer: 'organ',
  county_command: 'place',
  city_command: 'place',
} as const
const AT_THE_DOOR = { grid_worker: 'place', village_cadre: 'place', township_room: 'place' } as const

export const grants = {
  ...contestGrants,
  'fields.definitions': { everyone: 'any' },
  'fields.define': { city_command: 'place' },
  'fields.endField': { city_command: 'place' },
  'fields.draft': ASKS,
  'fields.publish': ASKS,
  'fields.end': ASKS,
  'fields.forms': { staff: 'any' },
  'fields.form': { staff: 'any' },
  'fields.doors': AT_THE_DOOR,
  'fields.questions': AT_THE_DOOR,
  'fields.answer': AT_THE_DOOR,
  'fields.branches': AT_THE_DOOR,
  'fields.settle': { village_cadre: 'place', township_room: 'place' },
  'fields.burden': { staff: 'any' },
  'fields.export': ASKS,
} satisfies Grants
