import { dayOf } from '#kernel/clock.ts'
import type { Job } from '#kernel/jobs.ts'
import { chaseOrder, chaseRecipient, keepMonths } from './contract-answers.ts'
import { dueOrders, dueRecipients } from './store-chase.ts'
import { monthsDue } from './store-months.ts'

const chase: Job = {
  name: 'orders.chase',
  everySeconds: 30,
  find: async (tx, now, limit) =>
    (await dueOrders(tx, now, limit)).map(({ id, step, nextAt }) => ({
      command: chaseOrder.name,
      input: { id, step },
      because: `${id} ${step} ${nextAt}`,
    })),
}

const chaseOwn: Job = {
  name: 'orders.chaseRecipient',
  everySeconds: 60,
  find: async (tx, now, limit) =>
    (await dueRecipients(tx, now, limit)).map(({ order, who, step, nextAt }) => ({
      command: chaseRecipient.name,
      input: { order, who, step },
      because: `${order} ${who} ${step} ${nextAt}`,
    })),
}

const months: Job = {
  name: 'orders.months',
  everySeconds: 3600,
  find: async (tx, now) => {
    const [day, month] = [dayOf(now), dayOf(now).slice(0, 7)]
    return (await monthsDue(tx, `${month}-01`))
      ? [{ command: keepMonths.name, input: { month }, because: `${month} ${day}` }]
      : []
  },
}

export const jobs: Job[] = [chase, chaseOwn, months]
