import type { Day } from '#kernel/clock.ts'
import type { Tx } from '#kernel/tx.ts'
import { type DoorKeys, findAnswerers, findDoorsOf, type FoundAnswerer, type FoundDoor } from './store-door.ts'
import { SHIPPED_KINDS } from './kind-messages.ts'
import { insertBonds, type NewBond } from './store.ts'
import { insertAnswerers, type NewAnswerer } from './store-doors.ts'
import { insertKinds } from './store-kinds.ts'
import { type Done, hasSeat, insertDone, insertWork, type NewWork } from './store-reporting.ts'
import { insertLines, type NewLine } from './store-rotation.ts'

export type { DoorKeys, FoundAnswerer, FoundDoor, NewLine }

/**
 * Who answers for a door on a day: bonds to the household, its dwelling and every place above, and the grid worker by the post;
 * nearest first. Past row-level security: the caller has seen to it that the asker may know of the door, and calls `saw` for
 * the persons it shows.
 */
export const answerersOf = (tx: Tx, door: DoorKeys, day: Day): Promise<FoundAnswerer[]> => findAnswerers(tx, door, day)

/**
 * The households that a post or a person answers for on a day, by bonds that count for a door, as a substitute, or by the post
 * of a grid worker. In the order of (place, household); `after` is the last one seen.
 */
export const doorsOf = (
  tx: Tx,
  who: { post?: string | null; person?: string | null },
  day: Day,
  page: { limit: number; after?: { place: string; household: string } | undefined },
): Promise<FoundDoor[]> => findDoorsOf(tx, who, day, page)

/** Adds what is handed over with a post, such as promises, to a file that `bonds.fileOpened` told of. */
export const addLines = (tx: Tx, file: string, lines: readonly NewLine[]): Promise<void> => insertLines(tx, file, lines)

/** Bonds for as long as something lasts (see raised.ts). */
export { endRaisedBonds, raiseBonds, redateBonds } from './raised.ts'

/**
 * 双报到: what somebody did, told by whoever keeps it, in the transaction that made it or in a reaction to it. It counts for the
 * department of the seat that the person has claimed there, once; of somebody without one nothing is kept. A visit is told by its
 * id, an answer to an order by the id of the answer (kind `order`), at the place where it was done.
 */
export const noteDone = (tx: Tx, done: Done): Promise<void> => insertDone(tx, done)
/** Whether somebody has claimed a seat at this place or above it: who reports in goes to the doors there. */
export const reportsAt = (tx: Tx, person: string, place: string): Promise<boolean> => hasSeat(tx, person, place)

/** The kinds a city is set up with, from a day on; those that are there already stay. */
export const seedKinds = (
  tx: Tx,
  day: Day,
  now: number,
  quotas: Readonly<Record<string, { quota: number; reason: string }>> = {},
): Promise<void> =>
  insertKinds(
    tx,
    SHIPPED_KINDS.map((kind) => ({
      ...kind,
      version: 1,
      fromDay: day,
      quota: quotas[kind.code]?.quota ?? kind.quota,
      reason: quotas[kind.code]?.reason ?? 'shipped',
    })),
    { by: null, now },
  )
export type { NewAnswerer, NewBond, NewWork }
export const seedBonds = async (
  tx: Tx,
  rows: { answerers: readonly NewAnswerer[]; bonds: readonly NewBond[]; work: readonly NewWork[] },
  now: number,
): Promise<void> => {
  await insertAnswerers(tx, rows.answerers, { by: null, now })
  await insertBonds(tx, rows.bonds, { person: null, post: null, now })
  await insertWork(tx, rows.work, { by: null, now })
}
