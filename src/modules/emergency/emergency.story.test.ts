import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cast, STAGE } from '../../../demo/cast.ts'
import { WHOLE } from '#kernel/authorise.ts'
import { DAY_MS, HOUR_MS, instant } from '#kernel/clock.ts'
import { inScope } from '#kernel/db.ts'
import { liveHolds } from '#kernel/holds.ts'
import { pull } from '#kernel/levers.ts'
import { quietHours } from '#modules/notices/levers.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { listPosts } from '#modules/posts/contract.ts'
import { type CastName, type House, openHouse, START } from '#test/city/house.ts'
import { preview } from './contract-playbooks.ts'
import {
  changeLevel,
  confirm,
  current,
  declare,
  drop,
  extend,
  getActivation,
  home,
  listActivations,
} from './contract.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const id = () => house.key() as never
const said = { legalBasis: '《突发事件应对法》第六十三条', reason: '气象台发布暴雨红色预警' }
const usual = { playbook: 'flood', level: 'III', area: [STAGE.county], hours: 48, reviewHours: 24, ...said } as const

async function propose(who: CastName = 'chenLixin', more: object = {}) {
  const [activation, decision] = [id(), id()]
  const made = await house.send(house.as(who), declare, { ...usual, id: activation, decision, ...more } as never)
  return { ...made, id: activation, decision }
}
async function begin(more: object = {}, first: CastName = 'chenLixin', then: CastName = 'maoXuefen') {
  const proposed = await propose(first, more)
  const confirmed = await house.send(house.as(then), confirm, { decision: proposed.decision })
  await house.relay()
  return { ...proposed, confirmed }
}
const quietAt = (place: string) =>
  inScope(house.p.db, WHOLE, async (tx) =>
    pull(quietHours, await liveHolds(tx, house.clock.now()), place, house.clock.now()),
  )
const bands = async (who: CastName | undefined, place?: string) =>
  (await house.ask(who ? house.as(who) : house.nobody, current, place ? { place } : {})).rows

