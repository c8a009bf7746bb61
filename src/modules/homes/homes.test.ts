import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, STAGE } from '../../../demo/cast.ts'
import { NOBODY } from '#kernel/authorise.ts'
import { dayOf } from '#kernel/clock.ts'
import { inScope } from '#kernel/db.ts'
import { organs } from '#modules/people/api.ts'
import { getResident, registerResident } from '#modules/people/contract-residents.ts'
import { familiesOf, newId, resident } from '#test/city/family.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { refused } from '#test/city/lamp.ts'
import { doorOf, householdOf, membersOf } from './api.ts'
import { placeOrgan } from './contract-arrange.ts'
import {
  addDwelling,
  correctDwelling,
  endDwelling,
  getDwelling,
  getHousehold,
  homesOfPerson,
  joinHousehold,
  leaveHousehold,
  moveIn,
  restateMember,
} from './contract.ts'

let house: House
let worker: ReturnType<House['as']>
let { dwellingAt, family } = {} as ReturnType<typeof familiesOf>
beforeAll(async () => {
  house = await openHouse()
  worker = house.as('yuXuewen')
  ;({ dwellingAt, family } = familiesOf(house, worker))
})
afterAll(() => house.close())

describe('a family moves into a house', () => {
  it('in one act, from one source; the worker sees it, each of them sees the look', async () => {
    const { household, dwelling, old, child } = await family({ origin: { source: 'visit', certainty: 'certain' } })
    const shown = await house.ask(worker, getHousehold, { id: household })
    expect(shown.members.map(({ name, relation, age }) => [name, relation, age])).toEqual([
      ['杨根土', 'head', 76],
      ['杨建军', 'child', 46],
      ['徐小青', 'child_in_law', 46],
      ['杨**', 'grandchild', 8],
    ])
    expect(shown.household.head).toBe(old.resident.id)
    expect(shown.entries.map(({ source }) => source).toSorted()).toEqual(['register', 'visit'])
    const looks = await house.rows(
      `select name, purpose from kernel.record where about = '${String(child.resident.id)}' and kind = 'query'`,
    )
    expect(looks).toEqual([{ name: 'homes.household', purpose: 'household_service' }])
    await house.relay()
    expect(await inScope(house.p.db, NOBODY, (tx) => doorOf(tx, { household }, dayOf(START)))).toMatchObject({
      dwelling,
      place: STAGE.grid,
    })
  })

  it('that stands there once; who is nobody, twice or without a head is refused and nothing is kept', async () => {
    const door = { id: newId(), place: STAGE.grid, address: '余东村里宅', door: '3' }
    await house.send(worker, addDwelling, door)
    await expect(house.send(worker, addDwelling, { ...door, id: newId() })).rejects.toEqual(refused('already'))
    await expect(house.send(worker, addDwelling, { ...door, id: newId(), place: STAGE.village })).rejects.toEqual(
      refused('not_found'),
    )
    const into = (members: object[], more: object = {}) =>
      house.send(worker, moveIn, { household: newId(), dwelling: door.id, members: members as never, ...more })
    const one = { id: newId(), resident: resident('某人'), relation: 'spouse' as const }
    await expect(into([one])).rejects.toMatchObject({
      code: 'invalid',
      detail: { problems: [{ problem: 'one_head' }] },
    })
    await expect(into([{ ...one, relation: 'head', person: one.resident.id }])).rejects.toEqual(refused('invalid'))
    await expect(into([{ id: newId(), person: cast.xuLihua.id, relation: 'head' }])).rejects.toEqual(
      refused('not_found'),
    )
    await expect(into([{ ...one, relation: 'head' }], { day: '2027-01-01' })).rejects.toEqual(refused('invalid'))
    const bad = {
      ...one,
      relation: 'head',
      resident: { ...one.resident, documents: [{ id: newId(), kind: 'resident_id', number: '330802198004051239' }] },
    }
    await expect(into([bad])).rejects.toEqual(refused('checksum'))
    expect(await house.rows(`select 1 from people.person where name = '某人'`)).toEqual([])
    for (const who of ['wuKai', 'zhuGuoliang', 'wangJianping'] as const)
      await expect(
        house.send(house.as(who), addDwelling, { ...door, id: newId(), address: '别处' }),
        who,
      ).rejects.toEqual(refused('forbidden'))
    await expect(house.send(house.as('zhouChunxian'), addDwelling, { ...door, id: newId() })).rejects.toEqual(
      refused('forbidden'),
    )
  })

  it('and is not behind two doors: whoever lives elsewhere moves out first, or is away', async () => {
    const { son } = await family()
    const members = (residence: 'own' | 'away') => [
      { id: newId(), person: son.resident.id, relation: 'head' as const, residence },
    ]
    const dwelling = await dwellingAt()
    await expect(
      house.send(worker, moveIn, { household: newId(), dwelling, members: members('own') }),
    ).rejects.toMatchObject({ code: 'conflict', detail: { problems: [{ problem: 'lives_elsewhere' }] } })
    await house.send(worker, moveIn, { household: newId(), dwelling, members: members('away') })
    const { rows } = await house.ask(worker, homesOfPerson, { person: son.resident.id })
    expect(rows.map(({ residence }) => residence).toSorted()).toEqual(['away', 'own'])
    const home = await inScope(house.p.db, NOBODY, (tx) => householdOf(tx, son.resident.id, dayOf(START)))
    expect(home?.residence).toBe('own')
  })

  it('of the neighbouring grid, and takes its home along', async () => {
    const cadre = house.as('yuGuorong')
    const came = { ...resident('余新来'), homePlace: STAGE.otherGrid }
    await house.send(cadre, registerResident, came)
    await expect(house.ask(worker, getResident, { id: came.id })).rejects.toEqual(refused('not_found'))
    const dwelling = await dwellingAt()
    await house.send(cadre, moveIn, {
      household: newId(),
      dwelling,
      members: [{ id: newId(), person: came.id, relation: 'head' }],
    })
    expect((await house.ask(worker, getResident, { id: came.id })).resident.homePlace).toBe(STAGE.grid)
  })
})

