import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { parse } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import { carryOut, takeParcels } from '#modules/sync/api.ts'
import { CarriedOut, Carry, Push, Pushed, takeBundle } from '#modules/sync/contract.ts'
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
  const carrying = {
    summary: 'A township room sends a parcel that waits for a decision, on behalf of who wrote it.',
    operationId: 'sync.carry',
    tags: ['sync'],
    body: shape(Carry, 'input'),
    response: { 200: shape(CarriedOut, 'output') },
  }
  app.post('/api/sync/carry', { schema: carrying }, async (request) => {
    guard(request)
    const actor = await whoAsks(p, request)
    const { client } = sendingOf(request, request.id)
    return carryOut({ p, actor, request: request.id, client }, parse(Carry, request.body))
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

/**
 * A bundle costs as much as dozens of ordinary requests, and in the morning everybody wants one. So few of them are packed at
 * once, and the others wait their turn without a connection to the database; ordinary requests go past them.
 */
const AT_ONCE = 3

export function addTurns(app: FastifyInstance): void {
  const waiting: (() => void)[] = []
  let packing = 0
  const next = (): void => {
    packing--
    waiting.shift()?.()
  }
  app.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.url !== `/api/${takeBundle.name}`) return
    if (packing >= AT_ONCE) await new Promise<void>((turn) => void waiting.push(turn))
    packing++
    // Also of somebody who has hung up meanwhile.
    if (reply.raw.closed) next()
    else reply.raw.once('close', next)
  })
}
