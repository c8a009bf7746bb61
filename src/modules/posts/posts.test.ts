import { beforeEach, describe, expect, it } from 'vitest'
import { cast, ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { NOBODY } from '#kernel/authorise.ts'
import { DAY_MS } from '#kernel/clock.ts'
import { asOwner, inScope } from '#kernel/db.ts'
import { keyOf } from '#kernel/jobs.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { PersonId } from '#modules/people/contract.ts'
import { placeTree } from '#modules/places/api.ts'
import { mergePlaces, PlaceId } from '#modules/places/contract.ts'
import { type CastName, type House, openHouse, START } from '#test/city/house.ts'
import { postsOf, roster, seedPosts } from './api.ts'
import { appoint, endPost, handOver, listPosts, PostId, type Role, tellHandOver } from './contract.ts'

const TODAY = '2026-09-01'
const TOMORROW = '2026-09-02'
const newPost = () => PostId.parse(uuidv7(START))
const idOf = (who: CastName) => PersonId.parse(cast[who].id)

const seat = (person: CastName, role: Role, more: object = {}) => ({
  id: newPost(),
  person: idOf(person),
  role,
  title: '岗位',
  place: STAGE.village as string,
  from: TODAY,
  ...more,
})
const postOf = async (house: House, who: CastName) =>
  PostId.parse((await roster(house.p)).all().find(({ person }) => person === cast[who].id)?.post)

describe('posts', () => {
  let house: House
  let wuKai: ReturnType<House['as']>
  let zhengLan: ReturnType<House['as']>
  beforeEach(async () => {
    house = await openHouse()
    wuKai = house.as('wuKai')
    zhengLan = house.as('zhengLan')
    return () => house.close()
  })
  const told = async (name: string) =>
    (
      await house.rows<{ payload: unknown }>(`select payload from kernel.outbox where name = '${name}' order by id`)
    ).map(({ payload }) => payload)

  it('a village gets a new cadre from today: listed, on the roster, on record, once', async () => {
    const input = seat('yuXuewen', 'village_cadre', { title: '村委会副主任' })
    const key = house.key()
    const [made, again] = await Promise.all([
      house.send(wuKai, appoint, input, key),
      house.send(wuKai, appoint, input, key),
    ])
    expect(made).toEqual(again)
    expect(made).toMatchObject({
      person: { name: '余学文' },
      placeName: '沟溪乡 · 余东村',
      to: null,
      can: ['end', 'handOver'],
    })
    expect((await roster(house.p)).at(STAGE.village, 'village_cadre').map(({ post }) => post)).toContain(input.id)
    const held = await inScope(house.p.db, NOBODY, (tx) => postsOf(tx, cast.yuXuewen.id, TODAY))
    expect(held.map(({ role }) => role).toSorted()).toEqual(['grid_worker', 'village_cadre'])
    const recorded = await house.rows(
      `select subject, place, about from kernel.record where name = 'posts.appoint' and kind = 'command'`,
    )
    expect(recorded).toEqual([{ subject: input.id, place: STAGE.village, about: cast.yuXuewen.id }])
  })

  it('a post that begins later gives nothing until its day', async () => {
    await house.send(wuKai, appoint, seat('wangJianping', 'grid_worker', { place: STAGE.grid, from: TOMORROW }))
    expect((await roster(house.p)).at(STAGE.grid).map(({ name }) => name)).not.toContain('汪建平')
    expect(await inScope(house.p.db, NOBODY, (tx) => postsOf(tx, cast.wangJianping.id, TODAY))).toEqual([])
    house.clock.advance(DAY_MS)
    expect((await roster(house.p)).at(STAGE.grid).map(({ name }) => name)).toContain('汪建平')
  })

  it('nobody holds two of the three administrator roles on one day, at whatever place; one after the other is well', async () => {
    const auditor = (from: string, to: string | null = null) =>
      seat('yuGuorong', 'auditor', { place: STAGE.city, from, to })
    await house.send(zhengLan, appoint, auditor(TODAY, '2026-10-01'))
    const admin = (from: string) =>
      house.send(zhengLan, appoint, seat('yuGuorong', 'system_admin', { place: STAGE.county, from }))
    await expect(admin('2026-09-15')).rejects.toMatchObject({ code: 'incompatible_posts' })
    await expect(admin('2026-10-01')).resolves.toMatchObject({ role: 'system_admin' })
    await expect(
      house.send(zhengLan, appoint, seat('yuGuorong', 'security_admin', { from: '2027-01-01' })),
    ).rejects.toMatchObject({ code: 'incompatible_posts' })
    await expect(
      house.send(zhengLan, appoint, seat('yeWenjing', 'auditor', { place: STAGE.county })),
    ).resolves.toMatchObject({ role: 'auditor' })
  })

  it('also two administrators who appoint at the same moment cannot make one person hold two roles', async () => {
    const both = await Promise.allSettled([
      house.send(zhengLan, appoint, seat('yuGuorong', 'auditor', { place: STAGE.city })),
      house.send(zhengLan, appoint, seat('yuGuorong', 'system_admin', { place: STAGE.city })),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('a system administrator fills ordinary posts only, the security administrator those of administrators only', async () => {
    await expect(house.send(wuKai, appoint, seat('yuGuorong', 'auditor'))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(house.send(zhengLan, appoint, seat('yuGuorong', 'grid_worker'))).rejects.toMatchObject({
      code: 'forbidden',
    })
    for (const who of ['yeWenjing', 'zhuGuoliang', 'huWeiping', 'wangJianping'] as const)
      await expect(house.send(house.as(who), appoint, seat('yuGuorong', 'grid_worker')), who).rejects.toMatchObject({
        code: 'forbidden',
      })
    await house.send(zhengLan, appoint, seat('yuGuorong', 'security_admin', { place: STAGE.county }))
    await house.send(zhengLan, appoint, seat('zhuJianjun', 'system_admin', { place: ELSEWHERE.county }))
    await house.relay()
    const countySecurity = { ...house.as('yuGuorong'), role: 'security_admin', place: STAGE.county }
    await expect(
      house.send(countySecurity, appoint, seat('huWeiping', 'auditor')),
      'not at the city',
    ).rejects.toMatchObject({ code: 'forbidden' })
    const elsewhere = { ...house.as('zhuJianjun'), role: 'system_admin', place: ELSEWHERE.county }
    await expect(
      house.send(elsewhere, appoint, seat('huWeiping', 'grid_worker')),
      'another county',
    ).rejects.toMatchObject({ code: 'forbidden' })
    const [held] = await house.rows<{ id: string }>(`select id from posts.post where person = '${cast.yuXuewen.id}'`)
    await expect(
      house.send(elsewhere, endPost, { id: PostId.parse(held?.id), day: TODAY, reason: '越界' }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })

  it('nobody appoints, ends or succeeds himself', async () => {
    await expect(
      house.send(wuKai, appoint, seat('wuKai', 'city_command', { place: STAGE.city })),
    ).rejects.toMatchObject({ code: 'same_person' })
    await expect(
      house.send(zhengLan, endPost, { id: await postOf(house, 'zhengLan'), day: TODAY, reason: '辞去' }),
    ).rejects.toMatchObject({ code: 'same_person' })
    const room = await postOf(house, 'huWeiping')
    await expect(
      house.send(wuKai, handOver, { id: room, to: idOf('wuKai'), newId: newPost(), day: TODAY }),
    ).rejects.toMatchObject({ code: 'same_person' })
    await expect(
      house.send(wuKai, handOver, { id: room, to: idOf('huWeiping'), newId: newPost(), day: TODAY }),
    ).rejects.toMatchObject({ code: 'same_person' })
  })

  it('refuses to date back, to end before the beginning, and unknown people, places, organs and posts', async () => {
    const refused = (input: ReturnType<typeof seat>) => house.send(wuKai, appoint, input)
    await expect(refused(seat('yuGuorong', 'grid_worker', { from: '2026-08-31' }))).rejects.toMatchObject({
      code: 'invalid',
    })
    await expect(refused(seat('yuGuorong', 'grid_worker', { to: TODAY }))).rejects.toMatchObject({ code: 'invalid' })
    await expect(refused(seat('yuGuorong', 'grid_worker', { place: '330899' }))).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(refused(seat('yuGuorong', 'grid_worker', { organ: uuidv7(START) }))).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(
      refused({ ...seat('yuGuorong', 'grid_worker'), person: PersonId.parse(uuidv7(START)) }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await expect(house.send(wuKai, endPost, { id: newPost(), day: TODAY, reason: '无此岗' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('a post ends on a day, once; whoever was appointed by mistake loses it at once', async () => {
    const post = await postOf(house, 'yuXiaoqing')
    const ended = await house.send(wuKai, endPost, { id: post, day: TOMORROW, reason: '调离' })
    expect(ended).toMatchObject({ to: TOMORROW })
    expect((await roster(house.p)).get(post)).toBeDefined()
    await expect(house.send(wuKai, endPost, { id: post, day: '2026-09-05', reason: '再次' })).rejects.toMatchObject({
      code: 'conflict',
    })
    house.clock.advance(DAY_MS)
    expect((await roster(house.p)).get(post)).toBeUndefined()

    const mistake = seat('yuGuorong', 'auditor', { place: STAGE.city, from: TOMORROW })
    await house.send(zhengLan, appoint, mistake)
    expect(await house.send(zhengLan, endPost, { id: mistake.id, day: TOMORROW, reason: '误派' })).toMatchObject({
      from: TOMORROW,
      to: TOMORROW,
      can: [],
    })
    expect(await inScope(house.p.db, NOBODY, (tx) => postsOf(tx, cast.yuGuorong.id, TOMORROW))).toHaveLength(1)
    await expect(
      house.send(zhengLan, appoint, { ...mistake, id: newPost(), role: 'system_admin' }),
    ).resolves.toBeDefined()
    const listed = await house.ask(wuKai, listPosts, { ended: true, person: idOf('yuGuorong') })
    expect(listed.rows.map(({ id }) => id)).toEqual([mistake.id])
  })

  it('a post is handed over today, and others hear of it', async () => {
    const [id, newId] = [await postOf(house, 'yuXuewen'), newPost()]
    const next = await house.send(wuKai, handOver, { id, to: idOf('yuXiaoqing'), newId, day: TODAY, note: '轮岗' })
    expect(next).toMatchObject({
      id: newId,
      person: { name: '余小青' },
      role: 'grid_worker',
      title: '专职网格员',
      place: STAGE.grid,
      from: TODAY,
    })
    expect(await told('posts.handedOver')).toEqual([{ from: id, to: newId, place: STAGE.grid }])
    expect((await roster(house.p)).at(STAGE.grid).map(({ name }) => name)).toEqual(['余小青'])
    const about = await house.rows<{ about: string }>(
      `select about from kernel.record where name = 'posts.handOver' and kind = 'command' order by about`,
    )
    expect(about.map((row) => row.about).toSorted()).toEqual([cast.yuXuewen.id, cast.yuXiaoqing.id].toSorted())
  })

  it('a hand-over that is dated ahead is told on its day, once; a successor who lost the post takes over nothing', async () => {
    const [id, newId] = [await postOf(house, 'yuXuewen'), newPost()]
    await house.send(wuKai, handOver, { id, to: idOf('yuXiaoqing'), newId, day: TOMORROW })
    const [other, otherNew] = [await postOf(house, 'yuGuorong'), newPost()]
    await house.send(wuKai, handOver, { id: other, to: idOf('yuXiaoqing'), newId: otherNew, day: TOMORROW })
    await house.send(wuKai, endPost, { id: otherNew, day: TODAY, reason: '撤回' })
    await house.sweep()
    expect(await told('posts.handedOver')).toEqual([])
    house.clock.advance(DAY_MS)
    await house.sweep()
    await house.sweep()
    expect(await told('posts.handedOver')).toEqual([{ from: id, to: newId, place: STAGE.grid }])
    await expect(house.send(house.as('wuKai'), tellHandOver, { post: id })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('posts go on at the village that two became, and their open work with them', async () => {
    const yuxi = '330802211210'
    const tree = await placeTree(house.p)
    const before = (await roster(house.p))
      .all()
      .filter(({ place }) => place.startsWith(STAGE.village) || place.startsWith(yuxi))
    const into = { id: PlaceId.parse(uuidv7(START)), code: '330802211299', name: '余村' }
    await house.send(house.as('chenLixin'), mergePlaces, {
      codes: [STAGE.village, yuxi],
      into,
      day: TOMORROW,
      reason: '行政村规模调整',
    })
    await house.relay()
    expect((await roster(house.p)).at(STAGE.village).length).toBeGreaterThan(0)
    house.clock.advance(DAY_MS)
    const after = (await roster(house.p)).all().filter(({ place }) => place.startsWith(into.code))
    expect(after.map(({ person, role }) => `${person} ${role}`).toSorted()).toEqual(
      before.map(({ person, role }) => `${person} ${role}`).toSorted(),
    )
    expect(
      (await roster(house.p)).all().some(({ place }) => place.startsWith(STAGE.village) || place.startsWith(yuxi)),
    ).toBe(false)
    const now = await placeTree(house.p)
    for (const { place } of after) expect(now.get(place), place).toBeDefined()
    expect(tree.get(into.code)).toBeUndefined()
    await house.sweep()
    expect(await told('posts.handedOver')).toHaveLength(before.length)
  })
})

it('six thousand posts are entered within a second', async () => {
  const house = await openHouse()
  const grids = (await placeTree(house.p)).all().filter(({ level }) => level === 'grid')
  const rows = Array.from({ length: 6000 }, (_, at) => ({
    id: keyOf(`speed ${at}`),
    person: keyOf(`person ${at % 2000}`),
    role: 'grid_worker' as const,
    title: '网格员',
    place: grids[at % grids.length]?.code ?? '',
    organ: null,
    from: TODAY,
    to: null,
  }))
  const started = performance.now()
  await asOwner(house.p.db, (tx) => seedPosts(tx, rows))
  expect(performance.now() - started).toBeLessThan(1000)
  await house.close()
})
