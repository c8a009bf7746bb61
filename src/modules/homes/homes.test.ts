import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { idNumber } from '../../../demo/identifiers.ts'
import { NOBODY } from '#kernel/authorise.ts'
import { dayOf } from '#kernel/clock.ts'
import { inScope } from '#kernel/db.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { getResident, mergeResidents, registerResident } from '#modules/people/contract-residents.ts'
import { organs } from '#modules/people/api.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { refused } from '#test/city/lamp.ts'
import { doorOf, householdOf, householdsIn, membersOf } from './api.ts'
import { mergeHouseholds, moveHousehold, placeOrgan, splitHousehold, undoAct } from './contract-arrange.ts'
import { searchHomes } from './contract-search.ts'
import {
  addDwelling,
  correctDwelling,
  endDwelling,
  getDwelling,
  getHousehold,
  homesOfPerson,
  joinHousehold,
  leaveHousehold,
  listDwellings,
  listHouseholds,
  moveIn,
  myHome,
  restateMember,
} from './contract.ts'

const id = (): never => uuidv7(START) as never
let house: House
let worker: ReturnType<House['as']>
let doors = 0
beforeAll(async () => {
  house = await openHouse()
  worker = house.as('yuXuewen')
})
afterAll(() => house.close())

const dwellingAt = async (more: object = {}): Promise<never> => {
  const one = { id: id(), place: STAGE.grid, address: `余东村杨家${++doors}号`, ...more }
  await house.send(worker, addDwelling, one)
  return one.id
}
const resident = (name: string, more: object = {}) => ({
  id: id(),
  name,
  born: '1980-04-05',
  sex: 'male' as const,
  ...more,
})
/** Grandfather as head, son, son's wife, a child; moved in on New Year. */
async function family(more: object = {}) {
  const dwelling = await dwellingAt()
  const household = id()
  const [old, son, wife, child] = [
    { id: id(), resident: resident('杨根土', { born: '1950-01-01' }), relation: 'head' as const },
    { id: id(), resident: resident('杨建军'), relation: 'child' as const },
    { id: id(), resident: resident('徐小青', { sex: 'female' }), relation: 'child_in_law' as const },
    { id: id(), resident: resident('杨子轩', { born: '2018-06-01' }), relation: 'grandchild' as const },
  ]
  await house.send(worker, moveIn, {
    household,
    dwelling,
    members: [old, son, wife, child],
    day: '2026-01-01',
    ...more,
  })
  return { dwelling, household, old, son, wife, child }
}
const allRows = async (): Promise<string[]> => {
  const tables = ['homes.dwelling', 'homes.household', 'homes.member', 'people.person']
  const found = await Promise.all(
    tables.map((table) => house.rows<{ row: string }>(`select row_to_json(t)::text as row from ${table} t order by 1`)),
  )
  return found.flat().map(({ row }) => row)
}

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
      `select name, purpose from kernel.record where about = '${child.resident.id}' and kind = 'query'`,
    )
    expect(looks).toEqual([{ name: 'homes.household', purpose: 'household_service' }])
    await house.relay()
    expect(await inScope(house.p.db, NOBODY, (tx) => doorOf(tx, { household }, dayOf(START)))).toMatchObject({
      dwelling,
      place: STAGE.grid,
    })
  })

  it('that stands there once; who is nobody, twice or without a head is refused and nothing is kept', async () => {
    const door = { id: id(), place: STAGE.grid, address: '余东村里宅', door: '3' }
    await house.send(worker, addDwelling, door)
    await expect(house.send(worker, addDwelling, { ...door, id: id() })).rejects.toEqual(refused('already'))
    await expect(house.send(worker, addDwelling, { ...door, id: id(), place: STAGE.village })).rejects.toEqual(
      refused('not_found'),
    )
    const into = (members: object[], more: object = {}) =>
      house.send(worker, moveIn, { household: id(), dwelling: door.id, members: members as never, ...more })
    const one = { id: id(), resident: resident('某人'), relation: 'spouse' as const }
    await expect(into([one])).rejects.toMatchObject({
      code: 'invalid',
      detail: { problems: [{ problem: 'one_head' }] },
    })
    await expect(into([{ ...one, relation: 'head', person: one.resident.id }])).rejects.toEqual(refused('invalid'))
    await expect(into([{ id: id(), person: cast.xuLihua.id, relation: 'head' }])).rejects.toEqual(refused('not_found'))
    await expect(into([{ ...one, relation: 'head' }], { day: '2027-01-01' })).rejects.toEqual(refused('invalid'))
    const bad = {
      ...one,
      relation: 'head',
      resident: { ...one.resident, documents: [{ id: id(), kind: 'resident_id', number: '330802198004051239' }] },
    }
    await expect(into([bad])).rejects.toEqual(refused('checksum'))
    expect(await house.rows(`select 1 from people.person where name = '某人'`)).toEqual([])
    for (const who of ['wuKai', 'zhuGuoliang', 'wangJianping'] as const)
      await expect(house.send(house.as(who), addDwelling, { ...door, id: id(), address: '别处' }), who).rejects.toEqual(
        refused('forbidden'),
      )
    await expect(house.send(house.as('zhouChunxian'), addDwelling, { ...door, id: id() })).rejects.toEqual(
      refused('forbidden'),
    )
  })

  it('and is not behind two doors: whoever lives elsewhere moves out first, or is away', async () => {
    const { son } = await family()
    const members = (residence: 'own' | 'away') => [
      { id: id(), person: son.resident.id, relation: 'head' as const, residence },
    ]
    const dwelling = await dwellingAt()
    await expect(
      house.send(worker, moveIn, { household: id(), dwelling, members: members('own') }),
    ).rejects.toMatchObject({ code: 'conflict', detail: { problems: [{ problem: 'lives_elsewhere' }] } })
    await house.send(worker, moveIn, { household: id(), dwelling, members: members('away') })
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
      household: id(),
      dwelling,
      members: [{ id: id(), person: came.id, relation: 'head' }],
    })
    expect((await house.ask(worker, getResident, { id: came.id })).resident.homePlace).toBe(STAGE.grid)
  })
})

