/**
 * What a phone keeps is encrypted, and the key needs the worker's session or his password.
 *
 * Key        Each person on each phone has one random data key (AES-GCM, 256 bits). In use it lives in the memory of the page, not
 *            extractable. At rest there are two wrapped copies of it, either opens the store:
 *              by the server   wrapped by HKDF of a secret that the server hands to the live session of that person on that phone only
 *              by password     wrapped by PBKDF2 (SHA-256, 600,000 rounds, own salt) of the password of the last sign-in; for a start
 *                              without a network. Good for seven days after the last contact; ten wrong tries throw it away.
 *                              Who came by single sign-on typed none here: he chooses one for this phone, while signed in; it
 *                              never leaves the phone, and the next sign-in with a password takes its place
 * Content    Each record is sealed by itself with a fresh nonce; its name is authenticated with it, so that records cannot be
 *            swapped. A record that does not open (half written, changed) is named to the reader, never passed over in silence.
 * Protects   A lost or stolen phone that is locked or whose page is closed; a second person on the same phone; a copy of the disk:
 *            without session and password there is nothing to read but how many records there are, and how large.
 * Emptying   The server forgets its secret at once and the phone empties itself at its next contact. A phone that never comes back
 *            is protected by the password alone: its strength is the strength of the copy.
 * Does not   Protect an unlocked phone with the page open; against whoever has taken over the phone's system or browser, or types
 *            along; the limits on tries and days against whoever has copied the disk and brings his own program. Without HTTPS (or
 *            on an old browser) there is no WebCrypto: then nothing is kept at all.
 */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }
export type Lock = Sealed & { salt: Uint8Array<ArrayBuffer>; rounds: number }
export type Raw = Uint8Array<ArrayBuffer>

const ROUNDS = 600_000
const AES = { name: 'AES-GCM', length: 256 } as const

export const canSeal = (): boolean =>
  typeof crypto !== 'undefined' && 'subtle' in crypto && typeof indexedDB !== 'undefined'

export const random = (length: number): Raw => crypto.getRandomValues(new Uint8Array(length))
export const newRawKey = (): Raw => random(32)
/** From here on nobody can read the key out of the page. */
export const keyFrom = (raw: Raw): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, AES, false, ['encrypt', 'decrypt'])

export async function seal(key: CryptoKey, name: string, content: Raw): Promise<Sealed> {
  const iv = random(12)
  return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: text(name) }, key, content) }
}

/** Throws when it was changed, is half written, belongs to another name or another person. */
export async function unseal(key: CryptoKey, name: string, { iv, bytes }: Sealed): Promise<Raw> {
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: text(name) }, key, bytes))
}

export async function lockBySecret(raw: Raw, secret: Raw): Promise<Lock> {
  const salt = random(16)
  return { salt, rounds: 0, ...(await seal(await fromSecret(secret, salt), LOCK, raw)) }
}

export async function lockByPassword(raw: Raw, password: string, rounds = ROUNDS): Promise<Lock> {
  const salt = random(16)
  return { salt, rounds, ...(await seal(await fromPassword(password, salt, rounds), LOCK, raw)) }
}

export const openBySecret = async (lock: Lock, secret: Raw): Promise<Raw> =>
  unseal(await fromSecret(secret, lock.salt), LOCK, lock)
export const openByPassword = async (lock: Lock, password: string): Promise<Raw> =>
  unseal(await fromPassword(password, lock.salt, lock.rounds), LOCK, lock)

const LOCK = 'openpalm data key'
const text = (said: string): Raw => new TextEncoder().encode(said)

async function fromSecret(secret: Raw, salt: Raw): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: text(LOCK) }
  return crypto.subtle.deriveKey(how, base, AES, false, ['encrypt', 'decrypt'])
}

async function fromPassword(password: string, salt: Raw, rounds: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', text(password.normalize('NFKC')), 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  return crypto.subtle.deriveKey(how, base, AES, false, ['encrypt', 'decrypt'])
}
