import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { ask } from '#kernel/ask.ts'
import { ANONYMOUS } from '#kernel/authorise.ts'
import { type Clock, handClock } from '#kernel/clock.ts'
import type { Command, InputOf, OutputOf, Query } from '#kernel/contract.ts'
import { asOwner, connect } from '#kernel/db.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { liveThrough } from '#kernel/live.ts'
import { migrate } from '#kernel/migrate.ts'
import { relay } from '#kernel/outbox.ts'
import { run } from '#kernel/pipeline.ts'
import { makeCache, type Platform } from '#kernel/platform.ts'
import { assemble, type Slice } from '#kernel/slice.ts'
import { developerInbox, type Inbox } from '#engines/sms/inbox.ts'
import { actorOf } from '#modules/signin/api.ts'
import { slice as signin } from '#modules/signin/slice.ts'
import { seedCast } from './cast.ts'

export const START = Date.parse('2026-09-01T01:00:00Z')

/** Only the tables of the slices that signing in stands on. */
const tablesOf = (name: string): Slice => ({
  name,
  grants: {},
  retention: {},
  migrations: new URL(`../../src/modules/${name}/migrations/`, import.meta.url),
})

type From = { token?: string; address?: string; key?: string; secure?: boolean }
export type Sent<O> = { answer: O; token: string | null | undefined; seconds: number | undefined }

/** A house with nothing but its door, on a database of its own. */
export async function openStage(databaseUrl: string) {
  const name = `signin_${randomBytes(6).toString('hex')}`
  const admin = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name}`)
  const url = new URL(databaseUrl)
  url.pathname = `/${name}`
  const clock = handClock(START)
  const logged: string[] = []
  const inbox = developerInbox({ clock, print: () => {} })
  const houses: Platform[] = []
  const house = () => {
    const made = platformOn(url.href, { clock, inbox, logged })
    houses.push(made)
    return made
  }
  const p = house()
  await migrate(p.db, p.slices)
  await asOwner(p.db, (tx) => seedCast(tx, START))
  return {
    p,
    clock,
    inbox,
    logged,
    /** The same city in another process. */
    another: house,
    send: <C extends Command>(command: C, input: InputOf<C>, from: From = {}) => sendTo(p, command, input, from),
    ask: async <Q extends Query>(query: Q, input: InputOf<Q>, token?: string): Promise<OutputOf<Q>> =>
      (await ask(
        p,
        (await actorOf(p, token))?.actor ?? ANONYMOUS,
        query.name,
        input,
        uuidv7(clock.now()),
      )) as OutputOf<Q>,
    relay: () => relay(p),
    rows: <T extends object>(text: string): Promise<T[]> => p.db.pool.unsafe<T[]>(text),
    async close() {
      for (const one of houses) await one.db.close()
      await admin.unsafe(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}

export type Stage = Awaited<ReturnType<typeof openStage>>

export async function sendTo<C extends Command>(
  p: Platform,
  command: C,
  input: InputOf<C>,
  from: From = {},
): Promise<Sent<OutputOf<C>>> {
  const key = from.key ?? uuidv7(p.clock.now())
  const cookie: { token?: string | null; seconds?: number } = {}
  const answer = await run(p, (await actorOf(p, from.token))?.actor ?? ANONYMOUS, command.name, input, {
    key,
    request: key,
    client: { address: from.address ?? '10.0.0.1', agent: 'vitest', secure: from.secure ?? true },
    setSession: (token, seconds) => void Object.assign(cookie, { token, seconds }),
  })
  return { answer: answer as OutputOf<C>, token: cookie.token, seconds: cookie.seconds }
}

function platformOn(url: string, { clock, inbox, logged }: { clock: Clock; inbox: Inbox; logged: string[] }): Platform {
  const db = connect(url, { connections: 4 })
  const log = (facts: object, text: string): void => void logged.push(`${text} ${JSON.stringify(facts)}`)
  return {
    db,
    clock,
    slices: assemble([...['places', 'people', 'posts'].map(tablesOf), signin]),
    live: liveThrough(db),
    ports: {
      sms: inbox.sms,
      files: { put: () => Promise.resolve(), get: () => Promise.resolve(undefined), remove: () => Promise.resolve() },
    },
    log: { info: log, warn: log, error: log },
    cache: makeCache(),
    strict: true,
  }
}
