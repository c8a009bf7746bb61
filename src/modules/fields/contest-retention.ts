import type { Retention } from '#kernel/retention.ts'

export const contestRetention = {
  'fields.contest': {
    keep: '3 years',
    why: 'what was contested, decided and answered (PIPL art. 46); counted from the decision',
    by: 'decided_at',
  },
  'fields.paper': {
    keep: '3 years',
    why: 'the sheet on which somebody consented, as proof; counted from the day it was taken back',
    by: 'taken_back_at',
  },
  'fields.contest_step': { keep: '3 years', why: 'the steps of a contest go with it', by: 'at' },
  'fields.suspicion': { keep: '1 years', why: 'entries looked at; after that the values are newer', by: 'found_at' },
  'fields.compared': { keep: '90 days', why: 'days on which what came in was compared; no personal data', by: 'day' },
} satisfies Retention
