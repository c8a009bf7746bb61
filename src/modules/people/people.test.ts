import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { ANONYMOUS, NOBODY } from '#kernel/authorise.ts'
import { asOwner, inScope } from '#kernel/db.ts'
import { keyOf } from '#kernel/jobs.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { contactOf, findOrAddResident, organs, seedPeople } from './api.ts'
import { addOrgan, getMe, getPerson, listOrgans, OrganId, PersonId, registerPerson, searchPeople } from './contract.ts'

const personId = () => PersonId.parse(uuidv7(START))
const organId = () => OrganId.parse(uuidv7(START))

describe('people', () => {
  let house: House
  let wuKai: ReturnType<House['as']>
  const looksAt = (person: string) =>
    house.rows<{ name: string; purpose: string }>(
      `select name, purpose from kernel.record where about = '${person}' and kind = 'query' order by seq`,
    )
  beforeAll(async () => {
    house = await openHouse()
    wuKai = house.as('wuKai')
  })
  afterAll(() => house.close())

  it('enters a person; the id number is checked, sealed and shown masked; the same command twice is one person', async () => {
    const input = {
      id: personId(),
      name: '余新民',
      phone: '13900000001',
      idNumber: '110105491231002',
      login: 'yu.xinmin',
    }
    const key = house.key()
    const [row, again] = await Promise.all([
      house.send(wuKai, registerPerson, input, key),
      house.send(wuKai, registerPerson, input, key),
    ])
    expect(row).toEqual(again)
    expect(row).toEqual({ id: input.id, name: '余新民', phoneMasked: '139****0001', idMasked: '11**************2X' })
    const stored = await house.rows<{ all: string }>(
      `select row_to_json(p)::text as all from people.person p where id = '${input.id}'`,
    )
    expect(stored[0]?.all).not.toContain('19491231')
    const recorded = await house.rows<{ about: string; detail: unknown }>(
      `select about, detail from kernel.record where name = 'people.register' and kind = 'command'`,
    )
    expect(recorded).toEqual([{ about: input.id, detail: {} }])
  })

  it('lets two persons share a phone, and even an id number', async () => {
    const twin = () => ({ id: personId(), name: '双胞', phone: '13900000002', idNumber: '11010519491231002X' })
    await house.send(wuKai, registerPerson, twin())
    await expect(house.send(wuKai, registerPerson, twin())).resolves.toMatchObject({ name: '双胞' })
  })

  it('refuses a wrong id number, a login that is taken, an unknown home, and whoever is no administrator', async () => {
    const one = { id: personId(), name: '某人' }
    await expect(house.send(wuKai, registerPerson, { ...one, idNumber: '110105194912310021' })).rejects.toMatchObject({
      code: 'checksum',
      detail: { problems: [{ path: 'idNumber' }] },
    })
    await expect(house.send(wuKai, registerPerson, { ...one, login: 'yuxuewen' })).rejects.toMatchObject({
      code: 'already',
      detail: { problems: [{ path: 'login' }] },
    })
    await expect(house.send(wuKai, registerPerson, { ...one, homePlace: '330899' })).rejects.toMatchObject({
      code: 'not_found',
    })
    for (const who of ['chenLixin', 'yeWenjing', 'yuXuewen', 'wangJianping'] as const)
      await expect(house.send(house.as(who), registerPerson, one), who).rejects.toMatchObject({ code: 'forbidden' })
    expect(await house.rows(`select 1 from people.person where id = '${one.id}'`)).toEqual([])
  })

  it('staff find each other by name or login, numbers masked; each look is recorded', async () => {
    const { rows } = await house.ask(house.as('yuXuewen'), searchPeople, { text: '胡卫平' })
    expect(rows).toEqual([
      expect.objectContaining({
        id: cast.huWeiping.id,
        phoneMasked: expect.stringMatching(/^154\*{4}\d{4}$/) as string,
      }),
    ])
    expect((await house.ask(house.as('yuXuewen'), searchPeople, { text: 'huwei' })).rows[0]?.id).toBe(cast.huWeiping.id)
    expect(await looksAt(cast.huWeiping.id)).toEqual([
      { name: 'people.search', purpose: 'staff_directory' },
      { name: 'people.search', purpose: 'staff_directory' },
    ])
    const { phone } = await house.ask(house.as('yuXuewen'), getPerson, { id: PersonId.parse(cast.huWeiping.id) })
    expect(phone).toBe(cast.huWeiping.phone)
    expect(await looksAt(cast.huWeiping.id)).toHaveLength(3)
  })

  it('no post finds a resident, neither by search nor by id; and nobody signed out finds anybody', async () => {
    for (const who of ['yuXuewen', 'huWeiping', 'zhuGuoliang', 'wuKai', 'yeWenjing', 'jiangTing'] as const) {
      expect((await house.ask(house.as(who), searchPeople, { text: '汪建平' })).rows, who).toEqual([])
      await expect(
        house.ask(house.as(who), getPerson, { id: PersonId.parse(cast.wangJianping.id) }),
        who,
      ).rejects.toMatchObject({ code: 'not_found' })
    }
    await expect(
      house.ask(house.as('wangJianping'), getPerson, { id: PersonId.parse(cast.xuLihua.id) }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await expect(house.ask(house.as('wangJianping'), searchPeople, { text: '胡卫平' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(house.ask(ANONYMOUS, getPerson, { id: PersonId.parse(cast.huWeiping.id) })).rejects.toMatchObject({
      code: 'unauthenticated',
    })
    expect(await looksAt(cast.wangJianping.id)).toEqual([])
  })

  it('no widening by row-level security either: a city-wide scope reads no resident row', async () => {
    const count = (scope: { lo: string; hi: string }) =>
      inScope(house.p.db, { ...NOBODY, ...scope }, async (tx) => (await contactOf(tx, cast.wangJianping.id))?.name)
    expect(await count({ lo: '', hi: '~' })).toBe('汪建平') // through the owner's view, which only slices with a purpose may read
    const direct = await house.p.db.pool.begin(async (q) => {
      await q`select set_config('app.lo', '', true), set_config('app.hi', '~', true), set_config('app.organ', '', true), set_config('role', 'openpalm_app', true)`
      return q`select id from people.person where name = '汪建平'`
    })
    expect(direct).toHaveLength(0)
  })

  it('shows a resident what is held about himself, which is not a look by somebody', async () => {
    const me = await house.ask(house.as('wangJianping'), getMe, {})
    expect(me).toMatchObject({ name: '汪建平', phone: cast.wangJianping.phone, homePlace: STAGE.grid, source: 'self' })
    expect(me.idMasked).toMatch(/^33\*{14}..$/)
    expect(await looksAt(cast.wangJianping.id)).toEqual([])
    await expect(house.ask(house.nobody, getMe, {})).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it('pages through a search without losing or repeating one', async () => {
    const all = (await house.ask(wuKai, searchPeople, { text: '余', limit: 200 })).rows.map(({ id }) => id)
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page = await house.ask(wuKai, searchPeople, { text: '余', limit: 3, cursor })
      paged.push(...page.rows.map(({ id }) => id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(all.length).toBeGreaterThan(6)
    expect(paged).toEqual(all)
  })
})

describe('somebody who reports or signs in', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(() => house.close())
  /** As the road does it for a stranger: reaching nobody. */
  const found = (phone: string, name?: string) =>
    inScope(house.p.db, NOBODY, (tx) => findOrAddResident(tx, { phone, name: name ?? null, now: house.clock.now() }))

  it('is recognised by phone, also by ten reports at once', async () => {
    expect(await found(cast.wangJianping.phone)).toBe(cast.wangJianping.id)
    expect(await found(cast.wangJianping.phone, '汪建平')).toBe(cast.wangJianping.id)
    const ids = await Promise.all(Array.from({ length: 10 }, () => found('13700000001')))
    expect(new Set(ids).size).toBe(1)
  })
  it('is told apart by name where a family shares a phone, and gets a name later', async () => {
    const first = await found('13700000002')
    expect(await found('13700000002', '王母')).toBe(first)
    house.clock.advance(1000)
    const second = await found('13700000002', '王父')
    expect(second).not.toBe(first)
    expect(await found('13700000002', '王母')).toBe(first)
    expect(await found('13700000002')).toBe(first)
    expect(await inScope(house.p.db, NOBODY, (tx) => contactOf(tx, second))).toEqual({
      name: '王父',
      phone: '13700000002',
    })
  })
})

describe('organs', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(() => house.close())

  const newOrgan = () => ({
    id: organId(),
    name: { zh: '沟溪乡供水站', en: 'Gouxi Waterworks' },
    kind: 'duty_holder' as const,
    line: 'water',
    place: STAGE.township,
    creditCode: '91330100799655058B',
  })

  it('are entered once, with a checked code, and found by place, line and name at once', async () => {
    const before = await organs(house.p)
    const organ = newOrgan()
    expect(await house.send(house.as('wuKai'), addOrgan, organ)).toEqual(organ)
    await house.relay()
    expect(before.get(organ.id)).toBeUndefined()
    const index = await organs(house.p)
    expect(index.get(organ.id)).toEqual(organ)
    expect(index.byLine(STAGE.township, 'water')?.id).toBe(organ.id)
    const listed = async (input: object) =>
      (await house.ask(house.as('huWeiping'), listOrgans, input)).rows.map(({ id }) => id as string)
    expect(await listed({ text: '供水' })).toEqual([organ.id])
    expect(await listed({ text: 'waterworks', place: STAGE.city })).toEqual([organ.id])
    expect(await listed({ line: 'water' })).toEqual([organ.id])
    expect(await listed({ text: '供水', place: ELSEWHERE.county })).toEqual([])
    await expect(
      house.send(house.as('wuKai'), addOrgan, { ...newOrgan(), name: { zh: '重号' } }),
    ).rejects.toMatchObject({ code: 'already', detail: { problems: [{ path: 'creditCode' }] } })
  })
  it('are refused with a wrong code, at no place, and from anybody but a system administrator', async () => {
    await expect(
      house.send(house.as('wuKai'), addOrgan, { ...newOrgan(), creditCode: '91330100799655058A' }),
    ).rejects.toMatchObject({ code: 'checksum', detail: { problems: [{ path: 'creditCode' }] } })
    await expect(house.send(house.as('wuKai'), addOrgan, { ...newOrgan(), place: '330899' })).rejects.toMatchObject({
      code: 'not_found',
    })
    for (const who of ['huWeiping', 'zhengLan', 'zhuGuoliang'] as const)
      await expect(house.send(house.as(who), addOrgan, newOrgan()), who).rejects.toMatchObject({ code: 'forbidden' })
  })
})

it('a city of staff is entered within two seconds', async () => {
  const house = await openHouse()
  const rows = Array.from({ length: 2300 }, (_, at) => ({
    id: keyOf(`speed ${at}`),
    name: `甲${at}`,
    phone: `1390000${at}`,
    login: `speed.${at}`,
    office: STAGE.city,
  }))
  const started = performance.now()
  await asOwner(house.p.db, (tx) => seedPeople(tx, rows, START))
  expect(performance.now() - started).toBeLessThan(2000)
  await house.close()
})
