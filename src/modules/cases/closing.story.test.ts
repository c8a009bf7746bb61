import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOUR_MS } from '#kernel/clock.ts'
import { statutoryCalendar } from '#kernel/calendar.ts'
import { asOwner } from '#kernel/db.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { tokenOf } from '#kernel/pipeline.ts'
import { STAGE } from '../../../demo/cast.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { lampOf, refused, SECRET } from '#test/city/lamp.ts'
import { recount } from './api.ts'
import { followCase, getCase, getContact, listCases, myReports, reportCase } from './contract.ts'
import {
  acceptCase,
  answerCase,
  commentCase,
  confirmCase,
  declineCase,
  extendCase,
  handleCase,
  mergeCase,
  pauseCase,
  reopenCase,
  reworkCase,
  sendBackCase,
  verifyCase,
  withdrawCase,
} from './contract-acts.ts'
import { getFigures } from './contract-figures.ts'
import { replay } from './course.ts'
import { findCase } from './store.ts'
import { stepsOf } from './store-parts.ts'

let house: House
let lamp: ReturnType<typeof lampOf>['lamp']
let reported: ReturnType<typeof lampOf>['reported']
let proof: ReturnType<typeof lampOf>['proof']
beforeAll(async () => {
  house = await openHouse()
  ;({ lamp, reported, proof } = lampOf(house))
})
afterAll(() => house.close())

describe('closing', () => {
  async function handled(more: object = {}) {
    const given = await reported(more)
    await house.send(house.as('yuXuewen'), acceptCase, { id: given.id })
    await house.send(house.as('yuXuewen'), handleCase, {
      id: given.id,
      note: '换好了',
      answer: '已经修好',
      files: [await proof('yuXuewen')],
    })
    return given
  }

  it('needs the evidence that the duty asks for', async () => {
    const { id } = await reported()
    await house.send(house.as('yuXuewen'), acceptCase, { id })
    await expect(
      house.send(house.as('yuXuewen'), handleCase, { id, note: '换好了', answer: '已经修好' }),
    ).rejects.toEqual(refused('evidence_missing'))
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
    expect((await house.send(house.nobody, reopenCase, { id, secret: SECRET, note: '又不亮了' })).state).toBe(
      'handling',
    )
    house.clock.set(before)
  })

  it('is only claimed where nobody can confirm', async () => {
    const id = uuidv7(house.clock.now()) as never
    await house.send(house.as('yuXuewen'), reportCase, { ...lamp(), id, channel: 'patrol' })
    await house.send(house.as('yuXuewen'), acceptCase, { id })
    await house.send(house.as('yuXuewen'), handleCase, {
      id,
      note: '自己换了',
      answer: '已修好',
      files: [await proof('yuXuewen')],
    })
    expect((await house.send(house.as('huWeiping'), verifyCase, { id })).state).toBe('claimed')
  })

  it('by the operator for a caller, noted as such', async () => {
    const id = uuidv7(house.clock.now()) as never
    await house.send(house.as('jiangTing'), reportCase, {
      ...lamp(),
      id,
      channel: 'phone',
      reporter: { name: '郑桂香', phone: '13957000001' },
    })
    await house.send(house.as('yuXuewen'), acceptCase, { id })
    await house.send(house.as('yuXuewen'), handleCase, {
      id,
      note: '换好了',
      answer: '修好了',
      files: [await proof('yuXuewen')],
    })
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
    expect(
      (
        await house.send(house.as('huWeiping'), declineCase, {
          id: two.id,
          reason: 'courts_have_it',
          answer: '此事法院已受理',
        })
      ).state,
    ).toBe('declined')
    const three = await reported()
    await house.send(house.as('yuXuewen'), acceptCase, { id: three.id })
    await house.send(house.as('yuXuewen'), extendCase, { id: three.id, until: '2026-09-10', reason: '等配件' })
    await house.send(house.as('yuXuewen'), commentCase, { id: three.id, note: '已联系厂家' })
    await house.send(house.as('yuXuewen'), answerCase, { id: three.id, answer: '配件周四到' })
    expect(
      (
        await house.send(house.as('yuXuewen'), pauseCase, {
          id: three.id,
          reason: 'waiting_for_materials',
          until: '2026-09-04',
          note: '等配件',
        })
      ).state,
    ).toBe('paused')
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
    const looks = await house.rows<{ name: string; purpose: string }>(
      `select name, purpose from kernel.record where about = '${wang.person}' and kind = 'query' and subject = '${String(id)}' order by seq`,
    )
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
    const [counted] = await house.rows<{ n: number }>(
      `select count(*)::int as n from cases.case where place like '${STAGE.township}%'`,
    )
    expect(room.total.received).toBe(counted?.n)
    expect(room.total.received).toBe(room.children.reduce((sum, child) => sum + child.tally.received, 0))
    await expect(house.ask(house.as('huWeiping'), getFigures, { place: STAGE.county })).rejects.toEqual(
      refused('forbidden'),
    )
  })

  it('finds a case by its words once the relay has run', async () => {
    await house.relay()
    const found = await house.ask(house.as('huWeiping'), listCases, { text: '路灯不亮' })
    expect(found.rows.length).toBeGreaterThan(5)
    expect((await house.ask(house.as('zhuJianjun'), listCases, { text: '路灯不亮' })).rows).toEqual([])
  })

  it('a secret never stands in the open', async () => {
    const [row] = await house.rows<{ n: number }>(
      `select count(*)::int as n from cases.case where token = '${tokenOf(SECRET)}'`,
    )
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
