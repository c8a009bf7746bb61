import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#kernel/authorise.ts'
import { getDwelling, getHousehold } from '#modules/homes/contract.ts'
import { cast } from '../../../demo/cast.ts'
import { HOME, moveInWangs } from '#test/city/home.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { ContestId, contestValue, decideContest, myContests, myData } from './contract-contests.ts'

let house: House
let wang: Actor
let worker: Actor
let room: Actor
beforeAll(async () => {
  house = await openHouse()
  await moveInWangs(house)
  ;[wang, worker, room] = [house.as('wangJianping'), house.as('yuXuewen'), house.as('huWeiping')]
})
afterAll(() => house.close())

const home = { subjectKind: 'household', subject: HOME.household } as const
const decided = { decision: 'accepted', reason: '上门看过', answer: '已改正，谢谢您' } as const
const contest = async (what: object): Promise<ContestId> => {
  const id = ContestId.parse(house.key())
  await house.send(wang, contestValue, { id, why: '登记错了', ...what } as never)
  return id
}
const family = async () =>
  (await house.ask(worker, getHousehold, { id: HOME.household as never })).members.map(
    ({ name, relation }) => `${name} ${relation}`,
  )
const mine = async (field: string) =>
  (await house.ask(wang, myData, {})).subjects.flatMap(({ rows }) => rows).find((row) => row.field === field)
const answered = async (id: string) => (await house.ask(wang, myContests, {})).rows.find((row) => row.id === id)

it('a relation that was decided is what the register says, and the mark goes', async () => {
  const me = { subjectKind: 'person', subject: cast.wangJianping.id }
  const id = await contest({ ...me, field: 'person.relation', says: 'child' })
  expect(await mine('person.relation')).toMatchObject({ contested: id })
  await house.send(room, decideContest, { id, ...decided })
  await house.relay()
  expect(await family()).toContain('汪建平 child')
  expect(await mine('person.relation')).toMatchObject({ value: 'child', contested: null })
  expect(await answered(id)).toMatchObject({ state: 'accepted', answer: '已改正，谢谢您' })
})

it('a head is a member: refused while it is nobody of the household, then the register changes', async () => {
  expect(await mine('household.head')).toBeUndefined()
  const id = await contest({
    subjectKind: 'person',
    subject: cast.wangJianping.id,
    field: 'person.relation',
    says: 'head',
  })
  await house.send(room, decideContest, { id, ...decided })
  await house.relay()
  const head = await contest({ ...home, field: 'household.head', says: '叶秀兰' })
  await expect(house.send(room, decideContest, { id: head, ...decided })).rejects.toMatchObject({ code: 'invalid' })
  await house.send(room, decideContest, { id: head, ...decided, value: '叶秀英' })
  await house.relay()
  expect((await family()).slice(0, 1)).toEqual(['叶秀英 head'])
  expect(await family()).toContain('汪建平 unknown')
  expect(await mine('household.head')).toMatchObject({ value: '叶秀英', contested: null })
})

it('a size is decided by who goes and who is missing, all of it at once', async () => {
  const { members } = await house.ask(worker, getHousehold, { id: HOME.household as never })
  const wife = members.find(({ person }) => person === HOME.wife)
  const id = await contest({ ...home, field: 'household.size', says: 5 })
  await expect(house.send(room, decideContest, { id, ...decided })).rejects.toMatchObject({ code: 'invalid' })
  const born = { id: house.key() as never, relation: 'child' as const, residence: 'own' as const }
  const join = [
    { ...born, resident: { id: house.key() as never, name: '汪小雪', born: '2025-01-01' } },
    { ...born, id: house.key() as never, resident: { id: house.key() as never, name: '汪大雪' } },
  ]
  const register = { leave: [wife?.id ?? ('' as never)], join }
  await house.send(room, decideContest, { id, ...decided, register: register as never })
  await house.relay()
  await house.relay()
  const now = await family()
  expect(now).toHaveLength(5)
  expect(now.some((line) => line.startsWith('徐春梅'))).toBe(false)
  expect(now).toContain('汪大雪 child')
  expect(await mine('household.size')).toMatchObject({ value: 5, contested: null })
  const entries = await house.rows<{ post: string }>(
    `select e.post from people.entry e join homes.member m on m.entry = e.id join people.person p on p.id = m.person where p.name = '汪大雪'`,
  )
  expect(entries).toEqual([{ post: room.post }])
})

it('a door that was decided is corrected by homes, what it was stays readable', async () => {
  const id = await contest({ subjectKind: 'dwelling', subject: HOME.dwelling, field: 'dwelling.door', says: '18-1号' })
  await house.send(room, decideContest, { id, ...decided })
  await house.relay()
  const { dwelling, statements } = await house.ask(worker, getDwelling, { id: HOME.dwelling as never })
  expect(dwelling.door).toBe('18-1号')
  expect(statements).toMatchObject([{ kind: 'door', was: '18号', value: '18-1号' }])
})

it('is on record for whom it is about, also for who was struck off', async () => {
  const rows = await house.rows<{ about: string }>(
    `select distinct about from kernel.record where name = 'homes.setRight' and outcome = 'done'`,
  )
  expect(rows.map(({ about }) => about)).toEqual(expect.arrayContaining([HOME.wife, HOME.mother, cast.wangJianping.id]))
})
