import type { FastifyInstance, FastifyRequest } from 'fastify'
import { LARGEST_BYTES, LONGEST_SECONDS, takeVoice } from '#engines/voices/voice.ts'
import { ask } from '#kernel/ask.ts'
import { refuse } from '#kernel/errors.ts'
import { UUID, UUID7 } from '#kernel/ids.ts'
import { run } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import { findVoice, keepVoice } from '#modules/visits/contract-inward.ts'
import { whoAsks } from './actor.ts'
import { guard, sendingOf } from './routes.ts'

type Params = { Params: { id: string }; Querystring: { seconds?: string; secret?: string } }

/** Recordings of a visit: PUT with an id made by the sender, so that sending twice is one; GET only through the visit. */
export function voiceRoutes(app: FastifyInstance, p: Platform): void {
  app.addContentTypeParser(/^audio\//, { parseAs: 'buffer', bodyLimit: LARGEST_BYTES }, (_request, body, done) =>
    done(null, body),
  )
  const few = { config: { rateLimit: { max: 60, timeWindow: '1 minute' } }, bodyLimit: LARGEST_BYTES }
  app.put<Params>('/api/voices/:id', few, (request) => keep(p, request))
  app.get<Params>('/api/voices/:id', async (request, reply) => {
    const { id } = request.params
    if (!UUID.test(id)) refuse('not_found')
    const asking = { id, ...(request.query.secret ? { secret: request.query.secret } : {}) }
    const found = (await ask(p, await whoAsks(p, request), findVoice.name, asking, request.id)) as {
      key: string
      type: string
    }
    const bytes = (await p.ports.files.get(found.key)) ?? refuse('gone')
    return reply
      .header('cache-control', 'private, max-age=3600')
      .header('etag', `"${found.key}"`)
      .type(found.type)
      .send(Buffer.from(bytes))
  })
}

async function keep(p: Platform, request: FastifyRequest<Params>): Promise<unknown> {
  guard(request)
  const { id } = request.params
  const seconds = Number(request.query.seconds)
  if (!UUID7.test(id) || !Buffer.isBuffer(request.body)) refuse('unsupported_file')
  if (!(seconds >= 0 && seconds <= LONGEST_SECONDS))
    refuse('invalid', { problems: [{ path: 'seconds', problem: 'range' }] })
  const { key, type, bytes } = takeVoice(request.body)
  // Nobody who may not leave a recording leaves bytes behind.
  const actor = await whoAsks(p, request)
  if (actor.kind !== 'staff') refuse(actor.kind === 'anonymous' ? 'unauthenticated' : 'forbidden')
  await p.ports.files.put(key, bytes)
  return run(p, actor, keepVoice.name, { id, key, type, bytes: bytes.length, seconds }, sendingOf(request, id))
}
