import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ELSEWHERE, STAGE } from '../../demo/cast.ts'
import { buildServer } from '#apps/server/server.ts'
import { commentCase } from '#modules/cases/contract-acts.ts'
import { relay } from '#kernel/outbox.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { gatherPlayers, type Player, type Role } from './players.ts'
import { id, KIND, type Scene, SECRET, setScene, TODAY } from './scene.ts'
import { headersOf, queryOf } from './tried.ts'

/** What a client says of owner, place or reach never gives it more than it has: rows, totals, figures, tags, live events. */
let house: House
let app: FastifyInstance
let players: Player[]
let scene: Scene
beforeAll(async () => {
  house = await openHouse()
  app = await buildServer(house.p, { docs: false, perMinute: 1e6 })
  players = await gatherPlayers(house, app)
  scene = await setScene(house, players)
  await app.listen({ port: 0, host: '127.0.0.1' })
}, 120_000)
afterAll(async () => {
  await app.close()
  await house.close()
})

const one = (role: Role, side: Player['side']): Player =>
  players.find((who) => who.role === role && who.side === side) as Player
const get = (who: Player, name: string, input: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url: `/api/${name}?${queryOf(input)}`, headers: { ...headersOf(who), ...headers } })
const post = (who: Player, name: string, payload: object) =>
  app.inject({ method: 'POST', url: `/api/${name}`, headers: headersOf(who), payload })

/** Places above, beside and around whatever anybody's own is. */
const WIDER = ['3308', STAGE.county, STAGE.township, STAGE.village, STAGE.grid, ELSEWHERE.county, ELSEWHERE.village]
type List = { rows: { id: string; place: string }[]; total: number | null }

describe("a place above, beside or around one's own", () => {
  it('gives lists of cases and their totals no row more', async () => {
    const readers = players.filter(
      ({ role }) => !['system_admin', 'security_admin', 'resident', 'anonymous'].includes(role),
    )
    for (const who of readers)
      for (const place of WIDER)
        for (const filter of [
          {},
          { open: true },
          { late: true },
          { text: '工资' },
          { class: KIND.slice(0, 2) },
          { sort: 'due' },
        ]) {
          const { rows, total } = (await get(who, 'cases.list', { place, limit: 200, ...filter })).json<List>()
          const mine = await house.rows<{
            id: string
          }>(`select id from cases.case where place like '${place}%' and place like '${who.actor.place}%'
            ${who.role === 'department_officer' ? `and organ = '${who.actor.organ}'` : ''} ${'open' in filter ? 'and closed_at is null' : ''} ${'late' in filter ? 'and late' : ''}`)
          const what = `${who.name} asks for ${place} ${JSON.stringify(filter)}`
          if (!('text' in filter))
            expect(rows.map((row) => row.id).toSorted(), what).toEqual(mine.map((row) => row.id).toSorted())
          else
            expect(
              mine.map((row) => row.id),
              what,
            ).toEqual(expect.arrayContaining(rows.map((row) => row.id)))
          if (total !== null) expect(total, what).toBe(rows.length)
        }
  }, 120_000)

  it("gives figures and maps of one's own range or none, and figures of a grid are of that grid", async () => {
    for (const who of players.filter(({ actor }) => actor.kind === 'staff'))
      for (const place of WIDER)
        for (const name of ['cases.figures', 'cases.map', 'cases.lateWhy']) {
          const own = place.startsWith(who.actor.place ?? '~')
          const answer = await get(who, name, { place })
          if (own || (who.role === 'department_officer' && name !== 'cases.figures')) continue
          expect(answer.statusCode, `${who.name} ${name} ${place}`).toBe(403)
        }
    const worker = await get(one('grid_worker', 'near'), 'cases.figures')
    const { total, days } = worker.json<{ total: { received: number }; days: { received: number }[] }>()
    expect(days.reduce((sum, day) => sum + day.received, 0)).toBe(total.received)
    const next = await get(players.find(({ name }) => name.includes('yuxiaoqing')) as Player, 'cases.figures')
    expect(next.json()).toMatchObject({ total: { received: 0 }, days: [] })
  })

  it('shows an officer of another department nothing on a map, wherever he points', async () => {
    const water = players.find(({ beside }) => beside) as Player
    for (const place of WIDER) {
      expect((await get(water, 'cases.map', { place, by: 'grid' })).json()).toEqual({ areas: [], points: [] })
      expect((await get(water, 'cases.lateWhy', { place })).json()).toMatchObject({ rows: [], why: [] })
    }
  })
})

