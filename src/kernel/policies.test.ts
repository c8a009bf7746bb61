import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Bare, idOf, openBare } from '#test/bare/house.ts'
import { sums } from '#test/bare/sums.ts'
import { covers, NOBODY, type Scope, subtree, type Where, WHOLE } from './authorise.ts'
import { inScope } from './db.ts'
import { type Protected, policyOf, policyStatements } from './policies.ts'
import { sql } from './sql.ts'

let house: Bare
beforeAll(async () => {
  house = await openBare([sums])
  for (const [id, { place, organ, person, post, token }] of ROWS)
    await house.p.db.pool`insert into sums.sum (id, place, organ, person, post, token, amount)
      values (${id}, ${place ?? ''}, ${organ ?? null}, ${person ?? null}, ${post ?? null}, ${token ?? null}, 1)`
})
afterAll(() => house.close())

const PLACES = ['', '3308', '330802', '330802001', '330803', '330803001001001']
const [ORGAN, OTHER] = [idOf(), idOf()]
const [PERSON, POST] = [idOf(), idOf()]
const among = <T>(...values: T[]) => values
const ROWS: [string, Where][] = PLACES.flatMap((place) =>
  among(ORGAN, OTHER, null).flatMap((organ) =>
    among<Where>({ person: PERSON }, { post: POST }, { token: 'known' }, {}).map((own): [string, Where] => [
      idOf(),
      { place, organ, ...own },
    ]),
  ),
)
const scope: fc.Arbitrary<Scope> = fc
  .record({
    range: fc.constantFrom({ lo: NOBODY.lo, hi: NOBODY.hi }, { lo: '', hi: '~' }, ...PLACES.slice(1).map(subtree)),
    organ: fc.constantFrom('', ORGAN),
    person: fc.constantFrom('', PERSON),
    post: fc.constantFrom('', POST),
    token: fc.constantFrom('', 'known', 'unknown'),
  })
  .map(({ range, ...own }) => ({ ...range, ...own }))

it('shows in the database exactly the rows that the rules cover', async () => {
  await fc.assert(
    fc.asyncProperty(scope, async (given) => {
      const seen = await inScope(house.p.db, given, (tx) => sql(tx)<{ id: string }[]>`select id from sums.sum`)
      const covered = ROWS.filter(([, where]) => covers(given, where)).map(([id]) => id)
      expect(seen.map(({ id }) => id).toSorted()).toEqual(covered.toSorted())
    }),
    { numRuns: 150 },
  )
})

it('lets nobody change, add or move a row to where he does not reach', async () => {
  const own = { ...NOBODY, ...subtree('330802') }
  const attempt = (text: string) => inScope(house.p.db, own, async (tx) => (await sql(tx).unsafe(text)).count)
  expect(await attempt(`update sums.sum set amount = 2 where place like '330803%'`)).toBe(0)
  expect(await attempt(`delete from sums.sum where place like '330803%'`)).toBe(0)
  await expect(attempt(`update sums.sum set place = '330803' where place = '330802'`)).rejects.toThrow(
    'row-level security',
  )
  await expect(attempt(`insert into sums.sum (id, place, amount) values ('${idOf()}', '330803', 1)`)).rejects.toThrow(
    'row-level security',
  )
})

it('carries no scope over to the next transaction of a connection', async () => {
  await inScope(house.p.db, WHOLE, (tx) => sql(tx)`select 1`)
  const counts = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      inScope(house.p.db, i % 2 ? WHOLE : NOBODY, (tx) => sql(tx)`select from sums.sum`),
    ),
  )
  expect(counts.map(({ length }) => length)).toEqual(Array.from({ length: 20 }, (_, i) => (i % 2 ? ROWS.length : 0)))
})

it('keeps the rights of the owner from whatever a transaction asks for', async () => {
  const attempt = (text: string) => inScope(house.p.db, WHOLE, (tx) => sql(tx).unsafe(text))
  for (const text of [
    'update kernel.record set name = null',
    'delete from kernel.record',
    'truncate kernel.record',
    'delete from kernel.seal',
    'update kernel.command set answer = null',
    'alter table sums.sum disable row level security',
    'drop policy scope on sums.sum',
  ])
    await expect(attempt(text), text).rejects.toThrow(/permission denied|must be owner/)
})

it('opens the record by range alone where no slice grants a person to read of himself', async () => {
  const about = idOf()
  await house.rows(`insert into kernel.record (at, kind, name, outcome, request, actor_kind, role, about, place, actor_place) values
    (now(), 'query', 'a', 'done', '${about}', 'staff', 'x', '${about}', '330802001', '3308'),
    (now(), 'query', 'b', 'done', '${about}', 'staff', 'x', null, null, '330803'),
    (now(), 'query', 'c', 'done', '${about}', 'resident', 'x', null, null, null)`)
  const seen = async (given: Scope) => {
    const rows = await inScope(
      house.p.db,
      given,
      (tx) => sql(tx)<{ name: string }[]>`select name from kernel.record where request = ${about} order by name`,
    )
    return rows.map(({ name }) => name).join('')
  }
  expect(await seen({ ...NOBODY, person: about })).toBe('')
  expect(await seen({ ...NOBODY, ...subtree('330802') })).toBe('a')
  expect(await seen({ ...NOBODY, ...subtree('330803') })).toBe('b')
  expect(await seen({ ...NOBODY, ...subtree('3308') })).toBe('abc')
  expect(await seen(WHOLE)).toBe('abc')
  expect(await seen({ ...NOBODY, ...subtree('3308'), organ: ORGAN })).toBe('')
  expect(await seen(NOBODY)).toBe('')
})

const table: Protected = {
  table: 'sums.sum',
  permissions: ['sums.list'],
  place: 'place',
  organ: 'organ',
  person: 'person',
  post: 'post',
  token: 'token',
}
it('has no clause that nobody is granted', () => {
  expect(policyOf(table, {})).not.toMatch(/app\.(person|post|token)/)
  expect(policyOf(table, { 'sums.list': { resident: 'self' } })).toMatch(/app\.person[\s\S]*app\.post/)
  expect(policyOf(table, { 'sums.list': { resident: 'self' } })).not.toContain('app.token')
  expect(policyOf({ table: 'sums.sum', permissions: [] }, {})).toBe('false')
})

it('asks the settings in the policy itself, where the planner can use an index', () => {
  for (const statement of policyStatements(table, { 'sums.list': { auditor: 'any', department_officer: 'organ' } }))
    expect(statement).not.toMatch(/\(select/)
})
