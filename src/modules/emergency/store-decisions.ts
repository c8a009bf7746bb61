import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Response } from './contract-playbooks.ts'
import type { DECISIONS } from './contract.ts'

export type Decision = {
  id: string
  activation: string
  place: string
  kind: (typeof DECISIONS)[number]
  level: Response
  state: 'proposed' | 'confirmed' | 'dropped'
  hours: number | null
  reviewHours: number | null
  legalBasis: string
  reason: string
  proposedBy: string | null
  proposedPost: string | null
  proposedAt: string
  confirmedBy: string | null
  confirmedPost: string | null
  confirmedAt: string | null
  endsAt: string | null
  whyDropped: string | null
  told: { role: string; count: number }[]
  effects: Effects | null
}
export type Effects = { holds: number; posts: number; bonds: number }

const COLUMNS = `id, activation, place, kind, level, state, hours, review_hours as "reviewHours", legal_basis as "legalBasis", reason,
  proposed_by as "proposedBy", proposed_post as "proposedPost", proposed_at as "proposedAt", confirmed_by as "confirmedBy",
  confirmed_post as "confirmedPost", confirmed_at as "confirmedAt", ends_at as "endsAt", why_dropped as "whyDropped", told, effects`

export type NewDecision = Pick<
  Decision,
  'id' | 'activation' | 'place' | 'kind' | 'level' | 'hours' | 'reviewHours' | 'legalBasis' | 'reason'
>
type By = { person: string | null; post: string | null; now: number }

/** A second proposal while one is open is refused by the table (`already`). */
export const insertProposal = async (tx: Tx, d: NewDecision, by: By): Promise<void> =>
  void (await sql(
    tx,
  )`insert into emergency.decision (id, activation, place, kind, level, state, hours, review_hours, legal_basis, reason,
      proposed_by, proposed_post, proposed_at)
    values (${d.id}, ${d.activation}, ${d.place}, ${d.kind}, ${d.level}, 'proposed', ${d.hours}, ${d.reviewHours}, ${d.legalBasis}, ${d.reason},
      ${by.person}, ${by.post}, ${instant(by.now)})`)

/** The end, which needs one person or none. */
export const insertEnd = async (tx: Tx, d: NewDecision, by: By): Promise<void> =>
  void (await sql(
    tx,
  )`insert into emergency.decision (id, activation, place, kind, level, state, legal_basis, reason, proposed_by, proposed_post,
      proposed_at, confirmed_at, ends_at)
    values (${d.id}, ${d.activation}, ${d.place}, ${d.kind}, ${d.level}, 'confirmed', ${d.legalBasis}, ${d.reason}, ${by.person}, ${by.post},
      ${instant(by.now)}, ${instant(by.now)}, ${instant(by.now)})`)

/** Of which activation a decision is. */
export async function activationOf(tx: Tx, id: string): Promise<string | undefined> {
  const [row] = await sql(tx)<{ activation: string }[]>`select activation from emergency.decision where id = ${id}`
  return row?.activation
}
export async function lockDecision(tx: Tx, id: string): Promise<Decision | undefined> {
  const q = sql(tx)
  const [row] = await q<Decision[]>`select ${q.unsafe(COLUMNS)} from emergency.decision where id = ${id} for update`
  return row
}
export const decisionsOf = (tx: Tx, activation: string) => {
  const q = sql(tx)
  return q<
    Decision[]
  >`select ${q.unsafe(COLUMNS)} from emergency.decision where activation = ${activation} order by proposed_at, id`
}

export type Confirmed = By & { id: string; endsAt: number; told: Decision['told']; effects: Effects }
export const confirmDecision = async (tx: Tx, c: Confirmed): Promise<void> =>
  void (await sql(
    tx,
  )`update emergency.decision set state = 'confirmed', confirmed_by = ${c.person}, confirmed_post = ${c.post},
    confirmed_at = ${instant(c.now)}, ends_at = ${instant(c.endsAt)}, told = ${c.told as never}::jsonb, effects = ${c.effects as never}::jsonb
    where id = ${c.id}`)

export const dropDecision = async (tx: Tx, id: string, why: string): Promise<void> =>
  void (await sql(tx)`update emergency.decision set state = 'dropped', why_dropped = ${why} where id = ${id}`)

/** What was proposed and not confirmed is void once it is over. */
export const dropOpen = async (tx: Tx, activation: string, why: string): Promise<void> =>
  void (await sql(
    tx,
  )`update emergency.decision set state = 'dropped', why_dropped = ${why} where activation = ${activation} and state = 'proposed'`)

// ---- the log -----------------------------------------------------------------------------------------------------------

export type Entry = {
  id: string
  activation: string
  place: string
  sort: 'note' | 'review' | 'filing' | 'report' | 'step'
  key: string
  text: string
  by: string | null
  at: number
}
export const insertEntry = async (tx: Tx, e: Entry): Promise<void> =>
  void (await sql(tx)`insert into emergency.entry (id, activation, place, sort, key, text, by_person, at)
    values (${e.id}, ${e.activation}, ${e.place}, ${e.sort}, ${e.key}, ${e.text}, ${e.by}, ${instant(e.at)})`)

export type LogRow = {
  id: string
  at: string
  sort: Entry['sort'] | 'decision'
  key: string
  text: string
  by: string | null
}
/** Decisions and entries in one list, newest first; names of staff. */
export const readLog = (tx: Tx, activation: string, limit: number, after: string[] | undefined) => {
  const q = sql(tx)
  return q<LogRow[]>`
    select l.id, l.at, l.sort, l.key, l.text, n.name as by from (
      select id, at, sort, key, text, by_person from emergency.entry where activation = ${activation}
      union all
      select id, coalesce(confirmed_at, proposed_at), 'decision', kind || ' ' || state, reason, coalesce(confirmed_by, proposed_by)
        from emergency.decision where activation = ${activation}
    ) l left join people.pub_person n on n.id = l.by_person
    ${after ? q`where (l.at, l.id) < (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)` : q``}
    order by l.at desc, l.id desc limit ${limit}`
}
