import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cast, ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { DAY_MS, HOUR_MS, instant } from '#kernel/clock.ts'
import { makeBond } from '#modules/bonds/contract.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { drafted, facts, issued } from '#test/city/orders.ts'
import { draftOrder, getOrder, issueOrder, listOrders, previewAudience } from './contract.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())
const county = () => house.as('chenLixin')
const workers = { within: [STAGE.township], roles: ['grid_worker' as const] }
const recipients = (order: string) =>
  house.rows<{ place: string; name: string }>(
    `select r.place, n.name from orders.recipient r join people.person n on n.id = r.holder where r."order" = '${order}' order by 1, 2`,
  )

describe('whom a rule reaches', () => {
  it('is counted by role and place before anything leaves', async () => {
    const found = await house.ask(county(), previewAudience, {
      audience: { within: [STAGE.township], roles: ['grid_worker', 'village_cadre'] },
    })
    const [held] = await house.rows<{ n: number; grids: number }>(
      `select count(*)::int as n, count(distinct place) filter (where role = 'grid_worker')::int as grids from posts.post where place like '${STAGE.township}%' and role in ('grid_worker', 'village_cadre')`,
    )
    expect(found.total).toBe(held?.n)
    expect(found.byRole.map(({ role }) => role).toSorted()).toEqual(['grid_worker', 'village_cadre'])
    expect(found.byPlace.find(({ place }) => place === STAGE.village)?.name).toBe('余东村')
    expect(found.sample.length).toBe(8)
    expect(found.vacant).toBe(0)
    expect(await house.rows(`select from orders.recipient`)).toHaveLength(0)
  })

  it('is all who work at a place when it names nothing else, but no administrators and not the issuer', async () => {
    const { byRole } = await house.ask(county(), previewAudience, { audience: { within: [STAGE.county] } })
    expect(byRole.map(({ role }) => role)).not.toContain('system_admin')
    expect(byRole.find(({ role }) => role === 'county_command')?.count).toBe(4)
  })

  it('follows bonds: party members who answer for households of the village, whether they hold a post or not', async () => {
    await house.rows(`delete from bonds.bond where kind = 'member_household' and place like '${STAGE.village}%'`)
    const [home] = await house.rows<{ household: string }>(
      `select household from homes.member where person = '${cast.zhengGuixiang.id}'`,
    )
    await house.send(house.as('yuGuorong'), makeBond, {
      id: house.key() as never,
      kind: 'member_household',
      from: { kind: 'person', id: cast.yuWeidong.id },
      to: { kind: 'household', id: home?.household ?? '' },
    })
    const order = await issued(house, county(), {
      audience: { within: [STAGE.village], bondKinds: ['member_household'] },
    })
    expect(order.addressed).toBe(1)
    expect(await recipients(order.id)).toEqual([{ place: STAGE.grid, name: '余卫东' }])
  })

  it('keeps the villages that a field says lie in a flood zone, and takes out what is excepted', async () => {
    const all = await house.ask(county(), previewAudience, { audience: workers })
    const but = await house.ask(county(), previewAudience, { audience: { ...workers, except: [STAGE.village] } })
    expect(but.total).toBeLessThan(all.total)
    const [field] = await house.rows<{ key: string }>(
      `select key from fields.definition where subject = 'place' order by key limit 1`,
    )
    const [village] = await house.rows<{ id: string }>(`select id from places.place where code = '${STAGE.village}'`)
    await house.rows(`insert into fields.value (id, subject_kind, subject, field, place, value, entry, seen_on, at)
      values (gen_random_uuid(), 'place', '${village?.id}', '${field?.key}', '${STAGE.village}', '"flood"', gen_random_uuid(), '2026-08-01', now())`)
    const tagged = await house.ask(county(), previewAudience, {
      audience: { ...workers, tagged: { field: field?.key ?? '', value: 'flood' } },
    })
    expect(tagged.total).toBe(all.total - but.total)
  })

  it('lies within the own place', async () => {
    const audience = { within: [STAGE.township, ELSEWHERE.township], roles: ['grid_worker' as const] }
    await expect(house.ask(county(), previewAudience, { audience })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(drafted(house, county(), { audience })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(drafted(house, house.as('huWeiping'), { audience: { within: [STAGE.county] } })).rejects.toMatchObject(
      {
        code: 'forbidden',
      },
    )
    await expect(drafted(house, house.as('yuXuewen'), { audience: { within: [STAGE.grid] } })).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect((await drafted(house, house.as('zhuGuoliang'), { audience })).place).toBe(STAGE.city)
  })
})

describe('an order leaves', () => {
  it('is numbered, reaches everybody at that moment, and is known to the places it concerns', async () => {
    const draft = await drafted(house, county())
    expect(draft).toMatchObject({ state: 'draft', number: null, can: ['edit', 'issue', 'merge'] })
    await expect(house.ask(house.as('huWeiping'), getOrder, { id: draft.id })).rejects.toMatchObject({
      code: 'not_found',
    })
    const order = await house.send(county(), issueOrder, { id: draft.id })
    expect(order).toMatchObject({ state: 'issued', number: { year: 2026, no: 1 }, version: 1, placeName: '沟溪乡' })
    expect((await recipients(order.id)).map(({ name }) => name)).toContain('余学文')
    expect(order.addressed).toBe((await recipients(order.id)).length)
    house.clock.advance(HOUR_MS)
    const again = await issued(house, county(), { title: '第二件' })
    expect(again.number).toEqual({ year: 2026, no: 2 })
    // The township room sees it come down, another county does not.
    const { rows } = await house.ask(house.as('huWeiping'), listOrders, {})
    expect(rows.map(({ id }) => id)).toEqual([again.id, order.id])
    expect(rows[0]?.tally).toMatchObject({ addressed: order.addressed, silent: order.addressed })
    expect((await house.ask(house.as('zhuJianjun'), listOrders, {})).rows).toEqual([])
    await expect(house.ask(house.as('zhuJianjun'), getOrder, { id: order.id })).rejects.toMatchObject({
      code: 'not_found',
    })
    const [recorded] = await house.rows<{ name: string }>(
      `select name from kernel.record where subject = '${order.id}' and name = 'orders.issue' and outcome = 'done'`,
    )
    expect(recorded).toBeDefined()
  })

  it('is issued once, however often it is sent', async () => {
    const { id } = await drafted(house, county())
    const key = house.key()
    const first = await house.send(county(), issueOrder, { id }, key)
    expect(await house.send(county(), issueOrder, { id }, key)).toEqual(first)
    await expect(house.send(county(), issueOrder, { id })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('needs a purpose that is said to everybody, a deadline to come, and somebody to reach', async () => {
    await expect(drafted(house, county(), { purpose: 'because' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(drafted(house, county(), { dueAt: instant(house.clock.now() - HOUR_MS) })).rejects.toMatchObject({
      detail: { problems: [{ path: 'dueAt', problem: 'past' }] },
    })
    await expect(
      drafted(house, county(), { id: '01900000-0000-7000-8000-000000000000' as never }),
    ).rejects.toMatchObject({
      detail: { problems: [{ path: 'id', problem: 'clock' }] },
    })
    await expect(
      issued(house, county(), { audience: { within: [STAGE.grid], roles: ['operator'] } }),
    ).rejects.toMatchObject({ detail: { problems: [{ path: 'audience', problem: 'nobody' }] } })
    const late = await drafted(house, county())
    house.clock.advance(DAY_MS)
    await expect(house.send(county(), issueOrder, { id: late.id })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('is written anew as long as it is a draft, by its own office', async () => {
    const input = facts(house)
    await house.send(county(), draftOrder, input)
    expect((await house.send(county(), draftOrder, { ...input, title: '查看隐患点' })).title).toBe('查看隐患点')
    await expect(house.send(house.as('zhuGuoliang'), draftOrder, input)).rejects.toMatchObject({ code: 'conflict' })
    await house.send(county(), issueOrder, { id: input.id })
    await expect(house.send(county(), draftOrder, input)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('comes from a department for its own matters, and from no other department of the county', async () => {
    const order = await issued(house, house.as('jiangHaibo'), { title: '检查山塘水库' })
    expect(order.issuer.name.zh).toContain('水利')
    await expect(house.ask(house.as('wuJianhua'), getOrder, { id: order.id })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect((await house.ask(house.as('jiangHaibo'), listOrders, { mine: true })).rows).toHaveLength(1)
    expect((await house.ask(house.as('wuJianhua'), listOrders, {})).rows).toEqual([])
  })

  it('goes to who stands in, when somebody is away', async () => {
    const [yu, qing] = [house.as('yuXuewen').post, house.as('yuXiaoqing').post]
    await house.rows(`insert into bonds.substitute (id, place, post, by_post, from_day, until_day, reason, at)
      values (gen_random_uuid(), '${STAGE.grid}', '${yu}', '${qing}', '2026-09-01', '2026-09-10', '住院', now())`)
    const order = await issued(house, county())
    expect(
      await house.rows(`select substitute from orders.recipient where "order" = '${order.id}' and who = '${yu}'`),
    ).toEqual([{ substitute: qing }])
  })
})
