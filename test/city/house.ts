import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { inject } from 'vitest'
import { cast, ELSEWHERE, STAGE } from '../../demo/cast.ts'
import { loadCity } from '../../demo/load.ts'
import { ask } from '#kernel/ask.ts'
import { type Actor, ANONYMOUS } from '#kernel/authorise.ts'
import { handClock } from '#kernel/clock.ts'
import type { Command, OutputOf, Query } from '#kernel/contract.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { sweep } from '#kernel/jobs.ts'
import { migrate } from '#kernel/migrate.ts'
import { relay } from '#kernel/outbox.ts'
import { run } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import { makePlatform } from '#apps/server/platform.ts'
import { developerInbox } from '#engines/sms/inbox.ts'
import { setDataKey } from '#modules/people/sealed.ts'
import { roster } from '#modules/posts/api.ts'
import { demandSeen } from './seen.ts'
import type { z } from 'zod'
import { dropDatabase } from '../setup/dropping.ts'

/** Tuesday, 1 September 2026, nine in the morning in Quzhou. */
export const START = Date.parse('2026-09-01T01:00:00Z')

/** The small city of tests: the township of the stage with its county and city, and one township of another county. */
const KEPT = [STAGE.township, '330802212', ELSEWHERE.township]
const keep = (code: string): boolean => KEPT.some((kept) => kept.startsWith(code) || code.startsWith(kept))

type CitySize = 'small' | 'whole'
/** `whole`: the demo city as `npm start` loads it, with fewer cases. */
const LOADING = { small: { cases: 0, keep }, whole: { cases: 300 } }

setDataKey(Buffer.alloc(32, 7))

export type CastName = keyof typeof cast

/** A whole OpenPalm on a database of its own, cloned from a template that the first caller of a run builds. */
export async function openHouse(options: { rowSecurity?: boolean; city?: CitySize } = {}) {
  const { admin, url, name } = await freshDatabase(options.city ?? 'small')
  const clock = handClock(START)
  const logged: string[] = []
  const p = platformOn(url, clock, logged, options.rowSecurity ?? true)
  const inbox = p.inbox
  const posts = await roster(p)
  await p.live.start()

  function as(who: CastName, at?: string): Actor {
    const member = cast[who]
    const held = posts.all().filter((holder) => holder.person === member.id)
    const holder = held.find(({ place }) => place === at) ?? held[0]
    if (!holder) return { ...ANONYMOUS, kind: 'resident', role: 'resident', person: member.id }
    return {
      kind: 'staff',
      role: holder.role,
      person: member.id,
      post: holder.post,
      organ: holder.organ,
      place: holder.place,
      session: null,
    }
  }
  const key = () => uuidv7(clock.now())
  const rows = <T extends object>(text: string): Promise<T[]> => p.db.pool.unsafe<T[]>(text)

  return {
    p,
    url,
    clock,
    inbox,
    logged,
    as,
    key,
    nobody: ANONYMOUS,
    send: async <C extends Command>(
      actor: Actor,
      command: C,
      input: z.input<C['input']>,
      id = key(),
    ): Promise<OutputOf<C>> => {
      const output = (await run(p, actor, command.name, input, { key: id, request: id })) as OutputOf<C>
      await demandSeen(rows, { name: command.name, input, output, actor, request: id })
      return output
    },
    ask: async <Q extends Query>(actor: Actor, query: Q, input: z.input<Q['input']>): Promise<OutputOf<Q>> => {
      const request = key()
      const output = (await ask(p, actor, query.name, input, request)) as OutputOf<Q>
      await demandSeen(rows, { name: query.name, input, output, actor, request })
      return output
    },
    /** Delivers everything that waits, and what that causes. */
    relay: async () => {
      while ((await relay(p)) > 0);
    },
    /** Does what has fallen due. */
    sweep: async () => {
      for (const job of p.slices.jobs) while ((await sweep(p, job)) > 0);
    },
    rows,
    /** Another process on the same database. */
    another: () => platformOn(url, clock, logged, true),
    async close() {
      await p.live.stop()
      await p.db.close()
      await dropDatabase(admin, name)
      await admin.end()
    },
  }
}
export type House = Awaited<ReturnType<typeof openHouse>>

function platformOn(
  url: string,
  clock: ReturnType<typeof handClock>,
  logged: string[],
  rowSecurity: boolean,
): Platform & { inbox: ReturnType<typeof developerInbox> } {
  const log = (facts: object, text: string): void => void logged.push(`${text} ${JSON.stringify(facts)}`)
  const inbox = developerInbox({ clock })
  const files = new Map<string, Uint8Array>()
  const ports = {
    sms: inbox.sms,
    files: {
      put: async (name: string, bytes: Uint8Array) => void files.set(name, bytes),
      get: async (name: string) => files.get(name),
      remove: async (name: string) => void files.delete(name),
    },
  }
  return {
    ...makePlatform({
      url,
      clock,
      ports,
      strict: true,
      connections: 6,
      rowSecurity,
      log: { info: log, warn: log, error: log },
    }),
    inbox,
  }
}

async function freshDatabase(city: CitySize) {
  const base = inject('databaseUrl')
  const admin = postgres(base, { max: 1, onnotice: () => {} })
  const template = `openpalm_test_${city === 'whole' ? 'whole_' : ''}${fingerprint()}`
  await buildTemplate(admin, base, template, city)
  const name = `openpalm_test_${randomBytes(6).toString('hex')}`
  await admin`select pg_advisory_lock(77001)`
  await admin.unsafe(`create database ${name} template ${template}`)
  await admin`select pg_advisory_unlock(77001)`
  return { admin, url: urlOf(base, name), name }
}

const urlOf = (base: string, name: string): string => {
  const url = new URL(base)
  url.pathname = `/${name}`
  return url.href
}

/** One builds, the others wait; a half-built one of a killed run is thrown away. */
async function buildTemplate(admin: postgres.Sql, base: string, template: string, city: CitySize): Promise<void> {
  await admin`select pg_advisory_lock(77001)`
  try {
    const [ready] = await admin<
      { found: boolean }[]
    >`select exists (select from pg_database where datname = ${template} and datistemplate) as found`
    if (ready?.found) return
    await dropDatabase(admin, template)
    await admin.unsafe(`create database ${template} template template0 encoding 'UTF8'`)
    const p = platformOn(urlOf(base, template), handClock(START), [], true)
    await migrate(p.db, p.slices)
    await loadCity({ p, say: () => {}, ...LOADING[city] })
    await p.db.close()
    await admin.unsafe(`alter database ${template} is_template true`)
  } finally {
    await admin`select pg_advisory_unlock(77001)`
  }
}

/** A template of older migrations or another cast is not this one's. */
function fingerprint(): string {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const hash = createHash('sha256')
  for (const folder of ['src', 'demo'])
    for (const file of readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(sql|tsv)$|^[a-z-]+\.ts$|grants\.ts$|slice\.ts$|policies\.ts$/.test(file))
        hash.update(file).update(readFileSync(`${root}${folder}/${file}`))
  return hash.digest('hex').slice(0, 12)
}
