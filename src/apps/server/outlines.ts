import type { FastifyInstance } from 'fastify'
import { refuse } from '#kernel/errors.ts'
import type { Platform } from '#kernel/platform.ts'
import { OUTLINES } from '#modules/places/contract.ts'
import { outline } from '#modules/places/outlines.ts'

type Params = { Params: { name: string } }

/** Outlines for the maps, compressed once. They change with merges and splits, so they are asked for anew by their tag. */
export function outlineRoutes(app: FastifyInstance, p: Platform): void {
  app.get<Params>(`${OUTLINES}/:name.json`, { schema: { hide: true } as never }, async (request, reply) => {
    const file = (await outline(p, request.params.name)) ?? refuse('not_found')
    void reply
      .header('etag', file.etag)
      .header('cache-control', 'no-cache')
      .header('vary', 'accept-encoding')
      .type('application/json; charset=utf-8')
    if (request.headers['if-none-match'] === file.etag) return reply.code(304).send()
    const takes = String(request.headers['accept-encoding'] ?? '')
    if (takes.includes('br')) return reply.header('content-encoding', 'br').send(file.brotli)
    if (takes.includes('gzip')) return reply.header('content-encoding', 'gzip').send(file.gzip)
    return reply.send(file.plain)
  })
}
