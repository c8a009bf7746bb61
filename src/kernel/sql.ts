import type postgres from 'postgres'
import type { Tx } from './tx.ts'

/** The postgres.js handle behind a transaction. A gate lets only stores and the kernel import this file. */
export type Sql = postgres.ReservedSql
const handles = new WeakMap<Tx, Sql>()

export function asTx(sql: Sql): Tx {
  const tx = {} as Tx
  handles.set(tx, sql)
  return tx
}

/** `await sql(tx)<Row[]>\`select …\`` */
export function sql(tx: Tx): Sql {
  const found = handles.get(tx)
  if (!found) throw new Error('this transaction has ended')
  return found
}

export const forget = (tx: Tx): void => void handles.delete(tx)
