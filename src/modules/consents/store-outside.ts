import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { OutsideLook } from './contract-outside.ts'

export type OutsideRow = {
  id: string
  code: string
  zh: string
  en: string | null
  may: string[]
  perMinute: number
  madeAt: string
  endsAt: string
  endedAt: string | null
}
const COLUMNS = `id, code, name_zh as zh, name_en as en, may, per_minute as "perMinute", made_at as "madeAt", ends_at as "endsAt", ended_at as "endedAt"`

type New = Omit<OutsideRow, 'endedAt'> & { token: Uint8Array; by: string }
export const insertOutside = async (tx: Tx, o: New): Promise<void> =>
  void (await sql(tx)`
    insert into consents.outside_system (id, code, name_zh, name_en, token, may, per_minute, made_by, made_at, ends_at)
    values (${o.id}, ${o.code}, ${o.zh}, ${o.en}, ${o.token}, ${o.may}, ${o.perMinute}, ${o.by}, ${o.madeAt}, ${o.endsAt})`)

export const setOutsideEnded = async (tx: Tx, id: string, at: number): Promise<boolean> =>
  (await sql(tx)`update consents.outside_system set ended_at = ${instant(at)} where id = ${id} and ended_at is null`)
    .count > 0

export function allOutside(tx: Tx): Promise<OutsideRow[]> {
  const q = sql(tx)
  return q<
    OutsideRow[]
  >`select ${q.unsafe(COLUMNS)} from consents.outside_system order by made_at desc, id desc limit 200`
}

/** The live system of a credential, with how many questions it has asked this minute, this one among them. */
export async function askedBy(
  tx: Tx,
  token: Uint8Array,
  now: number,
): Promise<(OutsideRow & { counted: number }) | undefined> {
  const q = sql(tx)
  const minute = Math.floor(now / 60_000)
  const [row] = await q<(OutsideRow & { counted: number })[]>`
    update consents.outside_system set counted = case when counted_minute = ${minute} then counted + 1 else 1 end, counted_minute = ${minute}
    where token = ${token} and ended_at is null and ends_at > ${instant(now)}
    returning ${q.unsafe(COLUMNS)}, counted`
  return row
}

/** Whom each number belongs to, entries of one person put together; whoever cannot be told apart is left out. */
export async function personsWith(tx: Tx, tokens: readonly Buffer[]): Promise<Map<string, string>> {
  const wanted = tokens.map((token) => token.toString('hex'))
  const rows = await sql(tx)<{ token: string; person: string }[]>`
    with recursive held as (
      select encode(d.token, 'hex') as token, p.id, p.stands_for from people.pub_document d join people.pub_person p on p.id = d.person
      where d.token in (select decode(t, 'hex') from unnest(${wanted}::text[]) t) and d.ended_at is null
      union select h.token, p.id, p.stands_for from held h join people.pub_person p on p.id = h.stands_for)
    select token, min(id::text) as person from held where stands_for is null group by token having count(distinct id) = 1`
  return new Map(rows.map(({ token, person }) => [token, person]))
}

export type Told = {
  id: string
  ref: string
  person: string
  at: string
  action: string
  receiverCode: string
  receiverName: string | null
}
export const insertOutsideLooks = async (tx: Tx, system: string, at: number, rows: readonly Told[]): Promise<number> =>
  (
    await sql(tx)`
      insert into consents.outside_look (id, system, ref, person, at, action, receiver_code, receiver_name, said_at)
      select id, ${system}::uuid, ref, person, at, action, "receiverCode", "receiverName", ${instant(at)}::timestamptz
      from jsonb_to_recordset(${rows as never}::jsonb) as g(id uuid, ref text, person uuid, at timestamptz, action text, "receiverCode" text, "receiverName" text)
      on conflict (system, ref) do nothing`
  ).count

type Paged = {
  limit: number
  after: { at: string; id: string } | undefined
  from?: string | undefined
  to?: string | undefined
}
/** What other registers told of a person, newest first. */
export function outsideLooksAt(tx: Tx, persons: readonly string[], p: Paged): Promise<OutsideLook[]> {
  const q = sql(tx)
  return q<OutsideLook[]>`
    select l.id, l.at, l.action, coalesce(l.receiver_name, l.receiver_code) as receiver, s.name_zh as system
    from consents.outside_look l join consents.pub_outside s on s.id = l.system
    where l.person = any(${persons as string[]}::uuid[])
      ${p.from ? q`and l.at >= ${p.from}` : q``} ${p.to ? q`and l.at < ${p.to}` : q``}
      ${p.after ? q`and (l.at, l.id) < (${p.after.at}::timestamptz, ${p.after.id}::uuid)` : q``}
    order by l.at desc, l.id desc limit ${p.limit}`
}

export const outsideNames = (tx: Tx, ids: readonly string[]) => sql(tx)<{ id: string; zh: string }[]>`
  select id, name_zh as zh from consents.pub_outside where id = any(${ids as string[]}::uuid[])`
