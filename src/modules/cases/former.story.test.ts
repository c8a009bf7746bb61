import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayOf } from '#kernel/clock.ts'
import { endPost, PostId } from '#modules/posts/contract.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { lampOf, SECRET } from '#test/city/lamp.ts'
import { acceptCase } from './contract-acts.ts'
import { followCase, getCase } from './contract.ts'

const DAY_MS = 86_400_000
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

it('the story of a case keeps the name of a worker whose post has ended; the public reads the office', async () => {
  const given = await lampOf(house).reported()
  const worker = house.as('yuXuewen')
  await house.send(worker, acceptCase, { id: given.id })
  const day = dayOf(house.clock.now() + DAY_MS)
  await house.send(house.as('wuKai'), endPost, { id: PostId.parse(worker.post), day, reason: '调离' })
  await house.relay()
  house.clock.advance(2 * DAY_MS)
  const seen = await house.ask(house.as('huWeiping'), getCase, { id: given.id })
  expect(seen.steps.find(({ action }) => action === 'accept')?.by).toMatchObject({ name: '余学文' })
  const followed = await house.ask(house.nobody, followCase, { number: given.number, secret: SECRET })
  const step = followed.steps.find(({ action }) => action === 'accept')
  expect(step?.by).toMatchObject({ name: null, title: expect.stringContaining('网格员') as unknown })
})
