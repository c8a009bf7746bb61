import { instant } from '#kernel/clock.ts'
import { type Fragment, sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Noted } from './contract-inward.ts'
import type { Parcel, Why } from './contract.ts'
import { FORGET, HELD_MS } from './rules.ts'

export const standingOf = (tx: Tx, person: string, keys: readonly string[]) =>
  sql(tx)<{ key: string; state: string; why: Why | null; code: string | null }[]>`
    select key, state, why, code from sync.parcel where person = ${person} and key = any(${keys}::uuid[])`

/** Parcels that waited and may go: what they follow is settled, or a person let them go. */
export const readyOf = (tx: Tx, person: string, limit: number) =>
  sql(tx)<(Parcel & { device: string })[]>`
    select p.device, p.key, p.person, p.post, p.thing, p.after, p.command, p.input, p.title, p.claimed_at as at
    from sync.parcel p
    where p.person = ${person} and (p.state = 'free' or (p.state = 'held' and exists (
      select 1 from sync.parcel b where b.person = p.person and b.key = p.after and b.state in ('done', 'dropped'))))
    order by p.claimed_at, p.key limit ${limit}`

export async function countWaiting(tx: Tx, person: string): Promise<number> {
  const [row] = await sql(tx)<{ n: number }[]>`
    select count(*)::int as n from sync.parcel where person = ${person} and state in ('held', 'refused', 'stranded', 'free')`
  return row?.n ?? 0
}

type Sent = { person: string; device: string; skewMs: number; now: number }

/** Done and given up are the end; of the rest the newest word counts. By key, so that two connections that bring the same wait for each other in one order. */
export const putParcels = async (
  tx: Tx,
  { person, device, skewMs, now }: Sent,
  rows: readonly (Noted & { tool: boolean })[],
): Promise<void> =>
  void (await sql(tx)`
    insert into sync.parcel as p (person, key, device, post, place, thing, after, command, title, input, state, why, code, detail,
      claimed_at, skew_ms, received_at, expires_at, tool)
    select ${person}, n.key, ${device}, n.post, coalesce((select o.place from posts.pub_post o where o.id = n.post), ''), n.thing, n.after,
      n.command, n.title, case when n.state = 'done' then null else n.input end, n.state, n.why, n.code, n.detail, n.at, ${skewMs}, ${instant(now)},
      case when n.state = 'held' then ${instant(now + HELD_MS)}::timestamptz end, n.tool
    from jsonb_to_recordset(${rows as never}::jsonb) as n(key uuid, post uuid, thing text, after uuid, command text, title text, input jsonb,
      state text, why text, code text, detail jsonb, at timestamptz, tool boolean)
    order by n.key
    on conflict (person, key) do update set state = excluded.state, why = excluded.why, code = excluded.code, detail = excluded.detail,
      input = excluded.input, title = excluded.title, expires_at = coalesce(p.expires_at, excluded.expires_at)
    where p.state not in ('done', 'dropped')
      and not (excluded.state = 'held' and p.state in ('free', 'refused', 'stranded'))`)

export type Found = {
  person: string
  key: string
  place: string
  state: string
  post: string
  title: string
  input: unknown
}

export async function findParcel(tx: Tx, person: string, key: string): Promise<Found | undefined> {
  const [row] = await sql(tx)<Found[]>`
    select person, key, place, state, post, title, input from sync.parcel where person = ${person} and key = ${key} for update`
  return row
}

export const freeParcel = async (tx: Tx, { person, key }: Found, by: string | null, now: number): Promise<void> =>
  void (await sql(tx)`
    update sync.parcel set state = 'free', why = null, code = null, expires_at = null, decided_at = ${instant(now)}, decided_by = ${by}
    where person = ${person} and key = ${key}`)

/** What a person has to decide about, as it was written. */
export async function strandedOf(
  tx: Tx,
  s: { lo: string; hi: string },
  person: string,
  key: string,
): Promise<{ place: string; parcel: Parcel } | undefined> {
  const [row] = await sql(tx)<(Parcel & { place: string })[]>`
    select key, person, post, thing, after, command, input, title, claimed_at as at, place from sync.parcel
    where person = ${person} and key = ${key} and state = 'stranded' and place >= ${s.lo} and place < ${s.hi}`
  if (!row) return undefined
  const { place, ...parcel } = row
  return { place, parcel }
}

