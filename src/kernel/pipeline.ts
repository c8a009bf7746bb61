import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type Actor, permit, type Reach, reachesOf, type Scope, scopeOf, type Where, WHOLE } from './authorise.ts'
import { note } from './audit.ts'
import { actorKey, close, type Closing, digestOf } from './closing.ts'
import type { Command, Event, PayloadOf } from './contract.ts'
import { inScope } from './db.ts'
import { type Problem, refusalOf, refuse } from './errors.ts'
import { Gathering } from './gathering.ts'
import { liveHolds } from './holds.ts'
import { deciding, type Lever, pull } from './levers.ts'
import type { Announcement } from './outbox.ts'
import type { Platform } from './platform.ts'
import { sql } from './sql.ts'
import { share } from './together.ts'
import type { Tx } from './tx.ts'

/**
 * The only road to a write: parse, load, authorise, handle, record, announce; one transaction.
 *
 * Idempotency: the sender's UUIDv7 is the primary key of kernel.command and is inserted last. A repeated command does its
 * work again, meets its own key (or a refusal, because the first one already changed the state), is rolled back, and is given
 * the stored answer: one effect, one answer, however often and however parallel it is sent; and the usual case pays nothing.
 * A crash before the commit leaves no key, so the sender's repetition is the first.
 * Refusals roll back and leave one record.
 */
export type CommandContext = {
  tx: Tx
  now: number
  actor: Actor
  scope: Scope
  /** The command's own id: the sender's UUIDv7. */
  key: string
  platform: Platform
  sending: Sending
  emit<E extends Event>(event: E, key: string, place: string | null, payload: PayloadOf<E>): void
  /** A lever's value at a place now. */
  lever<T>(lever: Lever<T>, place: string): Promise<T>
  /** The hold by which a closed capability is open at a place now; refuses `not_open` without one. */
  opened(capability: Lever<boolean>, place: string): Promise<string>
  /** Persons whom this concerns, for the record. */
  concerns(...persons: (string | null | undefined)[]): void
}

export type Handler = {
  contract: Command
  permission: string
  purpose: string | null
  secret?: (input: never) => string | undefined
  load: (ctx: CommandContext, input: never) => Promise<unknown>
  where: (found: never, input: never) => Where & { subject?: string | null }
  handle: (ctx: CommandContext, input: never, found: never) => Promise<unknown>
  keepsAnswer: boolean
  gathers: ((input: never, actor: Actor) => readonly string[] | undefined) | null
}

type Steps<I extends z.ZodObject, O extends z.ZodType, Found> = {
  load: (ctx: CommandContext, input: z.infer<I>) => Promise<Found>
  allow: { permission: string; where: (found: Found, input: z.infer<I>) => Where & { subject?: string | null } }
  purpose?: string
  /** The secret of somebody without an account, out of the input. */
  secret?: (input: z.infer<I>) => string | undefined
  /** false: the answer is not stored, so a repetition is done again (signing in and out). */
  keepsAnswer?: boolean
  /**
   * For commands that thousands send within minutes: what two may not share to go in one transaction (gathering.ts), undefined
   * for an input that goes alone. A group goes under the scope of the whole, since it has many actors: only `permit` and what
   * `load` looks for keep them apart, so `load` may find nothing but the actor's own.
   */
  gathers?: (input: z.infer<I>, actor: Actor) => readonly string[] | undefined
  handle: (ctx: CommandContext, input: z.infer<I>, found: Found) => Promise<z.infer<O>>
}

export const handler = <I extends z.ZodObject, O extends z.ZodType, Found>(
  contract: Command<I, O>,
  steps: Steps<I, O, Found>,
): Handler => ({
  contract,
  permission: steps.allow.permission,
  purpose: steps.purpose ?? null,
  secret: steps.secret as Handler['secret'],
  load: steps.load as Handler['load'],
  where: steps.allow.where as Handler['where'],
  handle: steps.handle as Handler['handle'],
  keepsAnswer: steps.keepsAnswer ?? true,
  gathers: (steps.gathers ?? null) as Handler['gathers'],
})

/** One sending of a command: its key, the request it came by, and where from. */
export type Sending = {
  key: string
  request: string
  client?: { address: string; agent: string; secure: boolean }
  /** The phone it was made on, where one keeps what it makes (x-openpalm-phone). */
  phone?: string
  /** The person on whose behalf somebody else sends what that person wrote. */
  behalf?: string
  /** Gives the sender a session cookie, or takes it away. */
  setSession?: (token: string | null, seconds: number) => void
}

export async function run(p: Platform, actor: Actor, name: string, raw: unknown, sending: Sending): Promise<unknown> {
  const found = p.slices.handlers.get(name) ?? refuse('not_found', { command: name })
  const now = p.clock.now()
  try {
    return await attempt(p, { actor, handler: found, input: parse(found.contract.input, raw), sending, now })
  } catch (error) {
    // Its own key or the id of the thing that the first sending made: then there is a prior answer.
    const refusal = refusalOf(error)
    if (!refusal) throw error
    const prior = await priorAnswer(p, actor, found, { raw, sending })
    if (prior) return prior.answer
    await recordRefusal(p, actor, { name, code: refusal.code, request: sending.request, now })
    throw refusal
  }
}

type Attempt = { actor: Actor; handler: Handler; input: unknown; sending: Sending; now: number }
type Standing = Attempt & { reaches: readonly Reach[]; scope: Scope }

