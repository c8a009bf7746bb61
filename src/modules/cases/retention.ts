import type { Retention } from '#kernel/retention.ts'

export const retention = {
  'cases.case': {
    keep: '10 years',
    why: 'archive of administrative matters; the reporter can ask for the contact data to be removed once the case is closed',
  },
  'cases.step': { keep: '10 years', why: 'the history of a case is kept as long as the case' },
  'cases.file': {
    keep: '3 years',
    why: 'evidence; files that nothing took up go after a day, those of an answer to an order with it',
  },
  'cases.reporter_was': {
    keep: '10 years',
    why: 'whose report a case was before two entries were found to be one person; goes back with an undo',
    by: 'at',
  },
  'cases.words': { keep: '10 years', why: 'search index of cases, removed with them' },
  'cases.tally': { keep: 'always', why: 'figures without personal data' },
  'cases.tally_day': { keep: 'always', why: 'figures without personal data' },
} satisfies Retention
