import type { Job } from '#kernel/jobs.ts'
import { forgetSpent, handOverTexts } from './contract.ts'
import { dueTexts } from './store-sms.ts'
import { hasSpent } from './store-spent.ts'

/** Few at a time, so that a morning full of text messages leaves room in the relay for everything else. */
const AT_ONCE = 50

export const texts: Job = {
  name: 'notices.texts',
  everySeconds: 2,
  async find(tx, now) {
    const due = await dueTexts(tx, now, AT_ONCE)
    if (due.length === 0) return []
    const because = due.map(({ notice, nextAt }) => `${notice} ${nextAt}`).join(' ')
    return [{ command: handOverTexts.name, input: { ids: due.map(({ notice }) => notice) }, because }]
  },
}

export const forgetting: Job = {
  name: 'notices.forgetting',
  everySeconds: 600,
  find: async (tx, now) =>
    (await hasSpent(tx)) ? [{ command: forgetSpent.name, input: {}, because: String(now) }] : [],
}
