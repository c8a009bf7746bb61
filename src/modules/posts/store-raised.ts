import type { Day } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

type Seat = { id: string; place: string; person: string }

/** The posts raised for one thing that are held beyond a day, inside the scope of the transaction; from then on they end on `until`. */
export const dateRaised = (tx: Tx, under: string, until: Day) => sql(tx)<Seat[]>`
  update posts.post set held = daterange(lower(held), ${until}) where under = ${under} and not withdrawn and lower(held) < ${until}
    and upper(held) <> ${until} returning id, place, person`

/** Ends what was raised for one thing; posts that began on that very day were held until now, and are withdrawn from it. */
export const endRaisedHeld = (tx: Tx, e: { under: string; day: Day; by: string | null; why: string }) => sql(tx)<
  Seat[]
>`
  update posts.post set ended_by = ${e.by}, why_ended = ${e.why}, withdrawn = lower(held) >= ${e.day}::date,
    held = case when lower(held) >= ${e.day}::date then held else daterange(lower(held), ${e.day}) end
  where under = ${e.under} and not withdrawn and (upper_inf(held) or upper(held) > ${e.day}) returning id, place, person`
