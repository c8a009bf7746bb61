import type { Retention } from '#kernel/retention.ts'

const BY_MONTH = 'store-months.ts: a month that has been kept so long leaves as a whole'

export const retention: Retention = {
  'orders.order': { keep: 'always', why: 'what offices asked, on which basis, and how it ended' },
  'orders.version': { keep: 'always', why: 'what an order said on a day of the past' },
  'orders.numbering': { keep: 'always', why: 'numbers of letters are given once' },
  'orders.recipient': { keep: '3 years', why: 'who was asked and what came of it', by: BY_MONTH },
  'orders.answer': { keep: '3 years', why: 'what each of them said, and when', by: BY_MONTH },
  'orders.photo': {
    keep: '3 years',
    why: 'what an answer proves',
    by: 'commands-chase.ts, keepMonths: with the months of answers',
  },
  'orders.tally': { keep: 'always', why: 'figures of an order by village; no persons' },
  'orders.load': { keep: '1 years', why: 'minutes that grids were asked for a day; no persons', by: 'day' },
  'orders.stand_in': { keep: '3 years', why: 'who answered for whom', by: 'at' },
  'orders.warning': { keep: 'always', why: 'what the public was warned of, and when' },
}