describe('an emergency is decided by two persons', () => {
  it('changes nothing when it is proposed; the second person makes it hold, and everybody sees it', async () => {
    const proposed = await propose()
    expect(proposed).toMatchObject({ number: '26-001', place: STAGE.county })
    expect(await bands(undefined)).toEqual([])
    const waiting = { state: 'proposed' } as const
    expect((await house.ask(house.as('maoXuefen'), listActivations, waiting)).rows).toMatchObject([{ id: proposed.id }])
    await expect(house.ask(house.nobody, listActivations, waiting)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await quietAt(STAGE.grid)).toEqual({ from: 22, to: 7 })
    const done = await house.send(house.as('maoXuefen'), confirm, { decision: proposed.decision })
    expect(done.holds).toBeGreaterThan(2)
    expect(done.posts).toBeGreaterThan(3)
    expect(done.bonds).toBeGreaterThan(1)
    expect(done.endsAt).toBe(instant(START + 48 * HOUR_MS))
    expect(await quietAt(STAGE.grid)).toEqual({ from: 0, to: 0 })
    const [band] = await bands(undefined, STAGE.grid)
    expect(band).toMatchObject({
      kind: 'flood',
      level: 'III',
      here: true,
      drill: false,
      chief: null,
      area: [{ code: STAGE.county }],
    })
    expect((await bands('yuXuewen'))[0]).toMatchObject({ here: true, chief: '毛雪芬' })
    expect((await bands(undefined, '330881121'))[0]).toMatchObject({ here: false })
  })

  it('is not confirmed by the one who proposed it, nor from another county, nor a day later', async () => {
    const { decision } = await propose()
    await expect(house.send(house.as('chenLixin'), confirm, { decision })).rejects.toMatchObject({
      code: 'same_person',
    })
    await expect(house.send(house.as('huWeiping'), confirm, { decision })).rejects.toMatchObject({ code: 'forbidden' })
    house.clock.advance(DAY_MS + 1)
    await expect(house.send(house.as('maoXuefen'), confirm, { decision })).rejects.toMatchObject({ code: 'gone' })
    expect(await house.rows('select from kernel.hold')).toEqual([])
  })

  it('needs at level I the city command among the two', async () => {
    const { decision } = await propose('chenLixin', { level: 'I' })
    await expect(house.send(house.as('maoXuefen'), confirm, { decision })).rejects.toMatchObject({
      code: 'authority_needed',
    })
    await expect(house.send(house.as('zhuGuoliang'), confirm, { decision })).resolves.toMatchObject({
      id: expect.any(String),
    })
  })

  it('does not reach beyond the place of the one who decides', async () => {
    await expect(propose('chenLixin', { area: ['330881'] })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(propose('chenLixin', { area: [STAGE.county, '330881'] })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(propose('zhuGuoliang', { area: [STAGE.county, '330881'] })).resolves.toMatchObject({ place: '3308' })
    await expect(propose('yuGuorong')).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('refuses more than thirty days, a second one of the kind in the place, and a place that is none', async () => {
    await expect(propose('chenLixin', { hours: 721 })).rejects.toMatchObject({ code: 'invalid' })
    await expect(propose('chenLixin', { reviewHours: 49 })).rejects.toMatchObject({ code: 'invalid' })
    await expect(propose('chenLixin', { area: ['330899'] })).rejects.toMatchObject({ code: 'not_found' })
    await begin()
    await expect(propose('zhuGuoliang', { area: ['3308'] })).rejects.toMatchObject({
      code: 'in_force',
      detail: { number: '26-001' },
    })
    await expect(propose('chenLixin', { playbook: 'typhoon' })).resolves.toMatchObject({ number: '26-002' })
  })

  it('is taken back before it began, and then it never was', async () => {
    const { decision } = await propose()
    await house.send(house.as('maoXuefen'), drop, { decision, reason: '雨势减弱' })
    await expect(house.send(house.as('maoXuefen'), confirm, { decision })).rejects.toMatchObject({ code: 'already' })
    expect((await house.ask(house.nobody, listActivations, {})).rows).toEqual([])
  })
})

describe('what it changes', () => {
  it('is shown before anything is decided', async () => {
    const seen = await house.ask(house.as('chenLixin'), preview, {
      playbook: 'flood',
      level: 'II',
      area: [STAGE.township],
    })
    expect(seen.levers.map(({ lever }) => lever)).toContain('notices.quietHours')
    expect(seen.seats.find(({ title }) => title === '人员转移组组长')?.count).toBe(1)
    expect(seen.bonds.find(({ kind }) => kind === 'team_community')?.count).toBeGreaterThan(0)
    expect(seen.told.find(({ role }) => role === 'grid_worker')?.count).toBeGreaterThan(0)
    await expect(
      house.ask(house.as('chenLixin'), preview, { playbook: 'flood', level: 'II', area: ['330881'] }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('raises dated posts: the water officer commands in the county, and in a township if only that is meant', async () => {
    await begin({ area: [STAGE.township] })
    const posts = (await house.ask(house.as('chenLixin'), listPosts, { person: cast.jiangHaibo.id as never })).rows
    expect(posts.find(({ title }) => title === '防汛指挥部成员')).toMatchObject({
      role: 'county_command',
      place: STAGE.township,
      to: '2026-09-04',
    })
  })

  it('gives no authority over itself by a post that it raised', async () => {
    const { id: activation } = await begin()
    const raised = house.as('jiangHaibo', STAGE.county)
    const [post] = await house.rows<{ id: string }>(
      `select id from posts.post where person = '${cast.jiangHaibo.id}' and role = 'county_command'`,
    )
    const acting = { ...raised, post: post?.id ?? '', role: 'county_command', organ: null }
    await expect(
      house.send(acting, extend, { id: activation, decision: id(), hours: 720, reviewHours: 24, ...said }),
    ).rejects.toMatchObject({ code: 'authority_needed' })
  })

  it('tells everybody whom it reaches, and each raised post', async () => {
    await begin()
    const told = (await house.ask(house.as('yuXuewen'), myNotices, {})).rows
    expect(told[0]).toMatchObject({
      kind: 'response_begins',
      urgent: true,
      params: { response: 'III', number: '26-001' },
    })
    const own = (await house.ask(house.as('yuGuorong'), home, {})).rows
    expect(own[0]?.posts).toMatchObject([{ title: '村级防汛责任人', place: STAGE.village }])
    expect(own[0]?.report).toMatchObject({ no: 1, place: STAGE.village, late: false })
  })

  it('is extended only by a new decision of two, for thirty days from then at most', async () => {
    const { id: activation } = await begin({ hours: 720, reviewHours: 24 })
    house.clock.advance(29 * DAY_MS)
    const decision = id()
    await house.send(house.as('chenLixin'), extend, { id: activation, decision, hours: 720, reviewHours: 24, ...said })
    expect((await house.ask(house.as('chenLixin'), getActivation, { id: activation })).endsAt).toBe(
      instant(START + 30 * DAY_MS),
    )
    await expect(house.send(house.as('chenLixin'), confirm, { decision })).rejects.toMatchObject({
      code: 'same_person',
    })
    await house.send(house.as('maoXuefen'), confirm, { decision })
    const seen = await house.ask(house.as('chenLixin'), getActivation, { id: activation })
    expect(seen.endsAt).toBe(instant(START + 59 * DAY_MS))
    expect(seen.powers.filter(({ live }) => live).every(({ until }) => until === instant(START + 59 * DAY_MS))).toBe(
      true,
    )
    expect(await house.rows(`select from kernel.hold where ends_at > starts_at + interval '30 days'`)).toEqual([])
    const [post] = seen.posts
    expect(post?.until).toBe('2026-10-31')
  })

  it('goes up and down a level: what the level does not have ends, the rest stays', async () => {
    const { id: activation } = await begin()
    const up = id()
    await house.send(house.as('maoXuefen'), changeLevel, { id: activation, decision: up, level: 'II', ...said })
    await house.send(house.as('zhuGuoliang'), confirm, { decision: up })
    const graver = await house.ask(house.as('chenLixin'), getActivation, { id: activation })
    expect(graver.level).toBe('II')
    expect(graver.powers.filter(({ live }) => live).map(({ lever }) => lever)).toContain('consents.glassesADay')
    expect(graver.bonds.map(({ kind }) => kind)).toContain('team_block')
    const down = id()
    await expect(
      house.send(house.as('maoXuefen'), changeLevel, { id: activation, decision: id(), level: 'II', ...said }),
    ).rejects.toMatchObject({ code: 'already' })
    await house.send(house.as('maoXuefen'), changeLevel, { id: activation, decision: down, level: 'IV', ...said })
    house.clock.advance(HOUR_MS)
    await house.send(house.as('chenLixin'), confirm, { decision: down })
    expect(await quietAt(STAGE.grid)).toEqual({ from: 22, to: 7 })
    expect(await house.rows(`select from bonds.bond where under is not null and why_ended is null`)).toEqual([])
    expect(
      (await house.rows(`select from posts.post where under is not null and why_ended is null`)).length,
    ).toBeGreaterThan(2)
  })

  it('holds in a drill no ordinary lever, and says on every screen that it is one', async () => {
    const { confirmed } = await begin({ drill: true, level: 'I' })
    expect(confirmed.posts).toBeGreaterThan(3)
    expect(await quietAt(STAGE.grid)).toEqual({ from: 22, to: 7 })
    expect((await bands(undefined, STAGE.grid))[0]).toMatchObject({ drill: true, number: '26-D01' })
    expect((await house.ask(house.as('yuXuewen'), myNotices, {})).rows[0]).toMatchObject({
      kind: 'drill_begins',
      urgent: false,
    })
  })

  it('lets no drill be held where it is in earnest, and a drill that is on gives way', async () => {
    const drill = await begin({ drill: true, playbook: 'snow', area: [STAGE.township] })
    house.clock.advance(HOUR_MS)
    await begin()
    await house.sweep()
    await house.relay()
    expect(await house.ask(house.as('chenLixin'), getActivation, { id: drill.id })).toMatchObject({
      state: 'closed',
      whyEnded: 'expired',
    })
    expect((await bands(undefined)).map(({ drill: exercise }) => exercise)).toEqual([false])
    await expect(propose('chenLixin', { drill: true, playbook: 'snow' })).rejects.toMatchObject({ code: 'in_force' })
  })
})
