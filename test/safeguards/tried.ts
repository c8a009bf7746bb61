import type { FastifyInstance } from 'fastify'
import { ask } from '#kernel/ask.ts'
import type { Command, Query } from '#kernel/contract.ts'
import { Refusal } from '#kernel/errors.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { run } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import { START } from '#test/city/house.ts'
import type { Outcome } from './expected/trial.ts'
import type { Player } from './players.ts'

export type Tried = { outcome: Outcome; answer: unknown }
type Door = { app: FastifyInstance; p: Platform }

/** Knocks once: over HTTP with the player's session; at contracts of the house itself, by the road they come in by. */
export async function tryOnce(
  { app, p }: Door,
  contract: Command | Query,
  who: Player,
  input: Record<string, unknown>,
): Promise<Tried> {
  return contract.inward ? inside(p, contract, who, input) : outside(app, contract, who, input)
}

export const headersOf = (who: Pick<Player, 'token'>): Record<string, string> => ({
  'x-openpalm': '1',
  'idempotency-key': uuidv7(START),
  ...(who.token ? { cookie: `op_session=${who.token}` } : {}),
})

async function outside(
  app: FastifyInstance,
  contract: Command | Query,
  who: Player,
  input: Record<string, unknown>,
): Promise<Tried> {
  const { name } = contract
  const posted = contract.kind === 'command' || contract.sealed
  const headers = headersOf(who)
  const answer = posted
    ? await app.inject({ method: 'POST', url: `/api/${name}`, headers, payload: input })
    : await app.inject({ method: 'GET', url: `/api/${name}?${queryOf(input)}`, headers })
  const body = answer.json<{ code: Outcome }>()
  return { outcome: answer.statusCode === 200 ? 'answers' : body.code, answer: body }
}

export function queryOf(input: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(input)) for (const one of [value].flat()) query.append(key, String(one))
  return query.toString()
}

async function inside(
  p: Platform,
  { kind, name }: Command | Query,
  who: Player,
  input: Record<string, unknown>,
): Promise<Tried> {
  const key = uuidv7(START)
  try {
    const answer =
      kind === 'command'
        ? await run(p, who.actor, name, input, { key, request: key })
        : await ask(p, who.actor, name, input, key)
    return { outcome: 'answers', answer }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { outcome: error.code, answer: undefined }
  }
}
