import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Bare, idOf, openBare, staff } from '#test/bare/house.ts'
import { addSum, sums } from '#test/bare/sums.ts'
import { note } from './audit.ts'
import { DAY_MS } from './clock.ts'
import { inScope } from './db.ts'
import { migrate } from './migrate.ts'
import { WHOLE } from './authorise.ts'
import { seal } from './seal.ts'

let house: Bare
beforeEach(async () => void (house = await openBare([sums])))
afterEach(() => house.close())

const room = staff('township_room', '330802001')
const add = (amount = 1) => house.send(room, addSum, { id: idOf(), place: '330802001001', amount, person: idOf() })
async function three(): Promise<void> {
  for (let i = 0; i < 3; i++) await add()
}
/** One batch: waits until no transaction of another database holds the horizon back, since that would make it two. */
async function sealed(rows: number): Promise<void> {
  const reached = () =>
    house.rows<{ past: boolean }>(
      'select coalesce(max(tx) < pg_snapshot_xmin(pg_current_snapshot())::text::bigint, true) as past from kernel.record where epoch = kernel.current_epoch()',
    )
  for (let i = 0; i < 400 && !(await reached())[0]?.past; i++) await new Promise((done) => void setTimeout(done, 20))
  expect(await house.seal()).toBe(rows)
}
/** What somebody with the owner's password could do to the tables. */
const tamper = (text: string) => house.rows(text)

it('finds nothing wrong in a record that nobody touched', async () => {
  expect(await house.verify()).toEqual({ seals: 0, rows: 0, unsealed: 0, brokenAt: null, why: null })
  await three()
  expect(await house.verify()).toMatchObject({ seals: 0, rows: 0, unsealed: 3 })
  await sealed(3)
  await add()
  await sealed(1)
  expect(await house.seal()).toBe(0)
  expect(await house.verify()).toMatchObject({ rows: 4, unsealed: 0, brokenAt: null, why: null })
})

const CHANGES: [column: string, value: string][] = [
  ['seq', `100`],
  ['tx', `tx + 1000000`],
  ['epoch', `7`],
  ['at', `at + interval '1 millisecond'`],
  ['kind', `'query'`],
  ['name', `'sums.other'`],
  ['outcome', `'conflict'`],
  ['request', `'00000000-0000-7000-8000-00000000ffff'`],
  ['actor_kind', `'resident'`],
  ['role', `'auditor'`],
  ['person', `null`],
  ['post', `'00000000-0000-7000-8000-00000000ffff'`],
  ['organ', `'00000000-0000-7000-8000-00000000ffff'`],
  ['actor_place', `'330803'`],
  ['subject', `null`],
  ['place', `'330802001002'`],
  ['purpose', `null`],
  ['about', `null`],
  ['detail', `'{"fields":"name"}'`],
]

it('sees a change of any column', async () => {
  await three()
  await sealed(3)
  await tamper('create table kept as table kernel.record')
  for (const [column, value] of CHANGES) {
    await tamper(`update kernel.record set ${column} = ${value} where seq = 2`)
    expect((await house.verify()).brokenAt, column).toBe(1)
    await tamper('delete from kernel.record')
    await tamper('insert into kernel.record select * from kept')
    expect((await house.verify()).brokenAt, column).toBeNull()
  }
  const columns = await house.rows<{ name: string }>(
    `select column_name as name from information_schema.columns where table_schema = 'kernel' and table_name = 'record'`,
  )
  expect(CHANGES.map(([column]) => column).toSorted()).toEqual(columns.map(({ name }) => name).toSorted())
})

it('sees values that were moved from one column to the next', async () => {
  await tamper(`insert into kernel.record (at, kind, name, outcome, request, actor_kind, role, purpose, place)
    values (now(), 'command', 'a', 'b|c', '${idOf()}', 'staff', 'x', null, '-|p')`)
  await sealed(1)
  await tamper(`update kernel.record set name = 'a|b', outcome = 'c'`)
  expect(await house.verify()).toMatchObject({ brokenAt: 1 })
  await tamper(`update kernel.record set name = 'a', outcome = 'b|c', place = null, purpose = 'p|-'`)
  expect(await house.verify()).toMatchObject({ brokenAt: 1 })
})

it('tells a missing value from a dash', async () => {
  await add()
  await sealed(1)
  await tamper(`update kernel.record set actor_place = '-', purpose = '-'`)
  expect((await house.verify()).brokenAt).toBe(1)
})

it('sees a row that was removed, and one that was slipped in', async () => {
  await three()
  await sealed(3)
  await three()
  await sealed(3)
  await tamper(`create table kept as table kernel.record`)
  await tamper('delete from kernel.record where seq = 2')
  expect(await house.verify()).toMatchObject({ brokenAt: 1, why: '3 rows were sealed, 2 are there' })
  await tamper('insert into kernel.record overriding system value select * from kept where seq = 2')
  expect(await house.verify()).toMatchObject({ brokenAt: null })
  await tamper(`insert into kernel.record (tx, at, kind, name, outcome, request, actor_kind, role)
    select tx, at, kind, name, outcome, request, actor_kind, role from kept where seq = 5`)
  expect(await house.verify()).toMatchObject({ brokenAt: 2, why: '3 rows were sealed, 4 are there' })
})

