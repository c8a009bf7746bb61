import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

export const FACES = ['console', 'field', 'town'] as const
const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url))

/** The three faces, as built; every path below a face is its page, since they keep their routes in the address. */
export async function pageRoutes(app: FastifyInstance): Promise<void> {
  for (const face of FACES) {
    if (!existsSync(`${DIST}${face}/index.html`)) continue
    await app.register(fastifyStatic, { root: `${DIST}${face}`, prefix: `/${face}/`, wildcard: false, decorateReply: face === FACES[0], immutable: true, maxAge: '30d', index: false })
    app.get(`/${face}`, { schema: { hide: true } as never }, (_request, reply) => reply.redirect(`/${face}/`))
    app.get(`/${face}/*`, { schema: { hide: true } as never }, (request, reply) =>
      // Built files have their hash in the name and stay; pages are asked for anew.
      /\.\w+$/.test(request.url.split('?')[0] ?? '') ? reply.callNotFound() : reply.header('cache-control', 'no-cache').sendFile('index.html', `${DIST}${face}`),
    )
  }
  app.get('/', { schema: { hide: true } as never }, (_request, reply) => reply.redirect('/town/'))
}
