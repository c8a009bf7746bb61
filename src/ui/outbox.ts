import { instant, systemClock } from '#kernel/clock.ts'
import type { Command } from '#kernel/contract.ts'
import { call, callAs, CallError, newId, push, upload } from './call.ts'
import { inMemory } from './offline/memory.ts'
import type { Parcel, Shelf } from './offline/parcel.ts'
import { blobOf } from './photo.ts'

/**
 * What this phone still has to send. A parcel is a command with its key, so however often it is sent it is one command on the
 * server. Parcels about one thing go in the order in which they were made; the server holds that too (`after`).
 *
 *   waiting -> sending -> sent (gone from the list)       nothing reached us: back to waiting, tried again
 *                      -> held      the server has it and waits for an earlier one, perhaps of another day
 *                      -> refused, stranded               a person must look: send again, change it, or give it up
 *                      -> differs   done, and somebody else had said something else meanwhile: both stand until a person decides
 *
 * Where it is kept: on a shelf that the app gives (the sealed store of the person; photos beside their parcel, in one
 * transaction). Without a shelf only as long as the page lives, which is said.
 * Other tabs of the same person hear of every change, so that all of them show the same list.
 * Invariants: a parcel leaves the list only when the server has answered done or given up, or when its owner gives it up; parcels of a
 * person are in the list only while that person is here; one tab sends at a time. A crash leaves `sending`, read as `waiting`.
 */
export type { Parcel }
export type Outcome = { state: 'sent'; output: unknown } | { state: 'refused'; error: CallError } | { state: 'waiting' }
export type Owner = { person: string; post: string; device: string }
type Receipt = { key: string; state: string; why: string | null; code: string | null; output: unknown }

const RETRY_MS = 15_000
const AT_ONCE = 20

/** What a tab has put, or taken away (`parcel` null), on the shelf of a person. */
type Told = { person: string; key: string; parcel: Parcel | null }
const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('openpalm.outbox')

let owner: Owner | undefined
let shelf: Shelf = inMemory()
let parcels: readonly Parcel[] = []
const watchers = new Set<() => void>()
let heard: ((command: string) => void) | undefined
let opening: Promise<void> = Promise.resolve()

/** Call once: what may be queued, so that it stands in one place, and what to do after something was done. */
export function startOutbox(_known: readonly Pick<Command, 'name'>[], done: (command: string) => void): void {
  heard = done
  addEventListener('online', () => void sendAll())
  document.addEventListener('visibilitychange', () => void (document.visibilityState === 'visible' && sendAll()))
  setInterval(() => void sendAll(), RETRY_MS)
}

/** What another tab is sending waits here: should that tab go away, this one sends it, under the same key. */
function hear({ person, key, parcel }: Told): void {
  if (person !== owner?.person) return
  const others = parcels.filter((one) => one.key !== key)
  const next = parcel ? [...others, asWaiting(parcel)] : others
  show(next.toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1)))
}

tabs?.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data))

const sayOf = (key: string, parcel: Parcel | null): void => {
  if (owner) tabs?.postMessage({ person: owner.person, key, parcel } satisfies Told)
}

/** Somebody is here: his parcels, on his shelf, in his present post. */
export function openOutbox(who: Owner, where?: Shelf): Promise<void> {
  opening = (async () => {
    const before = parcels
    const next = where ?? inMemory()
    const kept = await next.load()
    // What was made while the shelf was being opened goes onto it.
    for (const parcel of before) await next.save(parcel, await photosOf(parcel))
    owner = who
    callAs(who.device)
    shelf = next
    parcels = [...kept.map(asWaiting), ...before.filter(({ key }) => kept.every((one) => one.key !== key))]
    tell()
  })()
  return opening.then(() => sendAll())
}

/** He has left: what is his is out of sight and goes nowhere until he comes back. */
export function closeOutbox(): void {
  owner = undefined
  callAs(undefined)
  shelf = inMemory()
  parcels = []
  tell()
}

const asWaiting = (parcel: Parcel): Parcel => (parcel.state === 'sending' ? { ...parcel, state: 'waiting' } : parcel)

