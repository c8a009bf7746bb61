import { afterEach, beforeEach, expect, it } from 'vitest'
import { ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { HOUR_MS, instant } from '#kernel/clock.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { openTools } from '#test/city/opened.ts'
import { moveIn, moveOut } from '#test/city/village.ts'
import { answerHelp, closeSweep, knock, listSweeps, startSweep, sweepDoors, sweepProgress } from './contract-sweeps.ts'
import { reliefMine } from './contract-mine.ts'
import { sweeps } from './levers.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
  await moveOut(house, STAGE.village)
  await moveIn(house, 4)
  await moveIn(house, 2, STAGE.otherGrid)
})
afterEach(() => house.close())

const id = (): never => house.key() as never
const worker = () => house.as('yuXuewen')
const start = async (place: string = STAGE.village) => {
  const sweep = id()
  const { doors } = await house.send(house.as('huWeiping'), startSweep, { id: sweep, place, title: '逐户摸排' })
  return { sweep, doors }
}
const doorsOf = async (sweep: never, more: object = {}) =>
  (await house.ask(worker(), sweepDoors, { sweep, ...more })).rows
const at = (door: { id: string } | undefined, state: 'reached' | 'nobody' | 'refused', more: object = {}) =>
  house.send(worker(), knock, { id: id(), door: door?.id as never, state, at: instant(house.clock.now()), ...more })

it('is closed in peace', async () => {
  await expect(start()).rejects.toMatchObject({ code: 'not_open', detail: { capability: 'relief.sweeps' } })
})

it('calls at every door of a village; each worker sees his, the township what is left and who needs help', async () => {
  await openTools(house, [sweeps])
  const { sweep, doors } = await start()
  expect(doors).toBe(6)
  const mine = await doorsOf(sweep)
  expect(mine).toHaveLength(4)
  expect(mine[0]).toMatchObject({ state: 'open', tries: 0, headName: expect.stringMatching(/^.\*+$/), can: ['knock'] })
  await at(mine[0], 'reached', { help: ['medicine'], note: '降压药只够两天' })
  const [{ head }] = (await house.rows(`select head from relief.door where id = '${String(mine[0]?.id)}'`)) as [
    { head: string },
  ]
  const resident = { ...house.nobody, kind: 'resident' as const, role: 'resident', person: head }
  expect((await house.ask(resident, reliefMine, {})).doors).toMatchObject([
    { title: '逐户摸排', state: 'reached', help: ['medicine'], note: '降压药只够两天' },
  ])
  await at(mine[1], 'nobody', { next: instant(house.clock.now() + 3 * HOUR_MS) })
  await at(mine[2], 'refused')
  expect((await doorsOf(sweep, { left: true })).map(({ id: one }) => one)).toEqual([mine[1]?.id, mine[3]?.id])
  expect(await doorsOf(sweep, { help: 'waiting' })).toMatchObject([{ help: ['medicine'], note: '降压药只够两天' }])
  const room = house.as('huWeiping')
  expect((await house.ask(room, listSweeps, {})).rows).toMatchObject([
    { id: sweep, doors: 6, left: 4, help: 1, can: ['close'] },
  ])
  expect((await house.ask(worker(), listSweeps, {})).rows).toMatchObject([{ doors: 4, left: 2, can: [] }])
  const rows = (await house.ask(room, sweepProgress, { sweep, place: STAGE.village })).rows
  expect(rows.map(({ place, total, states, help }) => [place, total, states.open, help])).toEqual([
    [STAGE.otherGrid, 2, 2, 0],
    [STAGE.grid, 4, 1, 1],
  ])
  expect(await doorsOf(sweep, { state: 'refused' })).toMatchObject([{ id: mine[2]?.id }])
  await at(mine[1], 'reached')
  expect((await doorsOf(sweep))[1]).toMatchObject({ state: 'reached', tries: 2, next: null })

  house.clock.advance(2 * HOUR_MS)
  await house.send(room, closeSweep, { id: sweep })
  house.clock.advance(HOUR_MS)
  await expect(at(mine[3], 'reached')).rejects.toMatchObject({ code: 'gone' })
  await at(mine[3], 'nobody', { at: instant(house.clock.now() - 2 * HOUR_MS) })
})

it('answers what was asked for at a door, once; who asked reads it, and nobody at home takes nothing back', async () => {
  await openTools(house, [sweeps])
  const { sweep } = await start()
  const [door] = await doorsOf(sweep)
  const help = (what: string) => house.send(worker(), answerHelp, { door: door?.id as never, what })
  await expect(help('送了药')).rejects.toMatchObject({ code: 'already' })
  await at(door, 'reached', { help: ['medicine'], note: '降压药' })
  await at(door, 'nobody')
  expect((await doorsOf(sweep))[0]).toMatchObject({ state: 'nobody', help: ['medicine'], can: ['knock', 'help'] })
  await expect(
    house.send(house.as('yuXiaoqing'), answerHelp, { door: door?.id as never, what: '送了药' }),
  ).rejects.toMatchObject({ code: expect.stringMatching(/not_found|forbidden/) })
  await help('降压药一盒，已送到')
  await expect(help('又送一盒')).rejects.toMatchObject({ code: 'already' })
  expect(await doorsOf(sweep, { help: 'waiting' })).toEqual([])
  expect(await doorsOf(sweep, { help: 'answered' })).toMatchObject([
    { helped: { what: '降压药一盒，已送到', by: { name: '余学文' } }, can: ['knock'] },
  ])
  await at(door, 'reached', { help: ['doctor'] })
  expect(await doorsOf(sweep, { help: 'waiting' })).toMatchObject([{ help: ['doctor'], helped: null }])
})

it('takes words in any order, each once', async () => {
  await openTools(house, [sweeps])
  const { sweep } = await start()
  const [door] = await doorsOf(sweep)
  const seen = instant(house.clock.now())
  house.clock.advance(HOUR_MS)
  const word = id()
  await at(door, 'reached', { id: word })
  await expect(at(door, 'nobody', { id: word })).rejects.toMatchObject({ code: 'already' })
  expect(await at(door, 'nobody', { at: seen })).toMatchObject({ state: 'reached' })
  expect((await doorsOf(sweep))[0]).toMatchObject({ state: 'reached', tries: 2 })
})

it('is nobody else’s: not of the next grid, not of another county, not made by a worker', async () => {
  await openTools(house, [sweeps], { place: STAGE.city })
  const { sweep } = await start()
  const [door] = await doorsOf(sweep)
  for (const who of ['yuXiaoqing', 'zhouChunxian', 'jiangHaibo'] as const)
    await expect(
      house.send(house.as(who), knock, {
        id: id(),
        door: door?.id as never,
        state: 'reached',
        at: instant(house.clock.now()),
      }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/not_found|forbidden/) })
  await expect(
    house.send(worker(), startSweep, { id: id(), place: STAGE.grid, title: '自己摸排' }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await expect(
    house.send(house.as('huWeiping'), startSweep, { id: id(), place: ELSEWHERE.village, title: '摸排' }),
  ).rejects.toMatchObject({ code: 'forbidden' })
})
