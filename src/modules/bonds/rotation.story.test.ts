import { afterEach, beforeEach, expect, it } from 'vitest'
import { cast, STAGE } from '../../../demo/cast.ts'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import { liveHolds } from '#kernel/holds.ts'
import { addHold } from '#kernel/holds.ts'
import { inScope } from '#kernel/db.ts'
import { WHOLE } from '#kernel/authorise.ts'
import { assignCase } from '#modules/cases/contract-acts.ts'
import { getCase, reportCase } from '#modules/cases/contract.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { handOver } from '#modules/posts/contract.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { settleRoad } from '#test/city/road.ts'
import { addLines } from './api.ts'
import { makeBond, whoAnswers } from './contract.ts'
import { coverage } from './contract-coverage.ts'
import {
  checkRotation,
  fileOpened,
  getFile,
  listFiles,
  listRotations,
  readPasted,
  receive,
  rotate,
} from './contract-rotation.ts'
import { handOverClock } from './levers.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const TODAY = dayOf(START)
const id = () => house.key() as never
const admin = () => house.as('wuKai')
const postOf = (who: Parameters<House['as']>[0]): string => house.as(who).post ?? ''
/** The two grid workers of Yudong change places. */
const swap = (day = TODAY) => {
  const [a, b] = [postOf('yuXuewen'), postOf('yuXiaoqing')]
  return {
    id: id(),
    day,
    moves: [
      { seat: a as never, from: b as never, newId: id() },
      { seat: b as never, from: a as never, newId: id() },
    ],
    despite: [a, b].map((seat) => ({ seat: seat as never, reason: '县里统一轮岗' })),
  }
}
const bindTo = (post: string, household: string) =>
  house.send(house.as('yuGuorong'), makeBond, {
    id: id(),
    kind: 'member_household',
    from: { kind: 'post', id: post },
    to: { kind: 'household', id: household },
  })
const reportTo = async (post: string): Promise<string> => {
  const made = await house.send(house.as('wangJianping'), reportCase, {
    id: id(),
    secret: 'a1B2c3D4e5F6g7H8',
    channel: 'town',
    kind: '01-07',
    description: '工地拖欠了三个月的工资',
    place: STAGE.grid,
  })
  await house.send(house.as('zhuGuoliang'), assignCase, { id: made.id, post: post as never })
  return made.id
}
const openTo = (who: Parameters<House['as']>[0], post?: string) =>
  house.ask({ ...house.as(who), ...(post ? { post } : {}) }, listFiles, { open: true })

it('moves posts, bonds and open cases at one instant, each with a file of what was taken over', async () => {
  const [home] = await settleRoad(house, 1)
  const household = home?.household ?? ''
  const [old, other] = [postOf('yuXuewen'), postOf('yuXiaoqing')]
  await bindTo(old, household)
  const one = await reportTo(old)
  const plan = swap()
  const checked = await house.send(admin(), checkRotation, { day: plan.day, moves: plan.moves })
  expect(checked.abandoned).toEqual([])
  expect(checked.rows.find(({ seat }) => seat === old)).toMatchObject({ from: '余学文', to: '余小青', cases: 1 })
  const before = await house.ask(house.as('zhuGuoliang'), coverage, {})
  const done = await house.send(admin(), rotate, plan)
  expect(done).toMatchObject({ moved: 2, files: 2 })
  expect(await house.ask(house.as('zhuGuoliang'), coverage, {})).toMatchObject({ reached: before.reached, vacant: 0 })
  const [now] = (await house.ask(house.as('huWeiping'), whoAnswers, { household })).answerers
  expect(now).toMatchObject({ name: '余小青', from: TODAY, source: { kind: 'post', id: plan.moves[0]?.newId } })
  await house.relay()
  expect((await house.ask(house.as('zhuGuoliang'), getCase, { id: one as never })).assignee).toBe('余小青')
  const { rows } = await openTo('yuXiaoqing', plan.moves[0]?.newId)
  const file = rows.find(({ mine }) => mine)
  expect(file).toMatchObject({
    from: '余学文',
    to: '余小青',
    lines: { case: 1, promise: 0, households: 1 },
    late: false,
    unit: 'work',
    days: 10,
  })
  // A seam for others: a promise made on a visit goes into the same file.
  await inScope(house.p.db, WHOLE, (tx) =>
    addLines(tx, file?.id ?? '', [
      { kind: 'promise', subject: id(), place: STAGE.grid, text: '周五把路灯修好', due: null },
    ]),
  )
  const whole = await house.ask({ ...house.as('yuXiaoqing'), post: plan.moves[0]?.newId ?? '' }, getFile, {
    id: file?.id as never,
  })
  expect(whole.rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['case', 'promise', 'bond']))
  expect(whole.rows.map(({ text }) => text)).toContain('余东村测试路 1 号')
  expect(other).not.toBe(old)
  const told = await house.rows(
    `select 1 from notices.notice where kind = 'hand_over_open' and post = '${plan.moves[0]?.newId}'`,
  )
  expect(told).toHaveLength(1)
  expect(fileOpened.name).toBe('bonds.fileOpened')
})

