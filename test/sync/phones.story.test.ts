import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gzipSync } from 'node:zlib'
import { cast } from '../../demo/cast.ts'
import { DAY_MS, instant } from '#kernel/clock.ts'
import type { Actor } from '#kernel/authorise.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { carryOut } from '#modules/sync/api.ts'
import { endPost } from '#modules/posts/contract.ts'
import {
  confirmWipe,
  listBacklog,
  listDevices,
  registerDevice,
  takeBundle,
  touchDevice,
  wipeDevice,
} from '#modules/sync/contract.ts'
import { type Door, openDoor } from '#test/http/door.ts'
import type { House } from '#test/city/house.ts'
import { reported, toldOf } from './made.ts'
import { Phone, stateOf } from './phone.ts'

let door: Door
let house: House
beforeAll(async () => {
  door = await openDoor()
  house = door.house
})
afterAll(() => door.close())

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
    const twice = await house.rows(
      `select about, subject from kernel.record where name = 'sync.bundle' and about is not null group by request, about, subject having count(*) > 1`,
    )
    expect(twice, 'one contact is one look at each of them').toEqual([])
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
