import type { Grants } from '#kernel/authorise.ts'

/** Whoever works in a place knows its doors: the grid's worker, the village, the township's room. Nobody above them, no department. */
const LOCAL = { grid_worker: 'place', village_cadre: 'place', township_room: 'place' } as const

export const grants = {
  'homes.see': LOCAL,
  'homes.enter': LOCAL,
  'homes.arrange': LOCAL,
  // whole lists at once: the two offices that keep them
  'homes.import': { village_cadre: 'place', township_room: 'place' },
  'homes.export': { village_cadre: 'place', township_room: 'place' },
  // by the house, when a contest was decided
  'homes.setRight': {},
  'homes.mine': { resident: 'self', staff: 'self' },
} satisfies Grants