it('leaves nothing without somebody on any day, also when the rotation lies ahead', async () => {
  const homes = await settleRoad(house, 5)
  for (const { household } of homes) await bindTo(postOf('yuXuewen'), household)
  const day = dayOf(START + 20 * DAY_MS)
  await house.send(admin(), rotate, swap(day))
  for (let ahead = 0; ahead <= 40; ahead += 1) {
    const on = dayOf(START + ahead * DAY_MS)
    const names = new Set<string>()
    for (const { household } of homes) {
      const [one, ...more] = (
        await house.ask(house.as('huWeiping'), whoAnswers, { household, day: on })
      ).answerers.filter(({ kind }) => kind === 'member_household')
      expect([one?.held, more.length]).toEqual([true, 0])
      names.add(one?.name ?? '')
    }
    expect([...names]).toEqual([on < day ? '余学文' : '余小青'])
    expect((await house.ask(house.as('zhuGuoliang'), coverage, { day: on })).vacant).toBe(0)
  }
  house.clock.set(START + 20 * DAY_MS)
  await house.sweep()
  await house.relay()
  const [{ n } = { n: 0 }] = await house.rows<{ n: number }>(`select count(*)::int as n from bonds.file`)
  expect(n).toBe(2)
})

it('refuses to leave a post empty, to move somebody twice, and what is a conflict of interest', async () => {
  const [a, b] = [postOf('yuXuewen'), postOf('yuXiaoqing')]
  const half = { id: id(), day: TODAY, moves: [{ seat: a as never, from: b as never, newId: id() }] }
  await expect(house.send(admin(), rotate, half)).rejects.toMatchObject({
    code: 'left_without',
    detail: { posts: [b] },
  })
  await expect(
    house.send(admin(), rotate, {
      ...half,
      moves: [...half.moves, { seat: a as never, person: cast.huWeiping.id as never, newId: id() }],
    }),
  ).rejects.toMatchObject({ code: 'invalid' })
  await expect(house.send(admin(), rotate, { ...swap(), day: '2026-08-01' })).rejects.toMatchObject({ code: 'invalid' })
  // Yu Xiaoqing would answer for the household she lives in.
  const [home] = await settleRoad(house, 1)
  await bindTo(a, home?.household ?? '')
  await house.rows(`delete from homes.member where person in ('${cast.yuXiaoqing.id}')`)
  await house.rows(`update homes.member set person = '${cast.yuXiaoqing.id}' where household = '${home?.household}'`)
  const plan = swap()
  const { findings } = await house.send(admin(), checkRotation, { day: TODAY, moves: plan.moves })
  expect(findings).toContainEqual(
    expect.objectContaining({ seat: a, rule: 'own_household', weight: 'refuse', name: '余小青' }),
  )
  await expect(house.send(admin(), rotate, plan)).rejects.toMatchObject({ code: 'conflict_of_interest' })
  expect(await house.rows('select id from bonds.rotation')).toEqual([])
  expect(await house.rows(`select id from posts.post where id = '${a}' and upper_inf(held)`)).toHaveLength(1)
})

