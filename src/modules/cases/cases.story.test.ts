import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOUR_MS } from '#kernel/clock.ts'
import { statutoryCalendar } from '#kernel/calendar.ts'
import { asOwner } from '#kernel/db.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { tokenOf } from '#kernel/pipeline.ts'
import { STAGE } from '../../../demo/cast.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { recount } from './api.ts'
import { acceptCase, answerCase, assignCase, climbCase, commentCase, confirmCase, declineCase, extendCase, followCase, getCase, getContact, handDownCase, handleCase, listCases, mergeCase, myReports, pauseCase, reopenCase, reportCase, reworkCase, sendBackCase, skipCase, verifyCase, withdrawCase } from './contract.ts'
import { getFigures } from './contract-figures.ts'
import { keepFile } from './contract-inward.ts'
import { replay } from './course.ts'
import { findCase, stepsOf } from './store.ts'

let house: House
beforeAll(async () => void (house = await openHouse()))
afterAll(() => house.close())

const SECRET = 'a1B2c3D4e5F6g7H8'
/** A small matter that starts in the grid and may climb to the city. */
const KIND = '05-01'
const lamp = (more: object = {}) => ({ id: uuidv7(house.clock.now()) as never, secret: SECRET, channel: 'town' as const, kind: KIND, description: '村口3号路灯不亮，晚上看不见路', place: STAGE.grid, ...more })

async function reported(more: object = {}) {
  return house.send(house.nobody, reportCase, lamp(more))
}
async function proof(who: Parameters<House['as']>[0]) {
  const id = uuidv7(house.clock.now())
  await house.send(house.as(who), keepFile, { id: id as never, key: 'k', thumbKey: 't', width: 10, height: 10, bytes: 10, lon: null, lat: null })
  return id as never
}
const refused = (code: string): object => expect.objectContaining({ code }) as object

describe('a report without an account', () => {
  it('gets a number at once and lands with the worker of its grid', async () => {
    const given = await reported()
    expect(given.number).toMatch(/^26\d{8}$/)
    const seen = await house.ask(house.as('yuXuewen'), getCase, { id: given.id })
    expect(seen).toMatchObject({ state: 'assigned', level: 'grid', assignee: '余学文', can: expect.arrayContaining(['accept', 'sendBack', 'climb']) as unknown })
  })

  it('is followed with number and secret, and by nobody without', async () => {
    const given = await reported()
    const followed = await house.ask(house.nobody, followCase, { number: `${given.number.slice(0, 2)}-${given.number.slice(2)}`, secret: SECRET })
    expect(followed).toMatchObject({ number: given.number, state: 'assigned', can: ['withdraw'] })
    await expect(house.ask(house.nobody, followCase, { number: given.number, secret: 'wrongwrongwrong1' })).rejects.toEqual(refused('not_found'))
    await expect(house.ask(house.nobody, getCase, { id: given.id })).rejects.toEqual(refused('unauthenticated'))
  })

  it('does not exist for a worker of another county', async () => {
    const given = await reported()
    await expect(house.ask(house.as('zhouChunxian'), getCase, { id: given.id })).rejects.toEqual(refused('not_found'))
    await expect(house.send(house.as('zhouChunxian'), acceptCase, { id: given.id })).rejects.toEqual(refused('not_found'))
    const theirs = await house.ask(house.as('zhuJianjun'), listCases, { place: STAGE.grid })
    expect(theirs.rows).toEqual([])
  })

  it('refuses a text too short, an unknown place and a point outside the city, and keeps nothing', async () => {
    await expect(reported({ description: '灯' })).rejects.toEqual(refused('invalid'))
    await expect(reported({ place: '330899999999' })).rejects.toEqual(refused('invalid'))
    await expect(reported({ place: null, position: { lon: 121.47, lat: 31.23 } })).rejects.toEqual(refused('outside_area'))
  })

  it('sent five times in parallel is one case and one answer', async () => {
    const input = lamp()
    const key = house.key()
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => house.send(house.nobody, reportCase, input, key)))
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(await house.rows(`select 1 from cases.case where id = '${String(input.id)}'`)).toHaveLength(1)
    await expect(house.send(house.nobody, reportCase, { ...input, description: '另外一件事情' }, key)).rejects.toEqual(refused('key_reused'))
  })
})

