import type { Grants } from '#kernel/authorise.ts'

/** 三员分立: who administers the house does not read its record, and who reads the record administers nothing. */
export const grants = {
  'oversight.record': { auditor: 'place' },
  'oversight.verify': { auditor: 'any' },
  'oversight.outbox': { auditor: 'any', system_admin: 'any' },
  'oversight.revive': { system_admin: 'any' },
  'oversight.drop': { system_admin: 'any' },
} satisfies Grants
