import swagger from '@fastify/swagger'
import reference from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'

/** OpenAPI 3.1 at /api/docs/openapi.json and a reference to browse at /api/docs, printed from the contracts. */
export async function addDocs(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'OpenPalm',
        version: '0.1.0',
        description:
          'Commands are POST /api/<name> with an Idempotency-Key header (UUIDv7) and x-openpalm: 1; queries are GET /api/<name>, those that ask with a secret, a reason or a number POST. Sign in with signin.password or signin.code; the session is a cookie or a bearer token. Outside registers send `Authorization: Bearer opx_…` and have what their credential names: consents.findUsage, usagePeriod, heartbeat, reportUsage, shaped like the Estonian data tracker.',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'op_session' } } },
    },
  })
}

/** The reference starts itself by a script in its page; no other page may. It shows nothing of anybody's data. */
const REFERENCE_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; frame-ancestors 'self'"

export async function addReference(app: FastifyInstance): Promise<void> {
  app.addHook('onSend', (request, reply, payload, done) => {
    if (request.url.startsWith('/api/docs')) void reply.header('content-security-policy', REFERENCE_POLICY)
    done(null, payload)
  })
  app.get('/api/docs/openapi.json', { schema: { hide: true } as never }, () => app.swagger())
  await app.register(reference, {
    routePrefix: '/api/docs',
    configuration: { url: '/api/docs/openapi.json', withDefaultFonts: false, telemetry: false } as never,
  })
}
