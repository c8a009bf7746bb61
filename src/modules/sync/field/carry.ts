import { systemClock } from '#kernel/clock.ts'
import { getMySelf, type Me } from '#modules/signin/contract.ts'
import { ask, call, CallError } from '#ui/call.ts'
import { keepNothing } from '#ui/kept.ts'
import { closeAnswers, dropOthers, openAnswers, tagsHeld, takeAnswers } from '#ui/offline/answers.ts'
import { keepSealed } from '#ui/offline/drafts.ts'
import {
  choosePassword,
  findRing,
  forgetRing,
  listRings,
  newRing,
  openOffline,
  openOnline,
  type Ring,
  saveRing,
} from '#ui/offline/keyring.ts'
import { isReached } from '#ui/offline/line.ts'
import { canSeal, type Raw } from '#ui/offline/sealing.ts'
import { shelfIn } from '#ui/offline/shelf.ts'
import { takeTyped } from '#ui/offline/typed.ts'
import { decoded, destroyVault, encoded, openVault, type Vault } from '#ui/offline/vault.ts'
import { closeOutbox, listParcels, openOutbox, sendAll } from '#ui/outbox.ts'
import { toast } from '#ui/kit/toast.tsx'
import { queries } from '#ui/query.tsx'
import { confirmWipe, registerDevice, takeBundle, touchDevice } from '../contract.ts'
import { offlineTexts as t } from './messages.ts'
import { leaveStage, setStage, stageNow } from './stage.ts'

type Here = { person: string; post: string; ring: Ring; vault: Vault }
let here: Here | undefined
/** Steps that open, close or empty follow each other, never cross. */
let turn: Promise<unknown> = Promise.resolve()
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const next = turn.then(work, work)
  turn = next.catch(() => undefined)
  return next
}

/** Somebody is signed in: opens what is his on this phone with the secret that the server gives his session. */
export const opened = (me: Me): Promise<void> =>
  inTurn(async () => {
    const { person, acting } = me
    if (!person) return
    const post = acting?.id ?? ''
    if (here?.person === person.id) return goOn(here, post)
    const known = canSeal() ? await findRing(person.id).catch(() => undefined) : undefined
    // Whose post has ended hands in what is here; a resident has nothing to do with this app.
    if (!acting && !known) return
    await close()
    setStage({ at: 'opening', person: person.id, emptied: null })
    const ring = canSeal() ? (known ?? newRing(person.id, person.name)) : undefined
    const key = ring && (await keyFor(ring, person.id))
    if (!ring || !key) {
      await openOutbox({ person: person.id, post, device: ring?.device ?? newRing(person.id, '').device })
      return setStage({ at: 'memory' })
    }
    await unpack(ring, key, post)
  })

/** A session that was renewed, or another post of the same person. */
async function goOn(open: Here, post: string): Promise<void> {
  if (open.post === post) return
  here = { ...open, post }
  await openPost(here)
  void sync()
}

async function keyFor(ring: Ring, person: string): Promise<CryptoKey | undefined> {
  await saveRing(ring)
  try {
    const { secret } = await call(registerDevice, {
      device: ring.device as never,
      token: ring.token,
      name: deviceName(),
    })
    const opened = await openOnline(ring, bytesOf(secret), takeTyped())
    if (opened) {
      void opened.locked.then(async () => setStage({ locked: (await findRing(person))?.byPassword != null }))
      return opened.key
    }
    // Locked by a secret that the server no longer has: nobody can open it any more.
    await empty(ring)
    return undefined
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    if (error.code === 'gone') await emptyAsAsked(ring, 'asked')
    // The server could not be asked just now: what is here stays closed, and the app works without it.
    else setStage({ person })
    return undefined
  }
}

/** Who came by single sign-on has typed no password here, and chooses one for this phone. */
export async function choose(password: string): Promise<void> {
  if (!here) return
  const { person, ring } = here
  const { secret } = await call(registerDevice, {
    device: ring.device as never,
    token: ring.token,
    name: deviceName(),
  })
  if (await choosePassword(person, bytesOf(secret), password)) setStage({ locked: true })
}

async function unpack(ring: Ring, key: CryptoKey, post: string): Promise<void> {
  const vault = await openVault(ring.person, key)
  here = { person: ring.person, post, ring, vault }
  await openAnswers(vault)
  await keepSealed(vault)
  const noted = await vault.one(SYNCED).catch(() => undefined)
  const { at: syncedAt = null } = noted ? decoded<{ at: number }>(noted) : {}
  setStage({ at: 'open', person: ring.person, syncedAt })
  await openPost(here)
  void queries.invalidateQueries()
  void sync()
}

const openPost = ({ person, post, ring, vault }: Here): Promise<void> =>
  openOutbox(
    { person, post, device: ring.device },
    shelfIn(vault, (broken) => setStage({ broken })),
  )

