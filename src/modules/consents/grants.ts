import type { Grants } from '#kernel/authorise.ts'

const ONESELF = { resident: 'self', staff: 'self' } as const

export const grants = {
  'consents.purposes': { everyone: 'any' },
  'consents.looks': ONESELF,
  'consents.mine': ONESELF,
  'consents.give': ONESELF,
  'consents.withdraw': ONESELF,
} satisfies Grants