describe('a case climbs the tree', () => {
  it('through four levels to confirmation, every step on record', async () => {
    const { id, number } = await reported()
    await house.send(house.as('yuXuewen'), acceptCase, { id })
    await house.send(house.as('yuXuewen'), climbCase, { id, reason: '要换灯杆，村里没有' })
    await house.send(house.as('yuGuorong'), acceptCase, { id })
    await house.send(house.as('yuGuorong'), climbCase, { id, reason: '要乡里协调电力' })
    const atRoom = await house.ask(house.as('huWeiping'), getCase, { id })
    expect(atRoom).toMatchObject({ state: 'received', level: 'township' })
    await house.send(house.as('huWeiping'), assignCase, { id, post: atRoom.targets.posts.find((one) => one.name === '胡卫平')?.id ?? null })
    await house.send(house.as('huWeiping'), acceptCase, { id })
    const up = await house.send(house.as('huWeiping'), climbCase, { id, reason: '由区里部门更换' })
    expect(up).toMatchObject({ state: 'assigned', level: 'county' })
    const officer = [house.as('wuJianhua'), house.as('zhengMingyuan'), house.as('xuZhigang')].find((one) => one.organ)
    expect(officer).toBeDefined()
    const [desk] = await house.rows<{ organ: string }>(`select organ from cases.case where id = '${id}'`)
    const holder = [house.as('wuJianhua'), house.as('zhengMingyuan'), house.as('jiangHaibo'), house.as('xuZhigang'), house.as('wangHuimin')].find((one) => one.organ === desk?.organ)
    if (!holder) throw new Error('the lead department of 05-01 is not in the cast')
    await house.send(holder, acceptCase, { id })
    const uploaded = uuidv7(house.clock.now()) as never
    await house.send(holder, keepFile, { id: uploaded, key: 'k', thumbKey: 't', width: 10, height: 10, bytes: 10, lon: null, lat: null })
    await house.send(holder, handleCase, { id, note: '已换灯头', answer: '路灯已修好，今晚会亮。', files: [uploaded] })
    await expect(house.send(holder, verifyCase, { id })).rejects.toEqual(refused('forbidden'))
    await house.send(house.as('chenLixin'), verifyCase, { id })
    const waiting = await house.ask(house.nobody, followCase, { number, secret: SECRET })
    expect(waiting).toMatchObject({ state: 'confirming', can: ['confirm', 'reopen'], publicAnswer: '路灯已修好，今晚会亮。' })
    expect(waiting.steps.some((step) => step.note?.includes('已换灯头'))).toBe(false)
    const done = await house.send(house.nobody, confirmCase, { id, secret: SECRET, solved: true })
    expect(done.state).toBe('confirmed')
    const record = await house.rows<{ name: string }>(`select name from kernel.record where subject = '${id}' and kind = 'command' order by seq`)
    expect(record.map((row) => row.name)).toEqual([
      'cases.report', 'cases.accept', 'cases.climb', 'cases.accept', 'cases.climb', 'cases.assign', 'cases.accept', 'cases.climb', 'cases.accept', 'cases.handle', 'cases.verify', 'cases.confirm',
    ])
  })

  it('skips levels with a reason, and tells those passed over', async () => {
    const { id } = await reported()
    await house.send(house.as('yuXuewen'), skipCase, { id, level: 'township', reason: '有触电危险' })
    const seen = await house.ask(house.as('huWeiping'), getCase, { id })
    expect(seen.steps.find((step) => step.action === 'skip')).toMatchObject({ cc: ['余东村'] })
  })

  it('refuses to climb above the stop level of its duty', async () => {
    const { id } = await reported({ kind: '04-01' })
    const stop = (await house.ask(house.as('yuXuewen'), getCase, { id })).stopLevel
    if (stop !== 'city') await expect(house.send(house.as('yuXuewen'), skipCase, { id, level: 'city', reason: '越级试试' })).rejects.toEqual(refused('stop_level'))
  })

  it('comes down again to the grid by the room', async () => {
    const { id } = await reported()
    await house.send(house.as('yuXuewen'), skipCase, { id, level: 'township', reason: '有触电危险' })
    const down = await house.send(house.as('huWeiping'), handDownCase, { id, to: STAGE.grid, reason: '先断电围挡' })
    expect(down).toMatchObject({ state: 'assigned', level: 'grid', assignee: '余学文' })
  })

  it('is sent back at most twice', async () => {
    const { id } = await reported()
    for (const _ of [1, 2]) {
      await house.send(house.as('yuXuewen'), sendBackCase, { id, reason: 'not_ours', note: '这是供电公司的灯' })
      const room = await house.ask(house.as('huWeiping'), getCase, { id })
      await house.send(house.as('huWeiping'), assignCase, { id, post: room.targets.posts.find((one) => one.name === '余学文')?.id ?? house.as('yuXuewen').post as never })
    }
    await expect(house.send(house.as('yuXuewen'), sendBackCase, { id, reason: 'not_ours', note: '还是不归我' })).rejects.toEqual(refused('bounced_twice'))
  })
})

