import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse } from '#kernel/errors.ts'
import { UUID7 } from '#kernel/ids.ts'
import { run } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import { takeImport } from '#modules/homes/contract-import.ts'
import { whoAsks } from './actor.ts'
import { guard, sendingOf } from './routes.ts'

type Params = { Params: { id: string }; Querystring: { place?: string; name?: string } }
/** A little more than the largest list, so that whoever sends one is told so in words. */
const LARGEST = 11 * 1024 * 1024
/** Not what the file says it is: browsers call the same list by many names. */
const LIST = 'application/x-openpalm-list'

/** Lists to be imported: PUT with an id made by the sender, so that sending twice is one list. */
export function importRoutes(app: FastifyInstance, p: Platform): void {
  app.addContentTypeParser(LIST, { parseAs: 'buffer', bodyLimit: LARGEST }, (_request, body, done) => done(null, body))
  const few = { config: { rateLimit: { max: 20, timeWindow: '1 minute' } }, bodyLimit: LARGEST }
  app.put<Params>('/api/imports/:id', few, (request) => take(p, request))
}

async function take(p: Platform, request: FastifyRequest<Params>): Promise<unknown> {
  guard(request)
  const { id } = request.params
  if (!UUID7.test(id) || !Buffer.isBuffer(request.body)) refuse('unsupported_file')
  const { place, name } = request.query
  const input = { id, place, name, bytes: request.body.toString('base64') }
  return run(p, await whoAsks(p, request), takeImport.name, input, sendingOf(request, id))
}
