import { createServer } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Browser } from '#test/signin/browser.ts'
import { CLIENT, type LocalProvider, startProvider } from '#test/signin/provider.ts'
import { loginOf, openStage, personOf, phoneOf, type Stage } from '#test/signin/stage.ts'
import { actorOf } from '#modules/signin/api.ts'
import { listWays } from '#modules/signin/contract.ts'
import { oidcFrom, registerOidc } from './oidc.ts'
import { requestId } from './routes.ts'

let stage: Stage
let app: FastifyInstance
let origin: string
let provider: LocalProvider | undefined
let port: number

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(address !== null && typeof address === 'object' ? address.port : 0))
    })
  })

/** A server of ours at the provider, by one claim. */
async function openDoor(claim: string): Promise<{ app: FastifyInstance; origin: string }> {
  const made = Fastify({ genReqId: requestId(stage.p) })
  const here = await freePort()
  const settings = {
    ISSUER: `http://127.0.0.1:${port}`,
    CLIENT_ID: CLIENT.id,
    CLIENT_SECRET: CLIENT.secret,
    NAME: '浙政钉',
    CLAIM: claim,
    ORIGIN: `http://127.0.0.1:${here}`,
  }
  const config = oidcFrom(
    Object.fromEntries(Object.entries(settings).map(([name, value]) => [`OPENPALM_OIDC_${name}`, value])),
  )
  if (!config) throw new Error('no configuration')
  made.get('/console/', () => 'console')
  made.get('/field/', () => 'field')
  await registerOidc(made, stage.p, config)
  await made.listen({ port: here, host: '127.0.0.1' })
  return { app: made, origin: config.origin }
}

const start = async (claimOrigin: string) => {
  provider = await startProvider({
    callback: `${claimOrigin}/auth/oidc/callback`,
    port,
    phones: {
      yu88: `+86 ${phoneOf('fangXiaoyan')}`,
      twin: phoneOf('yuGuorong'),
      loose: phoneOf('yuXuewen'),
      elsewhere: '13700000000',
    },
    unverified: ['loose'],
  })
}

beforeAll(async () => {
  stage = await openStage()
  await stage.endPost('jiangHaibo', '330802')
  await stage.sharePhone('yuGuorong', 'yuXiaoqing')
  port = await freePort()
  ;({ app, origin } = await openDoor('sub'))
})
afterAll(async () => {
  await app.close()
  await provider?.close()
  await stage.close()
})

const isHome = (url: URL) => url.pathname === '/console/' || url.pathname === '/field/'

/** The whole way: start, the provider's sign-in page, its consent, and back. */
async function walk(browser: Browser, login: string, face = 'console', from = origin) {
  const page = await browser.open(`${from}/auth/oidc/start?face=${face}`)
  expect(page.url.origin).toBe(provider?.issuer)
  const consent = await browser.submit(page, { login, password: 'any' })
  return browser.submit(consent, {}, isHome)
}
const tokenIn = (browser: Browser) => browser.cookie('op_session')?.value

describe('a provider that is down when we start', () => {
  it('is told in words, and works as soon as it is up', async () => {
    const { response } = await new Browser().open(`${origin}/auth/oidc/start`)
    expect(response.status).toBe(503)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(await response.text()).toContain('密码')
    await start(origin)
    const browser = new Browser()
    const { url } = await walk(browser, loginOf('yuXuewen'))
    expect(url.href).toBe(`${origin}/console/`)
  })
})

