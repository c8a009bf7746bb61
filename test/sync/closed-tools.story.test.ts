import { afterEach, beforeEach, expect, it } from 'vitest'
import { STAGE } from '../../demo/cast.ts'
import { HOUR_MS, instant } from '#kernel/clock.ts'
import { refusalTexts } from '#kernel/refusal-messages.ts'
import { answerOrder, myOrder } from '#modules/orders/contract-answers.ts'
import { withdrawOrder } from '#modules/orders/contract-after.ts'
import { evacuate, listEvacuees, noteEvacuee } from '#modules/relief/contract-evacuation.ts'
import { evacuation } from '#modules/relief/levers.ts'
import { decideParcel } from '#modules/sync/contract.ts'
import { settle } from '#test/city/doors.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { closeTools, openTools } from '#test/city/opened.ts'
import { issued } from '#test/city/orders.ts'
import { Phone, states } from './phone.ts'

/** A phone comes out of the mountains when it is all over: what was written there is refused in words, and stays on the phone. */
let house: House
let phone: Phone
let under: string
const SAYING = '左腿骨折，女儿在上海'
beforeEach(async () => {
  house = await openHouse()
  const home = await settle(house, ['wangJianping'])
  under = await openTools(house, [evacuation])
  const households = [home.household as never]
  await house.send(house.as('yuGuorong'), evacuate, { id: house.key() as never, place: STAGE.grid, households })
  phone = new Phone(house, 'yuXuewen')
  await phone.register()
})
afterEach(() => house.close())

const listed = async (): Promise<never> =>
  (await house.ask(phone.actor, listEvacuees, { place: STAGE.grid })).rows[0]?.id as never
const word = (evacuee: never, state: 'reached' | 'moving') =>
  phone.make(
    noteEvacuee,
    { id: house.key(), evacuee, state, note: SAYING, at: instant(house.clock.now()) },
    `evacuee ${String(evacuee)}`,
    { title: '已上门 · 汪建平' },
  )
/** Every table that holds a text. */
async function holding(text: string): Promise<string[]> {
  const tables = await house.rows<{ table: string }>(
    `select format('%I.%I', schemaname, tablename) as table from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const found: string[] = []
  for (const { table } of tables)
    if ((await house.rows(`select from ${table} t where t::text like '%${text}%' limit 1`)).length > 0)
      found.push(table)
  return found
}

it('words of people who are moved, sent after the end, are refused and kept by the phone alone', async () => {
  const evacuee = await listed()
  const [first, second] = [word(evacuee, 'reached'), word(evacuee, 'moving')]
  house.clock.advance(HOUR_MS)
  await closeTools(house, under)
  const pushed = await phone.send([first, second])
  expect(states(pushed, [first, second])).toEqual(['refused', 'held'])
  expect(pushed.receipts[0]).toMatchObject({ code: 'not_open' })
  expect(refusalTexts.not_open()).toContain('现在没有开放')
  await house.sweep()
  expect(await holding(SAYING)).toEqual([])
  expect((await holding('已上门')).filter((table) => table !== 'kernel.outbox')).toEqual([])

  const sayAgain = async () => {
    const person = phone.actor.person as never
    await house.send(phone.actor, decideParcel, { person, key: first.key as never, decision: 'again', reason: '' })
    return states(await phone.send([first, second]), [first, second])
  }
  // Another response is not the one that he spoke of.
  const other = await openTools(house, [evacuation])
  expect(await sayAgain()).toEqual(['refused', 'held'])
  await closeTools(house, other)
  house.clock.advance(1)

  // The same one opens it again, as at a higher level: its maker sends it again, out of the phone, and nothing of it is lost.
  await openTools(house, [evacuation], { under })
  expect(await sayAgain()).toEqual(['done', 'done'])
  expect((await house.ask(phone.actor, listEvacuees, { place: STAGE.grid })).rows).toMatchObject([
    { state: 'moving', note: SAYING },
  ])
})

it('of what came in time no name stays in the outbox of the server when the holds are over', async () => {
  const sent = word(await listed(), 'reached')
  expect(states(await phone.send([sent]), [sent])).toEqual(['done'])
  await house.sweep()
  expect(await holding('已上门')).toContain('sync.parcel')
  house.clock.advance(HOUR_MS)
  await closeTools(house, under)
  house.clock.advance(HOUR_MS)
  await house.sweep()
  expect(await holding('已上门')).toEqual([])
  expect(states(await phone.send([sent]), [sent])).toEqual(['done'])
})

it('an answer to an order is taken after the end too; of one that was withdrawn the phone hears that it was', async () => {
  const audience = { within: [STAGE.grid], roles: ['grid_worker' as const] }
  const [stands, gone] = [
    await issued(house, house.as('huWeiping'), { audience }),
    await issued(house, house.as('huWeiping'), { audience, title: '巡查山塘' }),
  ]
  const answer = (order: { id: string }) =>
    phone.make(
      answerOrder,
      { id: house.key(), order: order.id, state: 'done', note: '看过了', at: instant(house.clock.now()) },
      `order ${order.id}`,
    )
  const [one, other] = [answer(stands), answer(gone)]
  house.clock.advance(HOUR_MS)
  await house.send(house.as('huWeiping'), withdrawOrder, { id: gone.id, why: '响应已经解除' })
  await closeTools(house, under)
  const pushed = await phone.send([one, other])
  expect(states(pushed, [one, other])).toEqual(['done', 'done'])
  expect(pushed.receipts.map(({ output }) => output)).toMatchObject([
    { orderState: 'issued' },
    { orderState: 'withdrawn' },
  ])
  expect((await house.ask(phone.actor, myOrder, { id: stands.id })).answer).toBe('done')
})
