import { afterAll, beforeAll, expect, it } from 'vitest'
import { STAGE } from '../../demo/cast.ts'
import { coverage, listGaps } from '#modules/bonds/contract-coverage.ts'
import { draftForm, getForm, listForms } from '#modules/fields/contract.ts'
import { listDwellings } from '#modules/homes/contract.ts'
import { type House, openHouse } from '#test/city/house.ts'

let house: House
beforeAll(async () => void (house = await openHouse()))
afterAll(() => house.close())

/** Who was looked at since the last time that this was asked. */
let before = '0'
async function looks(name: string) {
  const seen = await house.rows<{ seq: string; about: string; fields: string; purpose: string }>(
    `select seq, about, detail->>'fields' as fields, purpose from kernel.record where name = '${name}' and kind = 'query' and seq > ${before} order by seq`,
  )
  before = seen.at(-1)?.seq ?? before
  return seen
}
const livingIn = async (place: string) =>
  (
    await house.rows<{ person: string }>(
      `select distinct person from homes.member where place like '${place}%' and until_day is null`,
    )
  ).map(({ person }) => person)

/** A figure about a handful of people tells of each of them: it is a look, as the list would be. */
it('how the doors of a grid stand is a look at whoever lives there, where fewer than ten do; where many do it is none', async () => {
  const grids = await house.rows<{ place: string; n: number }>(
    `select place, count(distinct person)::int as n from homes.member where until_day is null and length(place) = 15 group by 1 order by 2`,
  )
  const [small, large] = [grids.find(({ n }) => n > 0 && n < 10), grids.findLast(({ n }) => n >= 10)]
  expect([small, large]).not.toContain(undefined)
  const city = house.as('zhuGuoliang')
  for (const { place } of [small, large].filter((one) => one !== undefined)) {
    const few = place === small?.place
    const { areas } = await house.ask(city, coverage, { place })
    expect(areas.map(({ households }) => households > 0)).toEqual([true])
    const seen = await looks('bonds.coverage')
    expect(seen.map(({ about }) => about).toSorted()).toEqual(few ? (await livingIn(place)).toSorted() : [])
  }
})

it('of a county that is asked as a whole only the small places are', async () => {
  const { areas } = await house.ask(house.as('zhuGuoliang'), coverage, { place: STAGE.village })
  const few = await Promise.all(areas.map(async ({ code }) => livingIn(code)))
  const expected = few.filter((persons) => persons.length < 10).flat()
  const seen = (await looks('bonds.coverage')).map(({ about }) => about)
  expect(seen.toSorted()).toEqual([...new Set(expected)].toSorted())
})

it('a form over a few households: its figures are a look at each, also as it is drafted; in a list they are left out', async () => {
  const [grid] = await house.rows<{ place: string }>(
    `select place from homes.member where until_day is null and place like '${STAGE.township}%' group by 1 having count(distinct person) < 10 order by 1`,
  )
  const area = grid?.place ?? ''
  const room = house.as('huWeiping')
  const [organ] = await house.rows<{ id: string }>(`select organ as id from posts.post where id = '${room.post}'`)
  const id = house.key() as never
  const form = await house.send(room, draftForm, {
    id,
    organ: organ?.id ?? '',
    name: { zh: '养狗情况表' },
    subject: 'household',
    area,
    purpose: 'household_service',
    reason: '犬只登记',
    layout: {
      title: ['养狗情况表'],
      columns: [{ from: 'household.dogs', heading: '养狗数' }],
    },
    until: '2026-12-31',
  })
  expect(form.weight).toMatchObject({ subjects: expect.any(Number) as number })
  const persons = (await livingIn(area)).toSorted()
  const drafted = await house.rows<{ about: string }>(
    `select about from kernel.record where name = 'fields.draft' and subject = '${String(id)}'`,
  )
  expect(drafted.map(({ about }) => about).toSorted()).toEqual(persons)
  before = '0'
  const { now } = await house.ask(room, getForm, { id })
  expect(now.subjects).toBeGreaterThan(0)
  expect((await looks('fields.form')).map(({ about }) => about).toSorted()).toEqual(persons)
  const { rows } = await house.ask(room, listForms, {})
  expect(rows.find((row) => row.id === id)).toMatchObject({ weight: null })
})

it('an address where nobody calls is a look at whoever lives behind it', async () => {
  await house.rows(`update bonds.bond set until_day = '2026-08-30' where until_day is null and from_day < '2026-08-30'`)
  const { rows } = await house.ask(house.as('yuXuewen'), listGaps, { limit: 5 })
  expect(rows.length).toBeGreaterThan(0)
  const members = await house.rows<{ person: string }>(
    `select distinct person from homes.member where until_day is null and household in (${rows.map(({ household }) => `'${household}'`).join()})`,
  )
  const seen = await looks('bonds.gaps')
  expect(seen.map(({ about }) => about).toSorted()).toEqual(members.map(({ person }) => person).toSorted())
  expect(new Set(seen.map(({ purpose }) => purpose))).toEqual(new Set(['door_bond']))
})

it('whether somebody lives at an address is a look at whoever does', async () => {
  before = '0'
  const { rows } = await house.ask(house.as('yuXuewen'), listDwellings, { limit: 5 })
  const lived = rows.filter(({ households }) => households > 0)
  expect(lived.length).toBeGreaterThan(0)
  const members = await house.rows<{ person: string }>(
    `select distinct m.person from homes.household h join homes.member m on m.household = h.id
     where m.until_day is null and h.dwelling in (${lived.map(({ id }) => `'${id}'`).join()})`,
  )
  const seen = await looks('homes.dwellings')
  expect(seen.map(({ about }) => about).toSorted()).toEqual(members.map(({ person }) => person).toSorted())
})
