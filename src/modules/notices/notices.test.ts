import { afterEach, beforeEach, expect, it } from 'vitest'
import { ANONYMOUS, WHOLE } from '#kernel/authorise.ts'
import { HOUR_MS, startOfDay } from '#kernel/clock.ts'
import { inScope } from '#kernel/db.ts'
import { addHold } from '#kernel/holds.ts'
import { sweep } from '#kernel/jobs.ts'
import { relay } from '#kernel/outbox.ts'
import { sql } from '#kernel/sql.ts'
import { PersonId } from '#modules/people/contract.ts'
import { handOver, PostId } from '#modules/posts/contract.ts'
import { cast, STAGE } from '../../../demo/cast.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { notify, type Telling } from './api.ts'
import { handOverTexts, myNotices, NoticeId, readNotices } from './contract.ts'
import { quietHours } from './levers.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const NUMBER = 'QZ2026000001'
const facts = { params: { number: NUMBER, title: '3号路灯不亮' }, subject: null, place: STAGE.grid }
const tell = (what: Pick<Telling, 'to' | 'kind'> & Partial<Telling>) =>
  inScope(house.p.db, WHOLE, (tx) => notify({ tx, now: house.clock.now() }, { urgent: false, ...facts, ...what }))
const post = () => house.as('yuXuewen').post ?? ''
const wang = cast.wangJianping
const tellWang = (kind: Telling['kind'] = 'case_please_confirm') => tell({ to: { person: wang.id }, kind })
const mine = (who: Parameters<House['as']>[0], input = {}) => house.ask(house.as(who), myNotices, input)
const deliver = async () => {
  await house.sweep()
  await house.relay()
}
const texts = () => house.inbox.list().map(({ to, text }) => ({ to, text }))

it('shows a notice to the post it was sent to, and texts nobody at the desk', async () => {
  await tell({ to: { post: post() }, kind: 'case_assigned' })
  await deliver()
  expect(await mine('yuXuewen')).toMatchObject({
    unread: 1,
    rows: [{ kind: 'case_assigned', params: { number: NUMBER }, sms: 'none', readAt: null }],
  })
  for (const other of ['yuXiaoqing', 'huWeiping', 'yeWenjing', 'wangJianping'] as const)
    expect(await mine(other)).toMatchObject({ unread: 0, rows: [] })
  expect(texts()).toEqual([])
})

it('texts a reporter once, in Chinese, and says so', async () => {
  await tellWang()
  expect((await mine('wangJianping')).rows[0]?.sms).toBe('waiting')
  await deliver()
  await deliver()
  expect(texts()).toEqual([
    { to: wang.phone, text: `您反映的事（${NUMBER}）已办好。请看一看：办好了请确认，没办好可以重新打开。` },
  ])
  expect((await mine('wangJianping')).rows[0]?.sms).toBe('sent')
})

it('texts staff at once when it is urgent, also at night', async () => {
  house.clock.set(startOfDay('2026-09-02') + 2 * HOUR_MS)
  await tell({ to: { post: post() }, kind: 'case_assigned', urgent: true })
  await deliver()
  expect(texts()).toMatchObject([{ to: cast.yuXuewen.phone }])
})

it('reaches somebody of whom only a phone is known', async () => {
  await tell({ to: { phone: '13900001234' }, kind: 'report_received' })
  await deliver()
  expect(texts()).toMatchObject([{ to: '13900001234' }])
})

it('waits for the morning when it is not urgent', async () => {
  house.clock.set(startOfDay('2026-09-01') + 22.5 * HOUR_MS)
  await tellWang()
  await deliver()
  house.clock.set(startOfDay('2026-09-02') + 6.9 * HOUR_MS)
  await deliver()
  expect(texts()).toEqual([])
  house.clock.set(startOfDay('2026-09-02') + 7 * HOUR_MS)
  await deliver()
  expect(texts()).toHaveLength(1)
})

it('keeps other quiet hours while a city plan says so, and the usual ones after it', async () => {
  const night = startOfDay('2026-09-01') + 23 * HOUR_MS
  const hold = {
    id: house.key(),
    lever: quietHours.name,
    place: STAGE.county,
    value: { from: 0, to: 0 },
    reason: '防汛值守',
    heldBy: null,
    startsAt: START,
    endsAt: night + HOUR_MS,
  }
  await inScope(house.p.db, WHOLE, (tx) => addHold(tx, hold))
  house.clock.set(night)
  await tellWang()
  await deliver()
  expect(texts()).toHaveLength(1)
  house.clock.advance(2 * HOUR_MS)
  await tellWang()
  await deliver()
  expect(texts()).toHaveLength(1)
})

it('spares a text to whoever read it in the app meanwhile', async () => {
  house.clock.set(startOfDay('2026-09-01') + 23 * HOUR_MS)
  await tellWang()
  await deliver()
  const { rows } = await mine('wangJianping')
  await house.send(house.as('wangJianping'), readNotices, { ids: rows.map(({ id }) => id) })
  house.clock.advance(9 * HOUR_MS)
  await deliver()
  expect(texts()).toEqual([])
  expect((await mine('wangJianping')).rows[0]?.sms).toBe('none')
})

