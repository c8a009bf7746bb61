import type { Grants } from '#kernel/authorise.ts'

/** Who leads, helps and by when is public; the city alone changes it, so that one list holds for every place. */
export const grants = {
  'duties.list': { everyone: 'any' },
  'duties.suggest': { everyone: 'any' },
  'duties.history': { everyone: 'any' },
  'duties.lines': { everyone: 'any' },
  'duties.revise': { city_command: 'place', system_admin: 'place' },
} satisfies Grants
