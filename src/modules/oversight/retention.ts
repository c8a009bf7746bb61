import type { Retention } from '#kernel/retention.ts'

export const retention = {
  'oversight.given_up': {
    keep: '3 years',
    why: 'decisions that left somebody untold can be asked about for three years',
    by: 'at',
  },
} satisfies Retention
