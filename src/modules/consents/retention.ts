import type { Retention } from '#kernel/retention.ts'

export const retention = {
  'consents.consent': {
    keep: '3 years',
    why: 'proof that processing was lawful while it lasted (PIPL art. 14, 55 and 56); counted from the withdrawal',
    by: 'withdrawn_at',
  },
  'consents.delay': {
    keep: '10 years',
    why: 'why somebody was not told, as long as the looks themselves are on record',
  },
  'consents.glass': {
    keep: '10 years',
    why: 'who saw beyond his reach and why, as long as the looks themselves are on record',
  },
  'consents.outside_system': { keep: 'always', why: 'old looks name the system; holds no personal data' },
  'consents.outside_look': { keep: '10 years', why: 'looks in other registers, as long as our own', by: 'at' },
} satisfies Retention
