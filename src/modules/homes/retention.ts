import type { Retention } from '#kernel/retention.ts'

export const retention: Retention = {
  'homes.dwelling': { keep: 'always', why: 'a door outlives who lives behind it; holds no personal data' },
  'homes.statement': { keep: 'always', why: 'what a dwelling was called before; old papers name it' },
  'homes.household': {
    keep: '10 years',
    why: 'after it ended: who was answered for, and by whom',
    by: 'the township, with the ledger of the year',
  },
  'homes.member': {
    keep: '10 years',
    why: 'after it ended: questions about residence are asked for years',
    by: 'with its household',
  },
  'homes.stay': {
    keep: '10 years',
    why: 'behind which door a household was before, and who answered for it there',
    by: 'with its household',
  },
  'homes.premises': { keep: 'always', why: 'seats of organs are public' },
  'homes.act': { keep: '10 years', why: 'so that a split or merge can be undone and explained' },
  'homes.import': {
    keep: '10 years',
    why: 'where entries came from; the cells themselves, sealed, go after thirty days (homes.forgetLists)',
  },
  'homes.import_row': { keep: '10 years', why: 'what was done with each row of a list; values are masked' },
}
