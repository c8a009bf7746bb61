import { afterEach, beforeEach, expect, it } from 'vitest'
import { STAGE } from '../../../demo/cast.ts'
import { DAY_MS } from '#kernel/clock.ts'
import { startSweep } from '#modules/relief/contract-sweeps.ts'
import { settle } from '#test/city/doors.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { beginResponse, endResponse, finishResponse } from '#test/city/response.ts'
import { getCertificate, keepItem, listKept, release } from './contract-ending.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const command = () => house.as('chenLixin')
const SAID = {
  ground: 'investigation' as const,
  legality: '《突发事件应对法》第八十五条',
  necessity: '事故调查要核对转移时间',
  safety: '只有调查组两人能看，加密保存',
}
const count = async (table: string) =>
  (await house.rows<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n

/** A sweep of the village in a response of the kind that opens it, until that is over; a door of it. */
async function sweptDoor(): Promise<{ activation: never; door: string }> {
  await settle(house, ['wangJianping', 'zhengGuixiang'])
  const { id: activation } = await beginResponse(house, { playbook: 'public_health', level: 'II' }, [
    'zhuGuoliang',
    'chenLixin',
  ])
  await house.send(house.as('huWeiping'), startSweep, {
    id: house.key() as never,
    place: STAGE.village,
    title: '逐户摸排',
  })
  const [door] = await house.rows<{ id: string }>(`select id from relief.door order by id limit 1`)
  await endResponse(house, activation)
  await house.sweep()
  return { activation, door: door?.id ?? '' }
}

it('keeps with an item what it is a part of; both go on the day until which they are kept', async () => {
  const { activation, door } = await sweptDoor()
  expect(await count('relief.door')).toBeGreaterThan(1)
  const kept = { activation, table: 'relief.door', item: door, until: '2026-10-15' as never }
  await house.send(command(), keepItem, { id: house.key() as never, ...kept, ...SAID })
  const certificate = await finishResponse(house, activation)
  expect(await house.rows(`select id from relief.door`)).toEqual([{ id: door }])
  expect(await count('relief.sweep')).toBe(1)
  const { rows } = await house.ask(command(), listKept, { activation })
  expect(rows.map(({ table }) => table).toSorted()).toEqual(['relief.door', 'relief.sweep'])
  expect(await house.ask(house.nobody, getCertificate, { id: certificate as never })).toMatchObject({ sound: true })
  house.clock.advance(60 * DAY_MS)
  await house.sweep()
  expect([await count('relief.door'), await count('relief.sweep')]).toEqual([0, 0])
})

it('lets nobody release what a kept item is a part of before that item', async () => {
  const { activation, door } = await sweptDoor()
  const id = house.key() as never
  const kept = { activation, table: 'relief.door', item: door, until: '2026-10-15' as never }
  await house.send(command(), keepItem, { id, ...kept, ...SAID })
  const { rows } = await house.ask(command(), listKept, { activation })
  const whole = rows.find(({ table }) => table === 'relief.sweep')?.id as never
  const reason = '调查已结束'
  await expect(house.send(command(), release, { id: whole, reason })).rejects.toMatchObject({ code: 'conflict' })
  await house.send(command(), release, { id, reason })
  await house.send(command(), release, { id: whole, reason })
  await finishResponse(house, activation)
  expect([await count('relief.door'), await count('relief.sweep')]).toEqual([0, 0])
})
