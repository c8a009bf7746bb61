import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { idNumber } from '../../../demo/identifiers.ts'
import { NOBODY } from '#kernel/authorise.ts'
import { dayOf } from '#kernel/clock.ts'
import { inScope } from '#kernel/db.ts'
import { familiesOf, newId, resident } from '#test/city/family.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { refused } from '#test/city/lamp.ts'
import { householdOf, householdsIn } from './api.ts'
import { searchHomes } from './contract-search.ts'
import { listDwellings, listHouseholds, moveIn, myHome } from './contract.ts'

let house: House
let worker: ReturnType<House['as']>
let { dwellingAt } = {} as ReturnType<typeof familiesOf>
beforeAll(async () => {
  house = await openHouse()
  worker = house.as('yuXuewen')
  ;({ dwellingAt } = familiesOf(house, worker))
})
afterAll(() => house.close())

describe('finding a door', () => {
  it('by name, end of the phone, whole number, address; in the own range only, and each one found sees it', async () => {
    const number = idNumber('330802', '1966-07-08', 'male')
    const dwelling = await dwellingAt({ address: '余东村板桥头88号' })
    const person = resident('毛稀罕', {
      phone: '13911118765',
      documents: [{ id: newId(), kind: 'resident_id', number }],
    })
    await house.send(worker, moveIn, {
      household: newId(),
      dwelling,
      members: [{ id: newId(), resident: person, relation: 'head' }],
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
      (await house.rows(`select 1 from kernel.record where about = '${String(person.id)}' and name = 'homes.search'`))
        .length,
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
      { id: newId(), person: cast.wangJianping.id as never, relation: 'head' as const },
      { id: newId(), resident: resident('汪小小'), relation: 'child' as const },
    ]
    const lives = await inScope(house.p.db, NOBODY, (tx) => householdOf(tx, cast.wangJianping.id, dayOf(START)))
    if (!lives) await house.send(worker, moveIn, { household: newId(), dwelling, members })
    const { rows } = await house.ask(house.as('wangJianping'), myHome, {})
    expect(rows[0]).toMatchObject({ place: STAGE.grid })
    expect(JSON.stringify(rows)).not.toContain('汪小小')
    await expect(house.ask(house.nobody, myHome, {})).rejects.toEqual(refused('unauthenticated'))
  })
})
