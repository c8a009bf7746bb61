import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gzipSync } from 'node:zlib'
import { cast, STAGE } from '../../demo/cast.ts'
import { DAY_MS, HOUR_MS, instant } from '#kernel/clock.ts'
import type { Actor } from '#kernel/authorise.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { carryOut } from '#modules/sync/api.ts'
import { keepFile } from '#modules/cases/contract-inward.ts'
import { reportCase } from '#modules/cases/contract.ts'
import { commentCase } from '#modules/cases/contract-acts.ts'
import { endPost } from '#modules/posts/contract.ts'
import {
  confirmWipe,
  decideParcel,
  listBacklog,
  listDevices,
  registerDevice,
  takeBundle,
  touchDevice,
  wipeDevice,
} from '#modules/sync/contract.ts'
import { type Door, openDoor } from '#test/http/door.ts'
import type { House } from '#test/city/house.ts'
import { Phone, stateOf } from './phone.ts'

let door: Door
let house: House
beforeAll(async () => {
  door = await openDoor()
  house = door.house
})
afterAll(() => door.close())

const reported = (from: Phone) => {
  const id = house.key()
  const parcel = from.make(
    reportCase,
    {
      id,
      secret: 'a1B2c3D4e5F6g7H8',
      channel: 'patrol',
      kind: '01-07',
      description: '工地拖欠工资三个月',
      place: STAGE.grid,
    },
    id,
  )
  return { id, parcel }
}
const note = (from: Phone, id: string, more: object = {}) => from.make(commentCase, { id, note: '看过了' }, id, more)

/** Kinds of the notices that its owner got. */
const toldOf = async (phone: Phone) =>
  (await house.rows<{ kind: string }>(`select kind from notices.notice where person = '${phone.actor.person}'`)).map(
    ({ kind }) => kind,
  )

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

