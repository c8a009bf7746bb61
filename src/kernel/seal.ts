/**
 * The seal: a hash chain over the record, made in batches within a second, so that writers never wait for each other.
 *
 * Format     kernel.seal: batch `no` covers the rows with from_tx <= tx < up_to_tx of one epoch.
 *            hash = SHA-256(previous hash, then each row's canonical text in order of (tx, seq)); genesis is 32 zero bytes.
 * Horizon    `up_to_tx` is the oldest transaction still running (pg_snapshot_xmin): everything below it has ended, so a batch
 *            can never gain a row later. Rows are never touched by sealing.
 * Epoch      transaction numbers start again when a dump is loaded into another cluster; then the old epoch is closed with
 *            one last batch and the sequence kernel.epoch_seq moves on.
 * Anchor     the last hash of each day is kept in kernel.anchor and printed in the log, to be published or notarised.
 * Detects    any change, removal or insertion of a sealed row, and of a seal, by recomputing; `openpalm audit verify`.
 * Crash      before the commit of a seal leaves no seal; the next run covers the same rows.
 */
import { createHash } from 'node:crypto'
import { dayOf, instant } from './clock.ts'
import { asOwner } from './db.ts'
import type { Platform } from './platform.ts'
import { sql } from './sql.ts'
import type { Tx } from './tx.ts'

type Seal = { no: string; epoch: number; fromTx: string; upToTx: string; rows: number; previous: Uint8Array; hash: Uint8Array }
const GENESIS = Buffer.alloc(32)

/** Seals what can be sealed; returns how many rows. One sealer at a time, by advisory lock. */
export const seal = (p: Platform): Promise<number> =>
  asOwner(p.db, async (tx) => {
    const [lock] = await sql(tx)<{ got: boolean }[]>`select pg_try_advisory_xact_lock(20200413) as got`
    if (!lock?.got) return 0
    const last = await lastSeal(tx)
    const [h] = await sql(tx)<{ epoch: number; horizon: string; current: string }[]>`
      select kernel.current_epoch() as epoch, pg_snapshot_xmin(pg_current_snapshot())::text as horizon, pg_current_xact_id()::text as current`
    if (!h) return 0
    const restored = last !== undefined && last.epoch === h.epoch && BigInt(h.current) < BigInt(last.upToTx)
    const upTo = restored ? String(2n ** 62n) : h.horizon
    const from = last && last.epoch === h.epoch ? last.upToTx : '0'
    const rows = BigInt(upTo) > BigInt(from) ? await append(tx, p.clock.now(), last, { epoch: h.epoch, from, upTo }) : 0
    if (restored) await sql(tx)`select nextval('kernel.epoch_seq')`
    return rows
  })

async function append(tx: Tx, now: number, last: Seal | undefined, range: { epoch: number; from: string; upTo: string }): Promise<number> {
  const previous = last?.hash ?? GENESIS
  const { hash, rows } = await digest(tx, previous, range)
  if (rows === 0) return 0
  await sql(tx)`insert into kernel.seal (no, epoch, from_tx, up_to_tx, rows, at, previous, hash)
    values (${Number(last?.no ?? 0) + 1}, ${range.epoch}, ${range.from}, ${range.upTo}, ${rows}, ${instant(now)}, ${previous}, ${hash})`
  await sql(tx)`insert into kernel.anchor (day, seal, hash, at)
    values (${dayOf(now)}, ${Number(last?.no ?? 0) + 1}, ${hash}, ${instant(now)})
    on conflict (day) do update set seal = excluded.seal, hash = excluded.hash, at = excluded.at`
  return rows
}

async function digest(tx: Tx, previous: Uint8Array, range: { epoch: number; from: string; upTo: string }): Promise<{ hash: Buffer; rows: number }> {
  const hash = createHash('sha256').update(previous)
  let rows = 0
  const lines = sql(tx)<{ line: string }[]>`
    select concat_ws('|', seq, tx, extract(epoch from at), kind, name, outcome, request, actor_kind, role, coalesce(person::text, '-'), coalesce(post::text, '-'),
      coalesce(organ::text, '-'), coalesce(actor_place, '-'), coalesce(subject::text, '-'), coalesce(place, '-'), coalesce(purpose, '-'),
      coalesce(about::text, '-'), detail::text) as line
    from kernel.record where epoch = ${range.epoch} and tx >= ${range.from} and tx < ${range.upTo} order by tx, seq`.cursor(1000)
  for await (const some of lines)
    for (const { line } of some) {
      hash.update(line).update('\n')
      rows++
    }
  return { hash: hash.digest(), rows }
}

async function lastSeal(tx: Tx): Promise<Seal | undefined> {
  const [row] = await sql(tx)<Seal[]>`select no, epoch, from_tx::text as "fromTx", up_to_tx::text as "upToTx", rows, previous, hash from kernel.seal order by no desc limit 1`
  return row
}

export type Verdict = { seals: number; rows: number; unsealed: number; brokenAt: number | null; why: string | null }

/** Recomputes the whole chain. */
export const verify = (p: Platform): Promise<Verdict> =>
  asOwner(p.db, async (tx) => {
    const seals = await sql(tx)<Seal[]>`select no, epoch, from_tx::text as "fromTx", up_to_tx::text as "upToTx", rows, previous, hash from kernel.seal order by no`
    let previous: Uint8Array = GENESIS
    let rows = 0
    for (const [index, one] of seals.entries()) {
      const found = await digest(tx, previous, { epoch: one.epoch, from: one.fromTx, upTo: one.upToTx })
      const why = faultOf(one, index, seals[index - 1], previous, found)
      if (why) return { seals: seals.length, rows, unsealed: 0, brokenAt: Number(one.no), why }
      previous = one.hash
      rows += one.rows
    }
    const last = seals.at(-1)
    const [rest] = await sql(tx)<{ n: number }[]>`select count(*)::int as n from kernel.record where epoch > ${last?.epoch ?? -1} or tx >= ${last?.upToTx ?? '0'}`
    return { seals: seals.length, rows, unsealed: rest?.n ?? 0, brokenAt: null, why: null }
  })

function faultOf(one: Seal, index: number, before: Seal | undefined, previous: Uint8Array, found: { hash: Buffer; rows: number }): string | null {
  if (Number(one.no) !== index + 1) return 'a seal is missing'
  if (!Buffer.from(one.previous).equals(Buffer.from(previous))) return 'a seal does not follow the one before'
  if (before && before.epoch === one.epoch && before.upToTx !== one.fromTx) return 'a gap between two seals'
  if (found.rows !== one.rows) return `${one.rows} rows were sealed, ${found.rows} are there`
  return found.hash.equals(Buffer.from(one.hash)) ? null : 'a sealed row was changed'
}
