import type { Scope } from '#kernel/authorise.ts'
import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { NoticeKind, NoticeParams } from './messages.ts'

export type NewNotice = {
  id: string
  at: number
  kind: NoticeKind
  params: NoticeParams
  subject: string | null
  urgent: boolean
  place: string
  person: string | null
  post: string | null
  phone: string | null
  texted: boolean
}

/** The notice, and its text message if it gets one, in one statement. */
export async function insertNotice(tx: Tx, n: NewNotice): Promise<void> {
  await sql(tx)`
    with told as (
      insert into notices.notice (id, at, kind, params, subject, urgent, place, person, post, phone)
      values (${n.id}, ${instant(n.at)}, ${n.kind}, ${n.params as never}::jsonb, ${n.subject}, ${n.urgent}, ${n.place}, ${n.person}, ${n.post}, ${n.phone})
    )
    insert into notices.sms (notice, next_at) select ${n.id}::uuid, ${instant(n.at)}::timestamptz where ${n.texted}`
}

export type Row = {
  id: string
  kind: string
  params: NoticeParams
  subject: string | null
  at: string
  readAt: string | null
  urgent: boolean
  sms: 'none' | 'waiting' | 'sent' | 'failed'
}

type Listing = { unread: boolean; limit: number; after: string[] | undefined }

/**
 * To the person or the acting post of the scope, newest first. A notice is to one of the two, so each is read along its own
 * index as far as the page goes: a busy office with years of notices pays for one page.
 */
export async function listMine(tx: Tx, scope: Scope, { unread, limit, after }: Listing): Promise<Row[]> {
  const q = sql(tx)
  const further = q`
    ${unread ? q`and n.read_at is null` : q``}
    ${after ? q`and (n.at, n.id) < (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)` : q``}
    order by n.at desc, n.id desc limit ${limit}`
  return q<Row[]>`
    select n.id, n.kind, n.params, n.subject, n.at, n.read_at as "readAt", n.urgent,
      case when s.notice is null or s.outcome = 'read_before' then 'none' when s.outcome is null then 'waiting'
        when s.outcome = 'sent' then 'sent' else 'failed' end as sms
    from (
      (select n.* from notices.notice n where n.person = ${uuidOf(scope.person)} ${further})
      union all
      (select n.* from notices.notice n where n.post = ${uuidOf(scope.post)} ${further})
    ) n left join notices.sms s on s.notice = n.id
    order by n.at desc, n.id desc limit ${limit}`
}

export async function countUnread(tx: Tx, scope: Scope): Promise<number> {
  const [row] = await sql(tx)<{ unread: number }[]>`
    select count(*)::int as unread from notices.notice
    where read_at is null and (person = ${uuidOf(scope.person)} or post = ${uuidOf(scope.post)})`
  return row?.unread ?? 0
}

type Reading = { ids: readonly string[]; by: string | null; at: number }

/** The first reading counts; of other people's notices none is touched. */
export const markRead = async (tx: Tx, scope: Scope, { ids, by, at }: Reading): Promise<void> =>
  void (await sql(tx)`
    update notices.notice set read_at = ${instant(at)}, read_by = ${by}
    where id = any(${ids as string[]}::uuid[]) and read_at is null
      and (person = ${uuidOf(scope.person)} or post = ${uuidOf(scope.post)})`)

/** Open work goes with a post, and so does what its holder has not read yet. */
export const moveUnread = async (tx: Tx, from: string, to: string): Promise<void> =>
  void (await sql(tx)`update notices.notice set post = ${to} where post = ${from} and read_at is null`)

const uuidOf = (text: string): string | null => text || null
