import { afterAll, beforeAll, expect, it } from 'vitest'
import { cast, STAGE } from '../../demo/cast.ts'
import { DAY_MS, HOUR_MS, instant } from '#kernel/clock.ts'
import { asOwner } from '#kernel/db.ts'
import { keyOf } from '#kernel/jobs.ts'
import { changeLevel, confirm, current, getActivation, home } from '#modules/emergency/contract.ts'
import { getAfterAction, getCertificate, witness } from '#modules/emergency/contract-ending.ts'
import { approve, situation, tell } from '#modules/emergency/contract-reports.ts'
import { seedOrgans } from '#modules/people/api.ts'
import { askForFirm, sayFirm } from '#modules/relief/contract-firms.ts'
import { crossPass, givePass } from '#modules/relief/contract-passes.ts'
import { knock, startSweep, sweepDoors } from '#modules/relief/contract-sweeps.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { beginResponse, endResponse, finishResponse, SAID } from '#test/city/response.ts'
import { moveIn, moveOut } from '#test/city/village.ts'

/** Seventeen days: declared, every door asked, roads watched, firms back at work, downgraded, ended, destroyed. */
let house: House
beforeAll(async () => {
  house = await openHouse()
  await moveOut(house, STAGE.village)
  await moveIn(house, 4)
})
afterAll(() => house.close())

const id = () => house.key() as never
const day = (n: number) => house.clock.advance(n * DAY_MS)
const now = () => instant(house.clock.now())
const worker = () => house.as('yuXuewen')
const bandAt = async (place: string) => (await house.ask(house.nobody, current, { place: place as never })).rows

it('seventeen days', async () => {
  const { id: activation } = await beginResponse(
    house,
    { playbook: 'public_health', level: 'II', hours: 480, reviewHours: 240, reason: '发现聚集性疫情' },
    ['chenLixin', 'zhuGuoliang'],
  )
  expect(await bandAt(STAGE.grid)).toMatchObject([{ kind: 'public_health', level: 'II', here: true }])
  const [own] = (await house.ask(worker(), home, {})).rows
  expect(own?.opens).toEqual(expect.arrayContaining(['relief.sweeps', 'relief.homeStay', 'relief.passes']))

  // The first days: every door, and the roads.
  const sweep = id()
  const { doors } = await house.send(house.as('huWeiping'), startSweep, {
    id: sweep,
    place: STAGE.village as never,
    title: '包区清楼',
  })
  expect(doors).toBe(4)
  const list = (await house.ask(worker(), sweepDoors, { sweep })).rows
  const at = (n: number, state: 'reached' | 'nobody') =>
    house.send(worker(), knock, {
      id: id(),
      door: list[n]?.id as never,
      state,
      help: state === 'reached' ? ['medicine'] : [],
      at: now(),
    })
  for (const n of [0, 1, 2]) await at(n, 'reached')
  await at(3, 'nobody')
  const pass = await house.send(house.as('yuGuorong'), givePass, {
    id: id(),
    place: STAGE.village as never,
    person: cast.wangJianping.id as never,
    reason: 'medical',
    why: '透析，每周三次',
    until: instant(house.clock.now() + 9 * DAY_MS),
  })
  expect(
    await house.send(worker(), crossPass, { id: id(), place: STAGE.grid as never, code: pass.code, way: 'out' }),
  ).toMatchObject({ reason: 'medical' })
  const round = { activation, place: STAGE.village as never, no: 1 }
  await house.send(house.as('yuGuorong'), tell, { ...round, figures: { doors: 3, doors_left: 1 } })
  await house.send(house.as('yuGuorong'), approve, round)
  await house.relay()

  // The second week: firms open again, and the level goes down; what was begun goes on under it.
  day(10)
  const firm = keyOf('firm of the stage') as never
  const papers = { id: firm, name: { zh: '余东文创有限公司' }, kind: 'firm' as const, line: null, creditCode: null }
  await asOwner(house.p.db, (tx) => seedOrgans(tx, [{ ...papers, place: STAGE.village }], house.clock.now()))
  house.p.cache.drop('people.organs')
  const down = id()
  await house.send(house.as('maoXuefen'), changeLevel, {
    id: activation,
    decision: down,
    level: 'III',
    ...SAID,
    reason: '十天没有新增',
  })
  await house.send(house.as('chenLixin'), confirm, { decision: down })
  await house.relay()
  expect(await bandAt(STAGE.grid)).toMatchObject([{ level: 'III' }])
  house.clock.advance(HOUR_MS)
  await at(3, 'reached')
  await house.send(house.as('yuGuorong'), sayFirm, { firm, state: 'partly', workers: 12 })
  await house.send(house.as('yuGuorong'), askForFirm, {
    id: id(),
    firm,
    kind: 'protection',
    text: '口罩只够三天',
    owner: house.as('jiangHaibo').organ as never,
  })
  const seen = await house.ask(house.as('yuGuorong'), situation, { activation })
  expect(seen.no).toBeGreaterThan(10)

  // The seventeenth day.
  day(7)
  await endResponse(house, activation)
  expect(await bandAt(STAGE.grid)).toEqual([])
  await expect(
    house.send(house.as('huWeiping'), startSweep, { id: id(), place: STAGE.village as never, title: '再清一遍' }),
  ).rejects.toMatchObject({ code: 'not_open' })
  await expect(at(0, 'reached')).rejects.toMatchObject({ code: 'not_open' })
  const certificate = (await finishResponse(house, activation)) as never
  await house.send(house.as('yeWenjing'), witness, { certificate })
  const read = await house.ask(house.nobody, getCertificate, { id: certificate })
  expect(read).toMatchObject({ sound: true, whyEnded: 'declared', level: 'III', witness: { holds: true } })
  const gone = Object.fromEntries(read.lines.map(({ table, rows }) => [table, rows]))
  expect(gone).toMatchObject({
    'relief.sweep': 1,
    'relief.door': 4,
    'relief.pass': 1,
    'relief.crossing': 1,
    'relief.firm': 1,
  })
  for (const table of Object.keys(gone)) expect(await house.rows(`select from ${table}`), table).toEqual([])
  const report = await house.ask(house.as('chenLixin'), getAfterAction, { id: activation })
  expect(report.decisions).toBe(3)
  expect(report.powers.find(({ lever }) => lever === 'relief.requisition')).toMatchObject({ holds: 1, hours: 240 })
  expect(report.powers.find(({ lever }) => lever === 'relief.sweeps')).toMatchObject({ holds: 2 })
  const closed = await house.ask(house.as('chenLixin'), getActivation, { id: activation })
  expect(closed).toMatchObject({ state: 'closed', can: ['file'] })
}, 60_000)
