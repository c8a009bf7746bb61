import { afterAll, beforeAll, expect, it } from 'vitest'
import { aside, inScope } from '#kernel/db.ts'
import { WHOLE } from '#kernel/authorise.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { enter } from '#modules/people/api.ts'
import { mergeResidents, registerResident, undoMergeCommand } from '#modules/people/contract-residents.ts'
import { addDwelling, moveIn } from '#modules/homes/contract.ts'
import { mergeHouseholds, undoAct } from '#modules/homes/contract-arrange.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { STAGE } from '../../../demo/cast.ts'
import { answerFields, held } from './api.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

it('who was entered twice answers with the values of both entries, and with his own again when that was a mistake', async () => {
  const worker = house.as('yuXuewen')
  const [one, other] = [uuidv7(house.clock.now()), uuidv7(house.clock.now())]
  for (const [id, name] of [
    [one, '余桂华'],
    [other, '余桂花'],
  ])
    await house.send(worker, registerResident, { id: id as never, name: name ?? '', homePlace: STAGE.grid as never })
  const key = 'person.workPlace'
  const now = house.clock.now()
  await inScope(house.p.db, WHOLE, async (tx) => {
    const entry = await enter(tx, { source: 'visit', place: STAGE.grid, now })
    const answers = [
      {
        subjectKind: 'person' as const,
        subject: other,
        place: STAGE.grid,
        field: key,
        value: '衢州木器厂',
        base: null,
      },
    ]
    await answerFields({ tx, now, platform: house.p }, { entry, answers })
  })
  const heldOf = async (subject: string) =>
    aside(house.p.db, async (tx) =>
      (await held({ tx, now, platform: house.p }, [{ kind: 'person', subject }], [key])).map((value) => value.value),
    )
  expect(await heldOf(one)).toEqual([])
  const merge = uuidv7(house.clock.now()) as never
  await house.send(worker, mergeResidents, { id: merge, kept: one as never, gone: other as never })
  expect(await heldOf(one)).toEqual(['衢州木器厂'])
  await house.send(worker, undoMergeCommand, { merge })
  expect(await heldOf(one)).toEqual([])
  expect(await heldOf(other)).toEqual(['衢州木器厂'])
})

it('a household that another was merged into answers with the values of both, and with its own again when that is undone', async () => {
  const worker = house.as('yuXuewen')
  const [one, other] = [await familyIn('余桂林'), await familyIn('余桂木')]
  await say(other, 'household.cars', 2)
  const cars = async (household: string) =>
    aside(house.p.db, async (tx) =>
      (
        await held(
          { tx, now: house.clock.now(), platform: house.p },
          [{ kind: 'household', subject: household }],
          ['household.cars'],
        )
      ).map((value) => value.value),
    )
  const act = uuidv7(house.clock.now()) as never
  await house.send(worker, mergeHouseholds, { act, household: one as never, gone: other as never })
  expect(await cars(one)).toEqual([2])
  await say(one, 'household.cars', 3)
  expect(await cars(one)).toEqual([3])
  await house.send(worker, undoAct, { act })
  expect([await cars(one), await cars(other)]).toEqual([[3], [2]])
})

async function familyIn(name: string): Promise<string> {
  const [dwelling, household] = [house.key(), house.key()]
  const worker = house.as('yuXuewen')
  await house.send(worker, addDwelling, {
    id: dwelling as never,
    place: STAGE.grid as never,
    address: `余东村${name}家`,
  })
  const member = { id: house.key() as never, resident: { id: house.key() as never, name }, relation: 'head' as const }
  await house.send(worker, moveIn, { household: household as never, dwelling: dwelling as never, members: [member] })
  return household
}

const say = (subject: string, field: string, value: number) =>
  inScope(house.p.db, WHOLE, async (tx) => {
    const now = house.clock.now()
    const entry = await enter(tx, { source: 'visit', place: STAGE.grid, now })
    const answers = [{ subjectKind: 'household' as const, subject, place: STAGE.grid, field, value, base: null }]
    const [present] = await held({ tx, now, platform: house.p }, [{ kind: 'household', subject }], [field])
    await answerFields(
      { tx, now, platform: house.p },
      { entry, answers: answers.map((each) => ({ ...each, base: present?.id ?? null })) },
    )
  })
