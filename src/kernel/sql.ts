import type postgres from 'postgres'
import type { Tx } from './tx.ts'

/** The postgres.js handle behind a transaction. A gate lets only stores and the kernel import this file. */
export type Sql = postgres.ReservedSql
/** A piece of a statement, to be put into another one. */
export type Fragment = postgres.PendingQuery<postgres.Row[]>
const handles = new WeakMap<Tx, Sql>()

/** The handle serves only as long as the transaction is there, also where somebody kept it in a variable. */
export function asTx(sql: Sql): Tx {
  const tx = {} as Tx
  const held = (): Sql => (handles.has(tx) ? sql : ended())
  const guarded = new Proxy(sql, {
    apply: (_sql, self, args) => Reflect.apply(held(), self, args) as unknown,
    get: (_sql, name) => Reflect.get(held(), name) as unknown,
  })
  handles.set(tx, guarded)
  return tx
}

/** `await sql(tx)<Row[]>\`select …\`` */
export const sql = (tx: Tx): Sql => handles.get(tx) ?? ended()

const ended = (): never => {
  throw new Error('this transaction has ended')
}

export const forget = (tx: Tx): void => void handles.delete(tx)

const writes = new WeakMap<Tx, PromiseLike<unknown>[]>()

/**
 * A write whose outcome nobody reads. It is sent at once and in its turn but not waited for, so that what follows travels with
 * it, down to the commit; a transaction in which it failed does not commit and fails with its failure.
 */
export function later(tx: Tx, write: PromiseLike<unknown>): void {
  // Sent by being asked for its outcome; who ends the transaction asks again.
  write.then(undefined, () => {})
  writes.set(tx, [...(writes.get(tx) ?? []), write])
}

/** The first failure among the writes that were not waited for; PostgreSQL refuses all that came after it. */
export async function failureOf(tx: Tx): Promise<unknown> {
  const outcomes = await Promise.allSettled(writes.get(tx) ?? [])
  return outcomes.find((outcome) => outcome.status === 'rejected')?.reason
}

/**
 * What follows in this transaction is planned for its own values. A prepared statement is otherwise planned once for all
 * callers, and a range of places is one grid or the whole city: the plan of either is a hundred times too slow for the other.
 */
export const afresh = (tx: Tx): void =>
  later(tx, sql(tx)`select set_config('plan_cache_mode', 'force_custom_plan', true)`)
