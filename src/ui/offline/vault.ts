import { deleteDB, type IDBPDatabase, openDB } from 'idb'
import { type Sealed, seal, unseal } from './sealing.ts'

/** The sealed store of one person on this phone. Several records are put together or not at all, also when the battery dies. */
export type Entry = { name: string; content: Uint8Array<ArrayBuffer> | null }
export type Vault = {
  /** `null` takes a record away; `gone`, all whose names begin so. */
  put(entries: readonly Entry[], gone?: string): Promise<void>
  /** All records whose names begin so; those that do not open are named. */
  read(prefix: string): Promise<{ entries: { name: string; content: Uint8Array<ArrayBuffer> }[]; broken: string[] }>
  one(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  close(): void
}

type Row = Sealed & { name: string }
const ROWS = 'sealed'
const nameOf = (person: string): string => `openpalm-${person}`

export async function openVault(person: string, key: CryptoKey): Promise<Vault> {
  const db = await openDB(nameOf(person), 1, {
    upgrade: (made) => void made.createObjectStore(ROWS, { keyPath: 'name' }),
    // Another tab wants to delete or upgrade: what is open here must not hold it up.
    blocking: (_was, _wants, event) => (event.target as IDBDatabase | null)?.close(),
  })
  return {
    put: (entries, gone) => putAll(db, key, entries, gone),
    read: (prefix) => readAll(db, key, prefix),
    async one(name) {
      const row = (await db.get(ROWS, name)) as Row | undefined
      return row && unseal(key, name, row)
    },
    close: () => db.close(),
  }
}

/** Sealed first: a transaction of IndexedDB ends as soon as one waits for anything else. */
async function putAll(db: IDBPDatabase, key: CryptoKey, entries: readonly Entry[], gone?: string): Promise<void> {
  const rows = await Promise.all(
    entries.map(async ({ name, content }) => ({ name, sealed: content && (await seal(key, name, content)) })),
  )
  const tx = db.transaction(ROWS, 'readwrite', { durability: 'strict' })
  for (const { name, sealed } of rows)
    void (sealed ? tx.store.put({ name, ...sealed } satisfies Row) : tx.store.delete(name))
  if (gone) void tx.store.delete(within(gone))
  await tx.done
}

async function readAll(db: IDBPDatabase, key: CryptoKey, prefix: string) {
  const rows = (await db.getAll(ROWS, within(prefix))) as Row[]
  const read = await Promise.all(
    rows.map(async (row) => ({ name: row.name, content: await unseal(key, row.name, row).catch(() => undefined) })),
  )
  return {
    entries: read.flatMap(({ name, content }) => (content ? [{ name, content }] : [])),
    broken: read.flatMap(({ name, content }) => (content ? [] : [name])),
  }
}

const within = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`)

export const destroyVault = (person: string): Promise<void> => deleteDB(nameOf(person))

export const encoded = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value))
export const decoded = <T>(content: Uint8Array): T => JSON.parse(new TextDecoder().decode(content)) as T
