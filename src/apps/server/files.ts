import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { takePhoto, LARGEST_BYTES } from '#engines/photos/photo.ts'
import { isVoice } from '#engines/voices/voice.ts'
import { ask } from '#kernel/ask.ts'
import { refuse } from '#kernel/errors.ts'
import { UUID, UUID7 } from '#kernel/ids.ts'
import { run } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import { findFile, keepFile } from '#modules/cases/contract-inward.ts'
import { findPhoto } from '#modules/orders/contract-answers.ts'
import { secretOf, whoAsks } from './actor.ts'
import { guard, sendingOf } from './routes.ts'
import { keepRecording } from './voices.ts'

type Params = { Params: { id: string }; Querystring: { keepPosition?: string } }

/** Photos and recordings: PUT with an id made by the sender, so that sending twice is one file; GET only through the case, or the answer to an order, that it belongs to. */
export function fileRoutes(app: FastifyInstance, p: Platform): void {
  app.addContentTypeParser(/^image\//, { parseAs: 'buffer', bodyLimit: LARGEST_BYTES }, (_request, body, done) =>
    done(null, body),
  )
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: LARGEST_BYTES },
    (_request, body, done) => done(null, body),
  )
  const few = { config: { rateLimit: { max: 60, timeWindow: '1 minute' } }, bodyLimit: LARGEST_BYTES }
  app.put<Params>('/api/files/:id', few, (request) => keep(p, request))
  for (const [address, find] of [
    ['/api/files/:id', ofCase],
    ['/api/orders/photos/:id', ofAnswer],
  ] as const) {
    app.get<Params>(address, async (request, reply) => send(p, reply, (await find(p, request, true)).key))
    app.get<Params>(`${address}/thumb`, async (request, reply) =>
      send(p, reply, (await find(p, request, false)).thumbKey),
    )
  }
}

async function keep(p: Platform, request: FastifyRequest<Params>): Promise<unknown> {
  guard(request)
  const { id } = request.params
  if (!UUID7.test(id) || !Buffer.isBuffer(request.body)) refuse('unsupported_file')
  const actor = await whoAsks(p, request)
  // A worker's phone whose session has just ended: kept as nobody's, its photo could never be taken up by his report.
  if (actor.kind === 'anonymous' && request.headers['x-openpalm-phone'] !== undefined) refuse('unauthenticated')
  // Nor is it the next one's, who signed in on that phone while it was still being sent.
  const whose = request.headers['x-openpalm-person']
  if (whose !== undefined && whose !== actor.person) refuse('unauthenticated')
  if (isVoice(request.body)) return keepRecording(p, request, actor, { id, raw: request.body })
  const photo = await takePhoto(request.body, { keepPosition: request.query.keepPosition === 'true' })
  await p.ports.files.put(photo.key, photo.bytes)
  await p.ports.files.put(photo.thumbKey, photo.thumb)
  const { key, thumbKey, width, height, lon, lat } = photo
  return run(
    p,
    actor,
    keepFile.name,
    { id, key, thumbKey, width, height, bytes: photo.bytes.length, lon, lat },
    sendingOf(request, id),
  )
}

type Found = { key: string; thumbKey: string }
type Finding = (p: Platform, request: FastifyRequest<Params>, whole: boolean) => Promise<Found>
const ofCase: Finding = (p, request) => finding(p, request, findFile, secretOf(request))
const ofAnswer: Finding = (p, request, whole) => finding(p, request, findPhoto, { whole })

async function finding(
  p: Platform,
  request: FastifyRequest<Params>,
  { name }: typeof findFile | typeof findPhoto,
  more: object,
): Promise<Found> {
  const { id } = request.params
  if (!UUID.test(id)) refuse('not_found')
  return (await ask(p, await whoAsks(p, request), name, { id, ...more }, request.id)) as Found
}

async function send(p: Platform, reply: FastifyReply, key: string): Promise<unknown> {
  const bytes = (await p.ports.files.get(key)) ?? refuse('gone')
  return reply
    .header('cache-control', 'private, max-age=3600')
    .header('etag', `"${key}"`)
    .type('image/jpeg')
    .send(Buffer.from(bytes))
}