/** Without a network: the password of the last sign-in. Gives what was wrong. */
export const unlock = (
  person: string,
  password: string,
): Promise<'wrong' | 'too_many' | 'too_old' | 'no_password' | null> =>
  inTurn(async () => {
    const opening = await openOffline(person, password)
    if ('why' in opening) return opening.why
    const ring = await findRing(person)
    if (!ring) return 'no_password'
    await unpack(ring, opening.key, '')
    setStage({ locked: true })
    const me = await ask(getMySelf, {}).catch(() => undefined)
    if (me?.acting && here) await goOn(here, me.acting.id)
    return null
  })

/** Nobody can be asked who is here: whose work is on this phone? */
export async function lookAround(): Promise<void> {
  if (here) return
  const rings = canSeal() ? await listRings().catch(() => []) : []
  setStage({ at: rings.some(({ bySecret }) => bySecret) ? 'locked' : 'empty' })
}

/** He signs out: what was sent goes; what was not stays, sealed, until he is back. */
export const left = (): Promise<void> =>
  inTurn(async () => {
    const open = here
    const unsent = listParcels().length + stageNow().broken.length
    await close()
    leaveStage()
    if (open && unsent > 0) toast(t.keptSealed({ count: unsent }))
    if (open && unsent === 0) await emptyQuietly(open.ring)
  })

async function close(): Promise<void> {
  closeOutbox()
  closeAnswers()
  keepNothing()
  here?.vault.close()
  here = undefined
}

async function empty({ person }: Ring): Promise<void> {
  await destroyVault(person)
  await forgetRing(person)
}

/** The server need not list a phone that holds nothing any more. */
async function emptyQuietly(ring: Ring, unsent = 0): Promise<void> {
  await empty(ring)
  await call(confirmWipe, { device: ring.device as never, token: ring.token, unsent }).catch(() => undefined)
}

async function emptyAsAsked(ring: Ring, why: 'asked' | 'post_ended'): Promise<void> {
  const unsent = here?.person === ring.person ? listParcels().length : 0
  if (here?.person === ring.person) await close()
  await emptyQuietly(ring, unsent)
  queries.clear()
  leaveStage({ emptied: why })
}

/** Brings home what is here, takes along what is new; empties what is to be emptied. */
export async function sync(): Promise<void> {
  if (stageNow().syncing || !here) return
  const open = here
  setStage({ syncing: true })
  try {
    await sendAll()
    await takeAlong(open)
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    if (error.code === 'unauthenticated' || error.code === 'forbidden') await contactAll()
  } finally {
    setStage({ syncing: false })
  }
}

const SYNCED = 'synced'

/** Part by part; each is kept as soon as it is here. What no part names any more goes at the end. */
async function takeAlong(open: Here): Promise<void> {
  const named = new Set<string>()
  let left = 0
  for (let part = 0, parts = 1; part < parts; part++) {
    const got = await ask(takeBundle, { device: open.ring.device as never, part, have: tagsHeld() })
    if (got.wipe === 'post_ended') await sendAll()
    if (got.wipe) return emptyAsAsked(open.ring, got.wipe)
    // Somebody else has come meanwhile.
    if (here?.vault !== open.vault) return
    await takeAnswers(got.entries)
    for (const { tag } of got.entries) named.add(tag)
    for (const tag of got.keep.match(/.{8}/g) ?? []) named.add(tag)
    ;({ parts } = got)
    left = Math.max(left, got.left)
  }
  await dropOthers(named)
  const at = systemClock.now()
  await open.vault.put([{ name: SYNCED, content: encoded({ at }) }])
  await saveRing({ ...((await findRing(open.person)) ?? open.ring), contactAt: at })
  setStage({ syncedAt: at, left })
}

/** Also without a session: is one of the stores on this phone to be emptied? */
export async function contactAll(): Promise<void> {
  if (!canSeal() || !isReached()) return
  for (const ring of await listRings().catch(() => [])) {
    const { device, token } = ring
    const told = await ask(touchDevice, { device: device as never, token }).catch(() => undefined)
    if (!told?.wipe) continue
    // A post that has ended: what is here is handed in first, as long as there is a session to do it under.
    if (told.wipe === 'post_ended' && here?.person !== ring.person) continue
    if (told.wipe === 'post_ended') await sendAll()
    await emptyAsAsked(ring, told.wipe)
  }
}

const bytesOf = (base64: string): Raw => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))

/** As its owner knows it in a list of phones: the system with its version or model, and the browser. */
function deviceName(): string {
  const { userAgent } = navigator
  const found = [
    /HarmonyOS|Android[^;)]*(?:; [^;)]+)?|iPhone|iPad|Windows|Mac OS|Linux/,
    /MicroMessenger|DingTalk|Edg|Firefox|Chrome|Safari/,
  ]
  return (
    found
      .flatMap((of) => of.exec(userAgent)?.[0] ?? [])
      .join(' · ')
      .slice(0, 60) || 'phone'
  )
}

/** Its owner has read that it is damaged. */
export async function dropBroken(name: string): Promise<void> {
  await here?.vault.put([{ name, content: null }])
  setStage({ broken: stageNow().broken.filter((one) => one !== name) })
}
