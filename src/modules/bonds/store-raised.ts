import type { Day } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

type Raised = { id: string; place: string }

/** Bonds that were just made hold for the sake of one thing. */
export const markRaised = async (tx: Tx, under: string, ids: readonly string[]): Promise<void> =>
  void (await sql(tx)`update bonds.bond set under = ${under} where id = any(${ids as string[]}::uuid[])`)

/** Another last day for the bonds of one thing that still hold. */
export const dateRaised = (tx: Tx, under: string, until: Day) => sql(tx)<Raised[]>`
  update bonds.bond set until_day = ${until} where under = ${under} and why_ended is null and from_day < ${until}
    and until_day <> ${until} returning id, place`

export const closeRaised = (tx: Tx, e: { under: string; day: Day; by: string | null; why: string }) => sql(tx)<
  Raised[]
>`
  update bonds.bond set until_day = greatest(from_day, ${e.day}::date), ended_by = ${e.by}, why_ended = ${e.why}
  where under = ${e.under} and why_ended is null and until_day > ${e.day} returning id, place`
