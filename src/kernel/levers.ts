import { z } from 'zod'

/**
 * Levers: settings that may be changed for a while, declared by slices with their usual value. A hold gives one another value
 * for a subtree and a time, with an end at most thirty days away. Of the live holds on a place, the nearest place decides;
 * of those, the latest. When the hold lapses the usual value is back by itself: nothing has to be undone.
 */
export type Lever<T> = { name: string; usual: T; shape: z.ZodType<T>; doc: string }
export type Hold = {
  id: string
  lever: string
  place: string
  value: unknown
  startsAt: number
  endsAt: number
  /** Nothing under it is in earnest. */
  exercise?: boolean
}

export const lever = <T>(name: string, usual: T, shape: z.ZodType<T>, doc: string): Lever<T> => ({
  name,
  usual,
  shape,
  doc,
})

/** A capability that is closed unless a hold opens it. */
export const opens = (name: string, doc: string): Lever<boolean> => lever<boolean>(name, false, z.boolean(), doc)

export function pull<T>(lever: Lever<T>, holds: readonly Hold[], place: string, at: number): T {
  const found = deciding(lever.name, holds, place, at)
  return found ? lever.shape.parse(found.value) : lever.usual
}

/** The hold that decides; undefined: the usual value. */
export function deciding(name: string, holds: readonly Hold[], place: string, at: number): Hold | undefined {
  const live = holds.filter((h) => h.lever === name && place.startsWith(h.place) && h.startsAt <= at && at < h.endsAt)
  return live.reduce<Hold | undefined>((best, h) => (best && !isNearer(h, best) ? best : h), undefined)
}

const isNearer = (a: Hold, b: Hold): boolean =>
  a.place.length !== b.place.length
    ? a.place.length > b.place.length
    : a.startsAt !== b.startsAt
      ? a.startsAt > b.startsAt
      : a.id > b.id
