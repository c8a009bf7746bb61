import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

export const FACES = ['console', 'field', 'town'] as const
const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url))
const unlisted = { schema: { hide: true } as never }

/** The three faces, as built and compressed beforehand; every path below a face is its page, since they keep their routes in the address. */
export async function pageRoutes(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, { root: DIST, serve: false, preCompressed: true })
  for (const face of FACES) {
    app.get(`/${face}`, unlisted, (_request, reply) => reply.redirect(`/${face}/`))
    app.get<{ Params: { '*': string } }>(`/${face}/*`, unlisted, (request, reply) => {
      const path = request.params['*']
      const isFile = /\.\w+$/.test(path)
      // Built files have their hash in the name and stay as they are; pages are asked for anew.
      return isFile
        ? reply.sendFile(`${face}/${path}`, {
            immutable: path.startsWith('assets/'),
            maxAge: path.startsWith('assets/') ? '30d' : 0,
          })
        : reply.sendFile(`${face}/index.html`, { maxAge: 0, cacheControl: true })
    })
  }
  app.get('/', unlisted, (_request, reply) => reply.redirect('/town/'))
}
