import { instant } from '#kernel/clock.ts'
import type { Job } from '#kernel/jobs.ts'
import { clearOutdated } from './contract.ts'
import { outdatedBefore } from './sessions.ts'
import { hasOutdated } from './store.ts'

/** Removes, hourly at the most, what retention.ts no longer keeps. */
export const clearing: Job = {
  name: 'signin.clearing',
  everySeconds: 3600,
  find: async (tx, now) =>
    (await hasOutdated(tx, outdatedBefore(now)))
      ? [{ command: clearOutdated.name, input: {}, because: instant(now).slice(0, 13) }]
      : [],
}
