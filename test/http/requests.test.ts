import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, openDoor } from './door.ts'

let door: Door
beforeAll(async () => void (door = await openDoor()), 120_000)
afterAll(() => door.close())

type Told = {
  code: string
  message: string
  problems: { path: string; problem: string }[]
  detail: Record<string, unknown>
  request: string
}
const CHINESE = /[一-鿿]/
const UUID = /^[0-9a-f-]{36}$/

describe('a command from another site', () => {
  it('is refused without our header, whatever cookie or browser password comes along', async () => {
    const { cookie } = await door.signIn('yuXuewen')
    for (const headers of [
      { cookie },
      { cookie, authorization: 'Basic eTp4' },
      { cookie, 'x-openpalm': '0' },
    ] as Record<string, string>[]) {
      const answer = await door.app.inject({
        method: 'POST',
        url: '/api/signin.out',
        headers: { 'idempotency-key': door.newKey(), ...headers },
        payload: {},
      })
      expect(answer.json()).toMatchObject({ code: 'forbidden' })
    }
    expect((await door.get('/api/signin.me', { cookie })).json()).toMatchObject({ kind: 'staff' })
  })

  it('gets no leave to read or to send by CORS', async () => {
    const asked = await door.app.inject({
      method: 'OPTIONS',
      url: '/api/cases.report',
      headers: {
        origin: 'https://elsewhere.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-openpalm',
      },
    })
    expect(asked.headers['access-control-allow-origin']).toBeUndefined()
    expect(
      (await door.get('/api/signin.me', { origin: 'https://elsewhere.example' })).headers[
        'access-control-allow-origin'
      ],
    ).toBeUndefined()
  })

  it('needs no header of ours with a bearer token, which no browser adds by itself', async () => {
    const { cookie } = await door.signIn('yuXuewen')
    const headers = { authorization: `Bearer ${cookie.split('=')[1]}`, 'idempotency-key': door.newKey() }
    expect((await door.app.inject({ method: 'POST', url: '/api/signin.out', headers, payload: {} })).statusCode).toBe(
      200,
    )
  })
})

describe('keys of commands', () => {
  it('are UUIDs of version 7; those of the house cannot be taken first', async () => {
    for (const key of ['', 'x', '1', '019b7523-3400-8ca5-8000-000000000001', '019b7523-3400-4ca5-8000-000000000001']) {
      const answer = await door.post('cases.report', {}, { 'idempotency-key': key })
      expect(answer.json<Told>().problems[0]?.path).toBe('Idempotency-Key')
    }
  })
})

describe('the session cookie', () => {
  it('is out of reach of scripts and other sites, has no domain, and is Secure where it was https', async () => {
    const { line } = await door.signIn('huWeiping')
    expect(line).toMatch(/^op_session=[\w-]{43,}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax$/)
    const behind = await openDoor({ trustProxy: true })
    expect((await behind.signIn('huWeiping', { 'x-forwarded-proto': 'https' })).line).toMatch(/; Secure$/)
    await behind.close()
    expect(
      (await door.signIn('huWeiping', { 'x-forwarded-proto': 'https' })).line,
      'a header that nobody vouches for',
    ).not.toContain('Secure')
  })

  it('is taken away on signing out, and no longer opens anything', async () => {
    const { cookie } = await door.signIn('huWeiping')
    expect((await door.post('signin.out', {}, { cookie })).headers['set-cookie']).toContain(
      'op_session=; Path=/; Max-Age=0',
    )
    expect((await door.get('/api/cases.list', { cookie })).statusCode).toBe(401)
  })
})

describe('headers', () => {
  it('keep pages from loading, framing or guessing anything foreign', async () => {
    for (const url of ['/api/signin.me', '/api/health', '/api/nothing', '/town/']) {
      const { headers } = await door.get(url)
      const policy = String(headers['content-security-policy'])
      for (const part of [
        "default-src 'self'",
        "script-src 'self'",
        "object-src 'none'",
        "frame-ancestors 'self'",
        "form-action 'self'",
        "connect-src 'self'",
      ])
        expect(policy, url).toContain(part)
      expect(/script-src [^;]*/.exec(policy)?.[0]).not.toMatch(/unsafe|\*|http/)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['x-powered-by']).toBeUndefined()
      expect(headers['server']).toBeUndefined()
    }
  })
})

describe('what goes wrong', () => {
  const wrong: [string, () => Promise<{ statusCode: number; body: string; json(): Told }>, number, string][] = [
    ['broken JSON', () => door.post('cases.report', '{"a":', { 'content-type': 'application/json' }), 400, 'invalid'],
    ['a list instead of fields', () => door.post('cases.report', [] as never), 400, 'invalid'],
    ['text', () => door.post('cases.report', 'hello', { 'content-type': 'text/plain' }), 400, 'invalid'],
    ['XML', () => door.post('cases.report', '<a/>', { 'content-type': 'application/xml' }), 415, 'unsupported_file'],
    [
      'a form',
      () => door.post('cases.report', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'unsupported_file',
    ],
    ['a body too large', () => door.post('cases.report', { description: 'x'.repeat(300_000) }), 413, 'too_large'],
    [
      'a poisoned prototype',
      () => door.post('cases.report', '{"__proto__":{"admin":true}}', { 'content-type': 'application/json' }),
      400,
      'invalid',
    ],
    ['no such page', () => door.get('/api/no.such') as never, 404, 'not_found'],
    ['no such method', () => door.get('/api/cases.report') as never, 404, 'not_found'],
    ['not signed in', () => door.get('/api/cases.list') as never, 401, 'unauthenticated'],
  ]
  it.each(wrong)(
    "%s: a code, words in the reader's language, a request id, and nothing of the inside",
    async (_what, send, status, code) => {
      const answer = await send()
      expect(answer.statusCode).toBe(status)
      const told = answer.json()
      expect(Object.keys(told).toSorted()).toEqual(['code', 'detail', 'message', 'problems', 'request'])
      expect(told.code).toBe(code)
      expect(told.message).toMatch(CHINESE)
      expect(told.request).toMatch(UUID)
      expect(answer.body).not.toMatch(/\.ts|node_modules|at .*\(|postgres|select |stack|Fastify|FST_/i)
    },
  )

  it('is told in English to whoever asks for it', async () => {
    for (const language of ['en', 'en-GB,en;q=0.9', 'fr, en;q=0.5']) {
      const told = (await door.get('/api/cases.list', { 'accept-language': language })).json<Told>()
      expect(told.message, language).toMatch(/^[\x20-\x7e]+$/)
    }
    expect((await door.get('/api/cases.list', { 'accept-language': 'zh-CN' })).json<Told>().message).toMatch(CHINESE)
  })

  it('is a fault of ours only where it is one, and then tells nothing but the number to read out', async () => {
    const [p, list] = [door.house.p, door.house.p.slices.answers.get('duties.list')]
    if (!list) throw new Error('no such query')
    p.slices.answers.set('duties.list', { ...list, run: () => Promise.reject(new Error('secret of the house')) })
    const answer = await door.get('/api/duties.list')
    p.slices.answers.set('duties.list', list)
    expect(answer.statusCode).toBe(500)
    expect(answer.json<Told>()).toMatchObject({ code: 'internal', detail: {}, problems: [] })
    expect(answer.body).not.toContain('secret of the house')
    expect(door.house.logged.find((line) => line.includes(answer.json<Told>().request))).toContain(
      'secret of the house',
    )
  })
})
