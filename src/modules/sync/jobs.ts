import { dayOf } from '#kernel/clock.ts'
import type { Job } from '#kernel/jobs.ts'
import { clearSync, strandParcel } from './contract-inward.ts'
import { hasOutdated, hasShut, overdue } from './store.ts'

export const stranding: Job = {
  name: 'sync.stranding',
  everySeconds: 600,
  find: async (tx, now, limit) =>
    (await overdue(tx, now, limit)).map((input) => ({
      command: strandParcel.name,
      input,
      because: `${input.person} ${input.key}`,
    })),
}

export const clearing: Job = {
  name: 'sync.clearing',
  everySeconds: 3600,
  find: async (tx, now) => [
    ...((await hasOutdated(tx, now)) ? [{ command: clearSync.name, input: {}, because: dayOf(now) }] : []),
    ...((await hasShut(tx, now)) ? [{ command: clearSync.name, input: {}, because: `shut ${now}` }] : []),
  ],
}
