import { type Day, DAY_MS, instant, startOfDay } from './clock.ts'
import { sql } from './sql.ts'
import type { Tx } from './tx.ts'

/**
 * Reading the record. Nothing is cached: what a road has written shows with the next question. Row-level security lets
 * through what concerns the asking person, or what lies in the range of an auditor.
 */
export type Act = {
  seq: string
  at: string
  kind: 'command' | 'query' | 'refusal'
  name: string
  outcome: string
  request: string
  actorKind: 'staff' | 'resident' | 'anonymous' | 'system'
  role: string
  person: string | null
  post: string | null
  organ: string | null
  actorPlace: string | null
  subject: string | null
  place: string | null
  purpose: string | null
  about: string | null
  fields: string | null
}
export type After = { at: string; seq: string }

const COLUMNS = `r.seq, r.at, r.kind, r.name, r.outcome, r.request, r.actor_kind as "actorKind", r.role, r.person, r.post, r.organ,
  r.actor_place as "actorPlace", r.subject, r.place, r.purpose, r.about, r.detail->>'fields' as fields`

/** What others read or did of a person, newest first: not the person's own acts, nor what the house does by the clock. */
export async function looksAt(
  tx: Tx,
  person: string,
  page: { limit: number; after: After | undefined },
): Promise<Act[]> {
  const q = sql(tx)
  return q<Act[]>`
    select ${q.unsafe(COLUMNS)} from kernel.record r
    where r.about = ${person} and r.kind <> 'refusal' and r.actor_kind <> 'system' and r.person is distinct from r.about
      ${page.after ? q`and (r.at, r.seq) < (${page.after.at}::timestamptz, ${page.after.seq}::bigint)` : q``}
    order by r.at desc, r.seq desc limit ${page.limit}`
}

/** How many looks since an instant, and by how many different organs (or offices without one). */
export async function countLooks(tx: Tx, person: string, since: number): Promise<{ total: number; organs: number }> {
  const [row] = await sql(tx)<{ total: number; organs: number }[]>`
    select count(*)::int as total, count(distinct coalesce(r.organ::text, r.actor_place))::int as organs from kernel.record r
    where r.about = ${person} and r.at >= ${instant(since)} and r.kind <> 'refusal' and r.actor_kind <> 'system' and r.person is distinct from r.about`
  return row ?? { total: 0, organs: 0 }
}

export type RecordFilter = {
  /** Subtree of the asking auditor; '' for everything. Acts of residents belong to no place: only the whole sees them. */
  within: string
  kind?: Act['kind']
  /** The name, or the slice before the dot. */
  name?: string
  subject?: string
  /** Who acted, or whom it concerned. */
  person?: string
  place?: string
  from?: Day
  to?: Day
  limit: number
  after: After | undefined
}

export async function exploreRecord(tx: Tx, f: RecordFilter): Promise<(Act & { sealed: boolean })[]> {
  const q = sql(tx)
  const at = q`coalesce(r.place, nullif(r.actor_place, ''))`
  const below = (code: string) => q`and ${at} >= ${code} and ${at} < ${`${code}~`}`
  return q<(Act & { sealed: boolean })[]>`
    with last as (select epoch, up_to_tx from kernel.seal order by no desc limit 1)
    select ${q.unsafe(COLUMNS)}, coalesce((r.epoch, r.tx) < (l.epoch, l.up_to_tx), false) as sealed
    from kernel.record r left join last l on true
    where true
      ${f.within === '' ? q`` : below(f.within)}
      ${f.place === undefined ? q`` : below(f.place)}
      ${f.kind === undefined ? q`` : q`and r.kind = ${f.kind}`}
      ${f.name === undefined ? q`` : q`and (r.name = ${f.name} or starts_with(r.name, ${`${f.name}.`}))`}
      ${f.subject === undefined ? q`` : q`and r.subject = ${f.subject}`}
      ${f.person === undefined ? q`` : q`and (r.person = ${f.person} or r.about = ${f.person})`}
      ${f.from === undefined ? q`` : q`and r.at >= ${instant(startOfDay(f.from))}`}
      ${f.to === undefined ? q`` : q`and r.at < ${instant(startOfDay(f.to) + DAY_MS)}`}
      ${f.after ? q`and (r.at, r.seq) < (${f.after.at}::timestamptz, ${f.after.seq}::bigint)` : q``}
    order by r.at desc, r.seq desc limit ${f.limit}`
}

export type Anchor = { day: Day; seal: number; hash: string }

/** The last hash of each day, newest first: what is printed or notarised is compared with these. */
export const listAnchors = (tx: Tx, limit: number) => sql(tx)<Anchor[]>`
  select day, seal::int as seal, encode(hash, 'hex') as hash from kernel.anchor order by day desc limit ${limit}`
