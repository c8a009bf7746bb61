import { cast, STAGE } from '../../demo/cast.ts'
import { WHOLE } from '#kernel/authorise.ts'
import { asOwner, inScope } from '#kernel/db.ts'
import { answerFields } from '#modules/fields/api.ts'
import type { FieldAnswer } from '#modules/fields/answering.ts'
import { readFields } from '#modules/fields/registry/read.ts'
import { insertDefinitions } from '#modules/fields/store.ts'
import { seedHomes } from '#modules/homes/api.ts'
import { enter, seedPeople } from '#modules/people/api.ts'
import { type House, START } from './house.ts'

/** 汪建平's family in the grid of the stage: his wife, his mother, a daughter of seven; next door 余卫东 alone. */
export const HOME = {
  dwelling: '019b7523-3400-7ca5-9000-000000000001',
  household: '019b7523-3400-7ca5-9001-000000000001',
  wife: '019b7523-3400-7ca5-9002-000000000001',
  mother: '019b7523-3400-7ca5-9002-000000000002',
  daughter: '019b7523-3400-7ca5-9002-000000000003',
  nextDwelling: '019b7523-3400-7ca5-9000-000000000002',
  nextHousehold: '019b7523-3400-7ca5-9001-000000000002',
} as const

const SINCE = '2020-01-01'
const wang = cast.wangJianping.id
const yu = cast.yuWeidong.id

export async function moveInWangs(house: House): Promise<void> {
  const now = START - 30 * 86_400_000
  await house.rows(`update people.person set born = '1975-10-02' where id = '${wang}'`)
  // The demo city has them live somewhere already.
  await house.rows(`delete from homes.member where person in ('${wang}', '${yu}')`)
  await asOwner(house.p.db, async (tx) => {
    const resident = { homePlace: STAGE.grid, source: 'self' as const }
    await seedPeople(
      tx,
      [
        { id: HOME.wife, name: '徐春梅', born: '1978-02-03', sex: 'female', phone: '13905700001', ...resident },
        { id: HOME.mother, name: '叶秀英', born: '1949-11-20', sex: 'female', ...resident },
        { id: HOME.daughter, name: '汪小雨', born: '2019-05-01', sex: 'female', ...resident },
      ],
      now,
    )
    const entry = await enter(tx, { source: 'register', place: STAGE.grid, now })
    const at = (id: string, household: string, person: string, relation: string) => ({
      id,
      household,
      person,
      relation,
      place: STAGE.grid,
      residence: 'own',
      fromDay: SINCE,
    })
    const door = (id: string, no: string) => ({
      id,
      place: STAGE.grid,
      address: '余东村',
      door: no,
      lon: null,
      lat: null,
      kind: 'house',
      fromDay: SINCE,
    })
    await seedHomes(
      tx,
      {
        dwellings: [door(HOME.dwelling, '18号'), door(HOME.nextDwelling, '19号')],
        households: [
          { id: HOME.household, dwelling: HOME.dwelling, place: STAGE.grid, head: wang, fromDay: SINCE },
          { id: HOME.nextHousehold, dwelling: HOME.nextDwelling, place: STAGE.grid, head: yu, fromDay: SINCE },
        ],
        members: [
          at('019b7523-3400-7ca5-9003-000000000001', HOME.household, wang, 'head'),
          at('019b7523-3400-7ca5-9003-000000000002', HOME.household, HOME.wife, 'spouse'),
          at('019b7523-3400-7ca5-9003-000000000003', HOME.household, HOME.mother, 'parent'),
          at('019b7523-3400-7ca5-9003-000000000004', HOME.household, HOME.daughter, 'child'),
          at('019b7523-3400-7ca5-9003-000000000005', HOME.nextHousehold, yu, 'head'),
        ],
      },
      entry,
    )
    if ((await house.rows(`select from fields.definition limit 1`)).length === 0)
      await insertDefinitions(tx, readFields('2026-01-01'), now)
  })
  house.p.cache.drop('')
}

/** What somebody in a post answered at a door on a day. */
export const answerAs = (
  house: House,
  who: { post: string | null; person: string | null },
  answers: Omit<FieldAnswer, 'place' | 'base'>[],
) =>
  inScope(house.p.db, WHOLE, async (tx) => {
    const now = house.clock.now()
    const entry = await enter(tx, { source: 'visit', place: STAGE.grid, post: who.post, person: who.person, now })
    return answerFields(
      { tx, now, platform: house.p },
      { entry, answers: answers.map((one) => ({ ...one, place: STAGE.grid, base: null })) },
    )
  })
