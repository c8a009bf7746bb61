import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STAGE } from '../../../demo/cast.ts'
import { NOBODY } from '#kernel/authorise.ts'
import { dayOf } from '#kernel/clock.ts'
import { inScope } from '#kernel/db.ts'
import { getResident, mergeResidents } from '#modules/people/contract-residents.ts'
import { familiesOf, newId, resident } from '#test/city/family.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { refused } from '#test/city/lamp.ts'
import { doorOf, membersOf } from './api.ts'
import { mergeHouseholds, moveHousehold, splitHousehold, undoAct } from './contract-arrange.ts'
import { addDwelling, getDwelling, getHousehold, joinHousehold } from './contract.ts'

let house: House
let worker: ReturnType<House['as']>
let { family, allRows } = {} as ReturnType<typeof familiesOf>
beforeAll(async () => {
  house = await openHouse()
  worker = house.as('yuXuewen')
  ;({ family, allRows } = familiesOf(house, worker))
})
afterAll(() => house.close())

describe('households are arranged anew, and as they were by one undo', () => {
  it('分户: the young family is one of its own; undone, every row is as it was', async () => {
    const { household, son, wife, child } = await family()
    const before = await allRows()
    const [act, into] = [newId(), newId()]
    const members = [
      { member: son.id, relation: 'head' as const },
      { member: wife.id, relation: 'spouse' as const },
      { member: child.id, relation: 'child' as const },
    ]
    await house.send(worker, splitHousehold, { act, household, into, members })
    expect((await house.ask(worker, getHousehold, { id: into })).members.map(({ relation }) => relation)).toEqual([
      'head',
      'spouse',
      'child',
    ])
    expect((await house.ask(worker, getHousehold, { id: household })).members).toHaveLength(1)
    await expect(house.send(house.as('zhouChunxian'), undoAct, { act })).rejects.toEqual(refused('not_found'))
    await house.send(worker, undoAct, { act })
    const voided = (row: string): boolean => {
      const { from_day: from, until_day: until } = JSON.parse(row) as { from_day?: string; until_day?: string }
      return from !== undefined && from === until
    }
    expect((await allRows()).filter((row) => !voided(row))).toEqual(before.filter((row) => !voided(row)))
    expect((await house.ask(worker, getHousehold, { id: household })).members).toHaveLength(4)
    await expect(house.send(worker, undoAct, { act })).rejects.toEqual(refused('already'))
  })

  it('is refused for all of them, for strangers, and when something was built on it', async () => {
    const { household, old, son, wife, child } = await family()
    const one = (member: never, relation: 'head' | 'child') => ({ member, relation })
    const split = (members: ReturnType<typeof one>[], act = newId(), into = newId()) =>
      house.send(worker, splitHousehold, { act, household, into, members })
    await expect(split([old, son, wife, child].map((m, at) => one(m.id, at ? 'child' : 'head')))).rejects.toEqual(
      refused('invalid'),
    )
    await expect(split([one(newId(), 'head')])).rejects.toEqual(refused('not_found'))
    await expect(split([one(son.id, 'child')])).rejects.toEqual(refused('invalid'))
    const [act, into] = [newId(), newId()]
    await split([one(son.id, 'head')], act, into)
    await house.send(worker, joinHousehold, {
      household: into,
      member: { id: newId(), resident: resident('新妇'), relation: 'spouse', residence: 'own' },
    })
    await expect(house.send(worker, undoAct, { act })).rejects.toEqual(refused('conflict'))
  })

  it('并户: two are one, somebody entered in both is one member; undone, every row is as it was', async () => {
    const [a, b] = [await family(), await family()]
    await house.send(worker, mergeResidents, { id: newId(), kept: a.son.resident.id, gone: b.son.resident.id })
    const before = await allRows()
    const act = newId()
    await house.send(worker, mergeHouseholds, { act, household: a.household, gone: b.household })
    const { members } = await house.ask(worker, getHousehold, { id: a.household })
    expect(members).toHaveLength(7)
    const held = await inScope(house.p.db, NOBODY, (tx) => membersOf(tx, [a.household, b.household], dayOf(START)))
    expect(held).toHaveLength(7)
    await expect(
      house.send(worker, mergeHouseholds, { act: newId(), household: a.household, gone: b.household }),
    ).rejects.toEqual(refused('conflict'))
    await expect(
      house.send(worker, mergeHouseholds, { act: newId(), household: a.household, gone: a.household }),
    ).rejects.toEqual(refused('same_person'))
    await house.send(worker, undoAct, { act })
    const opened = await house.rows<{ id: string }>(
      `select unnest(opened)::text as id from homes.act where id = '${String(act)}'`,
    )
    const gone = new Set(opened.map((row) => row.id))
    expect((await allRows()).filter((row) => !gone.has((JSON.parse(row) as { id: string }).id))).toEqual(before)
  })

  it('搬家: the whole household goes on behind another door, across the grid’s border too; and back', async () => {
    const cadre = house.as('yuGuorong')
    const { household, son, dwelling: was } = await family()
    const dwelling = newId()
    await house.send(cadre, addDwelling, { id: dwelling, place: STAGE.otherGrid, address: '余东村新屋1号' })
    const before = await allRows()
    const act = newId()
    await expect(house.send(worker, moveHousehold, { act, household, dwelling })).rejects.toEqual(refused('not_found'))
    await house.send(cadre, moveHousehold, { act, household, dwelling })
    const there = await house.ask(cadre, getHousehold, { id: household })
    expect(there.dwelling.id).toBe(dwelling)
    expect(there.household).toMatchObject({ place: STAGE.otherGrid, fromDay: '2026-01-01', hereFrom: dayOf(START) })
    expect(there.stays).toMatchObject([{ dwelling: was, fromDay: '2026-01-01', untilDay: dayOf(START) }])
    expect(there.members).toHaveLength(4)
    expect((await house.ask(cadre, getHousehold, { id: household, day: '2026-03-01' })).dwelling.id).toBe(was)
    expect((await house.ask(cadre, getDwelling, { id: was })).households).toMatchObject([
      { id: household, members: 4, untilDay: dayOf(START) },
    ])
    await expect(house.ask(worker, getHousehold, { id: household })).rejects.toEqual(refused('not_found'))
    expect((await house.ask(cadre, getResident, { id: son.resident.id })).resident.homePlace).toBe(STAGE.otherGrid)
    const door = (day: string) =>
      inScope(house.p.db, NOBODY, async (tx) => (await doorOf(tx, { household }, day))?.dwelling)
    expect([await door('2026-03-01'), await door(dayOf(START))]).toEqual([was, dwelling])
    await house.send(cadre, undoAct, { act })
    expect(await allRows()).toEqual(before)
    expect((await house.ask(worker, getHousehold, { id: household })).stays).toEqual([])
    await expect(house.send(cadre, undoAct, { act })).rejects.toEqual(refused('already'))
  })

  it('搬家 is not taken back when somebody has joined at the new door; a second move is taken back to the first', async () => {
    const cadre = house.as('yuGuorong')
    const { household, dwelling: home } = await family()
    const [one, other] = [newId(), newId()]
    await house.send(cadre, addDwelling, { id: one, place: STAGE.otherGrid, address: '余东村新屋2号' })
    await house.send(cadre, addDwelling, { id: other, place: STAGE.grid, address: '余东村新屋3号' })
    const [first, second] = [newId(), newId()]
    const move = (act: never, dwelling: never, day: string) =>
      house.send(cadre, moveHousehold, { act, household, dwelling, day })
    await move(first, one, '2026-02-01')
    await expect(move(newId(), other, '2026-01-15')).rejects.toEqual(refused('invalid'))
    await move(second, other, '2026-03-01')
    await expect(house.send(cadre, undoAct, { act: first })).rejects.toEqual(refused('conflict'))
    await house.send(cadre, undoAct, { act: second })
    const back = await house.ask(cadre, getHousehold, { id: household })
    expect([back.dwelling.id, back.household.hereFrom]).toEqual([one, '2026-02-01'])
    await house.send(cadre, joinHousehold, {
      household,
      member: { id: newId(), resident: resident('新妇'), relation: 'other_kin', residence: 'own' },
    })
    await expect(house.send(cadre, undoAct, { act: first })).rejects.toEqual(refused('conflict'))
    expect((await house.ask(cadre, getDwelling, { id: home })).households).toMatchObject([{ untilDay: '2026-02-01' }])
  })
})
