import type { FastifyInstance, FastifyRequest } from 'fastify'
import { LARGEST_BYTES, takeVoice } from '#engines/voices/voice.ts'
import { ask } from '#kernel/ask.ts'
import type { Actor } from '#kernel/authorise.ts'
import { refuse } from '#kernel/errors.ts'
import { UUID } from '#kernel/ids.ts'
import { run } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import { findVoice, keepVoice } from '#modules/visits/contract-inward.ts'
import { secretOf, whoAsks } from './actor.ts'
import { sendingOf } from './routes.ts'

type Params = { Params: { id: string } }

/** Recordings come in by the same road as photos (files.ts) and go out only through the visit they belong to. */
export function voiceRoutes(app: FastifyInstance, p: Platform): void {
  app.addContentTypeParser(/^audio\//, { parseAs: 'buffer', bodyLimit: LARGEST_BYTES }, (_request, body, done) =>
    done(null, body),
  )
  app.get<Params>('/api/voices/:id', async (request, reply) => {
    const { id } = request.params
    if (!UUID.test(id)) refuse('not_found')
    const asking = { id, ...secretOf(request) }
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

/** `request` was checked to be ours and to carry an id made by the sender. */
export async function keepRecording(
  p: Platform,
  request: FastifyRequest,
  actor: Actor,
  { id, raw }: { id: string; raw: Buffer },
): Promise<unknown> {
  const { key, type, bytes } = takeVoice(raw)
  // Nobody who may not leave a recording leaves bytes behind.
  if (actor.kind !== 'staff') refuse(actor.kind === 'anonymous' ? 'unauthenticated' : 'forbidden')
  await p.ports.files.put(key, bytes)
  return run(p, actor, keepVoice.name, { id, key, type, bytes: bytes.length }, sendingOf(request, id))
}
