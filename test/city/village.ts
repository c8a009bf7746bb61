import { asOwner } from '#kernel/db.ts'
import { keyOf } from '#kernel/jobs.ts'
import { seedHomes } from '#modules/homes/api.ts'
import { enter, seedPeople } from '#modules/people/api.ts'
import { STAGE } from '../../demo/cast.ts'
import type { House } from './house.ts'

export type Home = { household: string; dwelling: string; head: string; spouse: string }

/** Whoever lived there has left, so that a test knows everybody at a place. */
export async function moveOut(house: House, place: string = STAGE.grid): Promise<void> {
  const there = `place like '${place}%' and until_day is null`
  await house.rows(`update homes.member set until_day = from_day, why_ended = 'moved' where ${there}`)
  await house.rows(`update homes.household set until_day = from_day where ${there}`)
  await house.rows(`update homes.dwelling set until_day = from_day where ${there}`)
}

/** Some households of the stage's grid, each a couple in a house of its own. */
export async function moveIn(house: House, count: number, place: string = STAGE.grid): Promise<Home[]> {
  const now = house.clock.now()
  const homes = Array.from({ length: count }, (_, i): Home & { no: number } => {
    const idOf = (what: string): string => keyOf(`${what} ${i} of ${place}`)
    return {
      household: idOf('household'),
      dwelling: idOf('dwelling'),
      head: idOf('head'),
      spouse: idOf('spouse'),
      no: i + 1,
    }
  })
  const fromDay = '2026-01-01'
  await asOwner(house.p.db, async (tx) => {
    await seedPeople(
      tx,
      homes.flatMap(({ head, spouse, no }) => [
        { id: head, name: `余建${no}`, phone: `1390000${String(no).padStart(4, '0')}`, homePlace: place },
        { id: spouse, name: `郑美${no}`, homePlace: place },
      ]),
      now,
    )
    await seedHomes(
      tx,
      {
        dwellings: homes.map(({ dwelling, no }) => ({
          id: dwelling,
          place,
          address: `余东村 ${String(no).padStart(3, '0')} 号`,
          door: null,
          lon: null,
          lat: null,
          kind: 'house' as const,
          fromDay,
        })),
        households: homes.map(({ household, dwelling, head }) => ({ id: household, dwelling, place, head, fromDay })),
        members: homes.flatMap(({ household, head, spouse }) => [
          {
            id: keyOf(`m ${head}`),
            household,
            person: head,
            place,
            relation: 'head' as const,
            residence: 'own' as const,
            fromDay,
          },
          {
            id: keyOf(`m ${spouse}`),
            household,
            person: spouse,
            place,
            relation: 'spouse' as const,
            residence: 'own' as const,
            fromDay,
          },
        ]),
      },
      await enter(tx, { source: 'register', place, now }),
    )
  })
  return homes
}
