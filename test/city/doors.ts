import { asOwner } from '#kernel/db.ts'
import { keyOf } from '#kernel/jobs.ts'
import { seedHomes } from '#modules/homes/api.ts'
import { enter } from '#modules/people/api.ts'
import { cast, STAGE } from '../../demo/cast.ts'
import type { House } from './house.ts'

/** A household of the cast moves into a house of its own on the stage; the first member is its head. */
export async function settle(
  house: House,
  members: readonly (keyof typeof cast)[],
  { address = '余东村东山路 8 号', place = STAGE.grid as string, since = '2026-01-01' } = {},
): Promise<{ household: string; dwelling: string }> {
  const name = `${address} ${members.join(' ')}`
  const [dwelling, household] = [keyOf(`dwelling ${name}`), keyOf(`household ${name}`)]
  const now = house.clock.now()
  const moving = members.map((who) => `'${cast[who].id}'`).join()
  // They live nowhere else: the demo's own homes of theirs are as if they had never been.
  await house.rows(`delete from homes.member where person in (${moving})`)
  await asOwner(house.p.db, async (tx) => {
    const entry = await enter(tx, { source: 'register', place, now })
    await seedHomes(
      tx,
      {
        dwellings: [
          { id: dwelling, place, address, door: null, lon: 118.75, lat: 28.95, kind: 'house', fromDay: since },
        ],
        households: [{ id: household, dwelling, place, head: cast[members[0] ?? 'wangJianping'].id, fromDay: since }],
        members: members.map((who, i) => ({
          id: keyOf(`member ${name} ${who}`),
          household,
          person: cast[who].id,
          place,
          relation: i === 0 ? 'head' : 'other_kin',
          residence: 'own',
          fromDay: since,
        })),
      },
      entry,
    )
  })
  return { household, dwelling }
}
