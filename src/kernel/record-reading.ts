import { type Day, DAY_MS, instant, startOfDay } from './clock.ts'
import { aside, type Db } from './db.ts'
import { type Fragment, later, type Sql, sql } from './sql.ts'
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
  actorKind: 'staff' | 'resident' | 'anonymous' | 'system' | 'outside'
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
  /** The glass it was seen through. */
  glass: string | null
}
export type After = { at: string; seq: string }

const COLUMNS = `r.seq, r.at, r.kind, r.name, r.outcome, r.request, r.actor_kind as "actorKind", r.role, r.person, r.post, r.organ,
  r.actor_place as "actorPlace", r.subject, r.place, r.purpose, r.about, r.detail->>'fields' as fields, r.detail->>'glass' as glass`

/** What an office is found by: its organ, or the role and place of one without. */
const OFFICE = `coalesce(r.organ::text, r.role || ' ' || coalesce(r.actor_place, ''))`
export const officeKey = ({ organ, role, actorPlace }: Pick<Act, 'organ' | 'role' | 'actorPlace'>): string =>
  organ ?? `${role} ${actorPlace ?? ''}`

/** Acts of one office about somebody between two instants: of an organ, or where it has none of whoever stands at a place. */
export type Window = { organ: string | null; place: string; since: string; until: string }

export type LookFilter = {
  organ?: string | undefined
  purpose?: string | undefined
  /** [from, to) */
  from?: string | undefined
  to?: string | undefined
  /** Not to be shown yet. */
  withheld: readonly Window[]
}

/**
 * To plan a question to ten years of months takes longer than to answer it (13 ms against 3), and knowing the person makes no
 * better plan: each connection plans it once.
 */
function plannedOnce(tx: Tx): Sql {
  const q = sql(tx)
  later(tx, q`select set_config('plan_cache_mode', 'force_generic_plan', true)`)
  return q
}

const OTHERS = `r.kind <> 'refusal' and r.actor_kind <> 'system' and r.person is distinct from r.about`

/** A person's looks: what others read or did of him; not his own acts, nor what the house does by the clock. */
function ofPerson(q: Sql, person: string, f: LookFilter): Fragment {
  return q`r.about = ${person} and ${q.unsafe(OTHERS)}
    ${f.from === undefined ? q`` : q`and r.at >= ${f.from}`}
    ${f.to === undefined ? q`` : q`and r.at < ${f.to}`}
    ${f.purpose === undefined ? q`` : q`and r.purpose = ${f.purpose}`}
    ${f.organ === undefined ? q`` : q`and ${q.unsafe(OFFICE)} = ${f.organ}`}
    ${
      f.withheld.length === 0
        ? q``
        : q`and not exists (select from jsonb_to_recordset(${f.withheld as never}::jsonb) as w(organ uuid, place text, since timestamptz, until timestamptz)
            where r.at >= w.since and r.at < w.until and coalesce(r.organ = w.organ, r.organ is null and w.organ is null and r.actor_place = w.place))`
    }`
}

/** Newest first. */
export async function looksAt(
  tx: Tx,
  person: string,
  page: LookFilter & { limit: number; after: After | undefined; offset?: number },
): Promise<Act[]> {
  const q = plannedOnce(tx)
  return q<Act[]>`
    select ${q.unsafe(COLUMNS)} from kernel.record r
    where ${ofPerson(q, person, page)}
      ${page.after ? q`and (r.at, r.seq) < (${page.after.at}::timestamptz, ${page.after.seq}::bigint)` : q``}
    order by r.at desc, r.seq desc limit ${page.limit} offset ${page.offset ?? 0}`
}

export type LookGroup = {
  organ: string
  organId: string | null
  role: string
  place: string | null
  purpose: string | null
  month: string
  count: number
  last: string
}

/** Looks counted by office, purpose and month (of the city's calendar), newest month first; a person has a few dozen of these. */
export async function groupLooks(tx: Tx, person: string, f: LookFilter): Promise<LookGroup[]> {
  const q = plannedOnce(tx)
  return q<LookGroup[]>`
    select ${q.unsafe(OFFICE)} as organ, r.organ as "organId", min(r.role) as role, min(r.actor_place) as place,
      r.purpose, to_char(r.at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*)::int as count, max(r.at) as last
    from kernel.record r where ${ofPerson(q, person, f)}
    group by 1, 2, 5, 6 order by 6 desc, 8 desc, 1 limit 500`
}

