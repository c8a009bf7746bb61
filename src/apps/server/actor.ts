import { AsyncLocalStorage } from 'node:async_hooks'
import type { FastifyRequest } from 'fastify'
import { type Actor, ANONYMOUS } from '#kernel/authorise.ts'
import { localeFrom, setLocaleSource, type Locale } from '#kernel/messages.ts'
import type { Platform } from '#kernel/platform.ts'
import { isOutsideToken, outsideActor } from '#modules/consents/api.ts'
import { actorOf } from '#modules/signin/api.ts'
import { cookieIn, SESSION_COOKIE } from '#modules/signin/cookie.ts'

/** The reader's language, for the length of a request. */
const languages = new AsyncLocalStorage<Locale>()
setLocaleSource(() => languages.getStore() ?? 'zh-CN')

export const inLanguageOf = <T>(request: FastifyRequest, work: () => T): T =>
  languages.run(localeFrom(request.headers['accept-language']), work)

/** The session's token: the cookie, or a bearer token where a webview keeps no cookies. */
export function tokenIn(request: FastifyRequest): string | undefined {
  const bearer = request.headers.authorization
  return bearer?.startsWith('Bearer ') ? bearer.slice(7) : cookieIn(request.headers.cookie, SESSION_COOKIE)
}

export async function whoAsks(p: Platform, request: FastifyRequest): Promise<Actor> {
  const token = tokenIn(request)
  if (token !== undefined && isOutsideToken(token)) return (await outsideActor(p, token)) ?? ANONYMOUS
  return (token ? (await actorOf(p, token))?.actor : undefined) ?? ANONYMOUS
}

/** The secret of somebody without an account, for what is no contract: in a header, since addresses stand in logs and histories. */
export function secretOf(request: FastifyRequest): { secret?: string } {
  const secret = request.headers['x-openpalm-secret']
  return typeof secret === 'string' && secret !== '' ? { secret } : {}
}
