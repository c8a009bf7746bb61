import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Time-based one-time passwords, RFC 6238 over RFC 4226: HMAC-SHA-1, 30-second steps, 6 digits, as every authenticator does. */
const STEP_SECONDS = 30
/** One step either way, for clocks that differ and fingers that are slow. */
const DRIFT = [0, -1, 1]

export const newSecret = (): Buffer => randomBytes(20)

export const stepAt = (now: number): number => Math.floor(now / 1000 / STEP_SECONDS)

export function codeAt(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const offset = digest.readUInt8(digest.length - 1) & 0x0f
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The step whose code this is, or undefined. Steps up to `lastUsed` are spent. */
export function matchingStep(secret: Uint8Array, code: string, now: number, lastUsed: number): number | undefined {
  const typed = Buffer.from(code)
  return DRIFT.map((drift) => stepAt(now) + drift).find((step) => {
    const expected = Buffer.from(codeAt(secret, step))
    return step > lastUsed && typed.length === expected.length && timingSafeEqual(typed, expected)
  })
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 base 32 without padding. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('')
}

/** What authenticator apps read from the square code. */
export const keyUri = (secret: Uint8Array, account: string): string =>
  `otpauth://totp/OpenPalm:${encodeURIComponent(account)}?secret=${base32(secret)}&issuer=OpenPalm&algorithm=SHA1&digits=6&period=${STEP_SECONDS}`