describe('life goes on', () => {
  it('a child is born, the son works away, the old man dies, the son becomes head; what was on any day stays readable', async () => {
    const { household, old, son } = await family()
    const baby = { id: id(), resident: resident('杨小宝', { born: '2026-05-01' }), relation: 'grandchild' as const }
    await house.send(worker, joinHousehold, { household, member: baby, day: '2026-05-01' })
    const away = id()
    await house.send(worker, restateMember, { id: away, member: son.id, residence: 'away', day: '2026-03-01' })
    await house.send(worker, leaveHousehold, { member: old.id, why: 'died', day: '2026-06-10' })
    await house.send(worker, restateMember, {
      id: id(),
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
    await expect(house.send(worker, leaveHousehold, { member: old.id, why: 'moved' })).rejects.toEqual(
      refused('already'),
    )
    await expect(
      house.send(worker, joinHousehold, {
        household,
        member: { ...baby, id: id(), resident: resident('又'), relation: 'head' },
      }),
    ).rejects.toEqual(refused('conflict'))
    const then = await inScope(house.p.db, NOBODY, (tx) => membersOf(tx, [household], '2026-02-01'))
    expect(then.map(({ relation }) => relation)).toEqual(['head', 'child', 'child_in_law', 'grandchild'])
  })

  it('with the last one the household ends, and only then may the house be pulled down', async () => {
    const dwelling = await dwellingAt()
    const [household, member] = [id(), id()]
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
    await house.send(worker, correctDwelling, { id: id(), dwelling, door: '1-2', position: { lon: 118.7, lat: 28.9 } })
    const shown = await house.ask(worker, getDwelling, { id: dwelling })
    expect(shown.dwelling).toMatchObject({ door: '1-2', lon: 118.7, positionSource: 'phone' })
    expect(shown.statements.map(({ kind, was }) => [kind, was]).toSorted()).toEqual([
      ['door', '1'],
      ['position', { lat: null, lon: null, source: null }],
    ])
    await expect(
      house.send(house.as('zhouChunxian'), correctDwelling, { id: id(), dwelling, door: '9' }),
    ).rejects.toEqual(refused('not_found'))
  })

  it('a firm has its seat in a house', async () => {
    const dwelling = await dwellingAt({ kind: 'shop' })
    const organ = (await organs(house.p)).all()[0]
    await house.send(worker, placeOrgan, { id: id(), organ: organ?.id as never, dwelling })
    expect((await house.ask(worker, getDwelling, { id: dwelling })).organs).toMatchObject([{ id: organ?.id }])
    await expect(house.send(worker, placeOrgan, { id: id(), organ: id(), dwelling })).rejects.toEqual(
      refused('not_found'),
    )
  })
})

describe('households are arranged anew, and as they were by one undo', () => {
  it('分户: the young family is one of its own; undone, every row is as it was', async () => {
    const { household, son, wife, child } = await family()
    const before = await allRows()
    const [act, into] = [id(), id()]
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
    const split = (members: ReturnType<typeof one>[], act = id(), into = id()) =>
      house.send(worker, splitHousehold, { act, household, into, members })
    await expect(split([old, son, wife, child].map((m, at) => one(m.id, at ? 'child' : 'head')))).rejects.toEqual(
      refused('invalid'),
    )
    await expect(split([one(id(), 'head')])).rejects.toEqual(refused('not_found'))
    await expect(split([one(son.id, 'child')])).rejects.toEqual(refused('invalid'))
    const [act, into] = [id(), id()]
    await split([one(son.id, 'head')], act, into)
    await house.send(worker, joinHousehold, {
      household: into,
      member: { id: id(), resident: resident('新妇'), relation: 'spouse', residence: 'own' },
    })
    await expect(house.send(worker, undoAct, { act })).rejects.toEqual(refused('conflict'))
  })

  it('并户: two are one, somebody entered in both is one member; undone, every row is as it was', async () => {
    const [a, b] = [await family(), await family()]
    await house.send(worker, mergeResidents, { id: id(), kept: a.son.resident.id, gone: b.son.resident.id })
    const before = await allRows()
    const act = id()
    await house.send(worker, mergeHouseholds, { act, household: a.household, gone: b.household })
    const { members } = await house.ask(worker, getHousehold, { id: a.household })
    expect(members).toHaveLength(7)
    const held = await inScope(house.p.db, NOBODY, (tx) => membersOf(tx, [a.household, b.household], dayOf(START)))
    expect(held).toHaveLength(7)
    await expect(
      house.send(worker, mergeHouseholds, { act: id(), household: a.household, gone: b.household }),
    ).rejects.toEqual(refused('conflict'))
    await expect(
      house.send(worker, mergeHouseholds, { act: id(), household: a.household, gone: a.household }),
    ).rejects.toEqual(refused('same_person'))
    await house.send(worker, undoAct, { act })
    const opened = await house.rows<{ id: string }>(
      `select unnest(opened)::text as id from homes.act where id = '${act as string}'`,
    )
    const gone = new Set(opened.map((row) => row.id))
    expect((await allRows()).filter((row) => !gone.has((JSON.parse(row) as { id: string }).id))).toEqual(before)
  })

  it('搬家: the whole household goes on behind another door, across the grid’s border too; and back', async () => {
    const cadre = house.as('yuGuorong')
    const { household, son } = await family()
    const dwelling = id()
    await house.send(cadre, addDwelling, { id: dwelling, place: STAGE.otherGrid, address: '余东村新屋1号' })
    const before = await allRows()
    const [act, into] = [id(), id()]
    await expect(house.send(worker, moveHousehold, { act, household, into, dwelling })).rejects.toEqual(
      refused('not_found'),
    )
    await house.send(cadre, moveHousehold, { act, household, into, dwelling })
    const there = await house.ask(cadre, getHousehold, { id: into })
    expect(there.household.replaces).toBe(household)
    expect(there.members).toHaveLength(4)
    expect((await house.ask(cadre, getResident, { id: son.resident.id })).resident.homePlace).toBe(STAGE.otherGrid)
    const door = (day: string) =>
      inScope(house.p.db, NOBODY, async (tx) => (await householdOf(tx, son.resident.id, day))?.household)
    expect([await door('2026-03-01'), await door(dayOf(START))]).toEqual([household, into])
    await house.send(cadre, undoAct, { act })
    const made = await house.rows<{ id: string }>(
      `select unnest(opened || other)::text as id from homes.act where id = '${act as string}'`,
    )
    const gone = new Set(made.map((row) => row.id))
    expect((await allRows()).filter((row) => !gone.has((JSON.parse(row) as { id: string }).id))).toEqual(before)
  })
})

describe('finding a door', () => {
  it('by name, end of the phone, whole number, address; in the own range only, and each one found sees it', async () => {
    const number = idNumber('330802', '1966-07-08', 'male')
    const dwelling = await dwellingAt({ address: '余东村板桥头88号' })
    const person = resident('毛稀罕', { phone: '13911118765', documents: [{ id: id(), kind: 'resident_id', number }] })
    await house.send(worker, moveIn, {
      household: id(),
      dwelling,
      members: [{ id: id(), resident: person, relation: 'head' }],
    })
    const found = (text: string, who = worker) => house.ask(who, searchHomes, { text })
    for (const text of ['稀罕', '8765', number, number.toLowerCase()])
      expect(
        (await found(text)).residents.map((one) => one.id),
        text,
      ).toEqual([person.id])
    expect((await found('板桥头')).doors).toMatchObject([{ dwelling, headName: '毛稀罕', members: 1 }])
    expect((await found('稀罕')).residents[0]).toMatchObject({
      by: 'name',
      address: '余东村板桥头88号',
      phoneMasked: '139****8765',
    })
    for (const who of ['zhouChunxian'] as const)
      expect(await found('稀罕', house.as(who))).toEqual({ residents: [], doors: [] })
    await expect(found('稀罕', house.as('zhuGuoliang'))).rejects.toEqual(refused('forbidden'))
    expect(
      (await house.rows(`select 1 from kernel.record where about = '${person.id}' and name = 'homes.search'`)).length,
    ).toBeGreaterThanOrEqual(5)
  })

  it('lists households and empty dwellings page by page, and nothing of another range', async () => {
    const all = (await house.ask(worker, listHouseholds, { limit: 200 })).rows.map((row) => row.id)
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page = await house.ask(worker, listHouseholds, { limit: 3, cursor })
      paged.push(...page.rows.map((row) => row.id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(paged).toEqual(all)
    expect(all.length).toBeGreaterThan(6)
    const empty = await dwellingAt()
    const { rows } = await house.ask(worker, listDwellings, { empty: true, limit: 200 })
    expect(rows.map((row) => row.id)).toContain(empty)
    expect(rows.every(({ households }) => households === 0)).toBe(true)
    expect((await house.ask(worker, listHouseholds, { place: ELSEWHERE.grid })).rows).toEqual([])
    const held = await inScope(house.p.db, NOBODY, (tx) =>
      householdsIn(tx, STAGE.village, { day: dayOf(START), limit: 500 }),
    )
    expect(held.length).toBeGreaterThanOrEqual(all.length)
  })

  it('a resident finds the own home, and of the others only how many they are', async () => {
    const dwelling = await dwellingAt()
    const members = [
      { id: id(), person: cast.wangJianping.id as never, relation: 'head' as const },
      { id: id(), resident: resident('汪小小'), relation: 'child' as const },
    ]
    const lives = await inScope(house.p.db, NOBODY, (tx) => householdOf(tx, cast.wangJianping.id, dayOf(START)))
    if (!lives) await house.send(worker, moveIn, { household: id(), dwelling, members })
    const { rows } = await house.ask(house.as('wangJianping'), myHome, {})
    expect(rows[0]).toMatchObject({ place: STAGE.grid })
    expect(JSON.stringify(rows)).not.toContain('汪小小')
    await expect(house.ask(house.nobody, myHome, {})).rejects.toEqual(refused('unauthenticated'))
  })
})
