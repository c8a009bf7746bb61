import { DAY_MS } from '#kernel/clock.ts'
import { UUID } from '#kernel/ids.ts'
import type { Parcel, Why } from './contract.ts'

/** What is known of a parcel here. Nothing known: it has not come yet. */
export type Standing = { state: string; why: Why | null; code: string | null }
export type Known = (key: string) => Standing | undefined

/**
 * The rule of order. Parcels come in any order and any number of times; parcels about one thing have effect in the order in
 * which they were made:
 *   go      nothing stands before it, or what stands before it is done or was given up; or a person let it go
 *   again   it is done: the road gives the answer of the first time
 *   wait    what it follows has not come, or was refused and waits for a person
 *   person  it waits for a decision itself
 *   never   it was given up
 */
export type Turn = { turn: 'go' | 'again' | 'person' | 'never' } | { turn: 'wait'; why: Why }

export function turnOf(parcel: Pick<Parcel, 'key' | 'after'>, known: Known): Turn {
  const own = known(parcel.key)
  if (own?.state === 'done') return { turn: 'again' }
  if (own?.state === 'dropped') return { turn: 'never' }
  if (own?.state === 'refused' || own?.state === 'stranded') return { turn: 'person' }
  if (own?.state === 'free' || parcel.after === null) return { turn: 'go' }
  const before = known(parcel.after)
  if (before && settles(before.state)) return { turn: 'go' }
  return { turn: 'wait', why: before?.state === 'refused' ? 'refused_before' : 'not_come' }
}

export const settles = (state: string): boolean => state === 'done' || state === 'dropped'

/** Ids in what somebody wrote: those of its photos and recordings are among them. */
export const idsIn = (written: unknown): string[] =>
  typeof written === 'string'
    ? written.length === 36 && UUID.test(written)
      ? [written]
      : []
    : written !== null && typeof written === 'object'
      ? Object.values(written).flatMap(idsIn)
      : []

/** So long a parcel waits for the one before it; then it is shown to its maker and his room, and never goes by itself. */
export const HELD_MS = 5 * DAY_MS
/** So many of one person may wait; more stay on the phone, which says so. */
export const MOST_WAITING = 300

/** Not an answer to the command: the phone sends it again. */
export const LATER: readonly string[] = ['unavailable', 'internal', 'too_many', 'unauthenticated']

/** After so long without a contact a phone is forgotten, and an old parcel with its answer. */
export const FORGET = { deviceMs: 183 * DAY_MS, parcelMs: 90 * DAY_MS }