describe('life goes on', () => {
  it('a child is born, the son works away, the old man dies, the son becomes head; what was on any day stays readable', async () => {
    const { household, old, son } = await family()
    const baby = { id: newId(), resident: resident('杨小宝', { born: '2026-05-01' }), relation: 'grandchild' as const }
    await house.send(worker, joinHousehold, { household, member: baby, day: '2026-05-01' })
    const away = newId()
    await house.send(worker, restateMember, { id: away, member: son.id, residence: 'away', day: '2026-03-01' })
    await house.send(worker, leaveHousehold, { member: old.id, why: 'died', day: '2026-06-10' })
    await house.send(worker, restateMember, {
      id: newId(),
      member: away,
      relation: 'head',
      residence: 'own',
      day: '2026-06-11',
    })
    const on = async (day: string) =>
      (await house.ask(worker, getHousehold, { id: household, day })).members.map(
        ({ name, relation, residence }) => `${name} ${relation} ${residence}`,
      )
    expect(await on('2026-02-01')).toEqual([
      '杨根土 head own',
      '杨建军 child own',
      '徐小青 child_in_law own',
      '杨** grandchild own',
    ])
    expect(await on('2026-05-02')).toContain('杨建军 child away')
    expect(await on('2026-06-10')).not.toContain('杨根土 head own')
    expect((await on('2026-08-01'))[0]).toBe('杨建军 head own')
    const now = await house.ask(worker, getHousehold, { id: household })
    expect(now.former.map(({ name }) => name)).toContain('杨根土')
    const died = now.former.find(({ name }) => name === '杨根土')
    expect(now.entries.find(({ id }) => id === died?.endedEntry)).toMatchObject({ post: worker.post })
    expect(died?.endedEntry).not.toBe(died?.entry)
    await expect(house.send(worker, leaveHousehold, { member: old.id, why: 'moved' })).rejects.toEqual(
      refused('already'),
    )
    await expect(
      house.send(worker, joinHousehold, {
        household,
        member: { ...baby, id: newId(), resident: resident('又'), relation: 'head' },
      }),
    ).rejects.toEqual(refused('conflict'))
    const then = await inScope(house.p.db, NOBODY, (tx) => membersOf(tx, [household], '2026-02-01'))
    expect(then.map(({ relation }) => relation)).toEqual(['head', 'child', 'child_in_law', 'grandchild'])
  })

  it('with the last one the household ends, and only then may the house be pulled down', async () => {
    const dwelling = await dwellingAt()
    const [household, member] = [newId(), newId()]
    await house.send(worker, moveIn, {
      household,
      dwelling,
      members: [{ id: member, resident: resident('独居'), relation: 'head' }],
      day: '2026-02-01',
    })
    await expect(house.send(worker, endDwelling, { dwelling })).rejects.toEqual(refused('conflict'))
    expect(await house.send(worker, leaveHousehold, { member, why: 'moved' })).toMatchObject({ ended: true })
    await house.send(worker, endDwelling, { dwelling })
    const { households } = await house.ask(worker, getDwelling, { id: dwelling })
    expect(households).toMatchObject([{ id: household, members: 1, untilDay: dayOf(START) }])
  })

  it('a door gets another number; the old one stays readable', async () => {
    const dwelling = await dwellingAt({ door: '1' })
    await house.send(worker, correctDwelling, {
      id: newId(),
      dwelling,
      door: '1-2',
      position: { lon: 118.7, lat: 28.9 },
    })
    const shown = await house.ask(worker, getDwelling, { id: dwelling })
    expect(shown.dwelling).toMatchObject({ door: '1-2', lon: 118.7, positionSource: 'phone' })
    const said = shown.statements.map(({ kind, was }) => [kind, was] as const)
    expect(said.toSorted(([a], [b]) => a.localeCompare(b))).toEqual([
      ['door', '1'],
      ['position', { lat: null, lon: null, source: null }],
    ])
    await expect(
      house.send(house.as('zhouChunxian'), correctDwelling, { id: newId(), dwelling, door: '9' }),
    ).rejects.toEqual(refused('not_found'))
  })

  it('a firm has its seat in a house', async () => {
    const dwelling = await dwellingAt({ kind: 'shop' })
    const organ = (await organs(house.p)).all()[0]
    await house.send(worker, placeOrgan, { id: newId(), organ: organ?.id as never, dwelling })
    expect((await house.ask(worker, getDwelling, { id: dwelling })).organs).toMatchObject([{ id: organ?.id }])
    await expect(house.send(worker, placeOrgan, { id: newId(), organ: newId(), dwelling })).rejects.toEqual(
      refused('not_found'),
    )
  })
})
