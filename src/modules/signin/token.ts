import { createHash, randomBytes, randomInt } from 'node:crypto'

/** 256 bits nobody can guess; the cookie holds it, the table only its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url')
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()
export const looksLikeToken = (text: string): boolean => /^[\w-]{43}$/.test(text)

/** Six digits, for a person to type. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')
