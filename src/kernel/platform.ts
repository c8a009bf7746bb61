import type { Actor } from './authorise.ts'
import type { Clock } from './clock.ts'
import type { Db } from './db.ts'
import type { Live } from './live.ts'
import type { Slices } from './slice.ts'
import type { Tx } from './tx.ts'

export type Log = {
  info(facts: object, text: string): void
  warn(facts: object, text: string): void
  error(facts: object, text: string): void
}

/** The outside world, behind small ports; each has a local fake in #engines. */
export type Sms = { send(to: string, text: string): Promise<void> }
export type Files = {
  put(key: string, bytes: Uint8Array): Promise<void>
  get(key: string): Promise<Uint8Array | undefined>
  remove(key: string): Promise<void>
}
export type Ports = { sms: Sms; files: Files }

/** Everything a running OpenPalm holds; made once by the app. */
export type Platform = {
  db: Db
  clock: Clock
  slices: Slices
  live: Live
  ports: Ports
  log: Log
  cache: Cache
  /** Parse outputs too: on in tests and development, where a wrong shape must be loud. */
  strict: boolean
}

/** `attempt` counts from 1: what leaves the house by a reaction may be on its way for the second time. */
export type ReactionContext = { tx: Tx; now: number; actor: Actor; platform: Platform; attempt: number }
export type Reaction = (ctx: ReactionContext, payload: never) => Promise<void>

/** Reference data held in the process, dropped when an event says that it changed. */
export type Cache = { get<T>(key: string, load: () => Promise<T>): Promise<T>; drop(prefix: string): void }

export function makeCache(): Cache {
  const held = new Map<string, Promise<unknown>>()
  return {
    get<T>(key: string, load: () => Promise<T>): Promise<T> {
      const found = held.get(key)
      if (found) return found as Promise<T>
      const loading = load()
      held.set(key, loading)
      loading.catch(() => held.delete(key))
      return loading
    },
    drop(prefix) {
      for (const key of held.keys()) if (key.startsWith(prefix)) held.delete(key)
    },
  }
}
