import { afterEach, beforeEach, expect, it } from 'vitest'
import { STAGE } from '../../../demo/cast.ts'
import { DAY_MS, HOUR_MS, instant } from '#kernel/clock.ts'
import { listLooks } from '#modules/consents/contract.ts'
import { evacuationProgress, listEvacuees } from '#modules/relief/contract-evacuation.ts'
import { reliefMine } from '#modules/relief/contract-mine.ts'
import { listShifts, offerShift } from '#modules/relief/contract-shifts.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { beginResponse, endResponse, finishResponse, moveFamily } from '#test/city/response.ts'
import { dataSets, getCertificate, keepable, keepItem, listKept } from './contract-ending.ts'
import { confirm, extend } from './contract.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const command = () => house.as('chenLixin')
const SAID = {
  ground: 'investigation' as const,
  legality: '《突发事件应对法》第八十五条',
  necessity: '事故调查要核对转移时间',
  safety: '只有调查组两人能看，加密保存',
}
const rowsOf = (activation: never, table = 'relief.evacuee', more: object = {}) =>
  house.ask(command(), keepable, { activation, table, ...more })

it('shows the rows of a data set to whoever assesses them, who chooses one; whoever is in it sees the look', async () => {
  const { id } = await beginResponse(house)
  await moveFamily(house)
  await expect(rowsOf(id)).rejects.toMatchObject({ code: 'conflict', detail: { state: 'active' } })
  await endResponse(house, id)
  await house.sweep()

  const { rows } = await rowsOf(id)
  expect(rows).toHaveLength(2)
  expect(new Set(rows.map(({ person }) => person))).toEqual(new Set(['汪建平', '郑桂香']))
  expect(rows[0]).toMatchObject({ place: STAGE.grid, kept: false })
  expect(rows[0]?.text).not.toBe('')
  expect((await rowsOf(id, 'relief.shelter')).rows).toMatchObject([
    { person: null, text: '沟溪乡中心小学 · 沟溪村 1 号' },
  ])

  // By a name, and page after page.
  const [granny] = (await rowsOf(id, 'relief.evacuee', { text: '桂香' })).rows
  expect(granny?.person).toBe('郑桂香')
  const first = await rowsOf(id, 'relief.evacuee', { limit: 1 })
  const second = await rowsOf(id, 'relief.evacuee', { limit: 1, cursor: first.next })
  expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual(rows.map((row) => row.id))

  const until = '2027-09-01' as never
  const kept = { id: house.key() as never, activation: id, table: 'relief.evacuee', item: granny?.id ?? '', until }
  await house.send(command(), keepItem, { ...kept, ...SAID })
  expect((await rowsOf(id, 'relief.evacuee', { text: '桂香' })).rows).toMatchObject([{ kept: true }])
  expect((await house.ask(command(), listKept, { activation: id })).rows).toMatchObject([{ item: granny?.id }])
  expect((await house.ask(house.as('zhengGuixiang'), listLooks, {})).rows).toContainEqual(
    expect.objectContaining({ what: 'emergency.keepable', fields: 'relief.evacuee' }),
  )

  const certificate = await finishResponse(house, id)
  await expect(rowsOf(id)).rejects.toMatchObject({ code: 'gone' })
  expect((await house.ask(house.nobody, getCertificate, { id: certificate as never })).sound).toBe(true)
})

it('takes the shifts that are over off the list, as the people', async () => {
  const { id } = await beginResponse(house)
  const room = house.as('huWeiping')
  const times = { starts: instant(house.clock.now() + HOUR_MS), ends: instant(house.clock.now() + 5 * HOUR_MS) }
  const shift = { place: STAGE.township, title: '堤防巡查', spot: '沟溪堤防', seats: 2, ...times }
  await house.send(room, offerShift, { id: house.key() as never, ...shift })
  expect((await house.ask(room, listShifts, {})).rows).toHaveLength(1)
  house.clock.advance(HOUR_MS / 2)
  await endResponse(house, id)
  expect((await house.ask(room, listShifts, {})).rows).toEqual([])
})

it('is for whoever keeps alone, of data sets that there are', async () => {
  const { id } = await beginResponse(house)
  await moveFamily(house)
  await endResponse(house, id)
  await expect(rowsOf(id, 'people.person')).rejects.toMatchObject({ code: 'not_found' })
  const asked = { activation: id, table: 'relief.evacuee' }
  await expect(house.ask(house.as('huWeiping'), keepable, asked)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(house.ask(house.as('wangJianping'), keepable, asked)).rejects.toMatchObject({ code: 'forbidden' })
})

it('hides what is over from everybody else until it is destroyed, and nobody’s own data from himself', async () => {
  const { id } = await beginResponse(house)
  await moveFamily(house)
  const listed = async () => (await house.ask(house.as('yuGuorong'), listEvacuees, { place: STAGE.grid })).rows.length
  const own = async () => (await house.ask(house.as('wangJianping'), reliefMine, {})).moving.length
  expect([await listed(), await own()]).toEqual([2, 1])

  // What goes on under a new decision, and so under new holds, is not over.
  const decision = house.key() as never
  const more = { hours: 96, reviewHours: 48, legalBasis: '《突发事件应对法》第六十三条', reason: '雨还在下' }
  await house.send(command(), extend, { id, decision, ...more })
  await house.send(house.as('maoXuefen'), confirm, { decision })
  house.clock.advance(2.5 * DAY_MS)
  await house.sweep()
  expect([await listed(), await own()]).toEqual([2, 1])

  await endResponse(house, id)
  expect([await listed(), await own()]).toEqual([0, 1])
  expect((await house.ask(command(), evacuationProgress, { place: STAGE.county })).rows).toEqual([])
  // Who assesses counts them still.
  expect((await house.ask(command(), dataSets, { activation: id })).rows).toContainEqual(
    expect.objectContaining({ table: 'relief.evacuee', rows: 2 }),
  )
})
