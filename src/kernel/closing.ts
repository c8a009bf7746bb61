import { createHash } from 'node:crypto'
import { entryColumns } from './audit.ts'
import type { Actor, Where } from './authorise.ts'
import type { Announcement } from './outbox.ts'
import { later, sql } from './sql.ts'
import type { Tx } from './tx.ts'

/** What is left of a command when it has been handled (pipeline.ts). */
export type Closing = {
  actor: Actor
  name: string
  purpose: string | null
  /** Whether its answer is stored for a repetition. */
  keeps: boolean
  input: unknown
  output: unknown
  sending: { key: string; request: string }
  now: number
  where: Where & { subject?: string | null }
  announced: Announcement[]
  about: string[]
}

/** Records, announcements and answers in one statement, which travels with the commit; the key's uniqueness is what makes a repetition fail. */
export function close(tx: Tx, closings: readonly Closing[]): void {
  const closing = sql(tx)`
    with c as materialized (
      select * from json_to_recordset(${closings.map(lineOf) as never}::json) as c(at timestamptz, name text, request uuid, actor_kind text, role text, person uuid,
        post uuid, organ uuid, actor_place text, subject uuid, place text, purpose text, about uuid[], announced json, key uuid, sender text, digest text, keeps boolean, answer json)
    ), record as (
      insert into kernel.record (at, kind, name, outcome, request, actor_kind, role, person, post, organ, actor_place, subject, place, purpose, about)
      select c.at, 'command', c.name, 'done', c.request, c.actor_kind, c.role, c.person, c.post, c.organ, c.actor_place, c.subject, c.place, c.purpose, a.about
      from c left join lateral unnest(c.about) as a(about) on true
    ), told as (
      insert into kernel.outbox (key, name, place, payload, at, next_at)
      select e.key, e.name, e.place, e.payload, c.at, c.at
      from c, json_to_recordset(c.announced) as e(key text, name text, place text, payload jsonb)
    )
    insert into kernel.command (id, name, actor, digest, answer, at)
    select c.key, c.name, c.sender, decode(c.digest, 'hex'), coalesce(c.answer, 'null'), c.at from c where c.keeps`
  later(tx, closing)
}

function lineOf({ actor, name, purpose, keeps, input, output, sending, now, where, announced, about }: Closing) {
  const columns = entryColumns(actor, now, {
    name,
    kind: 'command',
    outcome: 'done',
    request: sending.request,
    subject: where.subject ?? null,
    place: where.place ?? null,
    purpose,
    about,
    detail: {},
  })
  const digest = digestOf(input).toString('hex')
  return {
    ...columns,
    about,
    announced,
    key: sending.key,
    sender: actorKey(actor),
    digest,
    keeps,
    answer: output ?? null,
  }
}

export const actorKey = (actor: Actor): string => actor.person ?? actor.organ ?? actor.kind
export const digestOf = (input: unknown): Buffer => createHash('sha256').update(JSON.stringify(input)).digest()
