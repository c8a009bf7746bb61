import type { Actor } from './authorise.ts'
import { instant } from './clock.ts'
import { later, sql } from './sql.ts'
import type { Tx } from './tx.ts'

/**
 * The record: who did or read what, about whom, for which purpose; refusals too. Append-only, written by the two roads alone,
 * in the same transaction as what it tells of, before the answer leaves. seal.ts chains it by hash. No personal data in
 * `detail`: whoever is concerned stands in `about`, one row a person.
 */
export type Entry = {
  name: string
  kind: 'command' | 'query' | 'refusal'
  outcome: string
  request: string
  subject: string | null
  place: string | null
  purpose: string | null
  about: readonly string[]
  detail: Record<string, unknown>
}

export const entryColumns = (actor: Actor, now: number, e: Entry) => ({
  at: instant(now),
  kind: e.kind,
  name: e.name,
  outcome: e.outcome,
  request: e.request,
  actor_kind: actor.kind,
  role: actor.role,
  person: actor.person,
  post: actor.post,
  organ: actor.organ,
  actor_place: actor.place,
  subject: e.subject,
  place: e.place,
  purpose: e.purpose,
  detail: e.detail,
})

/** One row for each person concerned, or one row without a person; it travels with the commit. */
export async function note(tx: Tx, actor: Actor, now: number, entry: Entry): Promise<void> {
  const c = entryColumns(actor, now, entry)
  const noting = sql(tx)`
    insert into kernel.record (at, kind, name, outcome, request, actor_kind, role, person, post, organ, actor_place, subject, place, purpose, detail, about)
    select ${c.at}::timestamptz, ${c.kind}, ${c.name}, ${c.outcome}, ${c.request}::uuid, ${c.actor_kind}, ${c.role}, ${c.person}::uuid, ${c.post}::uuid, ${c.organ}::uuid,
      ${c.actor_place}, ${c.subject}::uuid, ${c.place}, ${c.purpose}, ${c.detail as never}::jsonb, a.about
    from (select 1) one left join unnest(${entry.about as string[]}::uuid[]) as a(about) on true`
  later(tx, noting)
}
