import type { Grants } from '#kernel/authorise.ts'

/** Signing in is everybody's; the rest is about oneself. The last two are the server's own: no role has them. */
export const grants = {
  'signin.password': { everyone: 'any' },
  'signin.sendCode': { everyone: 'any' },
  'signin.code': { everyone: 'any' },
  'signin.out': { everyone: 'any' },
  'signin.ways': { everyone: 'any' },
  'signin.me': { everyone: 'self' },
  'signin.actAs': { staff: 'self' },
  'signin.changePassword': { staff: 'self', resident: 'self' },
  'signin.startSecondFactor': { staff: 'self', resident: 'self' },
  'signin.finishSecondFactor': { staff: 'self', resident: 'self' },
  'signin.stopSecondFactor': { staff: 'self', resident: 'self' },
  'signin.sessions': { staff: 'self', resident: 'self' },
  'signin.revoke': { staff: 'self', resident: 'self' },
  'signin.setPassword': { system_admin: 'any' },
  'signin.provider': {},
  'signin.clear': {},
} satisfies Grants