it('asks for a reason where a rule only warns, and keeps it', async () => {
  const [home] = await settleRoad(house, 1)
  await house.rows(`delete from homes.member where person in ('${cast.yuXiaoqing.id}')`)
  await house.rows(`update homes.member set person = '${cast.yuXiaoqing.id}' where household = '${home?.household}'`)
  const plan = swap()
  await expect(house.send(admin(), rotate, { ...plan, despite: [] })).rejects.toMatchObject({
    code: 'conflict_of_interest',
  })
  await house.send(admin(), rotate, plan)
  const [kept] = await house.rows<{ despite: object[] }>('select despite from bonds.rotation')
  expect(kept?.despite).toHaveLength(2)
})

it('is moved by the administrator of posts; offices see the files, others nothing', async () => {
  const plan = swap()
  for (const who of ['zhuGuoliang', 'chenLixin', 'huWeiping', 'yuXuewen'] as const)
    await expect(house.send(house.as(who), rotate, plan)).rejects.toMatchObject({ code: 'forbidden' })
  await house.send(admin(), rotate, plan)
  expect((await house.ask(house.as('huWeiping'), listFiles, {})).rows).toHaveLength(2)
  expect((await house.ask(house.as('zhuJianjun'), listFiles, {})).rows).toEqual([])
  expect((await house.ask(house.as('wuJianhua'), listFiles, {})).rows).toEqual([])
  expect((await house.ask(admin(), listRotations, {})).rows).toMatchObject([{ moves: 2, open: 2, late: 0 }])
})

it('has a clock of ten working days, or of days of the calendar where a hold says so; late is visible and told once', async () => {
  const natural = {
    id: house.key(),
    lever: handOverClock.name,
    place: STAGE.grid,
    value: { days: 3, unit: 'natural' },
    reason: '抢险期间',
    heldBy: null,
    startsAt: START,
    endsAt: START + DAY_MS,
  }
  await inScope(house.p.db, WHOLE, (tx) => addHold(tx, natural))
  expect(await inScope(house.p.db, WHOLE, (tx) => liveHolds(tx, house.clock.now()))).toHaveLength(1)
  const plan = swap()
  await house.send(admin(), rotate, plan)
  const rows = (await house.ask(house.as('huWeiping'), listFiles, {})).rows
  expect(rows.map(({ unit, days }) => `${days} ${unit}`).toSorted()).toEqual(['10 work', '3 natural'])
  house.clock.advance(5 * DAY_MS)
  await house.sweep()
  await house.sweep()
  expect((await house.ask(house.as('huWeiping'), listFiles, { late: true })).rows).toHaveLength(1)
  const successor = { ...house.as('yuXiaoqing'), post: plan.moves[0]?.newId ?? '' }
  const notices = (await house.ask(successor, myNotices, {})).rows.filter(({ kind }) => kind === 'hand_over_due')
  expect(notices).toHaveLength(1)
  const file = rows.find(({ unit }) => unit === 'natural')?.id as never
  await expect(house.send(house.as('huWeiping'), receive, { id: file, note: '代收' })).rejects.toMatchObject({
    code: 'not_found',
  })
  expect(await house.send(successor, receive, { id: file, note: '当面过了一遍' })).toMatchObject({ late: true })
  await expect(house.send(successor, receive, { id: file, note: '再收一次' })).rejects.toMatchObject({
    code: 'already',
  })
})