describe('a single sign-on', () => {
  it('signs in the member of staff whom the claim names', async () => {
    const browser = new Browser()
    const { url } = await walk(browser, loginOf('yuXuewen'), 'field')
    expect(url.pathname).toBe('/field/')
    expect((await actorOf(stage.p, tokenIn(browser)))?.actor).toMatchObject({
      kind: 'staff',
      role: 'grid_worker',
      person: personOf('yuXuewen'),
    })
    expect(browser.cookie('op_session')?.attributes).toBe(' Path=/; Max-Age=604800; HttpOnly; SameSite=Lax')
    expect(browser.cookie('op_oidc')).toBeUndefined()
  })

  it('is offered by its name', async () => {
    expect((await stage.ask(listWays, {})).oidc).toEqual({ name: '浙政钉', start: '/auth/oidc/start' })
  })

  it.each(['somebody-else', loginOf('jiangHaibo')])(
    'refuses %s, whom nobody here is, clearly and without a session',
    async (login) => {
      const browser = new Browser()
      const page = await browser.open(`${origin}/auth/oidc/start`)
      const { response } = await browser.submit(await browser.submit(page, { login, password: 'any' }), {})
      expect(response.status).toBe(403)
      expect(await response.text()).toContain('系统管理员')
      expect(tokenIn(browser)).toBeUndefined()
    },
  )

  it('ends the session that was open in the browser', async () => {
    const browser = new Browser()
    await walk(browser, loginOf('yuXuewen'))
    const before = tokenIn(browser)
    await browser.open(`${origin}/auth/oidc/start`, {}, isHome)
    expect(tokenIn(browser)).not.toBe(before)
    expect(await actorOf(stage.p, before)).toBeUndefined()
    expect(await actorOf(stage.p, tokenIn(browser))).toBeDefined()
  })

  it('is finished by nobody but the browser that began it, and once', async () => {
    const browser = new Browser()
    const page = await browser.open(`${origin}/auth/oidc/start`)
    const consent = await browser.submit(page, { login: loginOf('yuXuewen'), password: 'any' })
    const { url } = await browser.submit(consent, {}, (to) => to.pathname === '/auth/oidc/callback')
    for (const other of [new Browser(), await another()]) {
      const { response } = await other.open(url.href)
      expect(response.status).toBe(401)
      expect(tokenIn(other)).toBeUndefined()
    }
    expect((await browser.open(url.href, {}, isHome)).url.pathname).toBe('/console/')
    const again = await browser.open(url.href)
    expect(again.response.status).toBe(401)
  })

  it('that was given up at the provider says so', async () => {
    const browser = new Browser()
    const page = await browser.open(`${origin}/auth/oidc/start`)
    const { response } = await browser.open(new URL(`${page.url.pathname}/abort`, page.url).href)
    expect(response.status).toBe(401)
  })

  it('leaves neither code nor token in the log or the record', async () => {
    const browser = new Browser()
    const page = await browser.open(`${origin}/auth/oidc/start`)
    const consent = await browser.submit(page, { login: loginOf('yuXuewen'), password: 'any' })
    const { url } = await browser.submit(consent, {}, (to) => to.pathname === '/auth/oidc/callback')
    await browser.open(url.href, {}, isHome)
    await browser.open(url.href)
    const rows = await stage.rows('select r::text from kernel.record r union all select c::text from kernel.command c')
    const written = JSON.stringify(rows) + stage.logged.join('\n')
    for (const secret of [
      url.searchParams.get('code'),
      url.searchParams.get('state'),
      tokenIn(browser),
      CLIENT.secret,
    ]) {
      expect(secret).toBeTruthy()
      expect(written).not.toContain(secret)
    }
    expect(written).toContain('signin.provider')
  })

  /** One that began its own way. */
  async function another(): Promise<Browser> {
    const browser = new Browser()
    await browser.open(`${origin}/auth/oidc/start`)
    return browser
  }
})

describe('a single sign-on by phone', () => {
  let door: { app: FastifyInstance; origin: string }
  beforeAll(async () => {
    await provider?.close()
    door = await openDoor('phone_number')
    await start(door.origin)
  })
  afterAll(() => door.app.close())

  it('finds the person by the number, however it is written', async () => {
    const browser = new Browser()
    await walk(browser, 'yu88', 'console', door.origin)
    expect((await actorOf(stage.p, tokenIn(browser)))?.actor).toMatchObject({
      kind: 'staff',
      person: personOf('fangXiaoyan'),
    })
  })

  it.each([
    ['twin', 'two members of staff share the phone'],
    ['loose', 'the provider has not verified the phone'],
    ['elsewhere', 'nobody has the phone'],
    ['none', 'the provider knows no phone'],
  ])('refuses %s: %s', async (login) => {
    const browser = new Browser()
    const page = await browser.open(`${door.origin}/auth/oidc/start`)
    const { response } = await browser.submit(await browser.submit(page, { login, password: 'any' }), {})
    expect(response.status).toBe(403)
    expect(tokenIn(browser)).toBeUndefined()
  })
})

it('asks for the whole configuration or none', () => {
  expect(oidcFrom({})).toBeUndefined()
  expect(() => oidcFrom({ OPENPALM_OIDC_ISSUER: 'https://sso.example.gov' })).toThrow('OPENPALM_OIDC_CLIENT_ID')
  expect(
    oidcFrom({
      OPENPALM_OIDC_ISSUER: 'https://sso.example.gov',
      OPENPALM_OIDC_CLIENT_ID: 'x',
      OPENPALM_OIDC_ORIGIN: 'https://palm.example',
    }),
  ).toMatchObject({
    name: 'sso.example.gov',
    claim: 'sub',
    clientSecret: undefined,
  })
})
