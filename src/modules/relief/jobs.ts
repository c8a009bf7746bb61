import type { Job } from '#kernel/jobs.ts'
import { endCheck } from './contract-checks.ts'
import { dueChecks } from './store-checks.ts'

export const endingChecks: Job = {
  name: 'relief.endingChecks',
  everySeconds: 60,
  find: async (tx, now, limit) =>
    (await dueChecks(tx, now, limit)).map(({ id }) => ({ command: endCheck.name, input: { id }, because: id })),
}
