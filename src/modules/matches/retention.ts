import type { Retention } from '#kernel/retention.ts'

export const retention: Retention = {
  'matches.search': { keep: '1 years', why: 'when a place was last looked through', by: 'the platform, by age' },
  'matches.pair': {
    keep: 'always',
    why: 'so that a pair which was told apart is not shown again; holds no values of the persons',
  },
  'matches.decision': { keep: 'always', why: 'who said that two entries are one person, so that it can be undone' },
}