export const listParcels = (): readonly Parcel[] => parcels
/** Before somebody's shelf has been read nobody can say that nothing is left on it. */
export const isOutboxRead = (): boolean => owner !== undefined

export function watchParcels(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}

type Posting = {
  title: string
  photos: Record<string, string>
  /** default: the household in the input, or the id */
  thing?: string
}

const thingIn = ({ household, id }: Record<string, unknown>): string =>
  typeof household === 'string' ? household : typeof id === 'string' ? id : newId()

/** Queues and tries at once. `waiting`: it is safe on the phone and will be sent. */
export async function post(
  command: Pick<Command, 'name'>,
  input: Record<string, unknown>,
  { title, photos, thing = thingIn(input) }: Posting,
): Promise<Outcome> {
  await opening
  const parcel: Parcel = {
    key: newId(),
    command: command.name,
    input,
    title,
    thing,
    after: parcels.findLast((one) => one.thing === thing && one.state !== 'differs')?.key ?? null,
    photos: Object.keys(photos),
    person: owner?.person ?? '',
    post: owner?.post ?? '',
    at: systemClock.now(),
    tries: 0,
    state: 'waiting',
    problem: null,
  }
  const blobs = Object.fromEntries(Object.entries(photos).map(([id, url]) => [id, blobOf(url)]))
  await shelf.save(parcel, blobs)
  sayOf(parcel.key, parcel)
  show([...parcels, parcel])
  // With something about the same thing before it, it takes its turn.
  if (parcel.after !== null) return afterSending(parcel.key)
  const outcome = await sendNow(parcel)
  // Here somebody is looking: what was refused at once is shown where it was typed, not kept in the list.
  if (outcome.state === 'refused') await dropParcel(parcel.key)
  return outcome
}

async function afterSending(key: string): Promise<Outcome> {
  let output: unknown
  await sendAll((receipt) => void (receipt.key === key && receipt.state === 'done' && (output = receipt.output)))
  return parcels.some((one) => one.key === key) ? { state: 'waiting' } : { state: 'sent', output }
}

export async function dropParcel(key: string): Promise<void> {
  await shelf.drop(key)
  sayOf(key, null)
  show(parcels.filter((parcel) => parcel.key !== key))
}

export async function retryParcel(key: string): Promise<void> {
  await change(key, { state: 'waiting', problem: null })
  return sendAll()
}

/** One alone, down the ordinary way: somebody waits for its answer. */
async function sendNow(parcel: Parcel): Promise<Outcome> {
  await change(parcel.key, { state: 'sending', tries: parcel.tries + 1 })
  try {
    await sendPhotos(parcel)
    const output = await call({ name: parcel.command } as Command, parcel.input, parcel.key)
    await dropParcel(parcel.key)
    heard?.(parcel.command)
    return { state: 'sent', output }
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    // Where nobody sends anything later, as in town, waiting would be for ever: it stays with whoever wrote it.
    const later = LATER.has(error.code) && (heard !== undefined || owner !== undefined)
    await change(parcel.key, { state: later ? 'waiting' : 'refused', problem: error.code })
    return later ? { state: 'waiting' } : { state: 'refused', error }
  }
}

let sendingAll: Promise<void> | undefined

/** All that may go, the oldest first, in one piece after their photos. */
export function sendAll(told: (receipt: Receipt) => void = () => undefined, evenNone = false): Promise<void> {
  // Whoever comes while it is being sent waits for that and looks again.
  const before = (sendingAll ?? Promise.resolve()).catch(() => undefined)
  const mine = before
    .then(() => alone(() => sendSome(told, evenNone)))
    .finally(() => {
      if (sendingAll === mine) sendingAll = undefined
    })
  sendingAll = mine
  return mine
}

