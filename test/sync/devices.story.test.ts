import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../demo/cast.ts'
import { DAY_MS, HOUR_MS, instant } from '#kernel/clock.ts'
import { keepFile } from '#modules/cases/contract-inward.ts'
import { reportCase } from '#modules/cases/contract.ts'
import { commentCase } from '#modules/cases/contract-acts.ts'
import { decideParcel, listBacklog } from '#modules/sync/contract.ts'
import { type Door, openDoor } from '#test/http/door.ts'
import type { House } from '#test/city/house.ts'
import { note, reported, toldOf } from './made.ts'
import { Phone, stateOf } from './phone.ts'

let door: Door
let house: House
beforeAll(async () => {
  door = await openDoor()
  house = door.house
})
afterAll(() => door.close())

describe('what waits', () => {
  it('too long: nobody applies it, its maker and his room see it, and a person decides', async () => {
    const phone = new Phone(house, 'yuXuewen')
    const { id, parcel } = reported(phone)
    await phone.send([parcel])
    const lost = note(phone, id)
    const after = note(phone, id)
    expect(stateOf(await phone.send([after]), after)).toBe('held')
    house.clock.advance(5 * DAY_MS + HOUR_MS)
    await house.sweep()
    expect(stateOf(await phone.send([after]), after)).toBe('stranded')
    for (const who of ['yuXuewen', 'huWeiping'] as const)
      expect((await house.ask(house.as(who), listBacklog, {})).rows).toContainEqual(
        expect.objectContaining({ key: after.key, state: 'stranded', why: 'too_long', mine: who === 'yuXuewen' }),
      )
    expect((await house.ask(house.as('zhouChunxian'), listBacklog, {})).rows).toEqual([])
    expect(await toldOf(phone)).toContain('parcel_stranded')
    const person = phone.actor.person ?? ''
    // Nobody else lets it out as the worker's act, and it is not given up without a reason.
    const again = { person, key: after.key, decision: 'again' } as const
    await expect(house.send(house.as('huWeiping'), decideParcel, again)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(house.send(phone.actor, decideParcel, { ...again, decision: 'drop' })).rejects.toMatchObject({
      code: 'invalid',
    })
    await house.send(phone.actor, decideParcel, again)
    expect(stateOf(await phone.send([]), after)).toBe('done')
    // What was thought lost comes in the end: late, but it is not lost.
    expect(stateOf(await phone.send([lost]), lost)).toBe('done')
    expect((await house.ask(phone.actor, listBacklog, {})).rows).toEqual([])
  })

  it('beyond the bound it stays on the phone, which is told so', async () => {
    const phone = new Phone(house, 'yuXiaoqing')
    const orphan = () =>
      phone.make(commentCase, { id: house.key(), note: '看过了' }, house.key(), { after: house.key() })
    let last = orphan()
    for (let batch = 0; batch < 7; batch++) await phone.send(Array.from({ length: 50 }, () => (last = orphan())))
    const { receipts } = await phone.send([last])
    expect(receipts[0]).toMatchObject({ state: 'later', why: 'backlog_full' })
    expect(await house.rows(`select from sync.parcel where person = '${cast.yuXiaoqing.id}'`)).toHaveLength(300)
  })

  it('a server that dies between the effect and the note: the phone sends again and gets the first answer', async () => {
    const phone = new Phone(house, 'yuXuewen')
    const { id, parcel } = reported(phone)
    const first = await house.send(phone.actor, reportCase, parcel.input as never, parcel.key)
    const pushed = await phone.send([parcel])
    expect(pushed.receipts[0]).toMatchObject({ state: 'done', output: first })
    expect(await house.rows(`select from cases.case where id = '${id}'`)).toHaveLength(1)
  })

  it('a command that is none, and one of the house itself, are refused and kept', async () => {
    const phone = new Phone(house, 'yuXuewen')
    const bad = [{ name: 'no.such' }, { name: 'cases.tick' }, { name: 'signin.out' }, { name: 'sync.note' }]
    for (const command of bad) {
      const parcel = phone.make(command, {}, command.name)
      expect(stateOf(await phone.send([parcel]), parcel)).toBe('refused')
      await house.send(phone.actor, decideParcel, {
        person: parcel.person,
        key: parcel.key,
        decision: 'drop',
        reason: '试错了',
      })
    }
  })
})

it('photos of what waits are not swept away, and go with it when it is given up', async () => {
  const phone = new Phone(house, 'yuXuewen')
  const { id } = reported(phone)
  const photo = house.key()
  const file = {
    id: photo,
    key: 'a'.repeat(64),
    thumbKey: 'b'.repeat(64),
    width: 4,
    height: 3,
    bytes: 5,
    lon: null,
    lat: null,
  }
  await house.send(phone.actor, keepFile, file)
  const waits = phone.make(commentCase, { id, note: '看过了', files: [photo] }, id)
  expect(stateOf(await phone.send([waits]), waits)).toBe('held')
  const there = () => house.rows(`select from cases.file where id = '${photo}'`)
  await house.relay()
  house.clock.advance(3 * DAY_MS)
  await house.sweep()
  expect(await there()).toHaveLength(1)
  const drop = { person: waits.person, key: waits.key, decision: 'drop', reason: '不用办了' } as const
  await house.send(phone.actor, decideParcel, drop)
  await house.relay()
  await house.sweep()
  expect(await there()).toHaveLength(0)
})

describe('clocks that are wrong', () => {
  it.each([3 * 365 * DAY_MS, -20 * 365 * DAY_MS])(
    'off by %d ms: ours decides, theirs is kept as claimed',
    async (skewMs) => {
      const phone = new Phone(house, 'yuXuewen')
      phone.skewMs = skewMs
      const { id, parcel } = reported(phone)
      const after = note(phone, id)
      await phone.send([after])
      expect(stateOf(await phone.send([parcel]), after)).toBe('done')
      const [found] = await house.rows<{ at: string }>(`select received_at as at from cases.case where id = '${id}'`)
      expect(found?.at).toBe(instant(house.clock.now()))
      const [kept] = await house.rows<{ skew: string; claimed: string }>(
        `select skew_ms as skew, claimed_at as claimed from sync.parcel where key = '${parcel.key}'`,
      )
      expect(Number(kept?.skew)).toBe(skewMs)
      expect(kept?.claimed).toBe(parcel.at)
    },
  )
})

describe('a change of user', () => {
  it('what A made goes under A alone; B neither sends nor sees it', async () => {
    const a = new Phone(house, 'yuXuewen')
    const { parcel } = reported(a)
    await expect(a.send([parcel], house.as('yuGuorong'))).rejects.toMatchObject({ code: 'forbidden' })
    expect(await house.rows(`select from sync.parcel where key = '${parcel.key}'`)).toEqual([])
    const orphan = note(a, house.key(), { after: house.key() })
    await a.send([orphan])
    expect((await house.ask(house.as('yuGuorong'), listBacklog, {})).rows).toEqual([])
    expect(stateOf(await a.send([parcel]), parcel)).toBe('done')
  })

  it('over HTTP: without a session, with another person’s, and without the header that no other site can send', async () => {
    const phone = new Phone(house, 'yuXuewen')
    const { parcel } = reported(phone)
    const body = { device: phone.device, sentAt: instant(house.clock.now()), parcels: [parcel] }
    const push = (headers: Record<string, string>) =>
      door.app.inject({ method: 'POST', url: '/api/sync/parcels', headers, payload: body })
    const { cookie } = await door.signIn('yuXuewen')
    const { cookie: another } = await door.signIn('yuGuorong')
    expect((await push({ 'x-openpalm': '1' })).statusCode).toBe(401)
    expect((await push({ 'x-openpalm': '1', cookie: another })).statusCode).toBe(403)
    expect((await push({ cookie })).statusCode).toBe(403)
    const done = await push({ 'x-openpalm': '1', cookie })
    expect(done.json()).toMatchObject({
      receipts: [{ key: parcel.key, state: 'done', output: { number: expect.any(String) } }],
    })
    expect(
      (
        await door.app.inject({
          method: 'POST',
          url: '/api/sync/parcels',
          headers: { 'x-openpalm': '1', cookie },
          payload: { parcels: 7 },
        })
      ).statusCode,
    ).toBe(400)
  })
})