describe('closing', () => {
  async function handled(more: object = {}) {
    const given = await reported(more)
    await house.send(house.as('yuXuewen'), acceptCase, { id: given.id })
    await house.send(house.as('yuXuewen'), handleCase, { id: given.id, note: '换好了', answer: '已经修好', files: [await proof('yuXuewen')] })
    return given
  }

  it('needs the evidence that the duty asks for', async () => {
    const { id } = await reported()
    await house.send(house.as('yuXuewen'), acceptCase, { id })
    await expect(house.send(house.as('yuXuewen'), handleCase, { id, note: '换好了', answer: '已经修好' })).rejects.toEqual(refused('evidence_missing'))
  })

  it('by a second person, who may also send it back to work', async () => {
    const { id } = await handled()
    await expect(house.send(house.as('yuXuewen'), verifyCase, { id })).rejects.toEqual(refused('forbidden'))
    expect((await house.send(house.as('huWeiping'), reworkCase, { id, note: '照片里灯还没亮' })).state).toBe('handling')
  })

  it('is silent when the reporter says nothing in the window, and can be reopened for a while', async () => {
    const { id } = await handled()
    await house.send(house.as('huWeiping'), verifyCase, { id })
    const before = house.clock.now()
    house.clock.advance(169 * HOUR_MS)
    await house.sweep()
    expect(await house.ask(house.as('yuXuewen'), getCase, { id })).toMatchObject({ state: 'silent' })
    expect((await house.send(house.nobody, reopenCase, { id, secret: SECRET, note: '又不亮了' })).state).toBe('handling')
    house.clock.set(before)
  })

  it('is only claimed where nobody can confirm', async () => {
    const id = uuidv7(house.clock.now()) as never
    await house.send(house.as('yuXuewen'), reportCase, { ...lamp(), id, channel: 'patrol' })
    await house.send(house.as('yuXuewen'), acceptCase, { id })
    await house.send(house.as('yuXuewen'), handleCase, { id, note: '自己换了', answer: '已修好', files: [await proof('yuXuewen')] })
    expect((await house.send(house.as('huWeiping'), verifyCase, { id })).state).toBe('claimed')
  })

  it('by the operator for a caller, noted as such', async () => {
    const id = uuidv7(house.clock.now()) as never
    await house.send(house.as('jiangTing'), reportCase, { ...lamp(), id, channel: 'phone', reporter: { name: '郑桂香', phone: '13957000001' } })
    await house.send(house.as('yuXuewen'), acceptCase, { id })
    await house.send(house.as('yuXuewen'), handleCase, { id, note: '换好了', answer: '修好了', files: [await proof('yuXuewen')] })
    await house.send(house.as('huWeiping'), verifyCase, { id })
    await house.send(house.as('jiangTing'), confirmCase, { id, solved: true, note: '电话回访本人确认' })
    const seen = await house.ask(house.as('huWeiping'), getCase, { id })
    expect(seen.steps.at(-1)).toMatchObject({ action: 'confirm', by: { name: '姜婷' }, note: '电话回访本人确认' })
  })

  it('withdrawing, declining, pausing, extending, commenting and answering do what they say', async () => {
    const one = await reported()
    expect((await house.send(house.nobody, withdrawCase, { id: one.id, secret: SECRET })).state).toBe('withdrawn')
    const two = await reported()
    await house.send(house.as('yuXuewen'), sendBackCase, { id: two.id, reason: 'to_court', note: '法院已受理' })
    expect((await house.send(house.as('huWeiping'), declineCase, { id: two.id, reason: 'courts_have_it', answer: '此事法院已受理' })).state).toBe('declined')
    const three = await reported()
    await house.send(house.as('yuXuewen'), acceptCase, { id: three.id })
    await house.send(house.as('yuXuewen'), extendCase, { id: three.id, until: '2026-09-10', reason: '等配件' })
    await house.send(house.as('yuXuewen'), commentCase, { id: three.id, note: '已联系厂家' })
    await house.send(house.as('yuXuewen'), answerCase, { id: three.id, answer: '配件周四到' })
    expect((await house.send(house.as('yuXuewen'), pauseCase, { id: three.id, reason: 'waiting_for_materials', until: '2026-09-04', note: '等配件' })).state).toBe('paused')
    const followed = await house.ask(house.nobody, followCase, { number: three.number, secret: SECRET })
    expect(followed).toMatchObject({ publicAnswer: '配件周四到', promisedAt: expect.any(String) as unknown })
    expect(JSON.stringify(followed)).not.toContain('已联系厂家')
  })

  it('a merged case hands its age to the other', async () => {
    const old = await reported()
    house.clock.advance(30 * HOUR_MS)
    const young = await reported()
    await house.send(house.as('huWeiping'), mergeCase, { id: old.id, into: young.id })
    const left = await house.ask(house.as('huWeiping'), getCase, { id: young.id })
    expect(left.clocks.find((one) => one.name === 'accept')?.spent).toBeGreaterThan(8 * 3600)
    expect(left).toMatchObject({ late: true, absorbed: [{ number: old.number }] })
    expect((await house.ask(house.nobody, followCase, { number: old.number, secret: SECRET })).state).toBe('merged')
  })
})