async function sendSome(told: (receipt: Receipt) => void, evenNone: boolean): Promise<void> {
  const ready = parcels.filter(({ state }) => state === 'waiting' || state === 'held').slice(0, AT_ONCE)
  // A contact with nothing to send lets go what waits on the server.
  if (!owner || (ready.length === 0 && !evenNone)) return
  const { device } = owner
  try {
    const going: Parcel[] = []
    for (const parcel of ready) if (await withPhotos(parcel)) going.push(parcel)
    const body = { device, sentAt: instant(systemClock.now()), parcels: going.map(wire) }
    const { receipts } = (await push(body)) as { receipts: Receipt[] }
    for (const receipt of receipts) {
      told(receipt)
      await take(receipt)
    }
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    for (const { key } of ready)
      if (stateOf(key) === 'sending') await change(key, { state: 'waiting', problem: error.code })
  }
}

const stateOf = (key: string): Parcel['state'] | undefined => parcels.find((one) => one.key === key)?.state

/** Its photos go before it. One that the server does not take stops this parcel and no other. */
async function withPhotos(parcel: Parcel): Promise<boolean> {
  await change(parcel.key, { state: 'sending', tries: parcel.tries + 1 })
  try {
    await sendPhotos(parcel)
    return true
  } catch (error) {
    if (!(error instanceof CallError) || LATER.has(error.code)) throw error
    await change(parcel.key, { state: 'refused', problem: error.code })
    return false
  }
}

const wire = ({ key, person, post: made, thing, after, command, input, title, at }: Parcel) => ({
  key,
  person,
  post: made,
  thing: thing.slice(0, 80),
  after,
  command,
  input,
  title: title.slice(0, 120),
  at: instant(at),
})

async function take({ key, state, why, code, output }: Receipt): Promise<void> {
  const parcel = parcels.find((one) => one.key === key)
  const differs = state === 'done' ? differences(output) : 0
  if (parcel && state === 'done') heard?.(parcel.command)
  if (parcel && differs > 0) await change(key, { state: 'differs', differs, problem: null })
  else if (state === 'done' || state === 'dropped') await dropParcel(key)
  else if (parcel)
    await change(key, { state: state === 'later' ? 'waiting' : (state as Parcel['state']), problem: why ?? code })
}

/** As commands that write fields say it: `conflicts` of a visit, `results` of a form. */
function differences(output: unknown): number {
  const { conflicts, results } = (output ?? {}) as { conflicts?: unknown[]; results?: { outcome?: string }[] }
  return (conflicts?.length ?? 0) + (results?.filter(({ outcome }) => outcome === 'branch').length ?? 0)
}

/** Not an answer to this command: no network, a busy server, or a session that has to be renewed first. */
const LATER = new Set(['offline', 'unavailable', 'internal', 'too_many', 'unauthenticated'])

async function sendPhotos(parcel: Parcel): Promise<void> {
  for (const id of parcel.photos) {
    const photo = await shelf.photo(parcel.key, id)
    if (photo) await upload(photo, { id, person: parcel.person })
    const left = parcels.find(({ key }) => key === parcel.key)?.photos.filter((one) => one !== id) ?? []
    await change(parcel.key, { photos: left })
  }
}

async function photosOf(parcel: Parcel): Promise<Record<string, Blob>> {
  const all = await Promise.all(parcel.photos.map(async (id) => [id, await shelf.photo(parcel.key, id)] as const))
  return Object.fromEntries(all.flatMap(([id, photo]) => (photo ? [[id, photo]] : [])))
}

/** One tab at a time; where the browser has no locks, the server's idempotency keys are enough. */
const alone = async (work: () => Promise<void>): Promise<void> =>
  'locks' in navigator
    ? navigator.locks.request('openpalm.outbox', { ifAvailable: true }, (lock) => (lock ? work() : undefined))
    : work()

async function change(key: string, to: Partial<Parcel>): Promise<void> {
  const changed = parcels.map((parcel) => (parcel.key === key ? { ...parcel, ...to } : parcel))
  show(changed)
  const one = changed.find((parcel) => parcel.key === key)
  if (!one) return
  await shelf.save(one)
  sayOf(key, one)
}

function show(next: readonly Parcel[]): void {
  parcels = next
  tell()
}

function tell(): void {
  for (const watcher of watchers) watcher()
}
