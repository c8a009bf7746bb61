import type { Grants } from '#kernel/authorise.ts'

/** Who fills posts: 三员分立. The system administrator fills ordinary posts, the city's security administrator those of administrators (rules.ts). */
const ADMINISTRATORS = { system_admin: 'place', security_admin: 'place' } as const

export const grants = {
  'posts.list': { staff: 'any' },
  'posts.team': { staff: 'any' },
  'posts.whoCan': { staff: 'any' },
  'posts.permissions': { staff: 'any' },
  'posts.appoint': ADMINISTRATORS,
  'posts.end': ADMINISTRATORS,
  'posts.handOver': ADMINISTRATORS,
  'posts.tellHandOver': {},
} satisfies Grants
