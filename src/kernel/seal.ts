/**
 * The seal: a hash chain over the record, made in batches within a second, so that writers never wait for each other.
 *
 * Format     kernel.seal: batch `no` covers the rows with from_tx <= tx < up_to_tx of one epoch.
 *            hash = SHA-256(previous hash, then each row's canonical text in order of (tx, seq)); genesis is 32 zero bytes.
 *            The canonical text is a JSON array of all columns, so that no value can pass for its neighbour or for none.
 * Horizon    `up_to_tx` is the oldest transaction still running (pg_snapshot_xmin): everything below it has ended, so a batch
 *            can never gain a row later. Rows are never touched by sealing.
 * Epoch      transaction numbers start again when a dump is loaded into another cluster. The next start sees that and moves
 *            kernel.epoch_seq on, and the default of the column with it, before anything is written; what was unsealed of the
 *            old epoch becomes its last batch.
 * Put away   a month that is older than the record is kept leaves the table (record-months.ts) after its seals were recomputed
 *            one last time. They stay links of the chain, compared with each other, but no more with rows.
 * Anchor     the last hash of each day is kept in kernel.anchor and shown in the console, to be published or notarised.
 * Detects    any change, removal or insertion of a sealed row, of a seal, or of what was anchored, by recomputing. Who can
 *            rewrite rows, seals and anchors alike is found by the anchors printed elsewhere.
 * Crash      before the commit of a seal leaves no seal; the next run covers the same rows.
 */
import { createHash, type Hash } from 'node:crypto'
import { type Day, dayOf, instant } from './clock.ts'
import { asOwner } from './db.ts'
import type { Platform } from './platform.ts'
import { sql } from './sql.ts'
import type { Tx } from './tx.ts'

type Seal = {
  no: number
  epoch: number
  fromTx: string
  upToTx: string
  rows: number
  previous: Uint8Array
  hash: Uint8Array
}
const GENESIS = Buffer.alloc(32)

/** Seals what can be sealed; returns how many rows. One sealer at a time, by advisory lock. */
export const seal = (p: Platform): Promise<number> =>
  asOwner(p.db, async (tx) => {
    const [lock] = await sql(tx)<{ got: boolean }[]>`select pg_try_advisory_xact_lock(20200413) as got`
    if (!lock?.got) return 0
    const epoch = await enterEpoch(tx)
    const [h] = await sql(tx)<{ horizon: string }[]>`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`
    const first = await lastSeal(tx)
    let rows = 0
    for (let e = first?.epoch ?? epoch; e <= epoch; e++)
      rows += await append(tx, p.clock.now(), e, e < epoch ? END_OF_EPOCH : (h?.horizon ?? '0'))
    return rows
  })

const END_OF_EPOCH = String(2n ** 62n)

/** The epoch to write in: a new one when transaction numbers are below what was sealed already. */
export async function enterEpoch(tx: Tx): Promise<number> {
  const last = await lastSeal(tx)
  const [h] = await sql(tx)<
    { epoch: number; current: string }[]
  >`select kernel.current_epoch() as epoch, pg_snapshot_xmax(pg_current_snapshot())::text as current`
  const epoch = h?.epoch ?? 0
  if (!last || last.epoch < epoch || BigInt(h?.current ?? 0) >= BigInt(last.upToTx)) return epoch
  await sql(tx)`select setval('kernel.epoch_seq', ${epoch + 1})`
  await sql(tx).unsafe(`alter table kernel.record alter column epoch set default ${epoch + 1}`)
  return epoch + 1
}

async function append(tx: Tx, now: number, epoch: number, upTo: string): Promise<number> {
  const last = await lastSeal(tx)
  const from = last?.epoch === epoch ? last.upToTx : '0'
  if (BigInt(upTo) <= BigInt(from)) return 0
  const previous = last?.hash ?? GENESIS
  const { hash, rows } = await digest(tx, previous, { epoch, from, upTo })
  if (rows === 0) return 0
  const no = Number(last?.no ?? 0) + 1
  await sql(tx)`insert into kernel.seal (no, epoch, from_tx, up_to_tx, rows, at, previous, hash)
    values (${no}, ${epoch}, ${from}, ${upTo}, ${rows}, ${instant(now)}, ${previous}, ${hash})`
  await sql(tx)`insert into kernel.anchor (day, seal, hash, at) values (${dayOf(now)}, ${no}, ${hash}, ${instant(now)})
    on conflict (day) do update set seal = excluded.seal, hash = excluded.hash, at = excluded.at`
  return rows
}

const CANONICAL = `json_build_array(r.seq, r.tx, extract(epoch from r.at), r.kind, r.name, r.outcome, r.request, r.actor_kind, r.role, r.person, r.post,
  r.organ, r.actor_place, r.subject, r.place, r.purpose, r.about, r.detail)::text`

async function digest(
  tx: Tx,
  previous: Uint8Array,
  range: { epoch: number; from: string; upTo: string },
): Promise<{ hash: Buffer; rows: number }> {
  const q = sql(tx)
  const hash = createHash('sha256').update(previous)
  let rows = 0
  const lines = q<{ line: string }[]>`select ${q.unsafe(CANONICAL)} as line from kernel.record r
    where r.epoch = ${range.epoch} and r.tx >= ${range.from} and r.tx < ${range.upTo} order by r.tx, r.seq`.cursor(1000)
  for await (const some of lines)
    for (const { line } of some) {
      hash.update(line).update('\n')
      rows++
    }
  return { hash: hash.digest(), rows }
}

