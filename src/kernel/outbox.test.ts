import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Bare, idOf, openBare, staff } from '#test/bare/house.ts'
import { addSum, sumChanged, sums, tell } from '#test/bare/sums.ts'
import type { ReactionContext } from './platform.ts'
import { WHOLE } from './authorise.ts'
import { inScope } from './db.ts'
import { drop, listDead, outboxHealth, relay, revive } from './outbox.ts'

const room = staff('township_room', '330802001')
type Told = { key: string; amount: number }

/** Keys for which telling fails, and those given up. */
let broken: Set<string>
let gaveUp: string[]
let attempts: number[]
let house: Bare

const failing = async (ctx: ReactionContext, changed: { key: string; amount: number }): Promise<void> => {
  attempts.push(ctx.attempt)
  await tell(ctx, changed)
  if (broken.has(changed.key)) throw new Error('the line is dead')
}
const noteGivenUp = (_ctx: ReactionContext, changed: { key: string }): Promise<void> =>
  Promise.resolve(void gaveUp.push(changed.key))

beforeEach(async () => {
  broken = new Set()
  gaveUp = []
  attempts = []
  const reactions: (typeof sums)['reactions'] = [
    [sumChanged.name, failing],
    [`${sumChanged.name}.gaveUp`, noteGivenUp],
  ]
  house = await openBare([{ ...sums, reactions }])
})
afterEach(() => house.close())

const add = (id: string, amount: number) => house.send(room, addSum, { id, place: '330802001001', amount })
const told = () => house.rows<Told>('select key, amount from sums.told order by no')
const inHouse = <T>(work: Parameters<typeof inScope<T>>[2]) => inScope(house.p.db, WHOLE, work)
const health = () => inHouse((tx) => outboxHealth(tx, house.clock.now()))
const dead = () => inHouse((tx) => listDead(tx, 10))
async function relayAll(): Promise<void> {
  while ((await house.relayOnce()) > 0);
}
/** Tries until the relay gives up: eight attempts with waits of 2, 4, … seconds between them. */
async function exhaust(): Promise<void> {
  for (let i = 0; i < 8; i++) {
    await house.relayOnce()
    house.clock.advance(1000 * 2 ** (i + 1))
  }
}

it('tells what happened to one thing in the order in which it happened', async () => {
  const [a, b] = [idOf(), idOf()]
  for (const [id, amount] of [
    [a, 1],
    [b, 10],
    [a, 1],
    [a, 1],
    [b, 10],
  ] as const)
    await add(id, amount)
  await relayAll()
  const all = await told()
  expect(all.filter(({ key }) => key === a).map(({ amount }) => amount)).toEqual([1, 2, 3])
  expect(all.filter(({ key }) => key === b).map(({ amount }) => amount)).toEqual([10, 20])
  expect(await health()).toEqual({ waiting: 0, oldestSeconds: 0, retrying: 0, dead: 0 })
})

it('announces nothing of what was refused', async () => {
  await expect(add(idOf(), 101)).rejects.toThrow('conflict')
  expect(await house.relayOnce()).toBe(0)
})

it('keeps the order with several relays at once, and tells each once', async () => {
  const ids = [idOf(), idOf(), idOf(), idOf()]
  for (let i = 0; i < 12; i++) for (const id of ids) await add(id, 1)
  while ((await Promise.all([1, 2, 3].map(() => relay(house.p)))).some((n) => n > 0));
  const all = await told()
  for (const id of ids)
    expect(all.filter(({ key }) => key === id).map(({ amount }) => amount)).toEqual(
      Array.from({ length: 12 }, (_, i) => i + 1),
    )
})

it('waits longer after each failure, and undoes what the reaction had written', async () => {
  const id = idOf()
  broken.add(id)
  await add(id, 1)
  const waits: number[] = []
  for (let i = 0; i < 4; i++) {
    let seconds = 0
    while ((await house.relayOnce()) === 0) {
      house.clock.advance(1000)
      seconds++
    }
    waits.push(seconds)
  }
  expect(waits).toEqual([0, 2, 4, 8])
  expect(attempts).toEqual([1, 2, 3, 4])
  expect(await told()).toEqual([])
  expect(await health()).toMatchObject({ waiting: 1, retrying: 1, dead: 0, oldestSeconds: 14 })
})

it('lets a dead letter hold back its own key and no other', async () => {
  const [lost, other] = [idOf(), idOf()]
  broken.add(lost)
  await add(lost, 1)
  await add(lost, 1)
  await add(other, 5)
  await exhaust()
  broken.clear()
  await relayAll()
  expect(await told()).toEqual([{ key: other, amount: 5 }])
  expect(await dead()).toMatchObject([
    { name: 'sums.changed', key: lost, attempts: 8, problem: 'the line is dead', heldBack: 1 },
  ])
  expect(gaveUp).toEqual([lost])
})

it('sends a dead letter again when somebody revives it, before what waited behind it', async () => {
  const id = idOf()
  broken.add(id)
  await add(id, 1)
  await add(id, 1)
  await exhaust()
  broken.clear()
  const [letter] = await dead()
  expect(await inHouse((tx) => revive(tx, letter?.id ?? '', house.clock.now()))).toBe(true)
  expect(await inHouse((tx) => revive(tx, letter?.id ?? '', house.clock.now()))).toBe(false)
  await relayAll()
  expect((await told()).map(({ amount }) => amount)).toEqual([1, 2])
})

it('moves on past a dead letter that somebody gives up', async () => {
  const id = idOf()
  broken.add(id)
  await add(id, 1)
  await add(id, 1)
  await exhaust()
  broken.clear()
  const [letter] = await dead()
  expect(await inHouse((tx) => drop(tx, letter?.id ?? ''))).toBe(true)
  await relayAll()
  expect((await told()).map(({ amount }) => amount)).toEqual([2])
})

it('drops nothing that is not dead', async () => {
  await add(idOf(), 1)
  const [row] = await house.rows<{ id: string }>('select id from kernel.outbox')
  expect(await inHouse((tx) => drop(tx, row?.id ?? ''))).toBe(false)
})

it('leaves the row when the relay dies before its commit', async () => {
  const id = idOf()
  await add(id, 1)
  const dying = { ...house.p, live: { ...house.p.live, announce: () => Promise.reject(new Error('killed')) } }
  await expect(relay(dying)).rejects.toThrow('killed')
  expect(await told()).toEqual([])
  await relayAll()
  expect(await told()).toEqual([{ key: id, amount: 1 }])
})