describe('an owner given by the sender', () => {
  it('makes a resident report for himself, whoever he names', async () => {
    const made = id()
    const stranger = one('resident', 'far')
    const report = {
      id: made,
      secret: SECRET,
      channel: 'superior',
      kind: KIND,
      description: '拖欠工资',
      place: STAGE.grid,
      reporter: { name: '郑桂香', phone: '15405700020' },
      person: one('resident', 'near').person,
      desk: '3308',
      level: 'city',
      state: 'confirmed',
      number: '2600000001',
      urgent: true,
      assignee: stranger.person,
      late: true,
    }
    expect((await post(stranger, 'cases.report', report)).statusCode).toBe(200)
    const [row] = await house.rows(
      `select reporter, channel, level, state, desk, late from cases.case where id = '${String(made)}'`,
    )
    expect(row).toEqual({
      reporter: stranger.person,
      channel: 'town',
      level: 'grid',
      state: 'assigned',
      desk: STAGE.grid,
      late: false,
    })
  })

  it('takes up no photo of somebody else', async () => {
    const [theirs, made] = [id() as string, id()]
    await house.rows(
      `insert into cases.file (id, key, thumb_key, width, height, bytes, by_person, at) values ('${theirs}', 'k', 't', 1, 1, 1, '${one('resident', 'near').person}', now())`,
    )
    await post(one('anonymous', 'near'), 'cases.report', {
      id: made,
      secret: SECRET,
      channel: 'town',
      kind: KIND,
      description: '拖欠工资',
      place: STAGE.grid,
      files: [theirs],
    })
    await post(one('resident', 'far'), 'cases.report', {
      id: id(),
      secret: SECRET,
      channel: 'town',
      kind: KIND,
      description: '拖欠工资',
      place: STAGE.grid,
      files: [theirs],
    })
    expect(await house.rows(`select case_id from cases.file where id = '${theirs}'`)).toEqual([{ case_id: null }])
  })

  it('reads no notice of somebody else', async () => {
    for (const who of players.filter(({ person }) => person !== one('resident', 'near').person))
      await post(who, 'notices.read', { ids: [scene.notice] })
    expect(await house.rows(`select read_at from notices.notice where id = '${scene.notice}'`)).toEqual([
      { read_at: null },
    ])
  })

  it("enters people for one's own office, and appoints for no place above it", async () => {
    const made = id()
    await post(one('system_admin', 'far'), 'people.register', {
      id: made,
      name: '新同志',
      office: '3308',
      source: 'self',
      homePlace: STAGE.grid,
    })
    expect(await house.rows(`select office, source from people.person where id = '${String(made)}'`)).toEqual([
      { office: ELSEWHERE.county, source: 'register' },
    ])
    const posted = await post(one('system_admin', 'far'), 'posts.appoint', {
      id: id(),
      person: made,
      role: 'city_command',
      title: '主任',
      place: '3308',
      from: TODAY,
    })
    expect(posted.statusCode).toBe(403)
  })

  it("merges no place of another county into one's own", async () => {
    const far = one('county_command', 'far')
    for (const into of [`${STAGE.village}002`, `${ELSEWHERE.village}001`])
      expect(
        (
          await post(far, 'places.merge', {
            codes: [STAGE.grid, STAGE.otherGrid],
            into: { id: id(), code: into, name: '并' },
            day: TODAY,
            reason: '区划调整',
          })
        ).statusCode,
        into,
      ).not.toBe(200)
  })
})

describe('tags of answers', () => {
  const FAR = ['zhouchunxian', 'jianghaibo', 'zhujianjun', 'another resident']

  it('of one actor never tell another that nothing has changed', async () => {
    const urls: [string, Record<string, unknown>][] = [
      ['cases.list', { place: STAGE.grid }],
      ['cases.get', { id: scene.assigned.grid_worker }],
      ['cases.map', { place: STAGE.grid }],
      ['cases.figures', { place: STAGE.grid }],
      ['cases.mine', {}],
      ['notices.mine', {}],
      ['signin.me', {}],
      ['people.me', {}],
      ['signin.sessions', {}],
      ['consents.mine', {}],
    ]
    // One of each kind is enough: every pair of them tries every tag.
    const several = players.filter(({ side, name }) => side === 'near' || FAR.some((far) => name.includes(far)))
    for (const [name, input] of urls) {
      const seen = await Promise.all(several.map(async (who) => ({ who, answer: await get(who, name, input) })))
      for (const { who, answer } of seen.filter(({ answer: { statusCode } }) => statusCode === 200))
        for (const other of seen) {
          const tried = await get(other.who, name, input, { 'if-none-match': String(answer.headers['etag']) })
          const what = `${name}: ${other.who.name} with the tag of ${who.name}`
          // Time goes on between two questions: an answer that is given whole is another one than the tag stands for.
          if (tried.statusCode === 304) expect([other.answer.body, tried.body], what).toEqual([answer.body, ''])
          else if (tried.statusCode === 200) expect(tried.body, what).not.toBe(answer.body)
          else expect(tried.statusCode, what).toBe(other.answer.statusCode)
        }
      expect(
        seen
          .map(({ answer }) => answer.headers['cache-control'])
          .filter(Boolean)
          .every((header) => header === 'private, no-cache'),
      ).toBe(true)
    }
  }, 60_000)
})

describe('live events', () => {
  it('reach whoever stands over the place, and nobody else', async () => {
    const { port } = app.server.address() as AddressInfo
    const listening = players.map(async (who) => {
      const ending = new AbortController()
      const response = await fetch(`http://127.0.0.1:${port}/api/live`, {
        headers: headersOf(who),
        signal: ending.signal,
      })
      let text = ''
      const reading = (async () => {
        const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
        for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) text += part.value
      })().catch(() => {})
      return {
        who,
        status: response.status,
        text: () => text,
        end: async () => {
          ending.abort()
          await reading
        },
      }
    })
    const open = await Promise.all(listening)
    await house.send(one('grid_worker', 'near').actor, commentCase, {
      id: scene.handling.grid_worker as never,
      note: '动了一下',
    })
    while ((await relay(house.p)) > 0);
    await new Promise((resolve) => setTimeout(resolve, 900))
    const OVER: Role[] = [
      'grid_worker',
      'village_cadre',
      'township_room',
      'county_command',
      'city_command',
      'operator',
      'auditor',
    ]
    for (const { who, status, text, end } of open) {
      const reader = OVER.includes(who.role) || who.role === 'department_officer'
      expect(status, who.name).toBe(reader ? 200 : who.role === 'anonymous' ? 401 : 403)
      const hears = who.side === 'near' && OVER.includes(who.role)
      if (status === 200) expect(text().includes(scene.handling.grid_worker), who.name).toBe(hears)
      if (status === 200 && !hears) expect(text(), who.name).not.toContain('data:')
      await end()
    }
  })
})