describe('a phone', () => {
  it('is known by its token, opens for its owner alone, and two tabs get one secret', async () => {
    const phone = new Phone(house, 'yuXuewen')
    const answers = await Promise.all([1, 2, 3].map(() => phone.register()))
    expect(new Set(answers.map(({ secret }) => secret)).size).toBe(1)
    expect(Buffer.from(answers[0]?.secret ?? '', 'base64')).toHaveLength(32)
    const thief = { device: phone.device as never, token: 'X'.repeat(40), name: 'phone' }
    await expect(house.send(phone.actor, registerDevice, thief)).rejects.toMatchObject({ code: 'forbidden' })
    const b = await house.send(house.as('yuGuorong'), registerDevice, { ...thief, token: phone.token })
    expect(b.secret).not.toBe(answers[0]?.secret)
    expect(
      await house.ask(house.nobody, touchDevice, { device: phone.device as never, token: 'X'.repeat(40) }),
    ).toEqual({ known: false, wipe: null })
  })

  it('that is lost is emptied: its session ends, its half of the key is gone, it says when it has done so', async () => {
    const { cookie } = await door.signIn('huWeiping')
    const [device, token] = [uuidv7(2), 'H'.repeat(40)]
    const post = (name: string, body: object) => door.post(name, body, { cookie })
    expect((await post('sync.register', { device, token, name: 'lost' })).statusCode).toBe(200)
    const security = house.as('zhengLan')
    const row = (await house.ask(security, listDevices, {})).rows.find((one) => one.device === device)
    await expect(
      house.send(house.as('yuXuewen'), wipeDevice, { id: row?.id ?? '', reason: '不是我的' }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await house.send(security, wipeDevice, { id: row?.id ?? '', reason: '手机丢在路上' })
    expect((await door.get('/api/signin.sessions', { cookie })).statusCode).toBe(401)
    const known = { device: device as never, token }
    expect(await house.ask(house.nobody, touchDevice, known)).toEqual({ known: true, wipe: 'asked' })
    await expect(house.send(house.as('huWeiping'), registerDevice, { ...known, name: 'lost' })).rejects.toMatchObject({
      code: 'gone',
    })
    expect((await house.ask(house.as('huWeiping'), takeBundle, { device: device as never })).entries).toEqual([])
    expect(await house.rows(`select from sync.device where device = '${device}' and secret is not null`)).toEqual([])
    await house.send(house.nobody, confirmWipe, { ...known, unsent: 2 })
    const told = await house.rows<{ kind: string }>(
      `select kind from notices.notice where person = '${cast.huWeiping.id}'`,
    )
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['phone_wiping', 'phone_wiped_unsent']))
    expect((await house.ask(security, listDevices, {})).rows.find((one) => one.device === device)?.wipe).toMatchObject({
      reason: '手机丢在路上',
      doneAt: instant(house.clock.now()),
    })
    expect(await house.ask(house.nobody, touchDevice, known)).toMatchObject({ known: true, wipe: null })
  })

  it('takes the day along once, then only what changed; whose data it carries sees that', async () => {
    const phone = new Phone(house, 'yuXuewen')
    await phone.register()
    await phone.send([reported(phone).parcel])
    const bundle = async (have = '') => {
      const part = (no: number) => house.ask(phone.actor, takeBundle, { device: phone.device as never, part: no, have })
      const parts = [await part(0)]
      for (let no = 1; no < (parts[0]?.parts ?? 1); no++) parts.push(await part(no))
      const tags = (all: string[]) => [...new Set(all)]
      return {
        entries: [...new Map(parts.flatMap(({ entries }) => entries).map((one) => [one.tag, one])).values()],
        keep: tags(parts.flatMap(({ keep }) => keep.match(/.{8}/g) ?? [])).join(''),
        left: parts[0]?.left ?? 0,
      }
    }
    const first = await bundle()
    const named = first.entries.map(({ query }) => query)
    expect(named).toEqual(expect.arrayContaining(['signin.me', 'cases.list', 'cases.get', 'places.get']))
    const bytes = gzipSync(JSON.stringify(first)).length
    console.log(
      `first sync: ${first.entries.length} answers, ${(bytes / 1024).toFixed(1)} KB compressed, ${first.left} left behind`,
    )
    expect(bytes).toBeLessThan(1024 * 1024)
    const looks = await house.rows(
      `select from kernel.record where name = 'sync.bundle' and purpose = 'offline_work' and about = '${cast.wangJianping.id}'`,
    )
    expect(looks.length).toBeGreaterThan(0)
    const have = first.entries.map(({ tag }) => tag).join('')
    const second = await bundle(have)
    expect(second.entries).toEqual([])
    expect(second.keep.length).toBe(have.length)
    const { id, parcel } = reported(phone)
    await phone.send([parcel])
    const third = await bundle(have)
    expect(third.entries.map(({ query }) => query)).toContain('cases.get')
    expect(third.entries.length).toBeLessThan(12)
    expect(third.entries.some(({ input }) => input['id'] === id)).toBe(true)
  }, 120_000)

  it('whose owner’s last post has ended: hands in what it holds for the room to see, then empties itself', async () => {
    const phone = new Phone(house, 'yuGuorong')
    await phone.register()
    const { id, parcel } = reported(phone)
    await house.send(house.as('wuKai'), endPost, {
      id: phone.actor.post as never,
      day: instant(house.clock.now()).slice(0, 10),
      reason: '调离',
    })
    house.clock.advance(DAY_MS)
    await house.relay()
    house.p.cache.drop('')
    const known = { device: phone.device as never, token: phone.token }
    expect(await house.ask(house.nobody, touchDevice, known)).toEqual({ known: true, wipe: 'post_ended' })
    const resident = { ...house.nobody, kind: 'resident', role: 'resident', person: phone.actor.person } as never
    expect(stateOf(await phone.send([parcel], resident), parcel)).toBe('stranded')
    const room = house.as('huWeiping')
    expect((await house.ask(room, listBacklog, {})).rows).toContainEqual(
      expect.objectContaining({ key: parcel.key, why: 'post_ended', owner: cast.yuGuorong.name }),
    )
    expect(await toldOf(phone)).toContain('parcels_left')
    // The room carries it out: its own act, on record about whose work it was, told to him, and once.
    const carried = { person: phone.actor.person ?? '', key: parcel.key, reason: '人已调离，事还要办' }
    const carry = (who: Actor) => carryOut({ p: house.p, actor: who, request: house.key(), client: undefined }, carried)
    await expect(carry(house.as('yuXuewen'))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(carry(house.as('zhouChunxian'))).rejects.toMatchObject({ code: 'forbidden' })
    expect(await carry(room)).toMatchObject({ output: { number: expect.any(String) } })
    await expect(carry(room)).rejects.toMatchObject({ code: 'not_found' })
    expect(await toldOf(phone)).toContain('parcel_carried')
    const [noted] = await house.rows<{ about: string; person: string }>(
      `select about, person from kernel.record where name = 'sync.carried' and subject = '${parcel.key}'`,
    )
    expect(noted).toEqual({ about: phone.actor.person, person: room.person })
    expect(await house.rows(`select from cases.case where id = '${id}'`)).toHaveLength(1)
    expect(stateOf(await phone.send([parcel], resident), parcel)).toBe('done')
    await expect(house.ask(resident, takeBundle, { device: phone.device as never })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
