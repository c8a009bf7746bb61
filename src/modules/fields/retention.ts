import type { Retention } from '#kernel/retention.ts'
import { contestRetention } from './contest-retention.ts'

export const retention = {
  ...contestRetention,
  'fields.definition': { keep: 'always', why: 'what the platform may hold and held once; no personal data' },
  'fields.value': {
    keep: '3 years',
    why: 'earlier values answer who said what when; counted from the day a value was replaced; present ones stay while the subject does',
    by: 'until_at',
  },
  'fields.confirmation': { keep: '3 years', why: 'who said that it is still so', by: 'at' },
  'fields.branch': { keep: '3 years', why: 'both sides of a contradiction, after it was decided', by: 'decided_at' },
  'fields.form': { keep: 'always', why: 'who asked what of whom, for which purpose; no personal data' },
  'fields.effort': { keep: '3 years', why: 'the burden of forms, by month', by: 'day' },
} satisfies Retention
