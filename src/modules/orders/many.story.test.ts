import { afterEach, beforeEach, expect, it } from 'vitest'
import { STAGE } from '../../../demo/cast.ts'
import type { Actor } from '#kernel/authorise.ts'
import { refusalOf } from '#kernel/errors.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { slices } from '#apps/server/slices.ts'
import { roster } from '#modules/posts/api.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { issued } from '#test/city/orders.ts'
import { answerOrder } from './contract-answers.ts'

/** Answers that arrive at once go many in one transaction: each still has its own effect, refusal, record and key. */
let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())
const newId = () => uuidv7(house.clock.now()) as never
const say = (by: Actor, order: string, state: string, more: object = {}, key?: string) =>
  house.send(by, answerOrder, { id: newId(), order: order as never, state: state as never, ...more }, key)

async function addressed(order: string): Promise<Actor[]> {
  const posts = await roster(house.p)
  const rows = await house.rows<{ who: string }>(`select who from orders.recipient where "order" = '${order}'`)
  return rows.flatMap(({ who }) => {
    const held = posts.get(who)
    const { post, person, role, place, organ } = held ?? {}
    return post && person && role && place
      ? [{ kind: 'staff' as const, role, person, post, place, organ: organ ?? null, session: null }]
      : []
  })
}

const unlikeRecount = (order: string) =>
  house.rows(
    `(select "order", node, addressed, received, understood, blocked, impossible, already, done from orders.tally where "order" = '${order}' except select * from orders.pub_recount)
     union all (select * from orders.pub_recount where "order" = '${order}' except select "order", node, addressed, received, understood, blocked, impossible, already, done from orders.tally)`,
  )
const wide = { audience: { within: [STAGE.county], roles: ['grid_worker', 'village_cadre'] as never } }

it('of a whole county at once, in words that overtake each other, leave the counters as counting anew has them', async () => {
  const order = await issued(house, house.as('chenLixin'), wide)
  const people = await addressed(order.id)
  expect(people.length).toBeGreaterThan(20)
  const words = people.flatMap((who, n) =>
    (['received', 'understood', 'done'] as const).slice(0, 1 + (n % 3)).map((state) => [who, state] as const),
  )
  await Promise.all(words.map(([who, state]) => say(who, order.id, state)))
  expect(await unlikeRecount(order.id)).toEqual([])
  const [{ answers, silent, records, transactions } = { answers: 0, silent: 1, records: 0, transactions: 0 }] =
    await house.rows<{ answers: number; silent: number; records: number; transactions: number }>(`
      select (select count(*)::int from orders.answer where "order" = '${order.id}') as answers,
        (select count(*)::int from orders.recipient where "order" = '${order.id}' and state is null) as silent,
        (select count(*)::int from kernel.record where name = 'orders.answer' and outcome = 'done') as records,
        (select count(distinct xmin::text)::int from orders.answer where "order" = '${order.id}') as transactions`)
  expect([answers, silent, records]).toEqual([words.length, 0, words.length])
  // What this is about: they did not each go alone.
  expect(transactions).toBeLessThan(words.length / 2)
})

it('one that lacks its evidence, and one that is not addressed, are refused for themselves; the others are done', async () => {
  const order = await issued(house, house.as('chenLixin'), { ...wide, evidence: 'number' })
  const people = await addressed(order.id)
  const outcomes = await Promise.allSettled([
    ...people.map((who, n) => say(who, order.id, n === 5 ? 'done' : 'received')),
    say(house.as('zhouChunxian'), order.id, 'received'),
  ])
  expect(
    outcomes.flatMap((outcome, n) => (outcome.status === 'rejected' ? [[n, refusalOf(outcome.reason)?.code]] : [])),
  ).toEqual([
    [5, 'evidence_missing'],
    [people.length, 'not_found'],
  ])
  expect(await unlikeRecount(order.id)).toEqual([])
  const refusals = await house.rows<{ outcome: string }>(
    `select outcome from kernel.record where name = 'orders.answer' and kind = 'refusal' order by outcome`,
  )
  expect(refusals.map(({ outcome }) => outcome)).toEqual(['evidence_missing', 'not_found'])
})

it('sent twice with one key among many others, it is there once, and answered twice with the same', async () => {
  const order = await issued(house, house.as('chenLixin'), wide)
  const [first, ...others] = await addressed(order.id)
  if (!first) throw new Error('nobody is addressed')
  const [key, id] = [uuidv7(house.clock.now()), newId()]
  const again = () => house.send(first, answerOrder, { id, order: order.id, state: 'received' }, key)
  const [one, ...rest] = await Promise.all([
    again(),
    again(),
    ...others.map((who) => say(who, order.id, 'received')),
    again(),
  ])
  expect([rest[0], rest.at(-1)]).toEqual([one, one])
  expect(await house.rows(`select 1 from orders.answer where id = '${String(id)}'`)).toHaveLength(1)
  expect(await unlikeRecount(order.id)).toEqual([])
})

/** A group goes under the scope of the whole, so whatever gathers may load nothing but the actor's own: a reader of the code decides. */
it('nothing else goes together yet, and nothing goes so for somebody else', () => {
  const gathering = [...slices.handlers.values()].filter(({ gathers }) => gathers)
  expect(gathering.map(({ contract }) => contract.name)).toEqual(['orders.answer'])
  const [answer] = gathering
  const yu = house.as('yuXuewen')
  const keysOf = (more: object) => answer?.gathers?.({ order: 'o', state: 'received', ...more } as never, yu)
  expect(keysOf({})).toEqual([`o ${yu.post}`, `o ${yu.person}`])
  for (const more of [{ for: yu.post }, { state: 'already', case: 'c' }, { by: 'o2' }, { photos: ['p'] }])
    expect(keysOf(more), JSON.stringify(more)).toBeUndefined()
})
