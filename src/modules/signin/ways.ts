import type { OutputOf } from '#kernel/contract.ts'
import type { Platform } from '#kernel/platform.ts'
import type { listWays } from './contract.ts'

export type Ways = OutputOf<typeof listWays>
const NONE: Ways = { oidc: null, developerInbox: null, demoLogins: [] }
const offered = new WeakMap<Platform, Ways>()

/** Said once at the start by what was configured; a way that nobody offers is not shown. */
export const offerWays = (p: Platform, some: Partial<Ways>): void => void offered.set(p, { ...waysOf(p), ...some })
export const waysOf = (p: Platform): Ways => offered.get(p) ?? NONE
