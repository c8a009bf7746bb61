import type { Actor } from './authorise.ts'
import { instant } from './clock.ts'
import type { Db } from './db.ts'
import { later, sql } from './sql.ts'
import type { Tx } from './tx.ts'

/**
 * The record: who did or read what, about whom, for which purpose; refusals too. Append-only, written by the two roads alone:
 * a command's entry in the command's own transaction, a look's before its answer leaves. seal.ts chains it by hash. No
 * personal data in `detail`: whoever is concerned stands in `about`, one row a person.
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
  later(tx, insert(sql(tx), [lineOf(actor, now, entry)]))
}

type Line = ReturnType<typeof entryColumns> & { about: readonly string[] }
const lineOf = (actor: Actor, now: number, entry: Entry): Line => ({
  ...entryColumns(actor, now, entry),
  about: entry.about,
})

/** Any number of entries in one statement, which is always the same one. */
const insert = (q: Db['pool'] | ReturnType<typeof sql>, lines: readonly Line[]) => q`
  insert into kernel.record (at, kind, name, outcome, request, actor_kind, role, person, post, organ, actor_place, subject, place, purpose, detail, about)
  select e.at, e.kind, e.name, e.outcome, e.request, e.actor_kind, e.role, e.person, e.post, e.organ, e.actor_place, e.subject, e.place, e.purpose, e.detail, a.about
  from jsonb_to_recordset(${lines as never}::jsonb) as e(at timestamptz, kind text, name text, outcome text, request uuid, actor_kind text, role text, person uuid,
    post uuid, organ uuid, actor_place text, subject uuid, place text, purpose text, detail jsonb, about uuid[])
    left join lateral unnest(e.about) as a(about) on true`

/**
 * Notes looks so that they are on the disk when this returns: the caller keeps the answer back until then. Looks of requests
 * that come together leave as one statement and one commit, which is what makes them cheap: a reading transaction stays one
 * that only reads. Whatever came while one lot was written makes the next. The connection is one of the small pool, so that
 * requests that wait for it hold none that it needs.
 */
export function noteLooks(db: Db, actor: Actor, now: number, entries: readonly Entry[]): Promise<void> {
  const lines = entries.map((entry) => lineOf(actor, now, entry))
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const desk = deskOf(db)
  desk.waiting.push({ lines, resolve, reject })
  if (!desk.busy) void empty(db, desk)
  return promise
}

type Waiting = { lines: Line[]; resolve: () => void; reject: (why: unknown) => void }
type Desk = { waiting: Waiting[]; busy: boolean }
const desks = new WeakMap<Db, Desk>()

function deskOf(db: Db): Desk {
  const found = desks.get(db) ?? { waiting: [], busy: false }
  desks.set(db, found)
  return found
}

async function empty(db: Db, desk: Desk): Promise<void> {
  desk.busy = true
  while (desk.waiting.length > 0) await write(db, desk.waiting.splice(0, AT_ONCE))
  desk.busy = false
}
const AT_ONCE = 200

/** A lot that cannot be written is tried one by one: whoever brought what no column holds fails alone. */
async function write(db: Db, lot: readonly Waiting[]): Promise<void> {
  try {
    await insert(
      db.inner,
      lot.flatMap(({ lines }) => lines),
    )
    for (const { resolve } of lot) resolve()
  } catch (error) {
    if (lot.length > 1) for (const one of lot) await write(db, [one])
    else for (const { reject } of lot) reject(error)
  }
}
