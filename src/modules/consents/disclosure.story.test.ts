import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#kernel/authorise.ts'
import { noteLooks } from '#kernel/audit.ts'
import { DAY_MS, dayOf, instant } from '#kernel/clock.ts'
import { listRecord } from '#modules/oversight/contract.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { cast } from '../../../demo/cast.ts'
import { type CastName, type House, openHouse, START } from '#test/city/house.ts'
import { groupLooks, listLooks } from './contract.ts'
import { askDelay, decideDelay, DelayId, endDelay, listDelays } from './contract-disclosure.ts'

let house: House
let wang: Actor
beforeAll(async () => {
  house = await openHouse()
  wang = house.as('wangJianping')
})
afterAll(() => house.close())

const person = cast.wangJianping.id as never
const newId = () => DelayId.parse(house.key())
const inDays = (days: number): string => dayOf(house.clock.now() + days * DAY_MS)
const REASON = '未成年人保护案件核查，提前告知可能使孩子受到伤害'
type More = { appearsOn?: string; prolongs?: never; article?: 'pipl_35' }
const askFor = async (who: CastName, more: More = {}) => {
  const id = newId()
  await house.send(house.as(who), askDelay, {
    id,
    person,
    article: 'minors_11',
    reason: REASON,
    appearsOn: inDays(30),
    ...more,
  })
  return id
}
const decide = (who: CastName, id: DelayId, approve = true) => house.send(house.as(who), decideDelay, { id, approve })
type DelayId = ReturnType<typeof newId>
const look = async (who: CastName) => {
  const by = house.as(who)
  house.clock.advance(1000)
  const entry = { name: 'cases.get', kind: 'query' as const, outcome: 'done', request: house.key(), subject: null }
  await noteLooks(house.p.db, by, house.clock.now(), [
    { ...entry, place: null, purpose: 'case_handling', about: [person], detail: {} },
  ])
}
const roles = async () => (await house.ask(wang, listLooks, {})).rows.map(({ role }) => role)
const states = async (who: CastName) => (await house.ask(house.as(who), listDelays, {})).rows.map(({ state }) => state)

it('withholds nothing before a second person has approved it', async () => {
  const id = await askFor('huWeiping')
  await look('huWeiping')
  expect(await roles()).toEqual(['township_room'])
  await expect(decide('huWeiping', id)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await states('yeWenjing')).toEqual(['pending'])
  await decide('chenLixin', id, false)
  await look('huWeiping')
  expect(await roles()).toEqual(['township_room', 'township_room'])
  expect(await states('yeWenjing')).toEqual(['refused'])
})

it('never lets the one who asked decide, in whatever post', async () => {
  const id = await askFor('chenLixin')
  await expect(decide('chenLixin', id)).rejects.toMatchObject({ code: 'same_person' })
  await decide('zhuGuoliang', id, false)
  await expect(decide('zhuGuoliang', id)).rejects.toMatchObject({ code: 'already' })
})

