import type { Job } from '#kernel/jobs.ts'
import { tellDisclosed } from './contract-disclosure.ts'
import { tellGlass } from './contract-glass.ts'
import { dueDelays } from './store-disclosure.ts'
import { dueGlasses } from './store-glass.ts'

/** Says that a delay is over. The looks themselves show by the instant of their day, whether this ran or not. */
export const disclosing: Job = {
  name: 'consents.disclosing',
  everySeconds: 60,
  find: async (tx, now, limit) =>
    (await dueDelays(tx, now, limit)).map(({ id }) => ({ command: tellDisclosed.name, input: { id }, because: id })),
}

/** Glass broken by an office whose looks were delayed: told when the delay is over. */
export const tellingGlass: Job = {
  name: 'consents.tellingGlass',
  everySeconds: 60,
  find: async (tx, now, limit) =>
    (await dueGlasses(tx, now, limit)).map(({ id }) => ({ command: tellGlass.name, input: { id }, because: id })),
}
