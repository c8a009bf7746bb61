import { afterEach, beforeEach, expect, it } from 'vitest'
import { cast, STAGE } from '../../../demo/cast.ts'
import { DAY_MS, HOUR_MS, instant } from '#kernel/clock.ts'
import { asOwner } from '#kernel/db.ts'
import { keyOf } from '#kernel/jobs.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { seedPeople } from '#modules/people/api.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { openTools } from '#test/city/opened.ts'
import { type Home, moveIn, moveOut } from '#test/city/village.ts'
import {
  addToCheck,
  answerLine,
  checkLines,
  checkProgress,
  closeCheck,
  disputeLine,
  endedChecks,
  listChecks,
  signCheck,
  startCheck,
} from './contract-checks.ts'
import { reliefMine } from './contract-mine.ts'
import { checks } from './levers.ts'

let house: House
let homes: Home[]
let source: never
beforeEach(async () => {
  house = await openHouse()
  await moveOut(house, STAGE.village)
  homes = await moveIn(house, 2)
  await moveIn(house, 1, STAGE.otherGrid)
  const [organ] = await house.rows<{ id: never }>(
    `select id from people.organ where place = '${STAGE.county}' and line = 'water'`,
  )
  source = organ?.id as never
})
afterEach(() => house.close())

const id = (): never => house.key() as never
const line = (more: object) => ({ id: id(), reason: 'close_contact', evidence: '8月30日 15:20 同车次同车厢', ...more })
const start = (lines: object[], more: object = {}) =>
  house.send(house.as('huWeiping'), startCheck, {
    id: id(),
    place: STAGE.township,
    kind: 'infection',
    title: '同车次旅客排查',
    source,
    sourceNumber: '柯防办〔2026〕12号',
    purpose: '请本人做一次检测',
    basis: '《传染病防治法》第三十九条',
    until: instant(house.clock.now() + 7 * DAY_MS),
    lines: lines as never,
    ...more,
  })
/** A second person, of the county. */
const sign = (check: never, lines: number) => house.send(house.as('chenLixin'), signCheck, { id: check, lines })
/** Laid by one person and signed for by another. */
const startSigned = async (lines: object[], more: object = {}) => {
  const made = await start(lines, more)
  if (made.listed > 0) await sign(made.id as never, made.listed)
  return made
}
const worker = () => house.as('yuXuewen')
const linesOf = async (check: never) => (await house.ask(worker(), checkLines, { check })).rows
const answer = (one: { id: string } | undefined, state: 'found' | 'nobody' | 'mistaken', more: object = {}) =>
  house.send(worker(), answerLine, { id: id(), line: one?.id as never, state, at: instant(house.clock.now()), ...more })

it('is closed in peace', async () => {
  await expect(start([line({ person: homes[0]?.head })])).rejects.toMatchObject({ code: 'not_open' })
})

it('splits a list to grids, tells who is on it, and takes what was found', async () => {
  await openTools(house, [checks])
  const next = keyOf(`head 0 of ${STAGE.otherGrid}`)
  const made = await startSigned([
    line({ person: homes[0]?.head }),
    line({ name: '余建2', phone: '13900000002' }),
    line({ person: next }),
  ])
  expect(made).toMatchObject({ listed: 3, refused: [] })
  const mine = await linesOf(made.id as never)
  expect(mine).toHaveLength(2)
  expect(mine[0]).toMatchObject({ reason: 'close_contact', state: 'open', can: ['answer'], place: STAGE.grid })
  await answer(mine[0], 'found', { note: '已检测' })
  const room = house.as('huWeiping')
  expect((await house.ask(room, listChecks, {})).rows).toMatchObject([{ lines: 3, left: 2, can: ['add', 'close'] }])
  expect((await house.ask(worker(), listChecks, {})).rows).toMatchObject([{ lines: 2, left: 1, can: [] }])
  const { rows } = await house.ask(room, checkProgress, { check: made.id as never, place: STAGE.village })
  expect(rows.map(({ place, total, states }) => [place, total, states.found])).toEqual([
    [STAGE.otherGrid, 1, 0],
    [STAGE.grid, 2, 1],
  ])
  const again = await house.send(room, addToCheck, {
    check: made.id,
    lines: [line({ person: homes[0]?.head })] as never,
  })
  expect(again).toMatchObject({ listed: 0, refused: [{ why: 'already' }] })
  await expect(
    house.send(house.as('yuGuorong'), addToCheck, { check: made.id, lines: [line({ person: next })] as never }),
  ).rejects.toMatchObject({ code: 'forbidden' })
})

