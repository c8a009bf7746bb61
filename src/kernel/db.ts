import { AsyncLocalStorage } from 'node:async_hooks'
import { connect as dial, type Socket } from 'node:net'
import postgres from 'postgres'
import { instant, millis } from './clock.ts'
import { type Scope, WHOLE } from './authorise.ts'
import { asTx, failureOf, forget, type Sql, sql as handleOf } from './sql.ts'
import type { Tx } from './tx.ts'

/**
 * One pool per process. Queries run only inside `inScope`, which hands the actor's scope to PostgreSQL for the length of one
 * transaction and drops the owner's rights: row-level security is on for the role `openpalm_app`.
 */
export const APP_ROLE = 'openpalm_app'

export type Db = {
  pool: postgres.Sql
  /** For a transaction begun inside another one, see `inScope`. */
  inner: postgres.Sql
  rowSecurity: boolean
  close(): Promise<void>
}

/** PostgreSQL writes '2026-09-01 07:30:00.5+00' where the session's zone is UTC; lists hold hundreds of these. */
function isoOf(text: string): string {
  if (!text.endsWith('+00') || text.charCodeAt(10) !== 32) return instant(millis(text))
  const fraction = text.length > 22 ? text.slice(20, -3).slice(0, 3).padEnd(3, '0') : '000'
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`
}

/** Instants travel as ISO text; bigints as text. */
const asIsoText = {
  to: 1184,
  from: [1184],
  serialize: (value: string) => value,
  parse: isoOf,
}
const asDayText = { to: 1082, from: [1082], serialize: (value: string) => value, parse: (text: string) => text }

/**
 * postgres.js writes to its socket as soon as it holds a kilobyte, and a command's statements are two or three; on one's own
 * machine each write is a way through the whole network stack. What is sent in one turn of the loop leaves as one.
 */
type Address = { host: string[]; port: number[]; path?: string | false }
function gatheringSocket({ host: [host], port: [port], path }: Address): Socket {
  // The name is what a certificate is checked against.
  const socket = Object.assign(path ? dial(path) : dial(port ?? 5432, host), { host, port })
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean
  socket.write = (...args: unknown[]): boolean => {
    if (socket.writableCorked === 0) {
      socket.cork()
      setImmediate(() => socket.uncork())
    }
    return write(...args)
  }
  return socket
}

export function connect(url: string, options: { connections?: number; rowSecurity?: boolean } = {}): Db {
  const open = (max: number) =>
    postgres(url, {
      max,
      onnotice: () => {},
      ...({ socket: gatheringSocket } as object),
      types: { instant: asIsoText, day: asDayText } as never,
      // Starting parallel workers costs more than the short questions asked here.
      connection: { application_name: 'openpalm', TimeZone: 'UTC', max_parallel_workers_per_gather: 0 },
    })
  const pool = open(options.connections ?? 10)
  const inner = open(4)
  const close = async () => void (await Promise.all([pool.end({ timeout: 5 }), inner.end({ timeout: 5 })]))
  return { pool, inner, rowSecurity: options.rowSecurity ?? true, close }
}

/**
 * Runs `work` in one transaction under a scope. `begin` and the settings travel together with the first query, since
 * postgres.js pipelines what is not awaited; a failure of either makes every later query of the transaction fail too.
 *
 * A transaction begun inside another (reference data that is not held yet) takes its connection from a small pool of its own:
 * out of one pool, as many outer ones as it has connections would wait for each other without end. Two levels, no more.
 */
export function inScope<T>(db: Db, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  const settings = (sql: Sql): void => quietly(settle(sql, scope, db.rowSecurity))
  return transact(within.getStore() === db ? db.inner : db.pool, settings, (tx) => within.run(db, () => work(tx)))
}

const within = new AsyncLocalStorage<Db>()

/**
 * Reads reference data that all may know, on the small pool: whoever waits for it may hold the connections of the large one.
 * Loads of this kind never wait for each other.
 */
export const aside = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  within.run(db, () => inScope(db, WHOLE, work))

/** All settings are local to the transaction, so a pooled connection carries nothing over. */
const settle = (sql: Sql, s: Scope, rowSecurity: boolean) =>
  sql`select set_config('app.lo',${s.lo},true), set_config('app.hi',${s.hi},true), set_config('app.organ',${s.organ},true),
    set_config('app.person',${s.person},true), set_config('app.post',${s.post},true), set_config('app.token',${s.token},true),
    set_config('app.at',${s.at ?? ''},true),
    set_config('role',${rowSecurity ? APP_ROLE : 'none'},true)`

/** The next awaited query of the transaction reports the same failure. */
function quietly(pending: Promise<unknown>): void {
  pending.catch(() => {})
}

/** As the owner of the tables, without row-level security: migrations, seeds, the sealer. */
export const asOwner = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> => transact(db.pool, () => {}, work)

async function transact<T>(pool: postgres.Sql, settings: (sql: Sql) => void, work: (tx: Tx) => Promise<T>): Promise<T> {
  const sql = await pool.reserve()
  const tx = asTx(sql)
  const line = watch(() => forget(tx))
  try {
    quietly(sql.unsafe('begin', [], { onexecute: line.begun } as never))
    settings(sql)
    const result = await work(tx)
    await commit(tx)
    return result
  } catch (error) {
    if (!line.lost()) await sql`rollback`.catch(() => {})
    throw isAftermath(error) ? ((await failureOf(tx)) ?? error) : error
  } finally {
    forget(tx)
    if (!line.lost()) line.release(sql)
  }
}

/** Of a transaction in which something failed and was passed over, PostgreSQL makes a rollback without complaint. */
async function commit(tx: Tx): Promise<void> {
  const { command } = await handleOf(tx)`commit`
  if (command !== 'COMMIT') throw (await failureOf(tx)) ?? new Error('the transaction could not be committed')
}

/** in_failed_sql_transaction: says only that something before it failed. */
const isAftermath = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '25P02'

type Connection = { onclose: (() => void) | null }

/**
 * When a connection breaks, postgres.js opens it anew for whoever asks next, and a reserved handle goes on on the new one:
 * outside any transaction, as the owner, past row-level security, or in the middle of somebody else's. So a transaction ends
 * with its connection: nothing more is asked, rolled back or released. `onexecute` is how postgres.js itself learns of it.
 */
function watch(onLoss: () => void) {
  let held: Connection | undefined
  let lost = false
  return {
    begun: (connection: Connection): boolean => {
      held = connection
      connection.onclose = () => {
        lost = true
        onLoss()
      }
      return true
    },
    lost: () => lost,
    release: (sql: Sql): void => {
      if (held) held.onclose = null
      sql.release()
    },
  }
}
