import { afterAll, beforeAll, expect, it } from 'vitest'
import { STAGE } from '../../demo/cast.ts'
import { DAY_MS, HOUR_MS, instant } from '#kernel/clock.ts'
import { end as over, getActivation } from '#modules/emergency/contract.ts'
import { approve, tell } from '#modules/emergency/contract-reports.ts'
import { evacuate, listEvacuees, noteEvacuee, openShelter } from '#modules/relief/contract-evacuation.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { beginResponse, SAID } from '#test/city/response.ts'
import { settle } from '#test/city/doors.ts'

/** A whole city before an emergency and after its end, table by table. */
let house: House
beforeAll(async () => void (house = await openHouse()))
afterAll(() => house.close())

/** What is meant to stay: the acts themselves, the record of who did what, and what was told. */
const STAYS =
  /^(emergency\.|kernel\.(record|command|outbox|seal|anchor|hold|job)|notices\.(notice|sms)$|orders_month\.)/
/** Of these only rows that were raised for it, and they have ended. */
const RAISED = ['posts.post', 'bonds.bond']

const SAYING = '左腿骨折，女儿在上海'

async function tables(): Promise<string[]> {
  const rows = await house.rows<{
    table: string
  }>(`select format('%I.%I', n.nspname, c.relname) as table from pg_class c
    join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`)
  return rows.map(({ table }) => table)
}
/** Every row of every table as one digest each. */
async function picture(where: (table: string) => string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const table of await tables()) {
    const [row] = await house.rows<{ n: number; digest: string }>(
      `select count(*)::int as n, coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as digest from ${table} t ${where(table)}`,
    )
    found.set(table, `${row?.n} ${row?.digest}`)
  }
  return found
}
const unlike = (a: Map<string, string>, b: Map<string, string>): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((table) => a.get(table) !== b.get(table)).toSorted()
const holding = async (text: string): Promise<string[]> => {
  const found: string[] = []
  for (const table of await tables())
    if ((await house.rows(`select from ${table} t where t::text like '%${text}%' limit 1`)).length > 0)
      found.push(table)
  return found
}
const ordinary = (table: string): string => (RAISED.includes(table) ? 'where under is null' : '')

it('after the end the city is what it was, but for the record of what was done', async () => {
  const home = await settle(house, ['wangJianping', 'zhengGuixiang'])
  const id = () => house.key() as never
  await house.relay()
  const before = await picture(ordinary)
  const [shelter, worker] = [id(), house.as('yuXuewen')]
  const { id: activation } = await beginResponse(house, { level: 'II' }, ['chenLixin', 'zhuGuoliang'])
  await house.send(house.as('huWeiping'), openShelter, {
    id: shelter,
    place: STAGE.township as never,
    name: '沟溪乡中心小学',
    address: '沟溪村 1 号',
    beds: 40,
  })
  await house.send(house.as('yuGuorong'), evacuate, {
    id: id(),
    place: STAGE.grid as never,
    households: [home.household as never],
    shelter,
    escort: worker.post as never,
  })
  const [evacuee] = (await house.ask(worker, listEvacuees, { place: STAGE.grid as never })).rows
  const at = instant(house.clock.now())
  await house.send(worker, noteEvacuee, { id: id(), evacuee: evacuee?.id as never, state: 'refused', at, note: SAYING })
  const round = { activation, place: STAGE.village as never, no: 1 }
  await house.send(house.as('yuGuorong'), tell, { ...round, figures: { to_move: 2, moved: 0 } })
  await house.send(house.as('yuGuorong'), approve, round)
  const during = unlike(before, await picture(ordinary)).filter((table) => !STAYS.test(table))
  expect(during).toContain('relief.evacuee')
  expect(await holding(SAYING)).not.toEqual([])

  house.clock.advance(HOUR_MS)
  await house.send(house.as('chenLixin'), over, { id: activation, decision: id(), ...SAID })
  await house.sweep()
  house.clock.advance(7 * DAY_MS)
  await house.sweep()
  await house.relay()
  expect(await house.ask(house.as('chenLixin'), getActivation, { id: activation })).toMatchObject({ state: 'closed' })

  const after = await picture(ordinary)
  expect(unlike(before, after).filter((table) => !STAYS.test(table))).toEqual([])
  expect(await house.rows(`select from kernel.hold where ends_at > '${instant(house.clock.now())}'`)).toEqual([])
  expect(
    await house.rows(
      `select from posts.post where under is not null and not withdrawn and (upper_inf(held) or upper(held) > '2026-09-02')`,
    ),
  ).toEqual([])
  expect(
    await house.rows(
      `select from bonds.bond where under is not null and (until_day is null or until_day > '2026-09-02')`,
    ),
  ).toEqual([])
  expect(await house.rows('select from kernel.outbox')).toEqual([])
  expect(await holding(SAYING)).toEqual([])
  // What was told of it, too: that it was stays, not at which door.
  await house.sweep()
  const told = await house.rows<{ params: object }>(`select params from notices.notice where kind = 'relief_evacuate'`)
  expect(told.map(({ params }) => params)).toEqual([{ spent: 1 }, { spent: 1 }])
  expect((await holding(evacuee?.id ?? '')).filter((table) => !table.startsWith('kernel.record'))).toEqual([])
})
