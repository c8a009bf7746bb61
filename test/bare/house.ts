import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { ask } from '#kernel/ask.ts'
import { type Actor, ANONYMOUS } from '#kernel/authorise.ts'
import { handClock } from '#kernel/clock.ts'
import type { Command, OutputOf, Query } from '#kernel/contract.ts'
import { connect } from '#kernel/db.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { liveThrough } from '#kernel/live.ts'
import { migrate } from '#kernel/migrate.ts'
import { relay } from '#kernel/outbox.ts'
import { run } from '#kernel/pipeline.ts'
import { makeCache, type Platform } from '#kernel/platform.ts'
import { seal, type Verdict, verify } from '#kernel/seal.ts'
import { assemble, type Slice } from '#kernel/slice.ts'
import type { z } from 'zod'
import { dropDatabase } from '../setup/dropping.ts'

/** Tuesday, 1 September 2026, nine in the morning in Quzhou. */
export const START = Date.parse('2026-09-01T01:00:00Z')

/** The kernel alone, with slices of the test's own, on a fresh database. */
export async function openBare(slices: readonly Slice[] = [], options: { rowSecurity?: boolean } = {}) {
  const base = inject('databaseUrl')
  const admin = postgres(base, { max: 1, onnotice: () => {} })
  const name = `openpalm_bare_${randomBytes(6).toString('hex')}`
  await admin.unsafe(`create database ${name} template template0 encoding 'UTF8'`)
  const url = new URL(base)
  url.pathname = `/${name}`
  const clock = handClock(START)
  const p = platformOn(url.href, clock, slices, options.rowSecurity ?? true)
  await migrate(p.db, p.slices)
  const key = () => uuidv7(clock.now())
  return {
    p,
    url: url.href,
    clock,
    key,
    send: async <C extends Command>(
      actor: Actor,
      contract: C,
      input: z.input<C['input']>,
      id = key(),
    ): Promise<OutputOf<C>> => (await run(p, actor, contract.name, input, { key: id, request: id })) as OutputOf<C>,
    ask: async <Q extends Query>(actor: Actor, contract: Q, input: z.input<Q['input']>): Promise<OutputOf<Q>> =>
      (await ask(p, actor, contract.name, input, key())) as OutputOf<Q>,
    /** One batch of the relay, so that back-off can be watched. */
    relayOnce: () => relay(p),
    seal: () => seal(p),
    verify: (): Promise<Verdict> => verify(p),
    /** As the owner of the tables. */
    rows: <T extends object>(text: string): Promise<T[]> => p.db.pool.unsafe<T[]>(text),
    async close() {
      await p.db.close()
      await dropDatabase(admin, name)
      await admin.end()
    },
  }
}
export type Bare = Awaited<ReturnType<typeof openBare>>

function platformOn(url: string, clock: Platform['clock'], slices: readonly Slice[], rowSecurity: boolean): Platform {
  const db = connect(url, { connections: 10, rowSecurity })
  const quiet = (): void => {}
  const nowhere = {
    put: () => Promise.resolve(),
    get: () => Promise.resolve(undefined),
    remove: () => Promise.resolve(),
  }
  return {
    db,
    clock,
    slices: assemble(slices),
    live: liveThrough(db),
    ports: { sms: { send: () => Promise.resolve() }, files: nowhere },
    log: { info: quiet, warn: quiet, error: quiet },
    cache: makeCache(),
    strict: true,
  }
}

let people = 0
/** Ids that say in a failing test whose they are. */
export const idOf = (): string => `00000000-0000-7000-8000-${String(++people).padStart(12, '0')}`

/** Somebody of the staff. */
export const staff = (role: Actor['role'], place: string, organ: string | null = null): Actor => ({
  kind: 'staff',
  role,
  person: idOf(),
  post: idOf(),
  organ,
  place,
  session: null,
})
export const resident = (): Actor => ({ ...ANONYMOUS, kind: 'resident', role: 'resident', person: idOf() })
export const stranger = ANONYMOUS
