import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { SYSTEM } from '#kernel/authorise.ts'
import { Refusal } from '#kernel/errors.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { locale } from '#kernel/messages.ts'
import { run } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import { type Claims, openIdProvider, type Provider, ProviderError } from '#engines/oidc/provider.ts'
import { offerWays } from '#modules/signin/api.ts'
import { signOut, withProvider } from '#modules/signin/contract.ts'
import { cookieIn } from '#modules/signin/cookie.ts'
import { signinTexts } from '#modules/signin/messages.ts'
import { whoAsks } from './actor.ts'
import { sendingOf } from './routes.ts'

/** A government single sign-on: proves who somebody is; whom that makes here is signin's to say. */
export type OidcConfig = {
  issuer: string
  clientId: string
  clientSecret?: string
  /** What people call it. */
  name: string
  /** Which claim names the person: `phone_number` by phone, any other by login name. */
  claim: string
  /** Our own address as browsers know it. */
  origin: string
}

const START = '/auth/oidc/start'
const CALLBACK = '/auth/oidc/callback'

export function oidcFrom(environment: Record<string, string | undefined>): OidcConfig | undefined {
  const said = (name: string): string | undefined => environment[`OPENPALM_OIDC_${name}`] || undefined
  const issuer = said('ISSUER')
  if (issuer === undefined) return undefined
  const needed = (name: string): string => {
    const value = said(name)
    if (value === undefined) throw new Error(`OPENPALM_OIDC_ISSUER is set, so OPENPALM_OIDC_${name} is needed too`)
    return value
  }
  return {
    issuer,
    clientId: needed('CLIENT_ID'),
    clientSecret: said('CLIENT_SECRET'),
    name: said('NAME') ?? new URL(issuer).host,
    claim: said('CLAIM') ?? 'sub',
    origin: needed('ORIGIN'),
  }
}

export async function registerOidc(app: FastifyInstance, p: Platform, config: OidcConfig): Promise<void> {
  const provider = openIdProvider({ ...config, callback: new URL(CALLBACK, config.origin).href })
  const around = { p, provider, config }
  const hidden = { schema: { hide: true } as never }
  offerWays(p, { oidc: { name: config.name, start: START } })
  await app.register((scope, _options, done) => {
    scope.get(START, hidden, (request, reply) => orTell(p, request, reply, () => start(around, request, reply)))
    scope.get(CALLBACK, hidden, (request, reply) => orTell(p, request, reply, () => comeBack(around, request, reply)))
    done()
  })
}

const HOMES = { console: '/console/', field: '/field/' }
const Trip = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  face: z.enum(['console', 'field']),
})

async function start({ provider, config }: Around, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { url, kept } = await provider.begin()
  void reply.header('set-cookie', tripCookie(JSON.stringify({ ...kept, face: faceAsked(request) }), config.origin))
  await reply.header('cache-control', 'no-store').redirect(url.href, 303)
}

const faceAsked = (request: FastifyRequest): keyof typeof HOMES =>
  (request.query as { face?: unknown }).face === 'field' ? 'field' : 'console'

type Around = { p: Platform; provider: Provider; config: OidcConfig }

async function comeBack({ p, provider, config }: Around, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const trip = tripIn(request) ?? refuseTrip()
  void reply.header('set-cookie', tripCookie(null, config.origin)).header('cache-control', 'no-store')
  const claims = await provider.finish(new URL(request.url, config.origin), trip)
  const value = provedBy(claims, config.claim)
  await leaveSession(p, request)
  const sending = sendingOf(request, uuidv7(p.clock.now()))
  await run(p, SYSTEM, withProvider.name, { claim: config.claim, value }, sending)
  if (sending.cookie) void reply.header('set-cookie', sending.cookie)
  await reply.redirect(HOMES[trip.face], 303)
}

function provedBy(claims: Claims, claim: string): string {
  const value = claims[claim]
  const unproved = claim === 'phone_number' && claims['phone_number_verified'] === false
  if (unproved || (typeof value !== 'string' && typeof value !== 'number'))
    throw new Refusal('wrong_credentials', { claim })
  return String(value)
}

/** Whoever was signed in in this browser no longer is. */
async function leaveSession(p: Platform, request: FastifyRequest): Promise<void> {
  const before = await whoAsks(p, request)
  if (before.session !== null)
    await run(p, before, signOut.name, {}, { key: uuidv7(p.clock.now()), request: request.id })
}

/**
 * State, nonce and verifier stay with the browser that began, so that nobody can finish what another began (login CSRF), and
 * any process of ours can finish it. Lax: the way back is a link from the provider.
 */
const TRIP = 'op_oidc'
function tripCookie(trip: string | null, origin: string): string {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  const value = trip === null ? '; Max-Age=0' : `${Buffer.from(trip).toString('base64url')}; Max-Age=600`
  return `${TRIP}=${value}; Path=/auth/oidc; HttpOnly; SameSite=Lax${secure}`
}

function tripIn(request: FastifyRequest): z.infer<typeof Trip> | undefined {
  const text = Buffer.from(cookieIn(request.headers.cookie, TRIP) ?? '', 'base64url').toString()
  try {
    return Trip.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function refuseTrip(): never {
  throw new ProviderError('refused', new Error('the browser did not begin it'))
}

/** People stand in front of a browser here, so what went wrong is a page, in words; the log has the cause without its values. */
async function orTell(
  p: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    const told = wordsFor(error)
    if (!told) throw error
    if (error instanceof ProviderError)
      p.log.warn(
        { request: request.id, kind: error.kind, cause: nameOf(error.cause) },
        'a single sign-on did not complete',
      )
    const home = HOMES[tripIn(request)?.face ?? faceAsked(request)]
    await reply.code(told.status).type('text/html; charset=utf-8').send(pageOf(told.text, home))
  }
}

function wordsFor(error: unknown): { status: number; text: string } | undefined {
  if (error instanceof ProviderError)
    return error.kind === 'down'
      ? { status: 503, text: signinTexts.providerDown() }
      : { status: 401, text: signinTexts.providerRefused() }
  if (error instanceof Refusal && error.code === 'wrong_credentials')
    return { status: 403, text: signinTexts.providerUnknown() }
  return undefined
}

const nameOf = (cause: unknown): string =>
  cause instanceof Error ? `${cause.name} ${'code' in cause ? String(cause.code) : ''}`.trim() : typeof cause

function pageOf(text: string, home: string): string {
  const title = signinTexts.providerTitle()
  return [
    `<!doctype html><html lang="${locale()}"><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>`,
    `<style>body{font:1.125rem/1.7 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1.25rem;color:#1d2a24}a{color:#0f6b46}</style>`,
    `<main><h1>${title}</h1><p>${text}</p><p><a href="${home}">${signinTexts.providerBack()}</a></p></main></html>`,
  ].join('\n')
}
