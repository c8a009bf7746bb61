import { DAY_MS, instant, secondOfDay } from '#kernel/clock.ts'
import type { Job } from '#kernel/jobs.ts'
import { carryOutSearch, wantMonthly } from './contract.ts'
import { unsearched, waitingSearches } from './store.ts'

const MONTH_MS = 30 * DAY_MS
/** Between one and five at night nobody waits for the server. */
const NIGHT = { from: 1, until: 5 }
/** Each time so many: a city's townships are through after a few nights. */
const TOWNSHIPS = 5

export const jobs: Job[] = [
  {
    name: 'matches.search',
    everySeconds: 3,
    // One at a time: each may hold a township.
    find: async (tx) =>
      (await waitingSearches(tx, 1)).map(({ id }) => ({ command: carryOutSearch.name, input: { id }, because: id })),
  },
  {
    name: 'matches.monthly',
    everySeconds: 600,
    async find(tx, now) {
      const hour = secondOfDay(now) / 3600
      if (hour < NIGHT.from || hour >= NIGHT.until) return []
      const due = await unsearched(tx, instant(now - MONTH_MS), TOWNSHIPS)
      return due.map(({ place, last }) => ({
        command: wantMonthly.name,
        input: { place },
        because: `${place} after ${last ?? 'never'}`,
      }))
    },
  },
]
