import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, STAGE } from '../../demo/cast.ts'
import { slices } from '#apps/server/slices.ts'
import { type Door, openDoor, SECRET } from './door.ts'

let door: Door
beforeAll(async () => void (door = await openDoor()), 120_000)
afterAll(() => door.close())

const CHINESE = /[一-鿿]/

describe('fields', () => {
  it('that a contract does not name are dropped, on the way in and on the way out', async () => {
    const { id, answer } = await door.report({ state: 'confirmed', number: '1', owner: 'me' })
    expect(answer.statusCode).toBe(200)
    expect(Object.keys(answer.json<object>()).toSorted()).toEqual([
      'desk',
      'id',
      'insideGrid',
      'kindName',
      'number',
      'placeName',
    ])
    const [row] = await door.house.rows<{ state: string; number: string }>(
      `select state, number from cases.case where id = '${id}'`,
    )
    expect(row).toMatchObject({ state: 'assigned', number: answer.json<{ number: string }>().number })
  })

  const HOSTILE: unknown[] = [
    'a\u0000b',
    '\ud800',
    "' or 1=1 --",
    '9'.repeat(200),
    '',
    '2026-02-30',
    '2026-99-99',
    -1,
    1e308,
    null,
    [],
    {},
    [['x']],
    '9999-12-31_x',
    'WyJ4IiwieSJd',
  ]

  it('of any value whatever are refused or taken, and never a fault of ours', async () => {
    const who = { cookie: (await door.signIn('zhuGuoliang')).cookie }
    const outward = [...slices.handlers.values(), ...slices.answers.values()]
      .map(({ contract }) => contract)
      .filter(({ inward, name }) => !inward && !name.startsWith('signin.'))
    const id = (await door.report()).id
    const right: Record<string, unknown> = {
      id,
      place: STAGE.grid,
      code: STAGE.village,
      under: STAGE.township,
      text: '路灯',
      number: '2600000001',
      secret: SECRET,
      reason: '理由',
      note: '记事',
      answer: '答复',
      person: cast.yuXuewen.id,
      lon: 118.8,
      lat: 28.9,
      day: '2026-10-01',
      until: '2026-10-01',
      ids: [id],
      codes: [STAGE.grid, STAGE.otherGrid],
      kind: '01-07',
      level: 'city',
      permission: 'cases.read',
      purpose: 'x',
      name: '名',
    }
    for (const contract of outward)
      for (const field of Object.keys(contract.input.shape)) {
        const base = Object.fromEntries(
          Object.keys(contract.input.shape)
            .filter((key) => key in right)
            .map((key) => [key, right[key]]),
        )
        await Promise.all(
          HOSTILE.map(async (value) => {
            const input = { ...base, [field]: value }
            const query = Object.entries(input).map(
              ([key, one]) =>
                `${key}=${encodeURIComponent(typeof one === 'string' ? one.toWellFormed() : JSON.stringify(one))}`,
            )
            const answer =
              contract.kind === 'command'
                ? await door.post(contract.name, JSON.stringify(input), { ...who, 'content-type': 'application/json' })
                : await door.get(`/api/${contract.name}?${query.join('&')}`, who)
            expect(
              answer.statusCode,
              `${contract.name} ${field} ${JSON.stringify(value)}: ${answer.body.slice(0, 200)}`,
            ).toBeLessThan(500)
          }),
        )
      }
    expect(
      door.house.logged.filter((line) => line.startsWith('a request failed') && !line.includes('secret of the house')),
    ).toEqual([])
  }, 180_000)
})

describe('paths', () => {
  it('lead out of no folder', async () => {
    for (const root of ['/town/', '/console/', '/field/', '/api/places/outlines/', '/api/files/', '/'])
      for (const climb of [
        '../package.json',
        '../../package.json',
        '..%2f..%2fpackage.json',
        '%2e%2e/%2e%2e/package.json',
        '....//package.json',
        '..\\..\\package.json',
        '%00',
        '.git/config',
        '../../../../../../etc/passwd',
        '%252e%252e/package.json',
      ]) {
        const answer = await door.get(`${root}${climb}`)
        expect(answer.body, root + climb).not.toMatch(/"openpalm"|root:|\[core\]|devDependencies/)
        expect([200, 302, 400, 404], root + climb).toContain(answer.statusCode)
        if (answer.statusCode === 200) expect(answer.headers['content-type']).toContain('text/html')
      }
  })

  it('of outlines name no more than there are', async () => {
    expect((await door.get('/api/places/outlines/overview.json')).statusCode).toBe(200)
    for (const name of ['county-330899', 'township-1', 'constructor', '__proto__', 'overview.json%00'])
      expect((await door.get(`/api/places/outlines/${name}.json`)).statusCode, name).toBe(404)
  })
})

