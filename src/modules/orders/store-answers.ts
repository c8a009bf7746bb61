import { instant } from '#kernel/clock.ts'
import { later, sql } from '#kernel/sql.ts'
import { type Batch, together } from '#kernel/together.ts'
import type { Tx } from '#kernel/tx.ts'
import type { AnswerState } from './contract-answers.ts'
import type { StoredOrder } from './store.ts'

/** A recipient with what his order says about answers. */
export type Addressed = {
  order: string
  who: string
  person: string | null
  place: string
  state: AnswerState | null
  substitute: string | null
  saidAt: string | null
  dueAt: string | null
  clockFrom: string | null
  version: number
  asked: number
  evidence: StoredOrder['evidence']
  orderState: StoredOrder['state']
  orderDueAt: string
  issuedAt: string
  orderPlace: string
}

const ADDRESSED = `r."order", r.who, r.person, r.place, r.state, r.substitute, r.said_at as "saidAt", r.due_at as "dueAt", r.clock_from as "clockFrom",
  o.version, o.asked, o.evidence, o.state as "orderState", o.due_at as "orderDueAt", o.issued_at as "issuedAt", o.place as "orderPlace"`

/** Inside the scope of the transaction: oneself, whom one stands in for, or who is addressed in the own place. Locked. */
export const lockRecipient = (tx: Tx, order: string, who: readonly string[]): Promise<Addressed | undefined> =>
  together(tx, lockRecipients, { order, who })

const lockRecipients: Batch<{ order: string; who: readonly string[] }, Addressed | undefined> = async (tx, keys) => {
  const q = sql(tx)
  const rows = await q<(Addressed & { at: number })[]>`
    select k.at, found.* from json_to_recordset(${keys.map((key, at) => ({ ...key, at })) as never}::json) as k(at int, "order" uuid, who uuid[]), lateral (
      select ${q.unsafe(ADDRESSED)} from orders.recipient r join orders.pub_order o on o.id = r."order"
      where r."order" = k."order" and r.who = any(k.who) order by r.who limit 1 for update of r) found`
  const byKey = new Map(rows.map(({ at, ...row }) => [at, row]))
  return keys.map((_, at) => byKey.get(at))
}

export type NewAnswer = {
  id: string
  order: string
  who: string
  place: string
  was: AnswerState | null
  state: AnswerState
  note: string
  need: string | null
  number: number | null
  case: string | null
  byOrder: string | null
  version: number
  saidAt: number
  now: number
  person: string | null
  post: string | null
  called: boolean
  /** It is the latest word: the recipient stands where it says. */
  counts: boolean
  closed: boolean
}

/**
 * The word, where it leaves its recipient, and the counters of his village: one statement that travels with the commit, for as
 * many as answer at once. Rows are locked by `lockRecipient`, so `was` is what they say; but whoever waited for that lock knows
 * the order as it was before, so whether it is over, or asks anew, is read here.
 */
export const addAnswer = (tx: Tx, answer: NewAnswer): Promise<void> => together(tx, addAnswers, answer)

const addAnswers: Batch<NewAnswer, void> = (tx, answers) => {
  const rows = answers.map((a) => ({ ...a, said: instant(a.saidAt), at: instant(a.now) }))
  later(
    tx,
    sql(tx)`
    with a as materialized (
      select * from json_to_recordset(${rows as never}::json) as a("order" uuid, id uuid, who uuid, place text, was text, state text, note text, need text, number bigint, "case" uuid,
        "byOrder" uuid, version int, said timestamptz, at timestamptz, person uuid, post uuid, called boolean, counts boolean, closed boolean)
    ), put as (
      insert into orders.answer ("order", id, who, place, state, note, need, number, "case", by_order, version, said_at, at, by_person, by_post, called)
      select "order", id, who, place, state, note, need, number, "case", "byOrder", version, said, at, person, post, called from a
    ), moved as (
      update orders.recipient r set state = a.state, version = a.version, need = a.need, said_at = a.said, received_at = coalesce(r.received_at, a.said),
        settled_at = case when a.closed then a.said end, closed = a.closed, next_at = case when a.closed then null else r.next_at end
      from (select a."order", a.who, a.was, a.state, a.version, a.need, a.said, a.closed or o.state not in ('issued', 'amended') as closed
        from a join orders.pub_order o on o.id = a."order" where a.counts and a.version >= o.asked) a
      where r."order" = a."order" and r.who = a.who returning r."order", r.place, a.was, a.state)
    select orders.count_answers(array_agg("order"), array_agg(place), array_agg(was), array_agg(state)) from moved`,
  )
  return Promise.resolve(answers.map(() => undefined))
}

export const insertStandIn = async (
  tx: Tx,
  s: {
    id: string
    of: string
    by: string | null
    place: string
    reason: string
    decidedBy: string | null
    now: number
  },
): Promise<number> => {
  const { count } = await sql(tx)`
    with said as (insert into orders.stand_in (id, of_post, by_post, place, reason, decided_by, at)
      values (${s.id}, ${s.of}, ${s.by}, ${s.place}, ${s.reason}, ${s.decidedBy}, ${instant(s.now)}))
    update orders.recipient set substitute = ${s.by} where who = ${s.of} and not closed`
  return count
}

export const setDeadline = async (
  tx: Tx,
  d: { order: string; who: string; dueAt: string; nextAt: number | null; now: number },
): Promise<void> =>
  void (await sql(
    tx,
  )`update orders.recipient set due_at = ${d.dueAt}, clock_from = ${instant(d.now)}, next_at = ${d.nextAt === null ? null : instant(d.nextAt)}, chased = 0 where "order" = ${d.order} and who = ${d.who}`)

/** Open orders go with a post; whoever is addressed already keeps his own row. */
export const passOpen = (tx: Tx, from: string, to: string) => sql(tx)<
  { id: string; title: string; dueAt: string; mark: string | null }[]
>`
  with passed as (
    update orders.recipient r set who = ${to}, substitute = nullif(substitute, ${to}::uuid) where who = ${from} and not closed
      and not exists (select from orders.pub_recipient other where other."order" = r."order" and other.who = ${to})
    returning r."order"
  )
  select o.id, o.title, o.due_at as "dueAt", o.mark from passed join orders.pub_order o on o.id = passed."order"`
