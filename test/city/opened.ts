import { STAGE } from '../../demo/cast.ts'
import { WHOLE } from '#kernel/authorise.ts'
import { DAY_MS } from '#kernel/clock.ts'
import { inScope } from '#kernel/db.ts'
import { addHold, endHolds } from '#kernel/holds.ts'
import type { Lever } from '#kernel/levers.ts'
import type { House } from './house.ts'

/** Opens closed capabilities at a place for some days, for the sake of one thing; returns what they are held under. */
export async function openTools(
  house: House,
  tools: readonly Lever<boolean>[],
  { place = STAGE.county as string, days = 20, exercise = false, under = house.key() as string } = {},
): Promise<string> {
  const startsAt = house.clock.now()
  const rest = { place, value: true, reason: '防汛', heldBy: null, under, exercise }
  const dates = { startsAt, endsAt: startsAt + days * DAY_MS }
  await inScope(house.p.db, WHOLE, async (tx) => {
    for (const { name } of tools) await addHold(tx, { ...rest, ...dates, id: house.key(), lever: name })
  })
  return under
}

export const closeTools = (house: House, under: string): Promise<number> =>
  inScope(house.p.db, WHOLE, (tx) => endHolds(tx, under, house.clock.now()))
