import postgres from 'postgres'
import type { Scope } from './authorise.ts'
import { asTx, forget, type Sql } from './sql.ts'
import type { Tx } from './tx.ts'

/**
 * One pool per process. Queries run only inside `inScope`, which hands the actor's scope to PostgreSQL for the length of one
 * transaction and drops the owner's rights: row-level security is on for the role `openpalm_app`.
 */
export const APP_ROLE = 'openpalm_app'

export type Db = { pool: postgres.Sql; rowSecurity: boolean; close(): Promise<void> }

/** Instants travel as ISO text; bigints as text. */
const asIsoText = {
  to: 1184,
  from: [1184],
  serialize: (value: string) => value,
  parse: (text: string) => new Date(text).toISOString(),
}
const asDayText = { to: 1082, from: [1082], serialize: (value: string) => value, parse: (text: string) => text }

export function connect(url: string, options: { connections?: number; rowSecurity?: boolean } = {}): Db {
  const pool = postgres(url, {
    max: options.connections ?? 10,
    onnotice: () => {},
    types: { instant: asIsoText, day: asDayText } as never,
    connection: { application_name: 'openpalm' },
  })
  return { pool, rowSecurity: options.rowSecurity ?? true, close: () => pool.end({ timeout: 5 }) }
}

/**
 * Runs `work` in one transaction under a scope. `begin` and the settings travel together with the first query, since
 * postgres.js pipelines what is not awaited; a failure of either makes every later query of the transaction fail too.
 */
export async function inScope<T>(db: Db, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  const sql = await db.pool.reserve()
  const tx = asTx(sql)
  try {
    quietly(sql`begin`)
    quietly(settle(sql, scope, db.rowSecurity))
    const result = await work(tx)
    await sql`commit`
    return result
  } catch (error) {
    await sql`rollback`.catch(() => {})
    throw error
  } finally {
    forget(tx)
    sql.release()
  }
}

/** All settings are local to the transaction, so a pooled connection carries nothing over. */
const settle = (sql: Sql, s: Scope, rowSecurity: boolean) =>
  sql`select set_config('app.lo',${s.lo},true), set_config('app.hi',${s.hi},true), set_config('app.organ',${s.organ},true),
    set_config('app.person',${s.person},true), set_config('app.post',${s.post},true), set_config('app.token',${s.token},true),
    set_config('role',${rowSecurity ? APP_ROLE : 'none'},true)`

/** The next awaited query of the transaction reports the same failure. */
function quietly(pending: Promise<unknown>): void {
  pending.catch(() => {})
}

/** As the owner of the tables, without row-level security: migrations, seeds, the sealer. */
export async function asOwner<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const sql = await db.pool.reserve()
  const tx = asTx(sql)
  try {
    await sql`begin`
    const result = await work(tx)
    await sql`commit`
    return result
  } catch (error) {
    await sql`rollback`.catch(() => {})
    throw error
  } finally {
    forget(tx)
    sql.release()
  }
}
