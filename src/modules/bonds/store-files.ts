import type { Scope } from '#kernel/authorise.ts'
import { type Day, instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type StoredFile = {
  id: string
  rotation: string | null
  was: string
  became: string
  place: string
  day: Day
  unit: 'work' | 'natural'
  days: number
  dueAt: string
  note: string
  receivedAt: string | null
  received: string | null
  title: string
  fromPerson: string
  fromName: string
  toPerson: string
  toName: string
  cases: number
  bonds: number
  promises: number
  households: number
}

const FILE = `f.id, f.rotation, f.was, f.became, f.place, f.day, f.unit, f.days, f.due_at as "dueAt", f.note, f.received_at as "receivedAt", f.received,
  o.title, w.person as "fromPerson", coalesce(wn.name, '') as "fromName", o.person as "toPerson", coalesce(bn.name, '') as "toName",
  l.cases, l.bonds, l.promises, l.households`
const JOINED = `from bonds.file f join posts.pub_post w on w.id = f.was join posts.pub_post o on o.id = f.became
  left join people.pub_person wn on wn.id = w.person left join people.pub_person bn on bn.id = o.person
  cross join lateral (select count(*) filter (where x.kind = 'case')::int as cases, count(*) filter (where x.kind = 'bond')::int as bonds,
    count(*) filter (where x.kind = 'promise')::int as promises, count(*) filter (where x.kind = 'bond' and h.id is not null)::int as households
    from bonds.file_line x left join bonds.pub_bond b on x.kind = 'bond' and b.id = x.subject
    left join homes.pub_household h on h.id = b.to_id where x.file = f.id) l`

type Wanted = {
  open: boolean | undefined
  late: boolean | undefined
  rotation: string | undefined
  now: number
  after: string[] | undefined
  limit: number
}

export function readFiles(tx: Tx, scope: Scope, { open, late, rotation, now, after, limit }: Wanted) {
  const q = sql(tx)
  return q<StoredFile[]>`select ${q.unsafe(FILE)} ${q.unsafe(JOINED)}
    where ((f.place >= ${scope.lo} and f.place < ${scope.hi}) or f.became::text = ${scope.post})
      ${open === undefined ? q`` : open ? q`and f.received_at is null` : q`and f.received_at is not null`}
      ${late ? q`and f.received_at is null and f.due_at < ${instant(now)}` : q``}
      ${rotation ? q`and f.rotation = ${rotation}` : q``}
      ${after ? q`and (f.due_at, f.id) > (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)` : q``}
    order by f.due_at, f.id limit ${limit}`
}

export async function findFile(tx: Tx, id: string): Promise<StoredFile | undefined> {
  const q = sql(tx)
  const [row] = await q<StoredFile[]>`select ${q.unsafe(FILE)} ${q.unsafe(JOINED)} where f.id = ${id}`
  return row
}

export const readLines = (tx: Tx, file: string) => sql(tx)<
  { kind: 'case' | 'bond' | 'promise'; subject: string; text: string; due: string | null }[]
>`
  select kind, subject, text, due from bonds.file_line where file = ${file} order by array_position(array['case', 'promise', 'bond'], kind), due nulls last, text, subject`

export type LockedFile = { id: string; became: string; place: string; dueAt: string; receivedAt: string | null }
export async function lockFile(tx: Tx, id: string): Promise<LockedFile | undefined> {
  const [row] = await sql(tx)<
    LockedFile[]
  >`select id, became, place, due_at as "dueAt", received_at as "receivedAt" from bonds.file where id = ${id} for update`
  return row
}

export const markReceived = async (tx: Tx, id: string, note: string, now: number): Promise<void> =>
  void (await sql(tx)`update bonds.file set received_at = ${instant(now)}, received = ${note} where id = ${id}`)

export const markReminded = async (tx: Tx, id: string, now: number): Promise<void> =>
  void (await sql(tx)`update bonds.file set reminded_at = ${instant(now)} where id = ${id}`)

export const dueFiles = (tx: Tx, now: number, limit: number) => sql(tx)<{ id: string }[]>`
  select id from bonds.file where received_at is null and reminded_at is null and due_at <= ${instant(now)} order by due_at limit ${limit}`

export type RotationRow = { id: string; day: Day; note: string; moves: number; at: string; open: number; late: number }
export const readRotations = (
  tx: Tx,
  { lo, hi, now, after, limit }: { lo: string; hi: string; now: number; after: string[] | undefined; limit: number },
) => {
  const q = sql(tx)
  return q<RotationRow[]>`
    select r.id, r.day, r.note, r.moves, r.at, (select count(*)::int from bonds.file f where f.rotation = r.id and f.received_at is null) as open,
      (select count(*)::int from bonds.file f where f.rotation = r.id and f.received_at is null and f.due_at < ${instant(now)}) as late
    from bonds.rotation r where r.place >= ${lo} and r.place < ${hi}
      ${after ? q`and (r.at, r.id) < (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)` : q``}
    order by r.at desc, r.id desc limit ${limit}`
}
