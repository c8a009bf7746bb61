import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import { WHOLE } from '#kernel/authorise.ts'
import { inScope } from '#kernel/db.ts'
import { Refusal, refuse } from '#kernel/errors.ts'
import { outboxHealth } from '#kernel/outbox.ts'
import type { Platform } from '#kernel/platform.ts'
import { addDocs, addReference } from './docs.ts'
import { fileRoutes } from './files.ts'
import { importRoutes } from './imports.ts'
import { liveRoute } from './live.ts'
import { registerOidc, oidcFrom } from './oidc.ts'
import { outlineRoutes } from './outlines.ts'
import { pageRoutes } from './pages.ts'
import { addCompression, addTurns, parcelRoutes } from './parcels.ts'
import { answerRefusals } from './refusals.ts'
import { addEtags, contractRoutes, requestId } from './routes.ts'
import { inLanguageOf } from './actor.ts'
import { sheetRoutes } from './sheets.ts'
import { voiceRoutes } from './voices.ts'

/** Pages load nothing from elsewhere; styles of the component library are written at run time, hence the one exception. */
const CONTENT_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  // A recording is heard before it is sent.
  mediaSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  fontSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  frameAncestors: ["'self'"],
  formAction: ["'self'"],
  upgradeInsecureRequests: null,
}

export type ServerOptions = {
  trustProxy?: boolean
  docs?: boolean
  perMinute?: number
  more?: (app: FastifyInstance) => void
}

const ROUTES = [fileRoutes, importRoutes, sheetRoutes, voiceRoutes, parcelRoutes, liveRoute, outlineRoutes]

export async function buildServer(p: Platform, options: ServerOptions = {}): Promise<FastifyInstance> {
  const { perMinute = 6000, docs = true, trustProxy = false } = options
  const app = Fastify({
    logger: false,
    genReqId: requestId(p),
    trustProxy,
    bodyLimit: 256 * 1024,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: false },
  })
  // zod parses on the road; validating twice would only cost.
  app.setValidatorCompiler(() => (value: unknown) => ({ value }))
  answerRefusals(app, p)
  app.addHook('onRequest', (request, _reply, done) => inLanguageOf(request, done))
  await app.register(helmet, {
    contentSecurityPolicy: { directives: CONTENT_POLICY },
    hsts: false,
    crossOriginEmbedderPolicy: false,
  })
  await app.register(rateLimit, { global: true, max: perMinute, timeWindow: '1 minute' })
  addEtags(app)
  addCompression(app)
  addTurns(app)
  if (docs) await addDocs(app)
  await app.register(async (scope) => {
    contractRoutes(scope, p, perMinute)
    for (const routes of ROUTES) routes(scope, p)
  })
  const oidc = oidcFrom(process.env)
  if (oidc) await registerOidc(app, p, oidc)
  app.get('/api/health', { schema: { hide: true } as never }, () => health(p))
  if (docs) await addReference(app)
  await pageRoutes(app)
  options.more?.(app)
  return app
}

/** Answers within three seconds, also when the database does not. */
async function health(p: Platform): Promise<object> {
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Refusal('unavailable')), 3000).unref())
  const reading = inScope(p.db, WHOLE, (tx) => outboxHealth(tx, p.clock.now()))
  const outbox = await Promise.race([reading, late]).catch(() => refuse('unavailable'))
  return { ok: true, database: 'up', outbox }
}