it('sees a seal that is missing, changed, or out of its place', async () => {
  for (let i = 0; i < 3; i++) {
    await three()
    await sealed(3)
  }
  await tamper('create table kept as table kernel.seal')
  const mend = async () => {
    await tamper('delete from kernel.anchor')
    await tamper('delete from kernel.seal')
    await tamper('insert into kernel.seal select * from kept')
  }
  await tamper('delete from kernel.anchor')
  await tamper('delete from kernel.seal where no = 2')
  expect(await house.verify()).toMatchObject({ brokenAt: 3, why: 'a seal is missing' })
  await mend()
  await tamper(`update kernel.seal set hash = sha256('x') where no = 2`)
  expect((await house.verify()).brokenAt).toBe(2)
  await mend()
  await tamper('update kernel.seal set up_to_tx = up_to_tx + 1 where no = 1')
  expect((await house.verify()).brokenAt).not.toBeNull()
  await mend()
  expect((await house.verify()).brokenAt).toBeNull()
})

it('compares with the anchors, so that a chain cut short or made anew is seen', async () => {
  await three()
  await sealed(3)
  house.clock.advance(DAY_MS)
  await three()
  await sealed(3)
  expect(await house.rows('select seal::int from kernel.anchor order by day')).toEqual([{ seal: 1 }, { seal: 2 }])
  await tamper('alter table kernel.anchor drop constraint anchor_seal_fkey')
  await tamper('delete from kernel.seal where no = 2')
  expect(await house.verify()).toMatchObject({ brokenAt: 2, why: 'not what was anchored on 2026-09-02' })
})

it('loses no row of a transaction that was still running', async () => {
  await add()
  let finish = (): void => {}
  const held = new Promise<void>((done) => void (finish = done))
  let begun = (): void => {}
  const started = new Promise<void>((done) => void (begun = done))
  const slow = inScope(house.p.db, WHOLE, async (tx) => {
    const entry = {
      name: 'sums.add',
      kind: 'command',
      outcome: 'done',
      request: idOf(),
      subject: null,
      place: null,
      purpose: null,
      about: [],
      detail: {},
    } as const
    await note(tx, room, house.clock.now(), entry)
    begun()
    await held
  })
  await started
  await three()
  // The three came after the running one: sealing stops before it, never behind.
  for (let i = 0; i < 5; i++) await house.seal()
  expect((await house.verify()).rows).toBeLessThan(2)
  finish()
  await slow
  while ((await house.verify()).unsealed > 0) await house.seal()
  expect(await house.verify()).toMatchObject({ rows: 5, unsealed: 0, brokenAt: null })
})

it('keeps up with many writers and sealers at once', async () => {
  const writers = Promise.all(Array.from({ length: 40 }, () => add()))
  for (let i = 0; i < 10; i++) await Promise.all([seal(house.p), seal(house.p)])
  await writers
  while ((await house.verify()).unsealed > 0) await house.seal()
  expect(await house.verify()).toMatchObject({ rows: 40, unsealed: 0, brokenAt: null })
})

/** The documented format in SQL alone, as somebody outside would recompute it. */
const HASH = (previous: string, rows: string) => `sha256(${previous} || convert_to((select string_agg(
  json_build_array(seq, tx, extract(epoch from at), kind, name, outcome, request, actor_kind, role, person, post, organ, actor_place,
    subject, place, purpose, about, detail)::text || E'\\n', '' order by tx, seq) from kernel.record where ${rows}), 'UTF8'))`
const ZERO = `decode(repeat('00', 32), 'hex')`

it('can be recomputed by anybody who knows the format', async () => {
  await three()
  await sealed(3)
  const seals = await house.rows<{ same: boolean }>(
    `select hash = ${HASH('previous', 'tx >= s.from_tx and tx < s.up_to_tx')} as same from kernel.seal s order by no`,
  )
  expect(seals.every(({ same }) => same)).toBe(true)
})

it('begins a new epoch when a dump of another cluster was loaded, and seals the rest of the old one', async () => {
  for (let i = 0; i < 2; i++) await three()
  // In the cluster that the dump came from, transaction numbers were far ahead, and half of the record was sealed.
  const ahead = 1_000_000_000
  await tamper(`update kernel.record set tx = ${ahead} + seq`)
  await tamper(`insert into kernel.seal (no, epoch, from_tx, up_to_tx, rows, at, previous, hash)
    select 1, 0, 0, ${ahead + 4}, 3, now(), ${ZERO}, ${HASH(ZERO, 'seq < 4')}`)
  expect(await house.verify()).toMatchObject({ rows: 3, unsealed: 3, brokenAt: null })
  await migrate(house.p.db, house.p.slices)
  await three()
  await sealed(6)
  expect(
    await house.rows('select epoch, sum(rows)::int as rows from kernel.seal group by epoch order by epoch'),
  ).toEqual([
    { epoch: 0, rows: 6 },
    { epoch: 1, rows: 3 },
  ])
  await three()
  expect(await house.verify()).toMatchObject({ rows: 9, unsealed: 3, brokenAt: null })
  await migrate(house.p.db, house.p.slices)
  await sealed(3)
  expect(await house.rows('select max(epoch) as epoch from kernel.seal')).toEqual([{ epoch: 1 }])
  expect(await house.verify()).toMatchObject({ rows: 12, unsealed: 0, brokenAt: null })
})
