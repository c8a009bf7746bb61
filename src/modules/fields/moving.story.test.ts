import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDwelling, DwellingId } from '#modules/homes/contract.ts'
import { moveHousehold } from '#modules/homes/contract-arrange.ts'
import { STAGE } from '../../../demo/cast.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { type Home, moveIn, moveOut } from '#test/city/village.ts'
import { answerForm, listQuestions } from './contract.ts'

let house: House
let home: Home
beforeAll(async () => {
  house = await openHouse()
  await moveOut(house)
  const [first] = await moveIn(house, 1)
  if (!first) throw new Error('nobody moved in')
  home = first
})
afterAll(() => house.close())

it('a family that moves to the next grid takes along what was said of it, and is asked by whoever answers there', async () => {
  const [here, there, cadre] = [house.as('yuXuewen'), house.as('yuXiaoqing'), house.as('yuGuorong')]
  const about = (household: string, base: string | null, value: number) => [
    { subjectKind: 'household' as const, subject: household, field: 'household.cars', value, base },
    {
      subjectKind: 'person' as const,
      subject: home.head,
      field: 'person.occupation',
      value: value > 1 ? 'farm' : 'employed',
      base: null,
    },
  ]
  const said = await house.send(here, answerForm, { answers: about(home.household, null, 1) })
  const dwelling = DwellingId.parse(house.key())
  await house.send(there, addDwelling, { id: dwelling, place: STAGE.otherGrid, address: '余东村新居 1 号' })
  await house.send(cadre, moveHousehold, {
    act: house.key() as never,
    household: home.household as never,
    dwelling,
  })
  await house.relay()
  const along = await house.rows<{ id: string; value: number; entry: string; place: string }>(
    `select id, value, entry, place from fields.value where subject = '${home.household}' and until_at is null`,
  )
  expect(along).toMatchObject([{ value: 1, entry: said.entry, place: STAGE.otherGrid }])
  expect(
    await house.rows(`select from fields.value where subject = '${home.head}' and place = '${STAGE.otherGrid}'`),
  ).toHaveLength(1)
  const [, occupation] = said.results
  const answers = about(home.household, along[0]?.id ?? null, 2).map((one) =>
    one.field === 'person.occupation' ? { ...one, base: occupation?.value ?? null } : one,
  )
  const { results } = await house.send(there, answerForm, { answers })
  expect(results.map(({ outcome }) => outcome)).toEqual(['taken', 'taken'])
  expect((await house.ask(there, listQuestions, { kind: 'household', subject: home.household })).place).toBe(
    STAGE.otherGrid,
  )
  await expect(house.send(here, answerForm, { answers })).rejects.toMatchObject({ code: 'forbidden' })
})
