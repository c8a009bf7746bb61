import { afterAll, beforeAll, expect, it } from 'vitest'
import { ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { noticeText } from '#modules/notices/messages.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { drafted, issued } from '#test/city/orders.ts'
import { orderHistory, withdrawOrder } from './contract-after.ts'
import { answerOrder, callList, coverage, listRecipients, myOrder } from './contract-answers.ts'
import { mergeOrder } from './contract-outlet.ts'
import { getOrder, issueOrder, listOrders, previewAudience } from './contract.ts'

/** What somebody with a bad intent tries with an order that is none of his. */
let house: House
beforeAll(async () => void (house = await openHouse()))
afterAll(() => house.close())

const id = (): never => house.key() as never
const audience = { within: [STAGE.grid], roles: ['grid_worker' as const] }
const GONE = { code: expect.stringMatching(/^(not_found|forbidden)$/) as string }

it('reads, counts, calls and changes no order of another county, though he knows its id', async () => {
  const order = await issued(house, house.as('huWeiping'), { audience })
  const stranger = house.as('zhuJianjun')
  for (const asked of [getOrder, orderHistory, coverage, listRecipients, callList])
    await expect(house.ask(stranger, asked as typeof getOrder, { id: order.id }), asked.name).rejects.toMatchObject(
      GONE,
    )
  await expect(house.ask(stranger, listOrders, { place: STAGE.county })).rejects.toMatchObject(GONE)
  await expect(house.ask(stranger, previewAudience, { audience: { ...audience } })).rejects.toMatchObject(GONE)
  await expect(house.send(stranger, withdrawOrder, { id: order.id, why: '不用做了' })).rejects.toMatchObject(GONE)
})

it('answers for nobody whom he does not stand in for', async () => {
  const order = await issued(house, house.as('huWeiping'), { audience })
  const saidAt = new Date(house.clock.now()).toISOString()
  const word = { id: id(), order: order.id, state: 'done' as const, note: '做好了', base: 1, saidAt }
  for (const who of ['yuXiaoqing', 'zhuJianjun', 'wangJianping'] as const) {
    const told = house.as('yuXuewen').post ?? undefined
    await expect(house.send(house.as(who), answerOrder, { ...word, for: told } as never), who).rejects.toMatchObject(
      GONE,
    )
    await expect(house.send(house.as(who), answerOrder, word as never), who).rejects.toMatchObject(GONE)
  }
  expect((await house.ask(house.as('yuXuewen'), myOrder, { id: order.id })).answer).toBeNull()
})

it('puts the name of his office under no order that asks nobody of his', async () => {
  const other = await issued(house, house.as('huWeiping'), { audience, title: '排查山塘水库' })
  const own = await drafted(house, house.as('zhuJianjun'), {
    audience: { within: [ELSEWHERE.grid], roles: ['grid_worker'] },
    title: '排查山塘水库',
  })
  const joined = house.send(house.as('zhuJianjun'), mergeOrder, { id: own.id, into: other.id, note: '并案' })
  await expect(joined).rejects.toMatchObject({ code: 'not_found' })
  expect((await house.ask(house.as('huWeiping'), getOrder, { id: other.id })).joint).toEqual([])
})

it('issues nothing to people beyond his place, whatever places his rule names', async () => {
  for (const within of [[ELSEWHERE.grid], [STAGE.grid, ELSEWHERE.grid]])
    await expect(
      drafted(house, house.as('huWeiping'), { audience: { within, roles: ['grid_worker'] } }),
    ).rejects.toMatchObject(GONE)
  const draft = await drafted(house, house.as('huWeiping'), { audience })
  await expect(house.send(house.as('zhuJianjun'), issueOrder, { id: draft.id } as never)).rejects.toMatchObject(GONE)
})

it('sends a drill out as if it were in earnest: who is told reads first that it is one', async () => {
  await issued(house, house.as('huWeiping'), { audience, mark: '26-D01', red: true, title: '连夜转移' })
  await house.relay()
  const told = await house.rows<{ kind: string; params: Record<string, string | number> }>(
    `select kind, params from notices.notice where post = '${house.as('yuXuewen').post}' and params->>'title' = '连夜转移'`,
  )
  expect(told.map(({ kind, params }) => noticeText(kind, params))).toEqual([expect.stringMatching(/^【演练】/)])
})
