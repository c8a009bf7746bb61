import type { Retention } from '#kernel/retention.ts'

export const retention = {
  'consents.consent': {
    keep: '3 years',
    why: 'proof that processing was lawful while it lasted (PIPL art. 14, 55 and 56); counted from the withdrawal',
    by: 'withdrawn_at',
  },
} satisfies Retention