it('goes out when a second person has signed for it, and not before', async () => {
  await openTools(house, [checks])
  const made = await start([line({ person: homes[0]?.head }), line({ person: homes[1]?.head })])
  const check = made.id as never
  const [room, county] = [house.as('huWeiping'), house.as('chenLixin')]
  expect(await linesOf(check)).toEqual([])
  expect((await house.ask(worker(), listChecks, {})).rows).toEqual([])
  expect((await house.ask(worker(), checkProgress, { check, waiting: true })).rows).toEqual([])
  expect((await house.ask(room, listChecks, {})).rows).toMatchObject([
    { lines: 0, waiting: 2, mine: true, signed: null, can: ['add', 'close'] },
  ])
  expect((await house.ask(county, listChecks, {})).rows).toMatchObject([
    { waiting: 2, mine: false, can: ['add', 'close', 'sign'] },
  ])
  const waiting = (await house.ask(county, checkLines, { check, waiting: true })).rows
  expect(waiting).toMatchObject([
    { out: false, can: [] },
    { out: false, can: [] },
  ])
  const { rows } = await house.ask(county, checkProgress, { check, place: STAGE.village, waiting: true })
  expect(rows).toMatchObject([{ place: STAGE.grid, total: 2 }])
  await expect(answer(waiting[0], 'found')).rejects.toMatchObject({ code: 'not_found' })
  await expect(house.send(room, signCheck, { id: check, lines: 2 })).rejects.toMatchObject({ code: 'same_person' })
  await expect(house.send(worker(), signCheck, { id: check, lines: 2 })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(sign(check, 1)).rejects.toMatchObject({ code: 'conflict' })
  expect(await house.rows(`select from notices.notice where kind = 'relief_check'`)).toHaveLength(0)
  expect(await sign(check, 2)).toMatchObject({ out: 2 })
  await expect(sign(check, 2)).rejects.toMatchObject({ code: 'already' })
  expect(await linesOf(check)).toMatchObject([
    { out: true, can: ['answer'] },
    { out: true, can: ['answer'] },
  ])
  expect(await house.rows(`select from notices.notice where kind = 'relief_check'`)).toHaveLength(2)
  expect((await house.ask(room, listChecks, {})).rows).toMatchObject([
    { lines: 2, waiting: 0, signed: { by: { name: '陈立新' } }, can: ['add', 'close'] },
  ])
})

it('asks for a second signature again for further lines, from whoever did not lay them', async () => {
  await openTools(house, [checks])
  const made = await startSigned([line({ person: homes[0]?.head })])
  const check = made.id as never
  await house.send(house.as('chenLixin'), addToCheck, {
    check,
    lines: [line({ person: homes[1]?.head })] as never,
  })
  expect(await linesOf(check)).toHaveLength(1)
  await expect(sign(check, 1)).rejects.toMatchObject({ code: 'same_person' })
  expect(await house.send(house.as('huWeiping'), signCheck, { id: check, lines: 1 })).toMatchObject({ out: 1 })
  expect(await linesOf(check)).toHaveLength(2)
})

it('is signed by nobody once it is closed in peace or over, and calls those who may', async () => {
  await openTools(house, [checks])
  const made = await start([line({ person: homes[0]?.head })])
  await house.relay()
  expect((await house.ask(house.as('fangXiaoyan'), myNotices, {})).rows).toMatchObject([
    { kind: 'relief_to_sign', params: { count: 1 } },
  ])
  expect((await house.ask(house.as('huWeiping'), myNotices, {})).rows).toEqual([])
  await house.send(house.as('huWeiping'), closeCheck, { id: made.id, reason: '来源单位撤回' })
  await expect(sign(made.id as never, 1)).rejects.toMatchObject({ code: 'gone' })
})

it('tells the person whose list it is and when it is destroyed', async () => {
  await openTools(house, [checks])
  const wang = house.as('wangJianping')
  await house.rows(`update people.person set home_place = '${STAGE.grid}' where id = '${cast.wangJianping.id}'`)
  const made = await start([line({ person: cast.wangJianping.id })])
  await house.relay()
  expect((await house.ask(wang, myNotices, {})).rows).toEqual([])
  expect((await house.ask(wang, reliefMine, {})).lines).toEqual([])
  await sign(made.id as never, 1)
  await house.relay()
  expect((await house.ask(wang, myNotices, {})).rows[0]).toMatchObject({
    kind: 'relief_check',
    params: { title: '同车次旅客排查', until: '09-08 09:00' },
  })
  expect((await house.ask(wang, reliefMine, {})).lines).toMatchObject([
    {
      reason: 'close_contact',
      sourceNumber: '柯防办〔2026〕12号',
      evidence: '8月30日 15:20 同车次同车厢',
      state: 'open',
    },
  ])
})

it('hears whoever is on it by mistake', async () => {
  await openTools(house, [checks])
  await house.rows(`update people.person set home_place = '${STAGE.grid}' where id = '${cast.wangJianping.id}'`)
  const { id: check } = await startSigned([line({ person: cast.wangJianping.id })])
  const wang = house.as('wangJianping')
  const [one] = (await house.ask(wang, reliefMine, {})).lines
  const wrong = { line: one?.id as never, text: '那天我没有坐车' }
  await expect(house.send(house.as('xuLihua'), disputeLine, wrong)).rejects.toMatchObject({ code: 'not_found' })
  await expect(house.send(worker(), disputeLine, wrong)).rejects.toMatchObject({ code: 'not_found' })
  await house.send(wang, disputeLine, wrong)
  await expect(house.send(wang, disputeLine, wrong)).rejects.toMatchObject({ code: 'already' })
  await house.relay()
  expect((await house.ask(house.as('huWeiping'), myNotices, {})).rows).toMatchObject([{ kind: 'relief_disputed' }])
  expect(await linesOf(check as never)).toMatchObject([{ disputed: '那天我没有坐车', can: ['answer'] }])
  const only = { check: check as never, disputed: true, state: 'open' as const }
  expect((await house.ask(worker(), checkLines, only)).rows).toHaveLength(1)
  expect(await house.ask(worker(), checkProgress, { check: check as never, grids: true })).toMatchObject({
    rows: [{ place: STAGE.grid, total: 1 }],
    disputed: 1,
  })
  expect((await house.ask(wang, reliefMine, {})).lines).toMatchObject([{ can: [] }])
})

/** Zhengzhou, June 2022: 1,317 depositors were given red codes, 871 of whom had only opened a code that was sent on to them. */
it('lists none of 871 people who are not in the city, each with its reason', async () => {
  await openTools(house, [checks])
  const strangers = Array.from({ length: 500 }, (_, n) =>
    line({ name: `储户${n}`, phone: `138${String(n).padStart(8, '0')}` }),
  )
  const registered = Array.from({ length: 300 }, (_, n) => ({
    id: keyOf(`depositor ${n}`),
    name: `储户甲${n}`,
    phone: `137${String(n).padStart(8, '0')}`,
  }))
  await asOwner(house.p.db, (tx) => seedPeople(tx, registered, house.clock.now()))
  const known = registered.map(({ id: person }) => line({ person }))
  const [gone] = homes
  await house.rows(`update homes.member set residence = 'away' where person = '${gone?.head}'`)
  const away = [line({ person: gone?.head })]
  const forReasons = Array.from({ length: 70 }, () =>
    line({ person: homes[1]?.head, reason: 'bank_depositor', evidence: '维权人员' }),
  )
  const made = await start([...strangers, ...known, ...away, ...forReasons])
  expect(made.listed).toBe(0)
  const counts = Object.fromEntries(
    [...Map.groupBy(made.refused, ({ why }) => why)].map(([why, all]) => [why, all.length]),
  )
  expect(counts).toEqual({ not_in_city: 301, not_known: 500, unknown_reason: 70 })
  expect(await house.rows(`select from relief.line`)).toHaveLength(0)
  expect(await house.rows(`select from notices.notice where kind = 'relief_check'`)).toHaveLength(0)
})

it('takes no line without what it rests on, and none of another area', async () => {
  await openTools(house, [checks])
  const made = await start([line({ person: homes[0]?.head, evidence: '' }), line({ person: cast.xuLihua.id })])
  expect(made.refused.map(({ why }) => why).toSorted()).toEqual([
    'no_evidence',
    expect.stringMatching(/outside_area|not_in_city/),
  ])
  await expect(
    start([line({ person: homes[0]?.head })], { until: instant(house.clock.now() + 25 * DAY_MS) }),
  ).rejects.toMatchObject({ code: 'invalid' })
})

it('dies on its day, and leaves how many it were and their hash', async () => {
  await openTools(house, [checks])
  const made = await startSigned([line({ person: homes[0]?.head }), line({ person: homes[1]?.head })])
  const closed = await startSigned([line({ person: homes[1]?.head })])
  const [one] = await linesOf(made.id as never)
  await answer(one, 'mistaken')
  await house.send(house.as('huWeiping'), closeCheck, { id: closed.id, reason: '检测都是阴性' })
  house.clock.advance(HOUR_MS)
  await house.sweep()
  expect((await house.ask(house.nobody, endedChecks, {})).rows).toMatchObject([{ id: closed.id, rows: null }])
  house.clock.advance(7 * DAY_MS)
  await expect(answer(one, 'found')).rejects.toMatchObject({ code: 'gone' })
  await house.sweep()
  for (const table of ['check', 'line', 'line_word'])
    expect(await house.rows(`select from relief.${table}`), table).toHaveLength(0)
  const [left] = (await house.ask(house.nobody, endedChecks, { place: STAGE.township })).rows
  expect(left).toMatchObject({
    rows: null,
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    sourceNumber: '柯防办〔2026〕12号',
  })
})

it('counts whoever was put on it in the moment in which it dies', async () => {
  await openTools(house, [checks])
  const made = await startSigned([line({ person: homes[0]?.head })])
  const late = await house.p.db.pool.begin(async (q) => {
    await q.unsafe(`select from relief.check for update`)
    await q.unsafe(`insert into relief.line (id, hold, place, touched_at, check_id, person, address, reason, evidence, listed_at)
      select '${String(id())}', hold, place, touched_at, check_id, '${homes[1]?.head ?? ''}', address, reason, evidence, listed_at from relief.line`)
    house.clock.advance(7 * DAY_MS)
    const dies = house.sweep()
    await new Promise((resolve) => setTimeout(resolve, 400))
    return { dies }
  })
  await late.dies
  expect(await house.rows(`select id from relief.line`)).toEqual([])
  expect(await house.rows(`select rows from relief.ended_check where id = '${String(made.id)}'`)).toEqual([{ rows: 2 }])
})
