import { sql } from './sql.ts'
import type { Db } from './db.ts'
import type { Announcement } from './outbox.ts'
import type { Tx } from './tx.ts'

/**
 * What just happened, to everybody who watches: names, keys and places, never personal data. Carried by NOTIFY, so that
 * every process hears it, and only once the announcing transaction has committed.
 */
export type Heard = { name: string; key: string; place: string | null }
export type Live = {
  announce(tx: Tx, told: readonly Announcement[]): Promise<void>
  listen(heard: (what: Heard) => void): () => void
  start(): Promise<void>
  stop(): Promise<void>
}

const CHANNEL = 'openpalm'
/** NOTIFY takes 8,000 bytes; a row here is under 150. */
const PER_NOTICE = 40

export function liveThrough(db: Db): Live {
  const listeners = new Set<(what: Heard) => void>()
  let unlisten: (() => Promise<unknown>) | undefined
  return {
    async announce(tx, told) {
      for (let i = 0; i < told.length; i += PER_NOTICE) {
        const some = told.slice(i, i + PER_NOTICE).map(({ name, key, place }) => ({ name, key, place }))
        await sql(tx)`select pg_notify(${CHANNEL}, ${JSON.stringify(some)})`
      }
    },
    listen(heard) {
      listeners.add(heard)
      return () => void listeners.delete(heard)
    },
    async start() {
      const subscription = await db.pool.listen(CHANNEL, (text) => {
        for (const what of JSON.parse(text) as Heard[]) for (const heard of listeners) heard(what)
      })
      unlisten = () => subscription.unlisten()
    },
    stop: async () => void (await unlisten?.()),
  }
}
