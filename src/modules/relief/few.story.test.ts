import { afterEach, beforeEach, expect, it } from 'vitest'
import { STAGE } from '../../../demo/cast.ts'
import { laid } from '#test/city/check.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { openTools } from '#test/city/opened.ts'
import { type Home, moveIn, moveOut } from '#test/city/village.ts'
import { checkProgress } from './contract-checks.ts'
import { evacuate, evacuationProgress, listEvacuees } from './contract-evacuation.ts'
import { reliefMap, reliefRoom } from './contract-room.ts'
import { startSweep, sweepProgress } from './contract-sweeps.ts'
import { checks, evacuation, sweeps } from './levers.ts'

/** 小样本: figures about fewer than ten people are a look at each of them, also while people are fetched out of the water. */
let house: House
let homes: Home[]
beforeEach(async () => {
  known = '0'
  house = await openHouse()
  await moveOut(house, STAGE.village)
  homes = await moveIn(house, 3)
  await moveIn(house, 12, STAGE.otherGrid)
  await openTools(house, [evacuation, sweeps, checks])
})
afterEach(() => house.close())

const id = (): never => house.key() as never
const room = () => house.as('huWeiping')
/** Who was looked at by questions of this name since the last time that this was asked. */
let known = '0'
async function looked(name: string): Promise<string[]> {
  const rows = await house.rows<{ seq: string; about: string }>(
    `select seq, about from kernel.record where name = '${name}' and kind = 'query' and seq > ${known} order by seq`,
  )
  known = rows.at(-1)?.seq ?? known
  return rows.map(({ about }) => about).toSorted()
}
const livingIn = async (place: string) =>
  (
    await house.rows<{ person: string }>(
      `select distinct person from homes.member where place like '${place}%' and until_day is null`,
    )
  )
    .map(({ person }) => person)
    .toSorted()

it('how far a village has come is a look at the few of a small grid, and at nobody of a large one', async () => {
  const few = await livingIn(STAGE.grid)
  expect(few.length).toBeLessThan(10)
  await house.send(house.as('yuGuorong'), evacuate, { id: id(), place: STAGE.village })
  const { rows } = await house.ask(room(), evacuationProgress, { place: STAGE.village })
  expect(rows.map(({ place, total }) => [place, total])).toEqual([
    [STAGE.otherGrid, (await livingIn(STAGE.otherGrid)).length],
    [STAGE.grid, few.length],
  ])
  expect(await looked('relief.evacuation')).toEqual(few)
  await house.ask(room(), evacuationProgress, { place: STAGE.county })
  expect(await looked('relief.evacuation')).toEqual([])
})

it('at how few doors nobody was met is a look at whoever lives behind them', async () => {
  const sweep = id()
  await house.send(room(), startSweep, { id: sweep, place: STAGE.village, title: '逐户摸排' })
  await house.ask(room(), sweepProgress, { sweep, place: STAGE.village })
  expect(await looked('relief.sweepProgress')).toEqual(await livingIn(STAGE.grid))
})

it('how few of a list were found is a look at each of them', async () => {
  const { check } = await laid(
    house,
    homes.slice(0, 2).map(({ head }) => head),
  )
  await house.ask(room(), checkProgress, { check, place: STAGE.township })
  expect(await looked('relief.checkProgress')).toEqual(
    homes
      .slice(0, 2)
      .map(({ head }) => head)
      .toSorted(),
  )
})

it('people are read door by door, page after page', async () => {
  await house.send(house.as('yuGuorong'), evacuate, { id: id(), place: STAGE.village })
  const whole = (await house.ask(room(), listEvacuees, { place: STAGE.village, limit: 100 })).rows
  const doors = whole.map(({ place, address, id: one }) => `${place} ${address} ${one}`)
  expect(doors).toEqual(doors.toSorted())
  const paged: string[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await house.ask(room(), listEvacuees, {
      place: STAGE.village,
      limit: 4,
      ...(cursor ? { cursor } : {}),
    })
    paged.push(...page.rows.map((row) => row.id))
    cursor = page.next
  }
  expect(paged).toEqual(whole.map((row) => row.id))
})

it('whoever takes calls, or owes firms an answer, hears from the room no number of people on a list', async () => {
  await house.send(house.as('yuGuorong'), evacuate, { id: id(), place: STAGE.grid })
  const few = (await livingIn(STAGE.grid)).length
  expect((await house.ask(room(), reliefRoom, {})).people).toMatchObject({ listed: few })
  for (const who of ['jiangTing', 'jiangHaibo'] as const) {
    const seen = await house.ask(house.as(who), reliefRoom, { place: STAGE.village })
    expect(seen, who).toMatchObject({ people: { listed: 0 }, open: expect.arrayContaining(['relief.evacuation']) })
    expect((await house.ask(house.as(who), reliefMap, { place: STAGE.village, by: 'grid' })).places, who).toEqual([])
  }
})
