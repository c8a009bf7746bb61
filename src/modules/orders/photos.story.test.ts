import { afterEach, beforeEach, expect, it } from 'vitest'
import { STAGE } from '../../../demo/cast.ts'
import type { Actor } from '#kernel/authorise.ts'
import { DAY_MS, instant } from '#kernel/clock.ts'
import { keepFile } from '#modules/cases/contract-inward.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { issued } from '#test/city/orders.ts'
import { answerOrder, findPhoto, keepMonths, listRecipients, myOrder, noteCall } from './contract-answers.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const county = () => house.as('chenLixin')
const yu = () => house.as('yuXuewen')
const id = (): never => house.key() as never
async function upload(by: Actor = yu()): Promise<never> {
  const photo = id()
  const [key, thumbKey] = [`${String(photo)}.jpg`, `${String(photo)}-small.jpg`]
  for (const name of [key, thumbKey]) await house.p.ports.files.put(name, new Uint8Array([1]))
  await house.send(by, keepFile, { id: photo, key, thumbKey, width: 1, height: 1, bytes: 1, lon: null, lat: null })
  return photo
}
const asked = () => issued(house, county(), { evidence: 'photo' })
const done = (order: string, photos: never[], more: object = {}) =>
  house.send(yu(), answerOrder, { id: id(), order: order as never, state: 'done', photos, ...more })
const loose = async () =>
  (await house.rows<{ id: string }>(`select id from cases.file where case_id is null and not taken`)).map((f) => f.id)

it('an order that asks for photos is done with them, in the order in which they were taken', async () => {
  const { id: order } = await asked()
  await expect(done(order, [])).rejects.toMatchObject({
    code: 'evidence_missing',
    detail: { problems: [{ path: 'photos', problem: 'missing' }] },
  })
  const [first, second] = [await upload(), await upload()]
  expect((await done(order, [second, first])).state).toBe('done')
  expect(await loose()).toEqual([])
  const { answers } = await house.ask(yu(), myOrder, { id: order })
  expect(answers[0]?.photos).toEqual([
    { id: second, url: `/api/orders/photos/${String(second)}`, thumb: `/api/orders/photos/${String(second)}/thumb` },
    { id: first, url: `/api/orders/photos/${String(first)}`, thumb: `/api/orders/photos/${String(first)}/thumb` },
  ])
})

it('photos come with what blocks somebody too; the word said last is the one whose photos are shown', async () => {
  const { id: order } = await issued(house, county())
  const road = await upload()
  const blocked = {
    id: id(),
    order,
    state: 'blocked' as const,
    need: 'vehicle' as const,
    note: '路断了',
    photos: [road],
  }
  await house.send(yu(), answerOrder, blocked)
  const shown = async () =>
    (await house.ask(county(), listRecipients, { id: order, node: STAGE.grid })).rows.map(({ photos }) => photos.length)
  expect(await shown()).toEqual([1])
  house.clock.advance(60_000)
  await done(order, [])
  expect(await shown()).toEqual([0])
})

it('nothing is proved by somebody else’s photo, by one of another answer, or by one that never came', async () => {
  const { id: order } = await asked()
  const unknown = { code: 'invalid', detail: { problems: [{ path: 'photos', problem: 'unknown_photo' }] } }
  await expect(done(order, [await upload(house.as('yuXiaoqing'))])).rejects.toMatchObject(unknown)
  await expect(done(order, [id()])).rejects.toMatchObject(unknown)
  const own = await upload()
  await done(order, [own])
  const { id: other } = await asked()
  await expect(done(other, [own])).rejects.toMatchObject(unknown)
  // A call brings no photo.
  const called = { id: id(), order: other, who: yu().post as never, state: 'done' as const, note: '说拍了' }
  await expect(house.send(county(), noteCall, called)).rejects.toMatchObject({ code: 'evidence_missing' })
})

it('is opened by who answered, who issued and the places above; each look is on record, and nobody else opens it', async () => {
  const { id: order } = await asked()
  const photo = await upload()
  const open = (by: Actor, whole = true) => house.ask(by, findPhoto, { id: photo, whole })
  await expect(open(yu())).rejects.toMatchObject({ code: 'not_found' })
  await done(order, [photo])
  const looks = () =>
    house.rows<{ name: string; fields: string }>(
      `select name, detail->>'fields' as fields from kernel.record where about = '${yu().person ?? ''}' and name in ('orders.photo', 'orders.recipients') order by at, name`,
    )
  expect(await open(yu())).toEqual({ key: `${String(photo)}.jpg`, thumbKey: `${String(photo)}-small.jpg` })
  expect(await looks()).toEqual([])
  await house.ask(county(), listRecipients, { id: order, node: STAGE.grid })
  house.clock.advance(1000)
  await open(county(), false)
  for (const by of [county(), house.as('yuGuorong')]) await open(by)
  expect((await looks()).map(({ name }) => name)).toEqual(['orders.recipients', 'orders.photo', 'orders.photo'])
  for (const who of ['yuXiaoqing', 'zhouChunxian', 'zhuJianjun', 'jiangHaibo', 'wangJianping'] as const)
    await expect(open(house.as(who)), who).rejects.toMatchObject({ code: expect.stringMatching(/not_found|forbidden/) })
  await expect(open(house.nobody)).rejects.toMatchObject({ code: expect.stringMatching(/unauthenticated|forbidden/) })
})

it('is not swept away with loose photos, and goes with the month of its answer', async () => {
  const { id: order } = await asked()
  const [photo, left] = [await upload(), await upload()]
  await done(order, [photo])
  house.clock.advance(2 * DAY_MS)
  await house.sweep()
  expect(await house.rows(`select id from cases.file`)).toEqual([{ id: photo }])
  expect(await house.p.ports.files.get(`${String(left)}.jpg`)).toBeUndefined()
  house.clock.advance(4 * 365 * DAY_MS)
  const month = instant(house.clock.now()).slice(0, 7)
  await house.send({ ...house.nobody, kind: 'system', role: 'system', place: '' }, keepMonths, { month })
  await house.sweep()
  expect(await house.rows(`select id from orders.photo`)).toEqual([])
  expect(await house.rows(`select id from cases.file`)).toEqual([])
  expect(await house.p.ports.files.get(`${String(photo)}.jpg`)).toBeUndefined()
})