describe('for machines', () => {
  it('/api/health says that the database is up, to anybody and no more', async () => {
    const answer = await door.get('/api/health')
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({
      ok: true,
      database: 'up',
      outbox: expect.objectContaining({ waiting: expect.any(Number), dead: expect.any(Number) }),
    })
  })

  type Api = {
    openapi: string
    info: object
    paths: Record<
      string,
      Record<
        string,
        {
          operationId?: string
          responses: Record<string, { content?: object }>
          requestBody?: object
          parameters?: { name: string; in: string }[]
        }
      >
    >
  }
  const contracts = [...slices.handlers.values(), ...slices.answers.values()].map(({ contract }) => contract)

  it('OpenAPI 3.1 lists every contract that is not inward, and no other', async () => {
    const api = (await door.get('/api/docs/openapi.json')).json<Api>()
    expect(api.openapi).toMatch(/^3\.1\./)
    const listed = Object.values(api.paths).flatMap((methods) =>
      Object.values(methods).flatMap(({ operationId }) => operationId ?? []),
    )
    expect(listed.toSorted()).toEqual(
      // What a phone wrote without a network comes in parcels, each of which is one of the commands; a room carries out the stranded ones.
      [...contracts.filter(({ inward }) => !inward).map(({ name }) => name), 'sync.parcels', 'sync.carry'].toSorted(),
    )
    for (const { kind, name, inward, ...rest } of contracts.filter((one) => !one.inward)) {
      const operation =
        api.paths[`/api/${name}`]?.[kind === 'command' || ('sealed' in rest && rest.sealed) ? 'post' : 'get']
      expect(operation?.responses['200']?.content, `${name} ${inward}`).toBeDefined()
      if (kind === 'command') expect(operation?.requestBody, name).toBeDefined()
    }
    expect(JSON.stringify(api)).not.toContain('"$ref":"#/definitions')
  })

  it('inward contracts are not to be reached from outside, by any method', async () => {
    const cookies = [(await door.signIn('wuKai')).cookie, (await door.signIn('zhuGuoliang')).cookie]
    for (const { name } of contracts.filter(({ inward }) => inward))
      for (const method of ['GET', 'POST', 'PUT'] as const)
        for (const cookie of cookies) {
          const answer = await door.app.inject({
            method,
            url: `/api/${name}`,
            headers: { cookie, 'x-openpalm': '1', 'idempotency-key': door.newKey() },
            ...(method === 'GET' ? {} : { payload: {} }),
          })
          expect(answer.json(), `${method} ${name}`).toMatchObject({ code: 'not_found' })
        }
  })
})

it('whoever asks too often is told so, in words, and others are not', async () => {
  const narrow = await openDoor({ perMinute: 5 })
  const ask = (from: string) => narrow.app.inject({ method: 'GET', url: '/api/signin.ways', remoteAddress: from })
  for (let i = 0; i < 5; i++) expect((await ask('10.1.1.1')).statusCode).toBe(200)
  const refused = await ask('10.1.1.1')
  expect(refused.statusCode).toBe(429)
  expect(refused.json()).toMatchObject({ code: 'too_many', message: expect.stringMatching(CHINESE) })
  expect((await ask('10.1.1.2')).statusCode).toBe(200)
  await narrow.close()
})

it('the number and code of a card are not guessed from one address for long, nor may others not open theirs', async () => {
  const here = await openDoor({ perMinute: 600 })
  const guess = (from: string, code: string) =>
    here.app.inject({
      method: 'POST',
      url: '/api/visits.follow',
      remoteAddress: from,
      headers: { 'x-openpalm': '1' },
      payload: { number: '26000000017', secret: code },
    })
  for (let i = 0; i < 60; i++) expect((await guess('10.1.1.1', `GUESS2345${i}`)).statusCode).toBe(404)
  expect((await guess('10.1.1.1', 'GUESS2345XYZ')).json()).toMatchObject({ code: 'too_many' })
  expect((await guess('10.1.1.2', 'GUESS2345XYZ')).statusCode).toBe(404)
  await here.close()
})

it('live streams end with the session that opened them, and with the server', async () => {
  const here = await openDoor()
  await here.app.listen({ port: 0, host: '127.0.0.1' })
  const address = here.app.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const open = async (cookie: string) => {
    const reader = (await fetch(`http://127.0.0.1:${port}/api/live`, { headers: { cookie } })).body?.getReader()
    return {
      ended: (async () => {
        for (let part = await reader?.read(); part && !part.done;) part = await reader?.read()
      })(),
    }
  }
  const [leaving, staying] = [await here.signIn('yuXuewen'), await here.signIn('huWeiping')]
  const [left, stayed] = [await open(leaving.cookie), await open(staying.cookie)]
  await here.post('signin.out', {}, { cookie: leaving.cookie })
  await left.ended
  let over = false
  void stayed.ended.then(() => void (over = true))
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(over).toBe(false)
  await here.close()
  await stayed.ended
})
