import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Bare, idOf, openBare, resident, staff, stranger } from '#test/bare/house.ts'
import { addSum, listSums, sums } from '#test/bare/sums.ts'
import { Refusal } from './errors.ts'
import { run } from './pipeline.ts'

let house: Bare
beforeAll(async () => void (house = await openBare([sums])))
afterAll(() => house.close())

const room = staff('township_room', '330802001')
const at = '330802001001'
const amountOf = async (id: string) =>
  (await house.rows<{ amount: number }>(`select amount from sums.sum where id = '${id}'`))[0]?.amount
type Noted = {
  kind: string
  name: string
  outcome: string
  person: string | null
  about: string | null
  place: string | null
  purpose: string | null
  subject: string | null
}
const record = (request: string) =>
  house.rows<Noted>(
    `select kind, name, outcome, person, about, place, purpose, subject from kernel.record where request = '${request}' order by seq`,
  )
const refusalOf = (sent: Promise<unknown>) =>
  sent.then(
    () => undefined,
    (error: unknown) => (error instanceof Refusal ? error : Promise.reject(error as Error)),
  )

it('does a command five times sent in parallel once, and answers each alike', async () => {
  const [id, key] = [idOf(), house.key()]
  const answers = await Promise.all(
    [1, 2, 3, 4, 5].map(() => house.send(room, addSum, { id, place: at, amount: 7 }, key)),
  )
  expect(answers).toEqual(Array(5).fill({ amount: 7 }))
  expect(await amountOf(id)).toBe(7)
  expect(await house.rows(`select from kernel.outbox where key = '${id}'`)).toHaveLength(1)
  expect((await record(key)).filter(({ kind }) => kind === 'command')).toHaveLength(1)
})

it('answers a repetition from the first answer, whatever happened since', async () => {
  const [id, key] = [idOf(), house.key()]
  await house.send(room, addSum, { id, place: at, amount: 1 }, key)
  await house.send(room, addSum, { id, place: at, amount: 1 })
  expect(await house.send(room, addSum, { id, place: at, amount: 1 }, key)).toEqual({ amount: 1 })
  expect(await amountOf(id)).toBe(2)
})

it('refuses a key that is used for something else, and by somebody else', async () => {
  const [id, key] = [idOf(), house.key()]
  await house.send(room, addSum, { id, place: at, amount: 1 }, key)
  expect((await refusalOf(house.send(room, addSum, { id, place: at, amount: 2 }, key)))?.code).toBe('key_reused')
  expect(
    (await refusalOf(house.send(staff('township_room', '330802001'), addSum, { id, place: at, amount: 1 }, key)))?.code,
  ).toBe('key_reused')
  expect(await amountOf(id)).toBe(1)
})

it('lets a refused command be sent again with the same key', async () => {
  const [id, key] = [idOf(), house.key()]
  expect((await refusalOf(house.send(room, addSum, { id, place: at, amount: 101 }, key)))?.code).toBe('conflict')
  expect(await house.send(room, addSum, { id, place: at, amount: 1 }, key)).toEqual({ amount: 1 })
})

it('records what was done, by whom, about whom, for which purpose', async () => {
  const [id, key, somebody] = [idOf(), house.key(), idOf()]
  await house.send(room, addSum, { id, place: at, amount: 1, person: somebody }, key)
  const done = {
    kind: 'command',
    name: 'sums.add',
    outcome: 'done',
    person: room.person,
    about: somebody,
    place: at,
    purpose: 'adding',
    subject: id,
  }
  expect(await record(key)).toEqual([done])
})

it('leaves of a refusal one row and nothing else', async () => {
  const [id, key] = [idOf(), house.key()]
  await refusalOf(house.send(room, addSum, { id, place: at, amount: 101 }, key))
  expect(await record(key)).toMatchObject([
    { kind: 'refusal', name: 'sums.add', outcome: 'conflict', person: room.person, about: null },
  ])
  expect(await amountOf(id)).toBeUndefined()
  expect(await house.rows(`select from kernel.outbox where key = '${id}'`)).toEqual([])
  expect(await house.rows(`select from kernel.command where id = '${key}'`)).toEqual([])
})

it('refuses and records who has no such permission, who is out of range, and who is nobody', async () => {
  const [id, keys] = [idOf(), [house.key(), house.key(), house.key()]]
  const sum = { id, place: at, amount: 1 }
  expect((await refusalOf(house.send(staff('auditor', '3308'), addSum, sum, keys[0])))?.code).toBe('forbidden')
  expect((await refusalOf(house.send(staff('township_room', '330802002'), addSum, sum, keys[1])))?.code).toBe(
    'forbidden',
  )
  expect((await refusalOf(house.send(stranger, addSum, sum, keys[2])))?.code).toBe('forbidden')
  for (const key of keys) expect(await record(key)).toMatchObject([{ kind: 'refusal', outcome: 'forbidden' }])
})

it('says every wrong field at once', async () => {
  const refusal = await refusalOf(
    run(house.p, room, 'sums.add', { id: 'x', place: 4, amount: 1.5 }, { key: house.key(), request: house.key() }),
  )
  expect(refusal?.code).toBe('invalid')
  expect(refusal?.detail.problems?.map(({ path }) => path)).toEqual(['id', 'place', 'amount'])
})

it('does not know commands that nobody declared', async () => {
  expect(
    (await refusalOf(run(house.p, room, 'sums.steal', {}, { key: house.key(), request: house.key() })))?.code,
  ).toBe('not_found')
})

it('shows each asker his own rows only, and notes whose data were seen', async () => {
  const [me, organ] = [resident(), idOf()]
  const officer = staff('department_officer', '330803', organ)
  const open = staff('operator', '330803')
  const mine = { id: idOf(), place: '330803001001', amount: 1, person: me.person }
  const theirs = { id: idOf(), place: '330803001002', amount: 2, organ }
  const hidden = { id: idOf(), place: '330803002001', amount: 3, secret: 'abcdefgh12345678' }
  for (const sum of [mine, theirs, hidden]) await house.send(open, addSum, sum)
  const seen = async (actor: typeof me, input = {}) =>
    (await house.ask(actor, listSums, input)).rows
      .filter(({ place }) => place.startsWith('330803'))
      .map(({ amount }) => amount)
  expect(await seen(me)).toEqual([1])
  expect(await seen(officer)).toEqual([2])
  expect(await seen(staff('township_room', '330803001'))).toEqual([1, 2])
  expect(await seen(staff('township_room', '330802001'))).toEqual([])
  expect(await seen(stranger, { secret: 'abcdefgh12345678' })).toEqual([3])
  expect(await seen(stranger, { secret: 'abcdefgh12345679' })).toEqual([])
  const looks = await house.rows<Noted & { role: string }>(
    `select role, purpose from kernel.record where kind = 'query' and about = '${me.person}'`,
  )
  expect(looks).toEqual([{ role: 'township_room', purpose: 'looking' }])
})
