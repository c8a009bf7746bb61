import { systemClock } from '#kernel/clock.ts'
import type { Command } from '#kernel/contract.ts'
import { call, CallError, newId, upload } from './call.ts'
import { keep, readKept } from './kept.ts'
import { blobOf } from './photo.ts'

/**
 * What this phone still has to send. Format: a list of parcels, oldest first, in localStorage; photos that are not yet
 * on the server travel inside as data URLs while they fit, and in memory otherwise.
 * A parcel is a command with its key, so however often it is sent it is one command on the server:
 *   waiting -> sending -> sent (gone from the list)      nothing reached us: back to waiting, tried again
 *                      -> refused (kept, with the code)  a person must look: change it, or drop it
 * Invariants: a parcel leaves the list only when the server has answered yes, or when its owner drops it; one tab sends
 * at a time. A crash leaves `sending` behind, which is read as `waiting`.
 */
export type Parcel = {
  key: string
  command: string
  input: Record<string, unknown>
  /** What a person sees of it in the list. */
  title: string
  /** Photos to upload first, by file id. */
  photos: Record<string, string>
  at: number
  tries: number
  state: 'waiting' | 'sending' | 'refused'
  problem: string | null
}
export type Outcome = { state: 'sent'; output: unknown } | { state: 'refused'; error: CallError } | { state: 'waiting' }

const NAME = 'outbox'
const RETRY_MS = 15_000

const commands = new Map<string, Command>()
let parcels: readonly Parcel[] = []
const watchers = new Set<() => void>()
let heard: (command: string) => void = () => undefined

/** Call once, with the commands that may be queued and what to do after one was done. */
export function startOutbox(known: readonly Command[], done: (command: string) => void): void {
  for (const command of known) commands.set(command.name, command)
  heard = done
  parcels = readKept<Parcel[]>(NAME, []).map((parcel) =>
    parcel.state === 'sending' ? { ...parcel, state: 'waiting' } : parcel,
  )
  addEventListener('online', () => void sendAll())
  document.addEventListener('visibilitychange', () => void (document.visibilityState === 'visible' && sendAll()))
  setInterval(() => void sendAll(), RETRY_MS)
  void sendAll()
}

export const listParcels = (): readonly Parcel[] => parcels

export function watchParcels(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}

/** Queues and tries at once. `waiting`: it is safe on the phone and will be sent. */
export async function post(
  command: Command,
  input: Record<string, unknown>,
  { title, photos }: { title: string; photos: Record<string, string> },
): Promise<Outcome> {
  const parcel: Parcel = {
    key: newId(),
    command: command.name,
    input,
    title,
    photos,
    at: systemClock.now(),
    tries: 0,
    state: 'waiting',
    problem: null,
  }
  store([...parcels, parcel])
  const outcome = await sendOne(parcel)
  // Here somebody is looking: what was refused at once is shown where it was typed, not kept in the list.
  if (outcome.state === 'refused') dropParcel(parcel.key)
  return outcome
}

export function dropParcel(key: string): void {
  store(parcels.filter((parcel) => parcel.key !== key))
}

export function retryParcel(key: string): Promise<void> {
  change(key, { state: 'waiting', problem: null })
  return sendAll()
}

let sendingAll = false

async function sendAll(): Promise<void> {
  if (sendingAll || parcels.every(({ state }) => state !== 'waiting')) return
  sendingAll = true
  await alone(async () => {
    for (const parcel of parcels.filter(({ state }) => state === 'waiting')) {
      const outcome = await sendOne(parcel)
      if (outcome.state === 'waiting') break
    }
  })
  sendingAll = false
}

/** One tab at a time; where the browser has no locks, the server's idempotency keys are enough. */
const alone = async (work: () => Promise<void>): Promise<void> =>
  'locks' in navigator
    ? navigator.locks.request('openpalm.outbox', { ifAvailable: true }, (lock) => (lock ? work() : undefined))
    : work()

async function sendOne(parcel: Parcel): Promise<Outcome> {
  const command = commands.get(parcel.command)
  if (!command) return { state: 'waiting' }
  change(parcel.key, { state: 'sending', tries: parcel.tries + 1 })
  try {
    await sendPhotos(parcel)
    const output = await call(command, parcel.input, parcel.key)
    dropParcel(parcel.key)
    heard(parcel.command)
    return { state: 'sent', output }
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    const later = LATER.has(error.code)
    change(parcel.key, { state: later ? 'waiting' : 'refused', problem: error.code })
    return later ? { state: 'waiting' } : { state: 'refused', error }
  }
}

/** Not an answer to this command: no network, a busy server, or a session that has to be renewed first. */
const LATER = new Set(['offline', 'unavailable', 'internal', 'too_many', 'unauthenticated'])

async function sendPhotos(parcel: Parcel): Promise<void> {
  for (const [id, url] of Object.entries(parcel.photos)) {
    await upload(blobOf(url), { id })
    const { [id]: _gone, ...rest } = parcels.find(({ key }) => key === parcel.key)?.photos ?? {}
    change(parcel.key, { photos: rest })
  }
}

const change = (key: string, to: Partial<Parcel>): void =>
  store(parcels.map((parcel) => (parcel.key === key ? { ...parcel, ...to } : parcel)))

function store(next: readonly Parcel[]): void {
  parcels = next
  // Full storage: the words are kept at least; photos then live as long as the page does.
  if (!keep(NAME, next))
    keep(
      NAME,
      next.map((parcel) => ({ ...parcel, photos: {} })),
    )
  for (const watcher of watchers) watcher()
}