async function attempt(p: Platform, one: Attempt): Promise<unknown> {
  const { actor, handler: h, input } = one
  const reaches = reachesOf(p.slices.grants, h.permission, actor)
  if (reaches.length === 0)
    refuse(actor.kind === 'anonymous' ? 'unauthenticated' : 'forbidden', { permission: h.permission })
  const standing = { ...one, reaches, scope: scopeOf(actor, reaches, tokenOf(h.secret?.(input as never))) }
  const keys = h.gathers?.(input as never, actor)
  if (keys) return gatheringOf(p, h).join({ one: standing, keys: [...keys, one.sending.key] })
  return alone(p, standing)
}

const alone = (p: Platform, one: Standing): Promise<unknown> =>
  inScope(p.db, one.scope, async (tx) => {
    const closing = await perform(p, tx, one)
    close(tx, [closing])
    return closing.output
  })

const gatherings = new WeakMap<Platform, Map<string, Gathering<Standing>>>()

function gatheringOf(p: Platform, { contract: { name } }: Handler): Gathering<Standing> {
  const known = gatherings.get(p) ?? new Map<string, Gathering<Standing>>()
  gatherings.set(p, known)
  const gathering =
    known.get(name) ?? new Gathering<Standing>({ alone: (one) => alone(p, one), group: (all) => groupOf(p, all) })
  known.set(name, gathering)
  return gathering
}

/** All of them are waited for before it fails: nobody may ask anything more of a transaction that is being taken back. */
const groupOf = (p: Platform, all: readonly Standing[]): Promise<unknown[]> =>
  inScope(p.db, WHOLE, async (tx) => {
    share(tx)
    const outcomes = await Promise.allSettled(all.map((one) => perform(p, tx, one)))
    const closings = outcomes.map((outcome) => {
      if (outcome.status === 'rejected') throw outcome.reason
      return outcome.value
    })
    close(tx, closings)
    return closings.map(({ output }) => output)
  })

/** Loads, authorises and handles; what is left is to close. */
async function perform(p: Platform, tx: Tx, one: Standing): Promise<Closing> {
  const { actor, handler: h, input, sending, now, reaches, scope } = one
  const announced: Announcement[] = []
  const about = new Set<string>()
  const ctx = contextOf(p, { tx, now, actor, scope, key: sending.key, sending }, announced, about)
  const found = await h.load(ctx, input as never)
  const where = h.where(found as never, input as never)
  permit(reaches, scope, h.permission, where)
  const output = await h.handle(ctx, input as never, found as never)
  if (p.strict) h.contract.output.parse(output)
  const { purpose, keepsAnswer: keeps, contract } = h
  return {
    actor,
    name: contract.name,
    purpose,
    keeps,
    input,
    output,
    sending,
    now,
    where,
    announced,
    about: [...about],
  }
}

function contextOf(
  p: Platform,
  known: Pick<CommandContext, 'tx' | 'now' | 'actor' | 'scope' | 'key' | 'sending'>,
  announced: Announcement[],
  about: Set<string>,
): CommandContext {
  return {
    ...known,
    platform: p,
    emit: (event, key, place, payload) =>
      void announced.push({
        name: event.name,
        key,
        place,
        payload: (p.strict ? event.payload.parse(payload) : payload) as Record<string, unknown>,
      }),
    lever: async (lever, place) => pull(lever, await liveHolds(known.tx, known.now), place, known.now),
    opened: async ({ name }, place) => {
      const hold = deciding(name, await liveHolds(known.tx, known.now), place, known.now)
      return hold?.value === true ? hold.id : refuse('not_open', { capability: name, place })
    },
    concerns: (...persons) => persons.forEach((person) => person && about.add(person)),
  }
}

type Prior = { name: string; actor: string; digest: Uint8Array; answer: unknown }

async function priorAnswer(
  p: Platform,
  actor: Actor,
  h: Handler,
  { raw, sending }: { raw: unknown; sending: Sending },
): Promise<Prior | undefined> {
  const prior = await inScope(p.db, scopeOf(actor, []), async (tx) => {
    const [row] = await sql(tx)<
      Prior[]
    >`select name, actor, digest, answer from kernel.command where id = ${sending.key}`
    return row
  })
  if (!prior) return undefined
  const same =
    prior.name === h.contract.name &&
    prior.actor === actorKey(actor) &&
    digestOf(parse(h.contract.input, raw)).equals(prior.digest)
  return same ? prior : refuse('key_reused')
}

export const tokenOf = (secret: string | undefined): string =>
  secret ? createHash('sha256').update(secret).digest('hex') : ''

type Refused = { name: string; code: string; request: string; now: number }

export async function recordRefusal(p: Platform, actor: Actor, { name, code, request, now }: Refused): Promise<void> {
  await inScope(p.db, scopeOf(actor, []), (tx) =>
    note(tx, actor, now, {
      name,
      kind: 'refusal',
      outcome: code,
      request,
      subject: null,
      place: null,
      purpose: null,
      about: [],
      detail: {},
    }),
  )
}

/** Every wrong field at once, in words the reader's language can be put to (`problem` is a zod code). */
export function parse<T extends z.ZodType>(shape: T, raw: unknown): z.infer<T> {
  const parsed = shape.safeParse(raw)
  if (parsed.success) return parsed.data
  const problems: Problem[] = parsed.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    problem: issue.code === 'custom' ? issue.message : issue.code,
  }))
  return refuse('invalid', { problems })
}
