import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ask } from '#kernel/ask.ts'
import type { Command, Query } from '#kernel/contract.ts'
import { refuse } from '#kernel/errors.ts'
import { UUID, UUID7, uuidv7 } from '#kernel/ids.ts'
import { run, type Sending } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import { sessionCookie } from '#modules/signin/cookie.ts'
import { whoAsks } from './actor.ts'

type JsonSchema = Record<string, unknown> & { properties?: Record<string, { type?: string | string[] }> }

/** One route for each contract that is not inward; answers are written by a serializer compiled from the contract, which drops what it does not name. */
export function contractRoutes(app: FastifyInstance, p: Platform, perMinute: number): void {
  const guessable = { config: { rateLimit: { max: Math.ceil(perMinute / GUESSES), timeWindow: '1 minute' } } }
  for (const { contract } of p.slices.handlers.values())
    if (!contract.inward)
      app.post(`/api/${contract.name}`, { schema: schemaOf(contract) }, (request, reply) =>
        commandRoute(p, contract.name, request, reply),
      )
  for (const { contract, secret } of p.slices.answers.values())
    if (!contract.inward) queryRoute(app, p, contract, secret && contract.sealed ? guessable : {})
}

/**
 * What opens by a number and a code without an account is asked by one address a tenth as often as anything else: a village
 * behind one address of its carrier gets through, and 59 bits are not guessed.
 */
const GUESSES = 10

function queryRoute(app: FastifyInstance, p: Platform, contract: Query, options: object): void {
  const { name, sealed } = contract
  const kinds = kindsOf(contract.input)
  app.route({
    ...options,
    method: sealed ? 'POST' : 'GET',
    url: `/api/${name}`,
    schema: schemaOf(contract),
    async handler(request, reply) {
      if (sealed) guard(request)
      // Always asked for anew; the ETag saves the bytes.
      void reply.header('cache-control', sealed ? 'no-store' : 'private, no-cache')
      const input = sealed ? (request.body ?? {}) : fromQuery(kinds, request.query)
      return ask(p, await whoAsks(p, request), name, input, { request: request.id, glass: glassIn(request) })
    },
  })
}

/** The glass that somebody of staff has broken and asks through (kernel/glass.ts). */
function glassIn(request: FastifyRequest): string | undefined {
  const glass = request.headers['x-openpalm-glass']
  if (glass === undefined) return undefined
  return typeof glass === 'string' && UUID.test(glass)
    ? glass
    : refuse('invalid', { problems: [{ path: 'x-openpalm-glass', problem: 'uuid_needed' }] })
}

const schemaFrom = (shape: z.ZodType, io: 'input' | 'output'): JsonSchema =>
  z.toJSONSchema(shape, { io, target: 'draft-7', unrepresentable: 'any' }) as JsonSchema

function schemaOf(contract: Command | Query) {
  const part = contract.kind === 'command' || contract.sealed ? 'body' : 'querystring'
  return {
    summary: contract.doc,
    operationId: contract.name,
    tags: [contract.name.split('.')[0] ?? ''],
    [part]: schemaFrom(contract.input, 'input'),
    response: { 200: schemaFrom(contract.output, 'output') },
  }
}

async function commandRoute(p: Platform, name: string, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  guard(request)
  // Version 7 only: the house makes the keys of its own work out of what is due (version 8), and nobody may take one first.
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !UUID7.test(key))
    refuse('invalid', { problems: [{ path: 'Idempotency-Key', problem: 'uuid_needed' }] })
  const sending = sendingOf(request, key)
  const output = await run(p, await whoAsks(p, request), name, request.body ?? {}, sending)
  if (sending.cookie) void reply.header('set-cookie', sending.cookie)
  return output
}

/**
 * The custom header cannot be sent from another site without our leave, and we give none: CSRF stops here, beside SameSite
 * cookies. A bearer token needs none; a password that a browser adds by itself does.
 */
export function guard(request: FastifyRequest): void {
  if (request.headers['x-openpalm'] !== '1' && !request.headers.authorization?.startsWith('Bearer '))
    refuse('forbidden', { because: 'x-openpalm header missing' })
}

/** The cookie is kept back until the command has been committed. */
export function sendingOf(request: FastifyRequest, key: string): Sending & { cookie?: string } {
  const secure = request.protocol === 'https'
  const phone = request.headers['x-openpalm-phone']
  const sending: Sending & { cookie?: string } = {
    key,
    ...(typeof phone === 'string' && UUID.test(phone) ? { phone } : {}),
    request: request.id,
    client: { address: request.ip, agent: String(request.headers['user-agent'] ?? '').slice(0, 200), secure },
    setSession: (token, seconds) => void (sending.cookie = sessionCookie(token, seconds, secure)),
  }
  return sending
}

/** Answers carry an ETag of their own bytes: what one may not see cannot be told from it, since it never was in them. */
export function addEtags(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string' || reply.hasHeader('etag'))
      return done(null, payload)
    const tag = `W/"${createHash('sha1').update(payload).digest('base64url')}"`
    void reply.header('etag', tag)
    if (request.headers['if-none-match'] !== tag) return done(null, payload)
    void reply.code(304)
    return done(null, '')
  })
}

/** `number`, `boolean` and lists are text in a query string; the contract says which they are. */
type Kinds = Map<string, string>
function kindsOf(shape: z.ZodObject): Kinds {
  const properties = schemaFrom(shape, 'input').properties ?? {}
  return new Map(
    Object.entries(properties).map(([key, { type }]) => [
      key,
      Array.isArray(type) ? (type[0] ?? 'string') : (type ?? 'string'),
    ]),
  )
}

function fromQuery(kinds: Kinds, query: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries((query ?? {}) as Record<string, unknown>).map(([key, value]) => [
      key,
      valueOf(kinds.get(key), value),
    ]),
  )
}

function valueOf(kind: string | undefined, value: unknown): unknown {
  if (kind === 'array') return Array.isArray(value) ? value : [value]
  if (typeof value !== 'string') return value
  if ((kind === 'number' || kind === 'integer') && value.trim() !== '') return Number(value)
  if (kind === 'boolean' && (value === 'true' || value === 'false')) return value === 'true'
  return value
}

/** Request ids are UUIDs, so that the record, the log and what the user reads out are one thing. */
export const requestId = (p: Platform) => (): string => uuidv7(p.clock.now())
