import { DAY_MS, HOUR_MS } from '#kernel/clock.ts'
import { ADMIN_ROLES } from '#modules/posts/contract.ts'

export type SessionKind = 'staff' | 'resident'

/** A session ends when it was idle for so long, and at the latest when it is so old. */
export const LIFETIMES: Record<SessionKind, { idleMs: number; wholeMs: number }> = {
  staff: { idleMs: 12 * HOUR_MS, wholeMs: 7 * DAY_MS },
  resident: { idleMs: 90 * DAY_MS, wholeMs: 90 * DAY_MS },
}

export const lifeOf = (kind: SessionKind, now: number): { idleEndsAt: number; endsAt: number; seconds: number } => ({
  idleEndsAt: now + LIFETIMES[kind].idleMs,
  endsAt: now + LIFETIMES[kind].wholeMs,
  seconds: LIFETIMES[kind].wholeMs / 1000,
})

export const CODE = { goodForSeconds: 300, tries: 5, againAfterSeconds: 60, perDay: 10 }

/**
 * So many tries of one thing within so many seconds of the first. `forgotten`: a success wipes the count; otherwise it takes
 * back only its own try, so that nobody clears the way for guesses at others by signing in as himself.
 */
export type Limit = { what: string; tries: number; seconds: number; forgotten: boolean }
const QUARTER = 900

/**
 * Narrow before wide: whoever guesses from one address is stopped there, before he can lock the owner out everywhere. A whole
 * office stands behind one address, hence the room in the last one.
 */
export const passwordLimits = (login: string, address: string): Limit[] => [
  { what: `password of ${login} from ${address}`, tries: 5, seconds: QUARTER, forgotten: true },
  { what: `password of ${login}`, tries: 20, seconds: QUARTER, forgotten: true },
  { what: `password from ${address}`, tries: 100, seconds: QUARTER, forgotten: false },
]

/** One's own password asked for again, inside a session. */
export const confirmLimits = (person: string): Limit[] => [
  { what: `confirmation by ${person}`, tries: 5, seconds: QUARTER, forgotten: true },
]

export const askLimits = (phone: string, address: string): Limit[] => [
  { what: `code for ${phone}`, tries: 1, seconds: CODE.againAfterSeconds, forgotten: false },
  { what: `codes for ${phone}`, tries: CODE.perDay, seconds: 86_400, forgotten: false },
  // Phones of a mobile network share addresses by the hundred.
  { what: `codes from ${address}`, tries: 200, seconds: 3600, forgotten: false },
]

export const codeLimits = (phone: string, address: string): Limit[] => [
  { what: `code of ${phone}`, tries: 15, seconds: QUARTER, forgotten: true },
  { what: `code from ${address}`, tries: 300, seconds: QUARTER, forgotten: false },
]

export const namedLogin = (typed: string): string => typed.trim().toLowerCase()

/** '+86 139-1234-1234' -> '13912341234' */
export const plainPhone = (written: string): string =>
  written.replace(/[^\d]/g, '').replace(/^(0086|86)(?=1\d{10}$)/, '')

/** Length does the work (NIST SP 800-63B); refused are only those that a stranger tries first. */
export function isTooSimple(password: string, known: readonly (string | null)[]): boolean {
  const lower = password.toLowerCase()
  const distinct = new Set(lower).size
  return (
    distinct < 5 ||
    FIRST_TRIED.test(lower) ||
    known.some((word) => word !== null && word.length > 2 && lower.includes(word.toLowerCase()))
  )
}
const FIRST_TRIED = /^(password|passw0rd|admin|administrator|qwertyuiop|1qaz2wsx|abc12345|woaini|0?123456789)[\d!@#.]*$/

/** The post acted in: the one wished for while it is held, otherwise the first. */
export const chosenPost = <P extends { post: string }>(
  held: readonly P[],
  wished: string | null | undefined,
): P | undefined => held.find((one) => one.post === wished) ?? held[0]

/**
 * Whose password may a system administrator set? Nobody's above or beside him, and no administrator's at all: with the
 * password of the security administrator or the auditor he would be two of the three (三员分立).
 */
export function maySetPassword(
  own: { person: string | null; place: string | null },
  target: string,
  posts: readonly { role: string; place: string }[],
): boolean {
  if (own.person === target || own.place === null) return false
  const place = own.place
  // Who holds no post is a resident: they sign in with codes, and nobody comes in as one of them by a password.
  return (
    posts.length > 0 &&
    posts.every((post) => !ADMIN_ROLES.some((role) => role === post.role) && post.place.startsWith(place))
  )
}
