import type { z } from 'zod'
import { type Entry, noteLooks } from './audit.ts'
import { type Actor, asOf, reachesOf, type Scope, scopeOf } from './authorise.ts'
import type { Query } from './contract.ts'
import { inScope } from './db.ts'
import { type Glass, lookingThrough } from './glass.ts'
import { refusalOf, refuse } from './errors.ts'
import { parse, recordRefusal, tokenOf } from './pipeline.ts'
import type { Platform } from './platform.ts'
import type { Tx } from './tx.ts'

/**
 * The only road to a read: parse, authorise, scope, run, note whose data was seen and for which purpose, before the answer
 * leaves. The store must take `scope`; row-level security says the same a second time. Through a broken glass (glass.ts) the
 * scope reaches one person more, and what is seen is noted for that purpose.
 */
export type AskContext = {
  tx: Tx
  now: number
  actor: Actor
  scope: Scope
  platform: Platform
  /** Persons whose data the answer shows. They will see this read. */
  saw(
    persons: readonly (string | null | undefined)[],
    about?: { subject?: string; place?: string; fields?: string; reason?: string },
  ): void
  /** What was opened for urgent reasons, when the question comes through it. */
  glass: Glass | undefined
  /** Scope under another permission of the same actor, for `can` and for figures. */
  reaches: (permission: string) => Scope | undefined
}

export type Answer = {
  contract: Query
  permission: string
  purpose: string | null
  secret?: (input: never) => string | undefined
  afterwards: boolean
  run: (ctx: AskContext, input: never) => Promise<unknown>
}

type Steps<I extends z.ZodObject, O extends z.ZodType> = {
  permission: string
  /** Key of a purpose in consents; required in effect whenever `saw` is called. */
  purpose?: string
  secret?: (input: z.infer<I>) => string | undefined
  /** Also rows whose hold is over, until they are destroyed: for whoever assesses, counts or certifies them. */
  afterwards?: true
  run: (ctx: AskContext, input: z.infer<I>) => Promise<z.infer<O>>
}

export const answer = <I extends z.ZodObject, O extends z.ZodType>(
  contract: Query<I, O>,
  steps: Steps<I, O>,
): Answer => ({
  contract,
  permission: steps.permission,
  purpose: steps.purpose ?? null,
  secret: steps.secret as Answer['secret'],
  afterwards: steps.afterwards ?? false,
  run: steps.run as Answer['run'],
})

type Seen = {
  persons: string[]
  subject: string | null
  place: string | null
  fields: string | undefined
  reason: string | undefined
}

/** The request it came by, and the glass it looks through, if one was broken. */
export type Asking = { request: string; glass?: string | undefined }

export async function ask(
  p: Platform,
  actor: Actor,
  name: string,
  raw: unknown,
  by: string | Asking,
): Promise<unknown> {
  const { request, glass }: Asking = typeof by === 'string' ? { request: by } : by
  const found = p.slices.answers.get(name) ?? refuse('not_found', { query: name })
  const now = p.clock.now()
  try {
    const through = glass ? await lookingThrough(p, actor, now, glass) : undefined
    const { output, seen } = await attempt(p, found, { actor, raw, now, glass: through })
    // The transaction has ended: whoever waits here for the record to be written holds no connection.
    if (seen.length > 0) await noteLooks(p.db, actor, now, entriesOf(found, seen, request, through))
    return output
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal && actor.kind !== 'anonymous') await recordRefusal(p, actor, { name, code: refusal.code, request, now })
    throw refusal ?? error
  }
}

type Attempt = { actor: Actor; raw: unknown; now: number; glass: Glass | undefined }
type Attempted = { output: unknown; seen: Seen[] }

async function attempt(p: Platform, a: Answer, { actor, raw, now, glass }: Attempt): Promise<Attempted> {
  const input = parse(a.contract.input, raw)
  const reaches = reachesOf(p.slices.grants, a.permission, actor)
  const opened = glass && reachesOf(p.slices.grants, a.permission, { ...actor, role: glass.as }).length > 0
  if (reaches.length === 0 && !opened)
    refuse(actor.kind === 'anonymous' ? 'unauthenticated' : 'forbidden', { permission: a.permission })
  const own = scopeOf(actor, reaches, tokenOf(a.secret?.(input as never)))
  const scope = glass ? { ...own, person: glass.person } : own
  return inScope(p.db, a.afterwards ? scope : asOf(scope, actor, now), async (tx) => {
    const seen: Seen[] = []
    const output = await a.run(contextOf(p, { tx, now, actor, scope, glass }, seen), input as never)
    if (p.strict) a.contract.output.parse(output)
    return { output, seen }
  })
}

/** Looks that differ in nothing but the person are one entry. */
const entriesOf = (a: Answer, seen: readonly Seen[], request: string, glass: Glass | undefined): Entry[] =>
  seen.map(({ persons, subject, place, fields, reason }) => ({
    name: a.contract.name,
    kind: 'query',
    outcome: 'done',
    request,
    subject,
    place,
    purpose: (glass ? 'break_glass' : a.purpose) ?? refuse('internal', { missing: 'purpose' }),
    about: persons,
    detail: { ...(fields ? { fields } : {}), ...(reason ? { reason } : {}), ...(glass ? { glass: glass.id } : {}) },
  }))

const contextOf = (
  p: Platform,
  known: Pick<AskContext, 'tx' | 'now' | 'actor' | 'scope' | 'glass'>,
  seen: Seen[],
): AskContext => ({
  ...known,
  platform: p,
  saw(persons, about = {}) {
    // Looking at oneself is not a look by somebody.
    const others = [...new Set(persons)].filter((person): person is string => !!person && person !== known.actor.person)
    if (others.length > 0)
      seen.push({
        persons: others,
        subject: about.subject ?? null,
        place: about.place ?? null,
        fields: about.fields,
        reason: about.reason,
      })
  },
  reaches(permission) {
    const reaches = reachesOf(p.slices.grants, permission, known.actor)
    return reaches.length > 0 ? scopeOf(known.actor, reaches) : undefined
  },
})
