import type { Retention } from '#kernel/retention.ts'

export const retention = {
  'notices.notice': {
    keep: '1 years',
    why: 'proof that somebody was told, over the time in which decisions on a case are contested',
    by: 'at',
  },
  'notices.sms': { keep: '1 years', why: 'fate of the text message, removed with its notice' },
} satisfies Retention