const SEAL = `no::int as no, epoch, from_tx::text as "fromTx", up_to_tx::text as "upToTx", rows, previous, hash`

async function lastSeal(tx: Tx): Promise<Seal | undefined> {
  const q = sql(tx)
  const [row] = await q<Seal[]>`select ${q.unsafe(SEAL)} from kernel.seal order by no desc limit 1`
  return row
}

export type Verdict = { seals: number; rows: number; unsealed: number; brokenAt: number | null; why: string | null }

/** Whether these seals fit their rows, before a month of theirs is put away. */
export async function sealsIntact(tx: Tx, first: number, last: number): Promise<boolean> {
  const before = first > 1 ? await sealsFrom(tx, first - 2, 1) : []
  const chain: Chain = { seals: first - 1, rows: 0, last: before[0] }
  return (await followChain(tx, chain, last)) === undefined && chain.seals === last
}

/** Recomputes the whole chain. */
export const verify = (p: Platform): Promise<Verdict> =>
  asOwner(p.db, async (tx) => {
    const chain: Chain = { seals: 0, rows: 0, last: undefined }
    const broken = (await followChain(tx, chain)) ?? (await compareAnchors(tx))
    const verdict = {
      seals: chain.seals,
      rows: chain.rows,
      unsealed: 0,
      brokenAt: broken?.no ?? null,
      why: broken?.why ?? null,
    }
    return broken ? verdict : { ...verdict, unsealed: await countUnsealed(tx, chain.last) }
  })

type Chain = { seals: number; rows: number; last: Seal | undefined }
type Break = { no: number; why: string }
/** Seals whose rows are read by one query. */
const AT_ONCE = 200

async function sealsFrom(tx: Tx, after: number, limit: number): Promise<Seal[]> {
  const q = sql(tx)
  return q<Seal[]>`select ${q.unsafe(SEAL)} from kernel.seal where no > ${after} order by no limit ${limit}`
}

async function followChain(tx: Tx, chain: Chain, until = Infinity): Promise<Break | undefined> {
  const gone = await putAwaySeals(tx)
  for (;;) {
    const some = (await sealsFrom(tx, chain.last?.no ?? 0, AT_ONCE)).filter(({ no }) => no <= until)
    const [from, to] = [some[0], some.at(-1)]
    if (!from || !to) return undefined
    const found = await digestsOf(tx, from.no, to.no, new Map(some.map((one) => [one.no, one])))
    for (const one of some) {
      const away = gone.some(({ first, last }) => one.no >= first && one.no <= last)
      const why = linkFaultOf(one, chain) ?? (away ? undefined : rowFaultOf(one, found.get(one.no)))
      if (why) return { no: one.no, why }
      chain.seals++
      chain.rows += away ? 0 : one.rows
      chain.last = one
    }
  }
}

const putAwaySeals = (tx: Tx) => sql(tx)<{ first: number; last: number }[]>`
  select first_seal::int as first, last_seal::int as last from kernel.put_away`

type Digest = { hash: Hash; rows: number }

async function digestsOf(
  tx: Tx,
  from: number,
  to: number,
  seals: ReadonlyMap<number, Seal>,
): Promise<Map<number, Digest>> {
  const q = sql(tx)
  const digests = new Map(
    [...seals].map(([no, one]): [number, Digest] => [no, { hash: createHash('sha256').update(one.previous), rows: 0 }]),
  )
  const lines = q<{ no: number; line: string }[]>`select s.no::int as no, ${q.unsafe(CANONICAL)} as line
    from kernel.seal s join kernel.record r on r.epoch = s.epoch and r.tx >= s.from_tx and r.tx < s.up_to_tx
    where s.no between ${from} and ${to} order by s.no, r.tx, r.seq`.cursor(1000)
  for await (const some of lines)
    for (const { no, line } of some) {
      const one = digests.get(no)
      one?.hash.update(line).update('\n')
      if (one) one.rows++
    }
  return digests
}

function linkFaultOf(one: Seal, { seals, last }: Chain): string | undefined {
  if (one.no !== seals + 1) return 'a seal is missing'
  if (!Buffer.from(one.previous).equals(Buffer.from(last?.hash ?? GENESIS)))
    return 'a seal does not follow the one before'
  return one.fromTx === (last?.epoch === one.epoch ? last.upToTx : '0') ? undefined : 'a gap between two seals'
}

function rowFaultOf(one: Seal, found: Digest | undefined): string | undefined {
  if (found?.rows !== one.rows) return `${one.rows} rows were sealed, ${found?.rows ?? 0} are there`
  return found.hash.digest().equals(Buffer.from(one.hash)) ? undefined : 'a sealed row was changed'
}

/** A chain cut short is whole in itself, but not what was anchored. */
async function compareAnchors(tx: Tx): Promise<Break | undefined> {
  const [lost] = await sql(tx)<{ seal: number; day: Day }[]>`
    select a.seal::int as seal, a.day from kernel.anchor a left join kernel.seal s on s.no = a.seal
    where s.hash is distinct from a.hash order by a.seal limit 1`
  return lost && { no: lost.seal, why: `not what was anchored on ${lost.day}` }
}

async function countUnsealed(tx: Tx, last: Seal | undefined): Promise<number> {
  const [row] = await sql(tx)<{ n: number }[]>`
    select count(*)::int as n from kernel.record where (epoch, tx) >= (${last?.epoch ?? 0}, ${last?.upToTx ?? '0'}::bigint)`
  return row?.n ?? 0
}
