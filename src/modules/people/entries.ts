import { dayOf, instant } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Certainty, EntryId, EntrySource, Origin } from './contract-entries.ts'
import { insertEntry } from './store-entries.ts'

export type Entered = {
  source: EntrySource
  place: string | null
  day?: string | undefined
  certainty?: Certainty | undefined
  post?: string | null
  person?: string | null
  import?: string | null
  /** The phone it was written on. */
  phone?: string | null
  now: number
}

/** One act by which data comes in. Call it once an act, and write its id beside everything that came by it. */
export async function enter(tx: Tx, e: Entered): Promise<EntryId> {
  const id = uuidv7(e.now)
  await insertEntry(tx, {
    id,
    source: e.source,
    place: e.place,
    day: e.day ?? dayOf(e.now),
    certainty: e.certainty ?? 'certain',
    post: e.post ?? null,
    person: e.person ?? null,
    import: e.import ?? null,
    at: instant(e.now),
    phone: e.phone ?? null,
  })
  return id as EntryId
}

type Acting = {
  tx: Tx
  now: number
  actor: { post: string | null; person: string | null }
  sending?: { phone?: string }
}

/** The act of whoever sends a command, at a place. */
export const enterBy = (
  { tx, now, actor, sending }: Acting,
  place: string | null,
  origin: Origin | undefined,
): Promise<EntryId> =>
  enter(tx, {
    source: origin?.source ?? 'register',
    day: origin?.day,
    certainty: origin?.certainty,
    place,
    post: actor.post,
    person: actor.person,
    phone: sending?.phone ?? null,
    now,
  })
