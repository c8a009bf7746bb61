import type { Job } from '#kernel/jobs.ts'
import { carryOutSearch } from './contract.ts'
import { waitingSearches } from './store.ts'

export const jobs: Job[] = [
  {
    name: 'matches.search',
    everySeconds: 3,
    // One at a time: each may hold a township.
    find: async (tx) =>
      (await waitingSearches(tx, 1)).map(({ id }) => ({ command: carryOutSearch.name, input: { id }, because: id })),
  },
]
