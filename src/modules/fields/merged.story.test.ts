import { afterAll, beforeAll, expect, it } from 'vitest'
import { aside, inScope } from '#kernel/db.ts'
import { WHOLE } from '#kernel/authorise.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { enter } from '#modules/people/api.ts'
import { mergeResidents, registerResident, undoMergeCommand } from '#modules/people/contract-residents.ts'
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