it('tries again while the messenger is out of order, and shows what was given up', async () => {
  const { sms } = house.p.ports
  const fail = () => Promise.reject(new Error(`no route to ${wang.phone}`))
  house.p.ports.sms = { send: fail }
  await tellWang()
  for (let i = 0; i < 9; i++) {
    await house.sweep()
    await relay(house.p)
    house.clock.advance(300_000)
  }
  expect((await mine('wangJianping')).rows[0]?.sms).toBe('failed')
  const dead = await house.rows<{ id: string; problem: string }>(
    'select id, problem from kernel.outbox where dead_at is not null',
  )
  expect(dead).toHaveLength(1)
  // Neither the console nor the log may show whose number it is.
  expect(dead[0]?.problem).toBe(`no route to ${wang.phone.slice(0, 3)}****${wang.phone.slice(-4)}`)
  expect(house.logged.join()).not.toContain(wang.phone)
  house.p.ports.sms = sms
  await house.rows(`update kernel.outbox set dead_at = null where id = ${dead[0]?.id}`)
  await house.relay()
  expect((await mine('wangJianping')).rows[0]?.sms).toBe('sent')
  expect(texts()).toHaveLength(1)
})

it('says when there is no number to text', async () => {
  await house.rows(`update people.person set phone = null where id = '${wang.id}'`)
  await tellWang()
  await deliver()
  expect((await mine('wangJianping')).rows[0]?.sms).toBe('failed')
})

it('hands each text over once when two processes sweep at the same time', async () => {
  for (let i = 0; i < 20; i++) await tellWang()
  const other = house.another()
  const [job] = house.p.slices.jobs.filter(({ name }) => name === 'notices.texts')
  if (job) await Promise.all([sweep(house.p, job), sweep(other, job), sweep(house.p, job)])
  await house.relay()
  expect(texts()).toHaveLength(20)
  await other.db.close()
})

it('lists newest first by pages, unread ones alone if asked', async () => {
  for (const kind of ['case_assigned', 'case_warn', 'case_overdue'] as const) {
    await tell({ to: { post: post() }, kind })
    house.clock.advance(1000)
  }
  const first = await mine('yuXuewen', { limit: 2 })
  expect(first.rows.map(({ kind }) => kind)).toEqual(['case_overdue', 'case_warn'])
  const second = await mine('yuXuewen', { limit: 2, cursor: first.next ?? '' })
  expect(second).toMatchObject({ rows: [{ kind: 'case_assigned' }], next: null, unread: 3 })
  const read = await house.send(house.as('yuXuewen'), readNotices, { ids: first.rows.map(({ id }) => id) })
  expect(read).toEqual({ unread: 1 })
  expect((await mine('yuXuewen', { unread: true })).rows.map(({ kind }) => kind)).toEqual(['case_assigned'])
})

it('passes on with a post what its holder had not read', async () => {
  await tell({ to: { post: post() }, kind: 'case_assigned' })
  await tell({ to: { post: post() }, kind: 'case_warn' })
  const [newest] = (await mine('yuXuewen')).rows
  await house.send(house.as('yuXuewen'), readNotices, { ids: newest ? [newest.id] : [] })
  const became = PostId.parse(house.key())
  const to = PersonId.parse(cast.yuWeidong.id)
  await house.send(house.as('wuKai'), handOver, { id: PostId.parse(post()), to, newId: became, day: '2026-09-01' })
  await deliver()
  const successor = { ...house.as('yuXuewen'), person: to, post: became }
  expect(await house.ask(successor, myNotices, {})).toMatchObject({ unread: 1, rows: [{ readAt: null }] })
})

it('lets nobody read or mark what was sent to another, and notes who tried without right', async () => {
  await tellWang()
  const ids = (await mine('wangJianping')).rows.map(({ id }) => id)
  expect(await house.send(house.as('yuWeidong'), readNotices, { ids })).toEqual({ unread: 0 })
  expect((await mine('wangJianping')).unread).toBe(1)
  await expect(house.ask(ANONYMOUS, myNotices, {})).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(house.send(ANONYMOUS, readNotices, { ids })).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(
    await house.rows(`select outcome from kernel.record where kind = 'refusal' and name = 'notices.read'`),
  ).toEqual([{ outcome: 'unauthenticated' }])
})

it('is handed over by the house alone', async () => {
  const ids = [NoticeId.parse(house.key())]
  await expect(house.send(house.as('wuKai'), handOverTexts, { ids })).rejects.toMatchObject({ code: 'forbidden' })
})

it('keeps what was sent apart in the database itself, whoever asks for whatever place', async () => {
  await tellWang()
  const seen = (lo: string, hi: string, person: string) =>
    inScope(house.p.db, { ...WHOLE, lo, hi, person }, async (tx) => {
      const [row] = await sql(tx)<{ notices: number; texts: number }[]>`
        select (select count(*)::int from notices.notice) as notices, (select count(*)::int from notices.sms) as texts`
      return row
    })
  expect(await seen('3308', '3308~', '')).toEqual({ notices: 0, texts: 0 })
  expect(await seen('~', '', wang.id)).toEqual({ notices: 1, texts: 1 })
  expect(await seen('~', '', cast.yuWeidong.id)).toEqual({ notices: 0, texts: 0 })
  expect(await seen('', '~', '')).toEqual({ notices: 1, texts: 1 })
})
