import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { parse } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import { takeParcels } from '#modules/sync/api.ts'
import { Push, Pushed, takeBundle } from '#modules/sync/contract.ts'
import { whoAsks } from './actor.ts'
import { guard, sendingOf } from './routes.ts'

/** What phones bring home. Not one command but many, each of which goes down the road by itself. */
export function parcelRoutes(app: FastifyInstance, p: Platform): void {
  const shape = (of: z.ZodType, io: 'input' | 'output') =>
    z.toJSONSchema(of, { io, target: 'draft-7', unrepresentable: 'any' }) as Record<string, unknown>
  const schema = {
    summary: 'Parcels of a phone: any number, in any order, any number of times; each is done once by its key.',
    operationId: 'sync.parcels',
    tags: ['sync'],
    body: shape(Push, 'input'),
    response: { 200: shape(Pushed, 'output') },
  }
  app.post('/api/sync/parcels', { schema, bodyLimit: 1024 * 1024 }, async (request) => {
    guard(request)
    const actor = await whoAsks(p, request)
    const { client } = sendingOf(request, request.id)
    return takeParcels({ p, actor, request: request.id, client }, parse(Push, request.body))
  })
}

const squeeze = promisify(gzip)
const WORTH_IT = 2048

/** What goes over a slow line in bulk goes compressed. Nothing secret of the server's own stands in it (BREACH). */
export function addCompression(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const wanted = request.routeOptions.url === `/api/${takeBundle.name}` && typeof payload === 'string'
    if (!wanted || payload.length < WORTH_IT || !/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')))
      return payload
    void reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding').removeHeader('content-length')
    return squeeze(payload)
  })
}