it('withholds looks of that office alone, and they appear by themselves on their day, marked', async () => {
  house.clock.set(START + 2 * DAY_MS)
  const before = await roles()
  const id = await askFor('huWeiping')
  await decide('chenLixin', id)
  await look('huWeiping')
  await look('yuXuewen')
  expect(await roles()).toEqual(['grid_worker', ...before])
  const counted = async () => (await house.ask(wang, groupLooks, {})).rows.reduce((sum, { count }) => sum + count, 0)
  expect(await counted()).toBe(before.length + 1)
  expect((await house.ask(wang, listLooks, {})).total30).toBe(before.length + 1)
  expect(await states('yeWenjing')).toContain('running')
  // The auditor sees all of it, and which of it the person does not see yet.
  const audited = (await house.ask(house.as('yeWenjing'), listRecord, { person: wang.person ?? '', kind: 'query' }))
    .rows
  const marked = (role: string) => audited.find((row) => row.role === role && row.name === 'cases.get')?.withheldUntil
  expect(marked('township_room')).toBe(instant(Date.parse(`${inDays(30)}T00:00:00+08:00`)))
  expect(marked('grid_worker')).toBeNull()
  // No job has run: the day alone does it.
  house.clock.set(Date.parse(`${inDays(30)}T00:00:00+08:00`))
  const { rows, appeared } = await house.ask(wang, listLooks, {})
  // The auditor's own look stands there too.
  expect(rows.map(({ role }) => role)).toEqual(['auditor', 'grid_worker', 'township_room', ...before])
  expect(rows[2]).toMatchObject({
    withheld: { article: 'minors_11', until: new Date(house.clock.now()).toISOString() },
  })
  expect(rows[1]?.withheld).toBeNull()
  expect(appeared).toMatchObject([{ article: 'minors_11', organ: '沟溪乡综合信息指挥室' }])
  await house.sweep()
  await house.relay()
  const notices = (await house.ask(wang, myNotices, {})).rows
  expect(notices).toMatchObject([{ kind: 'looks_disclosed', params: { office: '沟溪乡综合信息指挥室' } }])
  house.clock.advance(DAY_MS)
  await house.sweep()
  await house.relay()
  expect((await house.ask(wang, myNotices, {})).rows).toHaveLength(1)
})

it('ends early, and what was withheld is seen at once', async () => {
  const id = await askFor('huWeiping')
  await decide('chenLixin', id)
  const before = (await roles()).length
  await look('huWeiping')
  expect(await roles()).toHaveLength(before)
  await house.send(house.as('huWeiping'), endDelay, { id })
  expect(await roles()).toHaveLength(before + 1)
  await expect(house.send(house.as('huWeiping'), endDelay, { id })).rejects.toMatchObject({ code: 'conflict' })
})

it('is bounded: half a year at once, a year altogether, never into the past', async () => {
  const refused = (appearsOn: string, more: More = {}) =>
    expect(askFor('huWeiping', { appearsOn, ...more })).rejects.toMatchObject({ code: 'invalid' })
  await refused(inDays(0))
  await refused(inDays(181))
  let id = await askFor('huWeiping', { appearsOn: inDays(179) })
  await decide('chenLixin', id)
  house.clock.advance(178 * DAY_MS)
  id = await askFor('huWeiping', { appearsOn: inDays(179), prolongs: id as never })
  await decide('chenLixin', id)
  house.clock.advance(178 * DAY_MS)
  await refused(inDays(30), { prolongs: id as never })
  await expect(askFor('huWeiping', { prolongs: newId() as never })).rejects.toMatchObject({ code: 'not_found' })
  await expect(
    house.rows(`update consents.delay set appears_at = appears_at + interval '200 days' where id = '${id}'`),
  ).rejects.toThrow(/check/)
})

it('is nobody else’s to ask for, to see or to decide', async () => {
  for (const who of ['wangJianping', 'wuKai', 'yeWenjing', 'yuXuewen'] as const)
    await expect(askFor(who), who).rejects.toMatchObject({ code: 'forbidden' })
  for (const who of ['wangJianping', 'wuKai', 'yuXuewen'] as const)
    await expect(states(who), who).rejects.toMatchObject({ code: 'forbidden' })
  const id = await askFor('huWeiping')
  await expect(decide('zhuJianjun', id)).rejects.toMatchObject({ code: 'not_found' })
  expect(await states('zhuJianjun')).toEqual([])
  await expect(
    house.send(house.as('huWeiping'), askDelay, {
      id: newId(),
      person: house.key() as never,
      article: 'pipl_35',
      reason: REASON,
      appearsOn: inDays(3),
    }),
  ).rejects.toMatchObject({ code: 'not_found' })
})

it('puts what was asked and decided on record, and not on the page of the person', async () => {
  const record = await house.rows<{ name: string; n: number; about: number }>(
    `select name, count(*)::int as n, count(about)::int as about from kernel.record where name ~ 'elay' and kind = 'command' group by name order by name`,
  )
  expect(record.map(({ name, about }) => [name, about])).toEqual([
    ['consents.askDelay', 0],
    ['consents.decideDelay', 0],
    ['consents.endDelay', 0],
  ])
})
