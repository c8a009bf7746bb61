import { openDB } from 'idb'
import { DAY_MS, systemClock } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import {
  keyFrom,
  type Lock,
  lockByPassword,
  lockBySecret,
  newRawKey,
  openByPassword,
  openBySecret,
  random,
  type Raw,
} from './sealing.ts'

/** Who has a store on this phone. In the clear: ids, a name that is shown where the password is asked for, wrapped keys. */
export type Ring = {
  person: string
  /** Masked. */
  name: string
  device: string
  token: string
  bySecret: Lock | null
  byPassword: Lock | null
  /** It is one that was chosen for this phone, not the one of the account. */
  chosen?: boolean
  /** Wrong passwords since the last right one. */
  wrong: number
  contactAt: number
}
export const MOST_WRONG = 10
export const GOOD_MS = 7 * DAY_MS

const RINGS = 'rings'
const database = () =>
  openDB('openpalm-keyring', 1, { upgrade: (made) => void made.createObjectStore(RINGS, { keyPath: 'person' }) })

async function within<T>(work: (db: Awaited<ReturnType<typeof database>>) => Promise<T>): Promise<T> {
  const db = await database()
  try {
    return await work(db)
  } finally {
    db.close()
  }
}

export const listRings = (): Promise<Ring[]> => within((db) => db.getAll(RINGS) as Promise<Ring[]>)
export const findRing = (person: string): Promise<Ring | undefined> =>
  within((db) => db.get(RINGS, person) as Promise<Ring | undefined>)
export const saveRing = (ring: Ring): Promise<unknown> => within((db) => db.put(RINGS, ring))
export const forgetRing = (person: string): Promise<void> => within((db) => db.delete(RINGS, person))

/** A phone is a new one for each person: emptied for one, it is not for the other. */
export const newRing = (person: string, name: string): Ring => ({
  person,
  name: `${[...name][0] ?? ''}**`,
  device: uuidv7(systemClock.now()),
  token: Array.from(random(40), (byte) => LETTERS[byte % LETTERS.length]).join(''),
  bySecret: null,
  byPassword: null,
  wrong: 0,
  contactAt: systemClock.now(),
})
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'

/** With the session: the server's secret opens it, or makes the first key. `undefined`: what is here was locked by another secret. */
export async function openOnline(ring: Ring, secret: Raw, password: string | undefined): Promise<Opened | undefined> {
  const raw = ring.bySecret ? await openBySecret(ring.bySecret, secret).catch(() => undefined) : newRawKey()
  if (!raw) return undefined
  const bySecret = ring.bySecret ?? (await lockBySecret(raw, secret))
  await saveRing({ ...ring, bySecret, wrong: 0, contactAt: systemClock.now() })
  const key = await keyFrom(raw)
  return { key, locked: lockedBy(ring.person, raw, password) }
}

type Opened = {
  key: CryptoKey
  /** when the password opens it too: that takes a second on a slow phone, and nobody waits */ locked: Promise<void>
}

/** A password chosen for this phone, by somebody who is signed in: the server's secret opens what it will open without one. */
export async function choosePassword(person: string, secret: Raw, password: string): Promise<boolean> {
  const ring = await findRing(person)
  const raw = ring?.bySecret && (await openBySecret(ring.bySecret, secret).catch(() => undefined))
  if (!raw) return false
  await lockedBy(person, raw, password, true)
  return true
}

async function lockedBy(person: string, raw: Raw, password: string | undefined, chosen = false): Promise<void> {
  const byPassword = password === undefined ? undefined : await lockByPassword(raw, password)
  raw.fill(0)
  const ring = await findRing(person)
  if (byPassword && ring) await saveRing({ ...ring, byPassword, chosen, wrong: 0 })
}

export type Unlocked = { key: CryptoKey } | { why: 'wrong' | 'too_many' | 'too_old' | 'no_password' }

/** Without a network, by the password of the last sign-in. */
export async function openOffline(person: string, password: string, now = systemClock.now()): Promise<Unlocked> {
  const ring = await findRing(person)
  if (!ring?.byPassword) return { why: ring && ring.wrong >= MOST_WRONG ? 'too_many' : 'no_password' }
  if (now - ring.contactAt > GOOD_MS) return { why: 'too_old' }
  // Counted before it is tried: closing the page does not take the count back.
  const wrong = ring.wrong + 1
  await saveRing({ ...ring, wrong })
  const raw = await openByPassword(ring.byPassword, password).catch(() => undefined)
  if (raw) {
    await saveRing({ ...ring, wrong: 0 })
    const key = await keyFrom(raw)
    raw.fill(0)
    return { key }
  }
  if (wrong < MOST_WRONG) return { why: 'wrong' }
  await saveRing({ ...ring, wrong, byPassword: null })
  return { why: 'too_many' }
}
