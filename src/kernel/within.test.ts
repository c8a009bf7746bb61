import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type Bare, idOf, openBare, staff } from '#test/bare/house.ts'
import { addSum, sums } from '#test/bare/sums.ts'
import { WHOLE } from './authorise.ts'
import { DAY_MS, HOUR_MS, instant } from './clock.ts'
import { command } from './contract.ts'
import { asOwner, inScope } from './db.ts'
import { destroyAnswers, destroyRows, tablesWithin, weighRows } from './destruction.ts'
import { addHold, endHolds, holdsUnder } from './holds.ts'
import { opens } from './levers.ts'
import { handler } from './pipeline.ts'
import type { Slice } from './slice.ts'
import { sql } from './sql.ts'

/** Help that may be listed only while something opens it. */
const lists = opens('reliefs.lists', 'a test')
const listHelp = command('reliefs.list', {
  input: z.object({ id: z.string(), place: z.string(), text: z.string() }),
  output: z.object({ text: z.string() }),
  doc: 'A test',
})
const reliefs: Slice = {
  name: 'reliefs',
  migrations: new URL('../../test/bare/reliefs/', import.meta.url),
  grants: { 'reliefs.list': { township_room: 'place' } },
  protects: [{ table: 'reliefs.help', permissions: ['reliefs.list'], place: 'place', within: lists.name }],
  handlers: [
    handler(listHelp, {
      load: async () => null,
      allow: { permission: 'reliefs.list', where: (_, { place }) => ({ place }) },
      async handle(ctx, { id, place, text }) {
        const hold = await ctx.opened(lists, place)
        await sql(ctx.tx)`insert into reliefs.help (id, hold, place, touched_at, text)
          values (${id}, ${hold}, ${place}, ${instant(ctx.now)}, ${text})`
        return { text }
      },
    }),
  ],
  retention: {},
}

let house: Bare
beforeAll(async () => void (house = await openBare([sums, reliefs])))
afterAll(() => house.close())
const room = staff('township_room', '330802001')
const list = (place = '330802001002', id = idOf()) => house.send(room, listHelp, { id, place, text: '郑家' })
const open = (under: string, place = '330802001', hours = 24) =>
  inScope(house.p.db, WHOLE, (tx) => {
    const startsAt = house.clock.now()
    const endsAt = startsAt + hours * HOUR_MS
    return addHold(tx, {
      id: idOf(),
      lever: lists.name,
      place,
      value: true,
      reason: 'a plan',
      heldBy: null,
      under,
      startsAt,
      endsAt,
    })
  })
const close = (under: string) => inScope(house.p.db, WHOLE, (tx) => endHolds(tx, under, house.clock.now()))
const byHand = (hold: string, place: string, at: number) =>
  house.rows(
    `insert into reliefs.help (id, hold, place, touched_at, text) values ('${idOf()}', '${hold}', '${place}', '${instant(at)}', '')`,
  )

it('is closed in peace, open under a hold in its places, and closed again when the hold has ended', async () => {
  await expect(list()).rejects.toMatchObject({ code: 'not_open', detail: { capability: 'reliefs.lists' } })
  const under = idOf()
  await open(under, '330802001002')
  await expect(list()).resolves.toEqual({ text: '郑家' })
  await expect(list('330802001003')).rejects.toMatchObject({ code: 'not_open' })
  expect(await close(under)).toBe(1)
  house.clock.advance(1)
  await expect(list()).rejects.toMatchObject({ code: 'not_open' })
})

it('takes no row in peace from whatever code: not by hand, not elsewhere, not of yesterday, not under another lever', async () => {
  const under = idOf()
  await open(under)
  const [hold] = await inScope(house.p.db, WHOLE, (tx) => holdsUnder(tx, under))
  if (!hold) throw new Error('no hold')
  await expect(byHand(hold.id, '330802001002', house.clock.now())).resolves.toEqual([])
  await expect(byHand(hold.id, '330802002', house.clock.now())).rejects.toThrow(
    'only under a live hold of reliefs.lists',
  )
  await expect(byHand(hold.id, '330802001002', hold.startsAt - 1)).rejects.toThrow('only under a live hold')
  await expect(byHand(hold.id, '330802001002', hold.endsAt)).rejects.toThrow('only under a live hold')
  await expect(byHand(idOf(), '330802001002', house.clock.now())).rejects.toThrow('only under a live hold')
  const other = idOf()
  const [startsAt, endsAt] = [house.clock.now(), house.clock.now() + DAY_MS]
  await inScope(house.p.db, WHOLE, (tx) =>
    addHold(tx, {
      id: other,
      lever: 'sums.shut',
      place: '330802001',
      value: true,
      reason: '-',
      heldBy: null,
      startsAt,
      endsAt,
    }),
  )
  await expect(byHand(other, '330802001002', house.clock.now())).rejects.toThrow('only under a live hold')
  await expect(
    house.rows(`update reliefs.help set text = 'later', touched_at = '${instant(hold.endsAt)}'`),
  ).rejects.toThrow('only under a live hold')
  await expect(
    house.rows(`update reliefs.help set text = 'earlier', touched_at = touched_at - interval '1 second'`),
  ).rejects.toThrow('backwards in time')
  await close(under)
})

it('destroys what was written under the holds, but for what is kept with a reason, and says what it destroyed', async () => {
  const [under, another] = [idOf(), idOf()]
  await house.rows('delete from reliefs.help')
  await open(under)
  const [kept, gone] = [idOf(), idOf()]
  await list('330802001002', kept)
  await list('330802001002', gone)
  await close(under)
  house.clock.advance(1000)
  await open(another)
  await list()
  const ids = (await inScope(house.p.db, WHOLE, (tx) => holdsUnder(tx, under))).map(({ id }) => id)
  expect(tablesWithin(house.p.slices).map(({ table }) => table)).toEqual(['reliefs.help'])
  const weighed = await asOwner(house.p.db, (tx) => weighRows(tx, 'reliefs.help', ids, [kept]))
  const destroyed = await asOwner(house.p.db, (tx) => destroyRows(tx, 'reliefs.help', ids, [kept]))
  expect(destroyed).toEqual(weighed)
  expect(destroyed).toMatchObject({ rows: 1, kept: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(await house.rows('select id from reliefs.help order by touched_at')).toHaveLength(2)
  const again = await asOwner(house.p.db, (tx) => destroyRows(tx, 'reliefs.help', ids, [kept]))
  expect(again).toMatchObject({ rows: 0, kept: 1 })
  expect(again.hash).not.toBe(destroyed.hash)
  // Begun before the end, written after the destruction: a slow command finds the door shut.
  const [hold] = await inScope(house.p.db, WHOLE, (tx) => holdsUnder(tx, under))
  await expect(byHand(hold?.id ?? '', '330802001002', hold?.startsAt ?? 0)).rejects.toThrow('only under a live hold')
})

it('forgets the answers to commands that wrote such rows, and of no others', async () => {
  const under = idOf()
  await open(under)
  await list()
  await house.send(room, addSum, { id: idOf(), place: '330802001', amount: 1 })
  await asOwner(house.p.db, (tx) => destroyAnswers(tx, [listHelp.name], instant(house.clock.now())))
  const left = await house.rows<{ name: string; answer: unknown }>(
    'select name, answer from kernel.command order by at',
  )
  expect(new Set(left.filter(({ name }) => name === listHelp.name).map(({ answer }) => answer))).toEqual(
    new Set([null]),
  )
  expect(left.find(({ name }) => name === addSum.name)?.answer).toEqual({ amount: 1 })
})
