import { dayOf } from '#kernel/clock.ts'
import { liveHolds } from '#kernel/holds.ts'
import type { Job } from '#kernel/jobs.ts'
import { pull } from '#kernel/levers.ts'
import { expire, remind } from './contract.ts'
import { advance, destroyKept } from './contract-ending.ts'
import { hoursBeforeEnd } from './levers.ts'
import { dueKept } from './store-ending.ts'
import { dueReminders, dueToEnd, goingOn } from './store.ts'

/** Powers lapse by themselves, to the millisecond; this is for what stands beside them. */
const lapsing: Job = {
  name: 'emergency.expiring',
  everySeconds: 10,
  find: async (tx, now, limit) =>
    (await dueToEnd(tx, now, limit)).map(({ id, endsAt }) => ({
      command: expire.name,
      input: { id },
      because: `${id} ${endsAt}`,
    })),
}
const ending: Job = {
  name: 'emergency.ending',
  everySeconds: 5,
  find: async (tx, now, limit) =>
    (await goingOn(tx, now, limit)).map(({ id, step, stepAt }) => ({
      command: advance.name,
      input: { id, step, at: stepAt },
      because: `${id} ${step} ${stepAt} ${now}`,
    })),
}
const reminding: Job = {
  name: 'emergency.reminding',
  everySeconds: 60,
  find: async (tx, now, limit) => {
    const ahead = pull(hoursBeforeEnd, await liveHolds(tx, now), '', now)
    return (await dueReminders(tx, now, ahead, limit)).map(({ id, what, due }) => ({
      command: remind.name,
      input: { id, what, due },
      because: `${id} ${what} ${due}`,
    }))
  },
}
const keeping: Job = {
  name: 'emergency.keptTooLong',
  everySeconds: 3600,
  find: async (tx, now, limit) =>
    (await dueKept(tx, dayOf(now), limit)).map(({ id }) => ({
      command: destroyKept.name,
      input: { id },
      because: `${id} ${dayOf(now)}`,
    })),
}

export const jobs: Job[] = [lapsing, ending, reminding, keeping]