/** Sent by somebody else on behalf of its maker: done, with who and why. */
export const carryParcel = async (tx: Tx, { person, key }: Found, d: Dropping): Promise<void> =>
  void (await sql(tx)`
    update sync.parcel set state = 'done', why = null, code = null, input = null, decided_at = ${instant(d.now)}, decided_by = ${d.by},
      reason = ${d.reason}
    where person = ${person} and key = ${key}`)

type Dropping = { by: string | null; reason: string; now: number }
export const dropParcel = async (tx: Tx, { person, key }: Found, d: Dropping): Promise<void> =>
  void (await sql(tx)`
    update sync.parcel set state = 'dropped', input = null, decided_at = ${instant(d.now)}, decided_by = ${d.by}, reason = ${d.reason}
    where person = ${person} and key = ${key}`)

export const strand = async (tx: Tx, person: string, key: string): Promise<void> =>
  void (await sql(tx)`update sync.parcel set state = 'stranded', why = 'too_long'
    where person = ${person} and key = ${key} and state = 'held'`)

export const overdue = (tx: Tx, now: number, limit: number) =>
  sql(tx)<{ person: string; key: string }[]>`
    select person, key from sync.parcel where state = 'held' and expires_at <= ${instant(now)} order by expires_at limit ${limit}`

export type WaitingRow = {
  key: string
  person: string
  owner: string
  command: string
  title: string
  state: 'held' | 'refused' | 'stranded'
  why: Why | null
  code: string | null
  receivedAt: string
  claimedAt: string
  skewSeconds: number
  expiresAt: string | null
  place: string
}
type Reach = { lo: string; hi: string; person: string }

export const listWaiting = (tx: Tx, s: Reach, limit: number) =>
  sql(tx)<WaitingRow[]>`
    select p.key, p.person, coalesce(n.name, '') as owner, p.command, p.title, case p.state when 'free' then 'held' else p.state end as state,
      p.why, p.code, p.received_at as "receivedAt", p.claimed_at as "claimedAt", (p.skew_ms / 1000)::int as "skewSeconds",
      p.expires_at as "expiresAt", p.place
    from sync.parcel p left join people.pub_person n on n.id = p.person
    where p.state in ('held', 'refused', 'stranded', 'free')
      and ((p.place >= ${s.lo} and p.place < ${s.hi}) or p.person::text = ${s.person})
    order by (p.state = 'held'), p.received_at, p.key limit ${limit}`

export async function hasOutdated(tx: Tx, now: number): Promise<boolean> {
  const [row] = await sql(tx)<{ some: boolean }[]>`
    select exists (select 1 from sync.device where seen_at < ${instant(now - FORGET.deviceMs)})
      or exists (select 1 from sync.parcel where received_at < ${instant(now - FORGET.parcelMs)} and state in ('done', 'dropped')) as some`
  return row?.some ?? false
}

/** Of tools whose holds are all over: as long as one is live, what waits may still be done. */
const shut = (tx: Tx, now: number): Fragment =>
  sql(tx)`tool and (title <> '' or input <> '{}') and not exists (select from kernel.pub_hold h
    where h.value = 'true'::jsonb and starts_with(h.lever, split_part(command, '.', 1) || '.') and h.ends_at > ${instant(now)})` as Fragment
export async function hasShut(tx: Tx, now: number): Promise<boolean> {
  const [row] = await sql(tx)<
    { some: boolean }[]
  >`select exists (select from sync.parcel where ${shut(tx, now)}) as some`
  return row?.some ?? false
}
/** What they say is destroyed with the rows of the tools; that there was one, and what became of it, stays. */
export const emptyShut = async (tx: Tx, now: number): Promise<void> =>
  void (await sql(
    tx,
  )`update sync.parcel set title = '', detail = '{}', input = case when input is null then null else '{}'::jsonb end
    where ${shut(tx, now)}`)

export async function clearOutdated(tx: Tx, now: number): Promise<void> {
  await sql(tx)`delete from sync.device where seen_at < ${instant(now - FORGET.deviceMs)}`
  await sql(
    tx,
  )`delete from sync.parcel where received_at < ${instant(now - FORGET.parcelMs)} and state in ('done', 'dropped')`
}
