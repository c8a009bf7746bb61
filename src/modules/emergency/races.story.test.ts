import { afterEach, beforeEach, expect, it } from 'vitest'
import { STAGE } from '../../../demo/cast.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { beginResponse, endResponse, SAID } from '#test/city/response.ts'
import { confirm, current, declare, extend } from './contract.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const id = () => house.key() as never
const USUAL = { playbook: 'flood', level: 'III' as const, area: [STAGE.county], hours: 48, reviewHours: 24, ...SAID }

it('of two proposals for one place, two who confirm at the same instant put one in force', async () => {
  const [one, other] = [id(), id()]
  for (const decision of [one, other])
    await house.send(house.as('chenLixin'), declare, { ...USUAL, id: id(), decision })
  const outcomes = await Promise.allSettled([
    house.send(house.as('maoXuefen'), confirm, { decision: one }),
    house.send(house.as('maoXuefen'), confirm, { decision: other }),
  ])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'in_force' } })
  expect((await house.ask(house.nobody, current, {})).rows).toHaveLength(1)
})

it('an end and a decision that come at the same instant wait for each other; what is over is not extended', async () => {
  const { id: activation } = await beginResponse(house)
  const decision = id()
  const more = { hours: 96, reviewHours: 48, ...SAID }
  await house.send(house.as('chenLixin'), extend, { id: activation, decision, ...more })
  const held = await house.p.db.pool.begin(async (q) => {
    await q.unsafe(`select from emergency.activation for update`)
    const ending = endResponse(house, activation)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const confirming = house.send(house.as('maoXuefen'), confirm, { decision })
    await new Promise((resolve) => setTimeout(resolve, 300))
    return { both: Promise.allSettled([ending, confirming]) }
  })
  expect(await held.both).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: { code: 'already' } }])
  expect((await house.ask(house.nobody, current, {})).rows).toEqual([])
  expect(
    await house.rows(`select id from kernel.hold where ends_at > '${new Date(house.clock.now() + 1).toISOString()}'`),
  ).toEqual([])
})
