import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { reachesOf, type Scope, scopeOf } from '#kernel/authorise.ts'
import { refuse } from '#kernel/errors.ts'
import type { Heard } from '#kernel/live.ts'
import type { Platform } from '#kernel/platform.ts'
import { whoAsks } from './actor.ts'

const FLUSH_MS = 250
const PING_MS = 25_000
const CHECK_MS = 3000
const MOST_WATCHERS = 5000

type Watcher = { post: string | null; request: FastifyRequest; scope: Scope; reply: FastifyReply; waiting: Heard[] }

/**
 * Live events by Server-Sent Events: names, keys and places of what happened in the watcher's own range, gathered a quarter
 * of a second. Who reads by organ or for himself is told by his notices, not here: an event has a place, not an organ.
 */
export function liveRoute(app: FastifyInstance, p: Platform): void {
  const watchers = new Set<Watcher>()
  const stop = p.live.listen((what) => {
    for (const watcher of watchers)
      if (
        what.place !== null &&
        what.place >= watcher.scope.lo &&
        what.place < watcher.scope.hi &&
        watcher.scope.organ === ''
      )
        watcher.waiting.push(what)
  })
  const flushing = setInterval(() => watchers.forEach(flush), FLUSH_MS)
  const pinging = setInterval(() => watchers.forEach(({ reply }) => reply.raw.write(': here\n\n')), PING_MS)
  // A session that was ended, or acts in another post by now, loses its open stream too.
  const checking = setInterval(() => watchers.forEach((watcher) => void check(p, watcher)), CHECK_MS)
  app.addHook('preClose', (done) => {
    stop()
    clearInterval(flushing)
    clearInterval(pinging)
    clearInterval(checking)
    for (const { reply } of watchers) reply.raw.end()
    done()
  })
  app.get('/api/live', { schema: { hide: true } as never }, async (request, reply) => {
    const actor = await whoAsks(p, request)
    const reaches = reachesOf(p.slices.grants, 'cases.read', actor)
    if (reaches.length === 0) refuse(actor.kind === 'anonymous' ? 'unauthenticated' : 'forbidden')
    if (watchers.size >= MOST_WATCHERS) refuse('unavailable')
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    reply.raw.write('retry: 3000\n\n')
    const watcher: Watcher = { post: actor.post, request, scope: scopeOf(actor, reaches), reply, waiting: [] }
    watchers.add(watcher)
    request.raw.on('close', () => watchers.delete(watcher))
  })
}

function flush(watcher: Watcher): void {
  if (watcher.waiting.length === 0) return
  watcher.reply.raw.write(`data: ${JSON.stringify(watcher.waiting.splice(0, 200))}\n\n`)
}

async function check(p: Platform, { post, request, reply }: Watcher): Promise<void> {
  const now = await whoAsks(p, request).catch(() => undefined)
  if (now && now.post !== post) reply.raw.end()
}
