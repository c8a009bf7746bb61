import { afterAll, beforeAll, expect, it } from 'vitest'
import { mergeResidents, registerResident, undoMergeCommand } from '#modules/people/contract-residents.ts'
import { STAGE } from '../../../demo/cast.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { lampOf } from '#test/city/lamp.ts'
import { myReport, myReports } from './contract.ts'
import { withdrawCase } from './contract-acts.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const mine = async (): Promise<string[]> =>
  (await house.ask(house.as('wangJianping'), myReports, {})).rows.map(({ id }) => id as string)

it('who was entered twice sees what was reported under either entry, and may take it back; an undo parts them', async () => {
  const [worker, wang] = [house.as('yuXuewen'), house.as('wangJianping')]
  const twin = { id: house.key() as never, name: '汪建坪', phone: '13900005555' }
  await house.send(worker, registerResident, { ...twin, homePlace: STAGE.grid as never })
  const { reported } = lampOf(house)
  const { id } = await reported({ channel: 'field', reporter: { phone: twin.phone, name: twin.name } })
  const was = await mine()
  expect(was).not.toContain(id)
  const merge = house.key() as never
  await house.send(worker, mergeResidents, { id: merge, kept: wang.person as never, gone: twin.id })
  await house.relay()
  expect(await mine()).toEqual([id, ...was])
  expect((await house.ask(wang, myReport, { id })).number).toMatch(/^26/)
  await house.send(worker, undoMergeCommand, { merge })
  await house.relay()
  expect(await mine()).toEqual(was)
  expect(await house.rows(`select reporter from cases.case where id = '${id as string}'`)).toEqual([
    { reporter: twin.id },
  ])
  expect(await house.rows(`select from cases.reporter_was`)).toEqual([])

  const again = house.key() as never
  await house.send(worker, mergeResidents, { id: again, kept: wang.person as never, gone: twin.id })
  await house.relay()
  await house.send(wang, withdrawCase, { id })
  expect((await house.ask(wang, myReport, { id })).state).toBe('withdrawn')
})
