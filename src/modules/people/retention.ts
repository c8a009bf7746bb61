import type { Retention } from '#kernel/retention.ts'

export const retention: Retention = {
  'people.person': {
    keep: 'always',
    why: 'cases, posts and the record name the person; a resident asks for deletion by an appeal (PIPL art. 47)',
  },
  'people.entry': { keep: 'always', why: 'where every value came from; holds no data of the person it is about' },
  'people.document': {
    keep: '3 years',
    why: 'after it ended, to answer questions about what it was used for; sealed',
    by: 'the township, on a request or with the ledger of the year',
  },
  'people.statement': { keep: '10 years', why: 'what was held before a correction (PIPL art. 46)' },
  'people.merge': { keep: 'always', why: 'so that a merge can be undone and old ids still lead to the person' },
  'people.split': { keep: 'always', why: 'so that a split can be undone' },
  'people.organ': { keep: 'always', why: 'public institutions; old decisions name them' },
}