it('does the same for a single post that is handed over', async () => {
  const [home] = await settleRoad(house, 1)
  await bindTo(postOf('yuXuewen'), home?.household ?? '')
  const newId = id()
  await house.send(admin(), handOver, {
    id: postOf('yuXuewen') as never,
    to: cast.huWeiping.id as never,
    newId,
    day: TODAY,
    note: '',
  })
  await house.relay()
  const [now] = (await house.ask(house.as('huWeiping'), whoAnswers, { household: home?.household })).answerers
  expect(now).toMatchObject({ name: cast.huWeiping.name, source: { id: newId } })
  expect((await house.ask(house.as('huWeiping'), listFiles, {})).rows).toMatchObject([
    { rotation: null, lines: { households: 1 } },
  ])
})

it('moves two hundred and fourteen at once, and nobody whom they answer for is left for a moment', async () => {
  await house.rows(`
    with made as (select n, gen_random_uuid() as person, gen_random_uuid() as post, gen_random_uuid() as bond from generate_series(1, 214) n),
      people as (insert into people.person (id, name, source, office, entered_at, entry)
        select person, '政法干部' || n, 'register', '${STAGE.county}', now(), (select id from people.entry limit 1) from made),
      held as (insert into posts.post (id, person, role, title, place, held)
        select post, person, 'village_cadre', '联村干部' || n, '${STAGE.township}', daterange('2026-01-01', null) from made)
    insert into bonds.bond (id, kind, place, to_kind, post, origin, from_day, at)
    select bond, 'committee_grid', '${STAGE.grid}', 'place', post, 'assigned', '2026-01-01', now() from made`)
  const seats = await house.rows<{ id: string }>(`select id from posts.post where title like '联村干部%' order by id`)
  const moves = seats.map(({ id: seat }, at) => ({
    seat: seat as never,
    from: seats[(at + 1) % seats.length]?.id as never,
    newId: id(),
  }))
  const before = await house.ask(house.as('zhuGuoliang'), coverage, {})
  const done = await house.send(admin(), rotate, { id: id(), day: TODAY, moves })
  expect(done).toMatchObject({ moved: 214, files: 214, bonds: 214 })
  const after = await house.ask(house.as('zhuGuoliang'), coverage, {})
  expect([after.households, after.reached, after.vacant]).toEqual([before.households, before.reached, before.vacant])
  const without = await house.rows(
    `select b.id from bonds.bond b join posts.post o on o.id = b.post where b.until_day is null and not upper_inf(o.held)`,
  )
  expect(without).toEqual([])
  const days = await house.rows<{ n: number }>(
    `select count(*)::int as n from bonds.bond o join bonds.bond b on b.follows = o.id where o.until_day = b.from_day and b.kind = 'committee_grid'`,
  )
  expect(days).toEqual([{ n: 214 }])
})

it('reads a pasted list against the posts of the own place, line by line, and moves what it read', async () => {
  const text = [
    '现任\t接任',
    '余学文 第2网格\t余小青',
    '余小青 第1网格 → 余学文',
    '查无此人 → 余学文',
    '只有一边',
  ].join('\n')
  const { rows } = await house.ask(admin(), readPasted, { text })
  expect(rows.map(({ line, problem, side }) => [line, problem, side])).toEqual([
    [2, null, null],
    [3, null, null],
    [4, 'nobody', 'seat'],
    [5, 'unreadable', null],
  ])
  const moves = rows.flatMap(({ seat, from }) => (seat && from ? [{ seat: seat.id, from: from.id, newId: id() }] : []))
  expect(moves.map(({ seat, from }) => [seat, from])).toEqual(swap().moves.map(({ seat, from }) => [seat, from]))
  const done = await house.send(admin(), rotate, { ...swap(), moves })
  expect(done.moved).toBe(2)
  await expect(house.ask(house.as('yuXuewen'), readPasted, { text })).rejects.toMatchObject({ code: 'forbidden' })
})
