import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayOf } from '#kernel/clock.ts'
import { listKinds } from '#modules/bonds/contract.ts'
import { acceptFilling, coverage, listOverloads, proposeFilling } from '#modules/bonds/contract-coverage.ts'
import { STAGE } from '../../demo/cast.ts'
import { type House, openHouse } from '#test/city/house.ts'

/** The whole demo city, as a first start loads it. */
let house: House
beforeAll(async () => void (house = await openHouse({ city: 'whole' })), 300_000)
afterAll(() => house.close())

const KIND = 'member_household'
const city = () => house.as('zhuGuoliang')
const prove = (kind: string | undefined) => house.ask(city(), coverage, { place: STAGE.city, kind })
const today = () => dayOf(house.clock.now())

/** Counted by another hand than the product's: every household against every bond to it, its dwelling, or a place above it. */
async function counted(kinds: readonly string[]) {
  const live = `from_day <= '${today()}' and (until_day is null or until_day > '${today()}')`
  const list = kinds.map((kind) => `'${kind}'`).join()
  const [row] = await house.rows<{ households: number; missed: number }>(`
    with live as (select b.* from bonds.bond b where ${live} and kind in (${list})
      and (post is null or exists (select from posts.post p where p.id = b.post and p.held @> '${today()}'::date and not p.withdrawn)))
    select count(*)::int as households, count(*) filter (where
      not exists (select from live where to_id = h.id or to_id = h.dwelling)
      and not exists (select from live where to_kind = 'place' and starts_with(h.place, live.place)))::int as missed
    from homes.household h where ${live}`)
  const above = await house.rows(`
    select coalesce(person, post, organ) from bonds.bond b where ${live} and kind in (${list})
    group by b.kind, 1 having count(*) > (select k.quota from bonds.kind k where k.code = b.kind order by version desc limit 1)`)
  return { households: row?.households ?? 0, missed: row?.missed ?? -1, above: above.length }
}

it('no household is without somebody who answers for it, and nobody answers for more than the quota', async () => {
  const { rows } = await house.ask(city(), listKinds, {})
  const near = rows.filter((kind) => kind.near).map(({ code }) => code)
  for (const [kind, kinds] of [
    [undefined, near],
    [KIND, [KIND]],
  ] as const) {
    const proof = await prove(kind)
    expect(proof).toMatchObject({ reached: proof.households, overloaded: 0, whole: true })
    expect(await counted(kinds)).toEqual({ households: proof.households, missed: 0, above: 0 })
    expect(proof.households).toBeGreaterThan(8000)
    expect(proof.areas).toHaveLength(6)
  }
})

it('a whole township loses its party members; village by village it is filled again, and the city is whole', async () => {
  await house.rows(
    `update bonds.bond set until_day = '${today()}', why_ended = 'story' where kind = '${KIND}' and place like '${STAGE.township}%' and until_day is null`,
  )
  const lost = await prove(KIND)
  const missing = lost.households - lost.reached
  expect(missing).toBeGreaterThan(300)
  expect((await counted([KIND])).missed).toBe(missing)
  const { areas } = await house.ask(city(), coverage, { place: STAGE.township, kind: KIND })
  let made = 0
  for (const { code, households } of areas) {
    if (households === 0) continue
    const wanted = { place: code, kind: KIND }
    const proposed = await house.ask(city(), proposeFilling, wanted)
    expect(proposed.left, code).toEqual([])
    const rows = proposed.rows.map(({ household, answerer }) => ({ id: house.key() as never, household, answerer }))
    made += (await house.send(city(), acceptFilling, { ...wanted, rows })).made
  }
  expect(made).toBe(missing)
  const proof = await prove(KIND)
  expect(proof).toMatchObject({ households: lost.households, reached: lost.households, overloaded: 0, whole: true })
  expect(await counted([KIND])).toEqual({ households: lost.households, missed: 0, above: 0 })
  expect((await house.ask(city(), listOverloads, { place: STAGE.city, kind: KIND })).rows).toEqual([])
})
