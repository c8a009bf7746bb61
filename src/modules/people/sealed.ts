import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Id numbers at rest.
 *
 * Format   one byte version (1), 12 bytes nonce, 16 bytes tag, AES-256-GCM of the number; the person's id is authenticated with
 *          it, so a sealed number moved to another person does not open.
 * Token    HMAC-SHA-256 of the number: finds equals without opening anything.
 * Keys     both derived (HKDF) from one key of 32 bytes that the app hands over when it starts; it never enters the database.
 */
type Keys = { seal: Buffer; token: Buffer }
let keys: Keys | undefined

export function setDataKey(key: Uint8Array): void {
  if (key.length !== 32) throw new Error('the data key must have 32 bytes')
  const derive = (use: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', `openpalm people ${use}`, 32))
  keys = { seal: derive('seal'), token: derive('token') }
}

function held(): Keys {
  if (!keys) throw new Error('no data key: call setDataKey before id numbers are used')
  return keys
}

const VERSION = 1

export type Sealed = { token: Buffer; sealed: Buffer }

export function sealId(person: string, number: string): Sealed {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', held().seal, nonce).setAAD(Buffer.from(person))
  const text = Buffer.concat([cipher.update(number, 'utf8'), cipher.final()])
  return { token: tokenOfId(number), sealed: Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), text]) }
}

/** Throws when it was tampered with or sealed for somebody else. */
export function openId(person: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== VERSION) throw new Error(`unknown seal version ${bytes[0]}`)
  const opening = createDecipheriv('aes-256-gcm', held().seal, bytes.subarray(1, 13))
  opening.setAAD(Buffer.from(person)).setAuthTag(bytes.subarray(13, 29))
  return Buffer.concat([opening.update(bytes.subarray(29)), opening.final()]).toString('utf8')
}

/** Any other secret of a person, for one use only: what is sealed for signing in opens as nothing else. */
export const sealSecret = (person: string, use: string, secret: Uint8Array): Buffer =>
  sealId(`${person} ${use}`, Buffer.from(secret).toString('base64')).sealed
export const openSecret = (person: string, use: string, sealed: Uint8Array): Buffer =>
  Buffer.from(openId(`${person} ${use}`, sealed), 'base64')

export const tokenOfId = (number: string): Buffer => createHmac('sha256', held().token).update(number).digest()

/** The digest that a document of a kind is found by; resident ids keep the plain one they always had. */
export const tokenOfNumber = (kind: string, number: string): Buffer =>
  tokenOfId(kind === 'resident_id' ? number : `${kind} ${number}`)

/** Token and sealed number in hexadecimal, as bulk inserts take them. */
export function sealNumber(person: string, kind: string, number: string): { token: string; sealed: string } {
  return { token: tokenOfNumber(kind, number).toString('hex'), sealed: sealId(person, number).sealed.toString('hex') }
}
