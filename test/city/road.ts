import { asOwner } from '#kernel/db.ts'
import { keyOf } from '#kernel/jobs.ts'
import { seedHomes } from '#modules/homes/api.ts'
import { enter, seedPeople } from '#modules/people/api.ts'
import { STAGE } from '../../demo/cast.ts'
import type { House } from './house.ts'

export type Settled = { household: string; dwelling: string; head: string; address: string }

/** Households of made-up people along a road of a grid, forty metres apart; each is one person. */
export async function settleRoad(
  house: House,
  count: number,
  { road = '测试路', place = STAGE.grid as string, since = '2020-01-01' } = {},
): Promise<Settled[]> {
  const now = house.clock.now()
  const all = Array.from({ length: count }, (_, at) => ({
    head: keyOf(`head ${road} ${at}`),
    household: keyOf(`household ${road} ${at}`),
    dwelling: keyOf(`dwelling ${road} ${at}`),
    address: `余东村${road} ${at + 1} 号`,
    name: `余${road[0]}${at + 1}`,
    lon: 118.75 + at * 0.0004,
  }))
  const rest = { place, fromDay: since }
  await asOwner(house.p.db, async (tx) => {
    await seedPeople(
      tx,
      all.map(({ head, name }) => ({ id: head, name, homePlace: place })),
      now,
    )
    const entry = await enter(tx, { source: 'register', place, now })
    await seedHomes(
      tx,
      {
        dwellings: all.map(({ dwelling, address, lon }) => ({
          id: dwelling,
          address,
          lon,
          lat: 28.95,
          door: null,
          kind: 'house',
          ...rest,
        })),
        households: all.map(({ household, dwelling, head }) => ({ id: household, dwelling, head, ...rest })),
        members: all.map(({ household, head }) => ({
          id: keyOf(`member ${household}`),
          household,
          person: head,
          relation: 'head',
          residence: 'own',
          ...rest,
        })),
      },
      entry,
    )
  })
  return all
}

/** The stage without party members for households, as before anybody thought of it. */
export const unbound = async (house: House): Promise<void> => {
  await house.rows(`delete from bonds.bond where kind = 'member_household' and place like '${STAGE.village}%'`)
  await house.rows(`delete from bonds.answerer where kind = 'member_household' and place like '${STAGE.village}%'`)
}
