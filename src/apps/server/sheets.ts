import type { FastifyInstance, FastifyRequest } from 'fastify'
import { LARGEST_BYTES, takePhoto } from '#engines/photos/photo.ts'
import { refuse } from '#kernel/errors.ts'
import { UUID7 } from '#kernel/ids.ts'
import { run } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import { takePaper } from '#modules/fields/contract-paper.ts'
import { whoAsks } from './actor.ts'
import { guard, sendingOf } from './routes.ts'

type Asked = { person?: string; signedBy?: string; purpose?: string; signedOn?: string }
type Params = { Params: { id: string }; Querystring: Asked }

/** Consents on paper: PUT the picture with an id made by the sender, so that sending twice is one consent. */
export function sheetRoutes(app: FastifyInstance, p: Platform): void {
  const few = { config: { rateLimit: { max: 30, timeWindow: '1 minute' } }, bodyLimit: LARGEST_BYTES }
  app.put<Params>('/api/sheets/:id', few, (request) => take(p, request))
}

async function take(p: Platform, request: FastifyRequest<Params>): Promise<unknown> {
  guard(request)
  const { id } = request.params
  if (!UUID7.test(id) || !Buffer.isBuffer(request.body)) refuse('unsupported_file')
  const actor = await whoAsks(p, request)
  if (actor.kind !== 'staff') refuse(actor.kind === 'anonymous' ? 'unauthenticated' : 'forbidden')
  const { bytes } = await takePhoto(request.body, { keepPosition: false })
  const input = { ...request.query, id, sheet: bytes.toString('base64') }
  return run(p, actor, takePaper.name, input, sendingOf(request, id))
}
