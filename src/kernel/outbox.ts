/**
 * The outbox and its relay.
 *
 * Format    kernel.outbox: one row an announcement, inserted by the road in the transaction that caused it.
 * Order     per `key` (usually the id of the thing): a row is taken only when no earlier row of its key is left, so what
 *           happened to one case is told in the order in which it happened. Different keys overtake each other freely.
 * Delivery  at least once. Reactions that write to the database run in the relay's own transaction, which also deletes the
 *           row: for them it is exactly once. A failure rolls the row's savepoint back, counts the attempt and waits
 *           2^n seconds; after MAX_ATTEMPTS the row is dead, stays visible in the console, and holds back its key until a
 *           person sends it again or drops it: later announcements of one thing never overtake a lost one. A slice that must
 *           know of its own dead letter reacts to `<event>.gaveUp`, run once as the row dies.
 * Crash     leaves the row; it is delivered again after the restart.
 */
import { instant } from './clock.ts'
import { inScope } from './db.ts'
import { SYSTEM, WHOLE } from './authorise.ts'
import type { Platform } from './platform.ts'
import { sql } from './sql.ts'
import type { Tx } from './tx.ts'

export type Announcement = { name: string; key: string; place: string | null; payload: Record<string, unknown> }
type Row = Announcement & { id: string; attempts: number }

const MAX_ATTEMPTS = 8
const BATCH = 200

/** Delivers one batch; returns how many rows it took. */
export async function relay(p: Platform): Promise<number> {
  const told: Announcement[] = []
  const taken = await inScope(p.db, WHOLE, async (tx) => {
    const rows = await due(tx, p.clock.now())
    const done: string[] = []
    for (const row of rows) {
      const problem = await deliver(p, tx, row)
      if (problem === undefined) {
        done.push(row.id)
        told.push(row)
      } else await postpone(p, tx, row, problem)
    }
    if (done.length > 0) await sql(tx)`delete from kernel.outbox where id = any(${done}::bigint[])`
    if (told.length > 0) await p.live.announce(tx, told)
    return rows.length
  })
  return taken
}

const due = (tx: Tx, now: number) => sql(tx)<Row[]>`
  select id, key, name, place, payload, attempts from kernel.outbox o
  where dead_at is null and next_at <= ${instant(now)}
    and not exists (select 1 from kernel.outbox e where e.key = o.key and e.id < o.id)
  order by id limit ${BATCH} for update skip locked`

async function deliver(p: Platform, tx: Tx, row: Row): Promise<string | undefined> {
  const reactions = p.slices.reactions.get(row.name) ?? []
  if (reactions.length === 0) return undefined
  const q = sql(tx)
  await q`savepoint delivery`
  try {
    for (const react of reactions)
      await react(
        { tx, now: p.clock.now(), actor: SYSTEM, platform: p, attempt: row.attempts + 1 },
        row.payload as never,
      )
    await q`release savepoint delivery`
    return undefined
  } catch (error) {
    await q`rollback to savepoint delivery`
    const problem = error instanceof Error ? error.message : String(error)
    p.log.warn({ event: row.name, id: row.id, problem }, 'an announcement was not delivered')
    return problem
  }
}

async function postpone(p: Platform, tx: Tx, row: Row, problem: string): Promise<void> {
  const now = p.clock.now()
  const attempts = row.attempts + 1
  const dead = attempts >= MAX_ATTEMPTS
  await sql(tx)`update kernel.outbox set attempts = ${attempts}, problem = ${problem.slice(0, 500)},
    next_at = ${instant(now + 1000 * 2 ** attempts)}, dead_at = ${dead ? instant(now) : null} where id = ${row.id}`
  if (dead) await deliver(p, tx, { ...row, name: `${row.name}.gaveUp` })
}

export type OutboxHealth = { waiting: number; oldestSeconds: number; retrying: number; dead: number }

export async function outboxHealth(tx: Tx, now: number): Promise<OutboxHealth> {
  const [row] = await sql(tx)<OutboxHealth[]>`
    select count(*) filter (where dead_at is null)::int as waiting,
      coalesce(greatest(0, extract(epoch from ${instant(now)}::timestamptz - min(at) filter (where dead_at is null))), 0)::int as "oldestSeconds",
      count(*) filter (where dead_at is null and attempts > 0)::int as retrying,
      count(*) filter (where dead_at is not null)::int as dead
    from kernel.outbox`
  return row ?? { waiting: 0, oldestSeconds: 0, retrying: 0, dead: 0 }
}

export type DeadLetter = {
  id: string
  name: string
  key: string
  attempts: number
  problem: string | null
  at: string
  deadAt: string
  heldBack: number
}

const DEAD = `select id, name, key, attempts, problem, at, dead_at as "deadAt",
    (select count(*)::int from kernel.outbox l where l.key = o.key and l.id > o.id) as "heldBack"
  from kernel.outbox o where dead_at is not null`

export const listDead = (tx: Tx, limit: number) =>
  sql(tx)<DeadLetter[]>`${sql(tx).unsafe(DEAD)} order by id limit ${limit}`

export async function findDead(tx: Tx, id: string): Promise<DeadLetter | undefined> {
  const [letter] = await sql(tx)<DeadLetter[]>`${sql(tx).unsafe(DEAD)} and id = ${id}`
  return letter
}

/** Sends a dead letter again; false when there is none of that id. */
export const revive = async (tx: Tx, id: string, now: number): Promise<boolean> =>
  (
    await sql(
      tx,
    )`update kernel.outbox set dead_at = null, attempts = 0, next_at = ${instant(now)} where id = ${id} and dead_at is not null`
  ).count > 0

/** Gives a dead letter up, by a person's decision, so that its key moves on. */
export const drop = async (tx: Tx, id: string): Promise<boolean> =>
  (await sql(tx)`delete from kernel.outbox where id = ${id} and dead_at is not null`).count > 0
