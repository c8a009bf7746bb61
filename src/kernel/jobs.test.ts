import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Bare, idOf, openBare } from '#test/bare/house.ts'
import { addSum, sums } from '#test/bare/sums.ts'
import { UUID } from './ids.ts'
import { type Due, type Job, keyOf, sweep } from './jobs.ts'
import { SYSTEM } from './authorise.ts'
import { run } from './pipeline.ts'

let house: Bare
beforeEach(async () => void (house = await openBare([sums])))
afterEach(() => house.close())

const PLACE = '330802001001'
const due = (id: string, amount: number, because = id): Due => ({
  command: addSum.name,
  input: { id, place: PLACE, amount },
  because,
})
const job = (...found: Due[]): Job => ({ name: 'sums.due', everySeconds: 1, find: () => Promise.resolve(found) })
const amounts = () => house.rows<{ id: string; amount: number }>('select id, amount from sums.sum order by id')

it('does what is due as the house itself, on the ordinary road', async () => {
  const id = idOf()
  expect(await sweep(house.p, job(due(id, 3)))).toBe(1)
  expect(await amounts()).toEqual([{ id, amount: 3 }])
  expect(await house.rows('select actor_kind, role, name, outcome from kernel.record')).toEqual([
    { actor_kind: 'system', role: 'system', name: 'sums.add', outcome: 'done' },
  ])
})

it('does once what is found twice, by whichever process', async () => {
  const id = idOf()
  await Promise.all([1, 2, 3, 4].map(() => sweep(house.p, job(due(id, 3)))))
  await sweep(house.p, job(due(id, 3)))
  expect(await amounts()).toEqual([{ id, amount: 3 }])
})

it('does again what falls due for another reason', async () => {
  const id = idOf()
  await sweep(house.p, job(due(id, 3, `${id} at nine`)))
  await sweep(house.p, job(due(id, 3, `${id} at ten`)))
  expect(await amounts()).toEqual([{ id, amount: 6 }])
})

it('does after a crash what it had found before', async () => {
  const id = idOf()
  const one = due(id, 3)
  const key = keyOf(`sums.due ${one.because}`)
  await run(house.p, SYSTEM, one.command, one.input, { key, request: key })
  await sweep(house.p, job(one, due(idOf(), 1)))
  expect((await amounts()).map(({ amount }) => amount)).toEqual([3, 1])
})

it('goes on after one that is refused, and says so', async () => {
  const id = idOf()
  const warned: object[] = []
  const p = { ...house.p, log: { ...house.p.log, warn: (facts: object) => void warned.push(facts) } }
  expect(await sweep(p, job(due(idOf(), 101), due(id, 3)))).toBe(2)
  expect(await amounts()).toEqual([{ id, amount: 3 }])
  expect(warned).toEqual([{ job: 'sums.due', command: 'sums.add', code: 'conflict' }])
})

it('makes keys that are UUIDs, the same for the same text', () => {
  for (const text of ['', 'a', '路灯 2026-09-01']) expect(keyOf(text)).toMatch(UUID)
  expect(keyOf('a')).toBe(keyOf('a'))
  expect(keyOf('a')).not.toBe(keyOf('b'))
})
