import type { Day } from '#kernel/clock.ts'
import type { Tx } from '#kernel/tx.ts'
import { type DoorKeys, findAnswerers, findDoorsOf, type FoundAnswerer, type FoundDoor } from './store-door.ts'
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
