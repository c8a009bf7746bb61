import { type Day, instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { BondKind } from './contract.ts'

type Row = Omit<BondKind, 'name'> & { zh: string; en: string | null }
const kindFrom = ({ zh, en, ...rest }: Row): BondKind => ({ ...rest, name: { zh, en } })

const COLUMNS = `code, version, zh, en, sources as "from", targets as "to", quota, near, choosable, from_day as "fromDay", reason`

/** The versions in force on a day; without a day, all there ever were. */
export async function readKinds(tx: Tx, day: Day | null): Promise<BondKind[]> {
  const q = sql(tx)
  const rows =
    day === null
      ? await q<Row[]>`select ${q.unsafe(COLUMNS)} from bonds.kind order by code, version`
      : await q<
          Row[]
        >`select distinct on (code) ${q.unsafe(COLUMNS)} from bonds.kind where from_day <= ${day} order by code, version desc`
  return rows.map(kindFrom)
}

export async function lastVersion(tx: Tx, code: string): Promise<BondKind | undefined> {
  const q = sql(tx)
  await q`select pg_advisory_xact_lock(hashtextextended(${`bonds.kind ${code}`}, 0))`
  const [row] = await q<
    Row[]
  >`select ${q.unsafe(COLUMNS)} from bonds.kind where code = ${code} order by version desc limit 1`
  return row && kindFrom(row)
}

export async function insertKinds(
  tx: Tx,
  kinds: readonly BondKind[],
  { by, now }: { by: string | null; now: number },
): Promise<void> {
  const rows = kinds.map(({ name, from, to, ...rest }) => ({
    ...rest,
    zh: name.zh,
    en: name.en ?? null,
    sources: from,
    targets: to,
  }))
  await sql(tx)`
    insert into bonds.kind (code, version, zh, en, sources, targets, quota, near, choosable, from_day, reason, by_post, at)
    select code, version, zh, en, sources, targets, quota, near, choosable, "fromDay", reason, ${by}::uuid, ${instant(now)}
    from jsonb_to_recordset(${rows as never}::jsonb) as k(code text, version int, zh text, en text, sources text[], targets text[],
      quota int, near boolean, choosable boolean, "fromDay" date, reason text)
    on conflict do nothing`
}
