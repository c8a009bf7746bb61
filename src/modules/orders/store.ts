import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Audience, EVIDENCE, OrderState } from './contract.ts'

export type StoredOrder = {
  id: string
  parent: string | null
  root: string
  supersedes: string | null
  mergedInto: string | null
  joint: string[]
  kind: 'task' | 'notice' | 'check' | 'collection'
  title: string
  text: string
  purpose: string
  basis: string
  red: boolean
  act: string
  subject: string | null
  doneWhen: string
  evidence: (typeof EVIDENCE)[number]
  form: string | null
  minutes: number
  dueAt: string
  audience: Audience
  place: string
  issuerPlace: string
  organ: string | null
  post: string | null
  by: string | null
  mark: string | null
  state: OrderState
  version: number
  asked: number
  year: number | null
  no: number | null
  despite: string | null
  why: string | null
  signedBy: string | null
  signedPost: string | null
  signedAt: string | null
  signedNote: string | null
  issuedAt: string | null
  addressed: number | null
  clockFrom: string | null
  chased: number
}
const COLUMNS = `id, parent, root, supersedes, merged_into as "mergedInto", joint, kind, title, text, purpose, basis, red, act, subject, done_when as "doneWhen", evidence, form, minutes,
  due_at as "dueAt", audience, place, issuer_place as "issuerPlace", organ, post, by_person as "by", mark, state, version, asked, year, no, despite, why,
  signed_by as "signedBy", signed_post as "signedPost", signed_at as "signedAt", signed_note as "signedNote", issued_at as "issuedAt", addressed, clock_from as "clockFrom", chased`
export const orderColumns = COLUMNS

/** Inside the scope of the transaction: by who may change it. */
export async function lockOrder(tx: Tx, id: string): Promise<StoredOrder | undefined> {
  const q = sql(tx)
  const [row] = await q<StoredOrder[]>`select ${q.unsafe(COLUMNS)} from orders.order where id = ${id} for update`
  return row
}

/** Past row-level security: the caller finds out whether it concerns who asks. */
export async function findOrder(tx: Tx, id: string): Promise<StoredOrder | undefined> {
  const q = sql(tx)
  const [row] = await q<StoredOrder[]>`select ${q.unsafe(COLUMNS)} from orders.pub_order where id = ${id}`
  return row
}

export type Draft = Omit<
  StoredOrder,
  | 'mergedInto'
  | 'joint'
  | 'state'
  | 'version'
  | 'asked'
  | 'year'
  | 'no'
  | 'despite'
  | 'why'
  | 'signedBy'
  | 'signedPost'
  | 'signedAt'
  | 'signedNote'
  | 'issuedAt'
  | 'addressed'
  | 'clockFrom'
  | 'chased'
>

/** A draft, or the same one written anew. */
export async function putDraft(tx: Tx, d: Draft, now: number): Promise<void> {
  await sql(tx)`
    insert into orders.order (id, parent, root, supersedes, kind, title, text, purpose, basis, red, act, subject, done_when, evidence, form, minutes, due_at, audience,
      place, issuer_place, organ, post, by_person, mark, state, made_at)
    values (${d.id}, ${d.parent}, ${d.root}, ${d.supersedes}, ${d.kind}, ${d.title}, ${d.text}, ${d.purpose}, ${d.basis}, ${d.red}, ${d.act}, ${d.subject}, ${d.doneWhen}, ${d.evidence},
      ${d.form}, ${d.minutes}, ${d.dueAt}, ${d.audience as never}::jsonb, ${d.place}, ${d.issuerPlace}, ${d.organ}, ${d.post}, ${d.by}, ${d.mark}, 'draft', ${instant(now)})
    on conflict (id) do update set supersedes = excluded.supersedes, kind = excluded.kind, title = excluded.title, text = excluded.text, purpose = excluded.purpose, basis = excluded.basis,
      red = excluded.red, act = excluded.act, subject = excluded.subject, done_when = excluded.done_when, evidence = excluded.evidence, form = excluded.form, minutes = excluded.minutes,
      due_at = excluded.due_at, audience = excluded.audience, place = excluded.place, post = excluded.post, by_person = excluded.by_person, mark = excluded.mark`
}

export const setProposed = async (tx: Tx, id: string, despite: string): Promise<void> =>
  void (await sql(tx)`update orders.order set state = 'proposed', despite = nullif(${despite}, '') where id = ${id}`)

export type Ending = { id: string; state: OrderState; why: string | null; mergedInto?: string | null; now: number }
/** Over: nobody is chased, and what nobody has answered is asked no more. */
export async function endOrder(tx: Tx, { id, state, why, mergedInto = null, now }: Ending): Promise<void> {
  await sql(tx)`
    with over as (select orders.close_recipients(${id}))
    update orders.order set state = ${state}, why = coalesce(${why}, why), merged_into = ${mergedInto}, ended_at = ${instant(now)}, next_at = null from over where id = ${id}`
}

/** An organ that gave up its own order in favour of this one; past row-level security, since it is another office's. */
export const joinOrder = async (tx: Tx, id: string, organ: string): Promise<void> =>
  void (await sql(tx)`select orders.join_order(${id}, ${organ})`)

export type Version = {
  version: number
  title: string
  text: string
  doneWhen: string
  dueAt: string
  why: string | null
  by: string | null
  byPost: string | null
  at: string
}
export const readVersions = (tx: Tx, id: string) => sql(tx)<Version[]>`
  select version, title, text, done_when as "doneWhen", due_at as "dueAt", why, by_person as by, by_post as "byPost", at
  from orders.pub_version where "order" = ${id} order by version desc`

export type NewVersion = Omit<Version, 'at'> & { order: string; now: number; nextAt: number | null }
export async function amend(tx: Tx, v: NewVersion): Promise<void> {
  await sql(tx)`
    with put as (insert into orders.version ("order", version, title, text, done_when, due_at, why, by_person, by_post, at)
      values (${v.order}, ${v.version}, ${v.title}, ${v.text}, ${v.doneWhen}, ${v.dueAt}, ${v.why}, ${v.by}, ${v.byPost}, ${instant(v.now)}))
    update orders.order set state = 'amended', version = ${v.version}, title = ${v.title}, text = ${v.text}, done_when = ${v.doneWhen}, due_at = ${v.dueAt}, why = ${v.why},
      clock_from = ${instant(v.now)}, next_at = ${v.nextAt === null ? null : instant(v.nextAt)}, chased = ${v.nextAt === null ? 4 : 0} where id = ${v.order}`
}

/** Who has answered is asked again; the answers stay. */
export const askAgain = async (tx: Tx, order: string, version: number): Promise<void> =>
  void (await sql(
    tx,
  )`with opened as (select orders.ask_again(${order})) update orders.order set asked = ${version} from opened where id = ${order}`)
