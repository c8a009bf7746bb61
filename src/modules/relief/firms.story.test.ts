import { afterEach, beforeEach, expect, it } from 'vitest'
import { ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { asOwner } from '#kernel/db.ts'
import { keyOf } from '#kernel/jobs.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { seedOrgans } from '#modules/people/api.ts'
import { listOrgans } from '#modules/people/contract.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { openTools } from '#test/city/opened.ts'
import { answerFirm, askForFirm, firmProgress, listFirmProblems, listFirms, sayFirm } from './contract-firms.ts'
import { firms } from './levers.ts'

let house: House
let firm: never
let water: never
beforeEach(async () => {
  house = await openHouse()
  firm = keyOf('firm of the stage') as never
  const papers = { id: firm, name: { zh: '余东文创有限公司' }, kind: 'firm' as const, line: null, creditCode: null }
  await asOwner(house.p.db, (tx) => seedOrgans(tx, [{ ...papers, place: STAGE.village }], house.clock.now()))
  house.p.cache.drop('people.organs')
  water = house.as('jiangHaibo').organ as never
})
afterEach(() => house.close())

const id = (): never => house.key() as never
const village = () => house.as('yuGuorong')
const ask = (problem = id()) =>
  house.send(village(), askForFirm, { id: problem, firm, kind: 'materials', text: '停水三天，染缸停了', owner: water })

it('is closed in peace', async () => {
  await expect(ask()).rejects.toMatchObject({ code: 'not_open', detail: { capability: 'relief.firms' } })
})

it('brings what a firm needs to the department that answers, and the firm back to work', async () => {
  await openTools(house, [firms])
  const problem = id()
  await ask(problem)
  await house.send(village(), sayFirm, { firm, state: 'stopped', workers: 0, note: '停水' })
  await house.relay()
  const officer = house.as('jiangHaibo')
  expect((await house.ask(officer, myNotices, {})).rows[0]).toMatchObject({ kind: 'relief_firm' })
  expect((await house.ask(officer, listFirmProblems, { waiting: true })).rows).toMatchObject([
    { id: problem, firm: { name: '余东文创有限公司' }, can: ['answer'] },
  ])
  expect((await house.ask(house.as('zhengMingyuan'), listFirmProblems, {})).rows).toEqual([])
  await expect(
    house.send(house.as('zhengMingyuan'), answerFirm, { id: problem, answer: '不是我们', solved: false }),
  ).rejects.toMatchObject({ code: 'not_found' })
  await house.send(officer, answerFirm, { id: problem, answer: '明天送水车', solved: false })
  await house.send(officer, answerFirm, { id: problem, answer: '已经通水', solved: true })
  await expect(house.send(officer, answerFirm, { id: problem, answer: '再说', solved: true })).rejects.toMatchObject({
    code: 'already',
  })
  await house.send(village(), sayFirm, { firm, state: 'partly', workers: 12 })
  expect((await house.ask(house.as('huWeiping'), listFirms, {})).rows).toMatchObject([{ state: 'partly', workers: 12 }])
  expect((await house.ask(house.as('chenLixin'), firmProgress, {})).rows).toMatchObject([
    { place: STAGE.township, total: 1, states: { partly: 1, stopped: 0 } },
  ])
  expect((await house.ask(village(), listFirmProblems, { waiting: true })).rows).toEqual([])
})

it('is chosen among the firms of a place, and the departments of the county', async () => {
  const of = async (kind: 'firm' | 'department', place: string) =>
    (await house.ask(village(), listOrgans, { kind, place, limit: 100 })).rows
  expect((await of('firm', STAGE.township)).map(({ id: one }) => one)).toEqual([firm])
  expect(await of('firm', ELSEWHERE.county)).toEqual([])
  const departments = await of('department', STAGE.county)
  expect(departments.map(({ id: one }) => one)).toContain(water)
  expect(new Set(departments.map(({ kind }) => kind))).toEqual(new Set(['department']))
})

it('is said by whoever is there, of firms that are', async () => {
  await openTools(house, [firms], { place: STAGE.city })
  for (const who of ['yuXuewen', 'zhouChunxian', 'wangJianping'] as const)
    await expect(house.send(house.as(who), sayFirm, { firm, state: 'working', workers: 1 })).rejects.toMatchObject({
      code: 'forbidden',
    })
  await expect(house.send(village(), sayFirm, { firm: water, state: 'working', workers: 1 })).rejects.toMatchObject({
    code: 'invalid',
  })
  expect((await house.ask(house.as('huWeiping'), listFirms, { place: ELSEWHERE.county })).rows).toEqual([])
})
