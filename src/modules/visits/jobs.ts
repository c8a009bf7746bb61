import type { Job } from '#kernel/jobs.ts'
import { remindPromise } from './contract-inward.ts'
import { duePromises } from './store-promises.ts'

export const reminders: Job = {
  name: 'visits.reminders',
  everySeconds: 60,
  find: async (tx, now, limit) =>
    (await duePromises(tx, now, limit)).map(({ id, nextAt }) => ({
      command: remindPromise.name,
      input: { id, due: nextAt },
      because: `${id} ${nextAt}`,
    })),
}
