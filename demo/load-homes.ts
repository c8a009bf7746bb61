import { asOwner } from '#kernel/db.ts'
import type { Platform } from '#kernel/platform.ts'
import { seedHomes } from '#modules/homes/api.ts'
import { enter, seedPeople } from '#modules/people/api.ts'
import { castPeople } from './cast.ts'
import type { DemoCity } from './city.ts'
import { demoDensity, type GridHomes, makeHomes } from './homes.ts'
import { demoPlaces } from './sources.ts'

const AT_ONCE = 4000

/** Who lives where in the demo city; one act of the register for all of it. */
export async function loadHomes(
  p: Platform,
  city: DemoCity,
  keep: (code: string) => boolean,
  now: number,
): Promise<void> {
  const places = demoPlaces()
  const before = [...castPeople(), ...city.residents].filter(({ home }) => home !== null)
  await asOwner(p.db, async (tx) => {
    const entry = await enter(tx, { source: 'register', place: null, now })
    const batch: GridHomes[] = []
    const flush = async (): Promise<void> => {
      const persons = batch.flatMap((grid) => grid.persons)
      await seedPeople(
        tx,
        persons.map((one) => ({ ...one, source: 'household' as const })),
        now,
      )
      await seedHomes(
        tx,
        {
          dwellings: batch.flatMap((grid) => grid.dwellings),
          households: batch.flatMap((grid) => grid.households),
          members: batch.flatMap((grid) => grid.members),
        },
        entry,
      )
      batch.length = 0
    }
    for (const grid of makeHomes(places, demoDensity(places), before)) {
      if (!keep(grid.place)) continue
      batch.push(grid)
      if (batch.reduce((sum, { persons }) => sum + persons.length, 0) > AT_ONCE) await flush()
    }
    await flush()
  })
}
