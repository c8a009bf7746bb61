import type { Grants } from '#kernel/authorise.ts'

/** Whoever works in a place knows who lives there. The county decides what lies between two of its townships, the city between counties. */
const WHO = {
  grid_worker: 'place',
  village_cadre: 'place',
  township_room: 'place',
  county_command: 'place',
  city_command: 'place',
} as const

export const grants = {
  'matches.search': { village_cadre: 'place', township_room: 'place' },
  'matches.see': WHO,
  'matches.decide': WHO,
} satisfies Grants