/** How many looks since an instant, and by how many different organs (or offices without one). */
export async function countLooks(tx: Tx, person: string, f: LookFilter): Promise<{ total: number; organs: number }> {
  const q = plannedOnce(tx)
  const [row] = await q<{ total: number; organs: number }[]>`
    select count(*)::int as total, count(distinct coalesce(r.organ::text, r.actor_place))::int as organs
    from kernel.record r where ${ofPerson(q, person, f)}`
  return row ?? { total: 0, organs: 0 }
}

type Through = { id: string; byPerson: string; openedAt: string; endsAt: string }
/** How many looks were taken through each glass; past row-level security, since only numbers come back. */
export async function countThrough(db: Db, glasses: readonly Through[]): Promise<Map<string, number>> {
  if (glasses.length === 0) return new Map()
  const rows = await aside(
    db,
    (tx) => sql(tx)<{ id: string; looks: number }[]>`
      select g.id, (select count(*)::int from kernel.record r where r.person = g."byPerson" and r.at >= g."openedAt" and r.at <= g."endsAt"
        and r.kind = 'query' and r.detail->>'glass' = g.id::text) as looks
      from jsonb_to_recordset(${glasses as never}::jsonb) as g(id uuid, "byPerson" uuid, "openedAt" timestamptz, "endsAt" timestamptz)`,
  )
  return new Map(rows.map(({ id, looks }) => [id, looks]))
}

export type RecordFilter = {
  /** Subtree of the asking auditor; '' for everything. Acts of residents belong to no place: only the whole sees them. */
  within: string
  kind?: Act['kind']
  /** The name, or the slice before the dot. */
  name?: string
  purpose?: string
  subject?: string
  /** Who acted, or whom it concerned. */
  person?: string
  place?: string
  from?: Day
  to?: Day
  limit: number
  after: After | undefined
}

type Explored = Act & { sealed: boolean }

/** Who acted and whom it concerned are two indexes; each gives its newest, and the newest of both are wanted. */
export async function exploreRecord(tx: Tx, f: RecordFilter): Promise<Explored[]> {
  if (f.person === undefined) return explored(tx, f, (q) => q``)
  const person = f.person
  const acted = await explored(tx, f, (q) => q`and r.person = ${person}`)
  const concerned = await explored(tx, f, (q) => q`and r.about = ${person} and r.person is distinct from r.about`)
  return [...acted, ...concerned]
    .sort((a, b) => (a.at === b.at ? Number(b.seq) - Number(a.seq) : a.at < b.at ? 1 : -1))
    .slice(0, f.limit)
}

async function explored(tx: Tx, f: RecordFilter, whose: (q: Sql) => Fragment): Promise<Explored[]> {
  const q = plannedOnce(tx)
  const at = q`coalesce(r.place, nullif(r.actor_place, ''))`
  const below = (code: string) => q`and ${at} >= ${code} and ${at} < ${`${code}~`}`
  return q<Explored[]>`
    with last as (select epoch, up_to_tx from kernel.seal order by no desc limit 1)
    select ${q.unsafe(COLUMNS)}, coalesce((r.epoch, r.tx) < (l.epoch, l.up_to_tx), false) as sealed
    from kernel.record r left join last l on true
    where true
      ${f.within === '' ? q`` : below(f.within)}
      ${f.place === undefined ? q`` : below(f.place)}
      ${f.kind === undefined ? q`` : q`and r.kind = ${f.kind}`}
      ${f.name === undefined ? q`` : q`and (r.name = ${f.name} or starts_with(r.name, ${`${f.name}.`}))`}
      ${f.purpose === undefined ? q`` : q`and r.purpose = ${f.purpose}`}
      ${f.subject === undefined ? q`` : q`and r.subject = ${f.subject}`}
      ${whose(q)}
      ${f.from === undefined ? q`` : q`and r.at >= ${instant(startOfDay(f.from))}`}
      ${f.to === undefined ? q`` : q`and r.at < ${instant(startOfDay(f.to) + DAY_MS)}`}
      ${f.after ? q`and (r.at, r.seq) < (${f.after.at}::timestamptz, ${f.after.seq}::bigint)` : q``}
    order by r.at desc, r.seq desc limit ${f.limit}`
}

export type Anchor = { day: Day; seal: number; hash: string }

/** The last hash of each day, newest first: what is printed or notarised is compared with these. */
export const listAnchors = (tx: Tx, limit: number) => sql(tx)<Anchor[]>`
  select day, seal::int as seal, encode(hash, 'hex') as hash from kernel.anchor order by day desc limit ${limit}`
