import type postgres from 'postgres'
import type { Tx } from './tx.ts'

/** The postgres.js handle behind a transaction. A gate lets only stores and the kernel import this file. */
export type Sql = postgres.ReservedSql
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