describe('who looked', () => {
  it('reading the case and the contact of a resident is on record for that resident', async () => {
    const id = uuidv7(house.clock.now()) as never
    const wang = house.as('wangJianping')
    await house.send(wang, reportCase, { ...lamp(), id })
    await house.ask(house.as('yuXuewen'), getCase, { id })
    await house.ask(house.as('yuXuewen'), getContact, { id, reason: '约时间上门' })
    const looks = await house.rows<{ name: string; purpose: string }>(`select name, purpose from kernel.record where about = '${wang.person}' and kind = 'query' and subject = '${String(id)}' order by seq`)
    expect(looks).toEqual([
      { name: 'cases.get', purpose: 'case_handling' },
      { name: 'cases.contact', purpose: 'case_contact' },
    ])
    const mine = await house.ask(wang, myReports, {})
    expect(mine.rows.map((row) => row.id)).toContain(id)
  })

  it('lists hold nothing personal', async () => {
    const listed = await house.ask(house.as('huWeiping'), listCases, { limit: 200 })
    expect(JSON.stringify(listed)).not.toMatch(/郑桂香|汪建平|1[3-9]\d{9}/)
  })
})

describe('figures and replay', () => {
  it('counters equal the recount, and every stored state the replay of its steps', async () => {
    await house.relay()
    expect(await asOwner(house.p.db, recount)).toEqual([])
    const ids = await house.rows<{ id: string }>('select id from cases.case')
    expect(ids.length).toBeGreaterThan(10)
    for (const { id } of ids)
      await asOwner(house.p.db, async (tx) => {
        const stored = await findCase(tx, id)
        expect(JSON.stringify(replay(await stepsOf(tx, id), statutoryCalendar))).toBe(JSON.stringify(stored?.course))
      })
  })

  it('tell each node its part', async () => {
    const room = await house.ask(house.as('huWeiping'), getFigures, {})
    const [counted] = await house.rows<{ n: number }>(`select count(*)::int as n from cases.case where place like '${STAGE.township}%'`)
    expect(room.total.received).toBe(counted?.n)
    expect(room.total.received).toBe(room.children.reduce((sum, child) => sum + child.tally.received, 0))
    await expect(house.ask(house.as('huWeiping'), getFigures, { place: STAGE.county })).rejects.toEqual(refused('forbidden'))
  })

  it('finds a case by its words once the relay has run', async () => {
    await house.relay()
    const found = await house.ask(house.as('huWeiping'), listCases, { text: '路灯不亮' })
    expect(found.rows.length).toBeGreaterThan(5)
    expect((await house.ask(house.as('zhuJianjun'), listCases, { text: '路灯不亮' })).rows).toEqual([])
  })

  it('a secret never stands in the open', async () => {
    const [row] = await house.rows<{ n: number }>(`select count(*)::int as n from cases.case where token = '${tokenOf(SECRET)}'`)
    expect(row?.n).toBeGreaterThan(0)
    expect(JSON.stringify(await house.rows(`select detail from kernel.record`))).not.toContain(SECRET)
  })
})

describe('photos', () => {
  it('that no case takes up within a day are dropped, the others stay', async () => {
    const loose = await proof('yuXuewen')
    const before = house.clock.now()
    house.clock.advance(25 * HOUR_MS)
    await house.sweep()
    expect(await house.rows(`select 1 from cases.file where id = '${String(loose)}'`)).toEqual([])
    expect((await house.rows('select 1 from cases.file where case_id is not null')).length).toBeGreaterThan(0)
    house.clock.set(before)
  })
})
