import { afterEach, beforeEach, expect, it } from 'vitest'
import { cast, ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { DAY_MS, HOUR_MS, instant } from '#kernel/clock.ts'
import { listLooks } from '#modules/consents/contract.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { openTools } from '#test/city/opened.ts'
import { startCheck } from './contract-checks.ts'
import { crossPass, endPass, givePass, listPasses } from './contract-passes.ts'
import { checks, passes } from './levers.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const id = (): never => house.key() as never
const wang = () => house.as('wangJianping')
const give = (more: object = {}) =>
  house.send(house.as('yuGuorong'), givePass, {
    id: id(),
    place: STAGE.village,
    person: cast.wangJianping.id as never,
    reason: 'medical',
    why: '透析，每周三次',
    until: instant(house.clock.now() + 2 * DAY_MS),
    ...more,
  })
/** The checkpoint is in another village of the township. */
const cross = (code: string, more: object = {}) =>
  house.send(house.as('huWeiping'), crossPass, { id: id(), place: STAGE.township, code, way: 'out', ...more })

it('is closed in peace', async () => {
  await expect(give()).rejects.toMatchObject({ code: 'not_open', detail: { capability: 'relief.passes' } })
  await expect(cross('23456789')).rejects.toMatchObject({ code: 'not_open' })
})

it('lets its holder through until its hour, and each look is on record', async () => {
  await openTools(house, [passes])
  const { id: pass, code } = await give()
  expect((await house.ask(wang(), listPasses, {})).rows).toMatchObject([{ code, live: true, can: [] }])
  expect(await cross(`${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`)).toMatchObject({
    name: '汪**',
    reason: 'medical',
    plate: null,
  })
  expect((await house.ask(wang(), listLooks, {})).rows).toEqual(
    expect.arrayContaining([expect.objectContaining({ what: 'relief.crossPass' })]),
  )
  expect((await house.rows(`select from relief.crossing where pass = '${pass}'`)).length).toBe(1)
  house.clock.advance(2 * DAY_MS)
  await expect(cross(code)).rejects.toMatchObject({ code: 'gone', detail: { ended: false } })
  expect((await house.ask(wang(), listPasses, { live: false })).rows).toMatchObject([{ code, live: false }])
  expect((await house.ask(wang(), listPasses, { live: true })).rows).toEqual([])
})

it('is worth nothing when it was ended, is not begun, or is none', async () => {
  await openTools(house, [passes])
  const { id: pass, code } = await give({ plate: '浙H12345' })
  await house.send(house.as('huWeiping'), endPass, { id: pass, reason: '不再需要' })
  await expect(cross(code)).rejects.toMatchObject({ code: 'gone', detail: { ended: true } })
  const later = await give({ from: instant(house.clock.now() + HOUR_MS) })
  await expect(cross(later.code)).rejects.toMatchObject({ code: 'too_soon' })
  await expect(cross('22222222')).rejects.toMatchObject({ code: 'not_found' })
  await expect(give({ person: null })).rejects.toMatchObject({ code: 'invalid' })
  await expect(give({ until: instant(house.clock.now() + 21 * DAY_MS) })).rejects.toMatchObject({ code: 'invalid' })
})

it('is looked at where one stands, and given for one’s own place', async () => {
  await openTools(house, [passes], { place: STAGE.city })
  const { code } = await give()
  await expect(cross(code, { place: ELSEWHERE.township })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(give({ place: ELSEWHERE.village })).rejects.toMatchObject({ code: 'forbidden' })
  for (const who of ['wangJianping', 'wuKai'] as const)
    await expect(
      house.send(house.as(who), crossPass, { id: id(), place: STAGE.village, code, way: 'in' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  expect((await house.ask(house.as('xuLihua'), listPasses, {})).rows).toEqual([])
  expect((await house.ask(house.as('zhouChunxian'), listPasses, {})).rows).toEqual([])
})

it('is how a list may name somebody without a home here: he was seen coming in', async () => {
  await openTools(house, [passes, checks])
  const guest = { name: '沈来客', phone: '13988887777' }
  const { code } = await give({ person: null, caller: guest, reason: 'work' })
  const [organ] = await house.rows<{ id: never }>(`select id from people.organ where place = '${STAGE.county}' limit 1`)
  const check = () =>
    house.send(house.as('huWeiping'), startCheck, {
      id: id(),
      place: STAGE.township,
      kind: 'infection',
      title: '同住排查',
      source: organ?.id as never,
      sourceNumber: '柯防办〔2026〕13号',
      purpose: '请本人做一次检测',
      basis: '《传染病防治法》第三十九条',
      until: instant(house.clock.now() + DAY_MS),
      lines: [{ id: id(), ...guest, reason: 'shared_space', evidence: '同住一家旅馆' }],
    })
  expect(await check()).toMatchObject({ listed: 0, refused: [{ why: 'not_in_city' }] })
  await cross(code, { way: 'in' })
  expect(await check()).toMatchObject({ listed: 1, refused: [] })
})
