import { afterAll, beforeAll, expect, it } from 'vitest'
import { cast } from '../../demo/cast.ts'
import { statutoryCalendar } from '#kernel/calendar.ts'
import { systemClock } from '#kernel/clock.ts'
import { asOwner } from '#kernel/db.ts'
import type { Platform } from '#kernel/platform.ts'
import { seal, verify } from '#kernel/seal.ts'
import { recount } from '#modules/cases/api.ts'
import { replay } from '#modules/cases/course.ts'
import { findCase } from '#modules/cases/store.ts'
import { stepsOf } from '#modules/cases/store-parts.ts'
import { developerInbox } from '#engines/sms/inbox.ts'
import { makePlatform } from '#apps/server/platform.ts'
import { type Client, strangerAt, withCode, withPassword } from './clients.ts'
import { type Chain, makeChains, type Sent, walk } from './chains.ts'
import { type Installation, install } from './running.ts'

/** kill -9 in the middle of mixed commands: nothing acknowledged is lost, nothing is doubled, and everything still agrees. */
const COMMANDS = 500
const AT_ONCE = 8

let here: Installation
let people: Record<'worker' | 'cadre' | 'room' | 'resident' | 'stranger', Client>
const ledger: Sent[] = []

beforeAll(async () => {
  here = await install()
  await here.start()
  people = {
    worker: await withPassword(here.url, cast.yuXuewen.login ?? ''),
    cadre: await withPassword(here.url, cast.yuGuorong.login ?? ''),
    room: await withPassword(here.url, cast.huWeiping.login ?? ''),
    resident: await withCode(here.url, cast.wangJianping.phone),
    stranger: strangerAt(here.url),
  }
}, 120_000)
afterAll(() => here.remove(), 60_000)

/** Several clients at once, each with a case of its own; a client whose server is gone waits. */
async function walkAll(chains: readonly Chain[], until: () => boolean): Promise<void> {
  const left = [...chains]
  const client = async () => {
    for (let chain = left.shift(); chain && !until(); chain = left.shift()) await walk(chain, people, ledger, until)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, client))
}

const acknowledged = () => ledger.filter((sent) => sent.answer !== undefined)

it('loses nothing that was acknowledged and doubles nothing', async () => {
  const chains = makeChains(COMMANDS)
  expect(chains.reduce((sum, chain) => sum + chain.steps.length, 0)).toBeGreaterThanOrEqual(COMMANDS)
  let dead = false
  const killing = async () => {
    while (acknowledged().length < COMMANDS / 2) await new Promise((resolve) => setTimeout(resolve, 2))
    await here.kill()
    dead = true
  }
  await Promise.all([walkAll(chains, () => dead), killing()])
  const before = acknowledged().map((sent) => ({ sent, bytes: sent.answer }))
  const unanswered = ledger.filter((sent) => sent.answer === undefined)
  expect(before.length).toBeGreaterThanOrEqual(COMMANDS / 2)
  expect(before.length).toBeLessThan(COMMANDS)
  expect(unanswered.length, 'some were in flight').toBeGreaterThan(0)

  await here.start()
  for (const { sent, bytes } of before) expect(await sent.again(), sent.name).toBe(bytes)
  for (const sent of unanswered) await sent.again()
  await walkAll(chains, () => false)
  expect(ledger.filter((sent) => sent.answer === undefined)).toEqual([])
  expect(ledger).toHaveLength(chains.reduce((sum, chain) => sum + chain.steps.length, 0))
  await drained()
  await here.stop()

  const database = await here.open()
  const p = platformOn(database.url)
  await compare(p, chains)
  await p.db.close()
  await database.close()
}, 180_000)

async function drained(): Promise<void> {
  for (let i = 0; i < 100; i++) {
    const { outbox } = (await (await fetch(`${here.url}/api/health`)).json()) as {
      outbox: { waiting: number; dead: number }
    }
    expect(outbox.dead).toBe(0)
    if (outbox.waiting === 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the outbox does not drain')
}

const BY_THE_HOUSE = ['assign', 'warn', 'overdue']

async function compare(p: Platform, chains: readonly Chain[]): Promise<void> {
  const { pool } = p.db
  const ids = chains.map((chain) => chain.id)
  const done = await pool<{ subject: string; name: string; n: number }[]>`
    select subject, name, count(*)::int as n from kernel.record where kind = 'command' and subject = any(${ids}::uuid[]) and actor_kind <> 'system' group by 1, 2`
  const written = new Map(done.map(({ subject, name, n }) => [`${subject} ${name}`, n]))
  const wanted = Map.groupBy(ledger, (sent) => `${sent.subject} ${sent.name}`)
  expect(written.size).toBe(wanted.size)
  for (const [what, sent] of wanted) expect(written.get(what), what).toBe(sent.length)
  const [kept] = await pool<
    { n: number }[]
  >`select count(*)::int as n from kernel.command where id = any(${ledger.map(({ key }) => key)}::uuid[])`
  expect(kept?.n).toBe(ledger.length)
  const [cases] = await pool<
    { n: number; different: number }[]
  >`select count(*)::int as n, count(distinct number)::int as different from cases.case where id = any(${ids}::uuid[])`
  expect(cases).toEqual({ n: ids.length, different: ids.length })
  for (const chain of chains)
    await asOwner(p.db, async (tx) => {
      const [found, steps] = [await findCase(tx, chain.id), await stepsOf(tx, chain.id)]
      expect(steps.map(({ action }) => action).filter((action) => !BY_THE_HOUSE.includes(action))).toEqual(
        chain.actions,
      )
      expect(steps.map((step) => step.no)).toEqual(steps.map((_, i) => i + 1))
      expect(found?.course.state).toBe(chain.ends)
      expect(JSON.stringify(replay(steps, statutoryCalendar))).toBe(JSON.stringify(found?.course))
    })
  expect(await asOwner(p.db, recount)).toEqual([])
  await seal(p)
  expect(await verify(p)).toMatchObject({ brokenAt: null, why: null })
  expect((await pool`select from kernel.outbox`).count).toBe(0)
}

function platformOn(url: string): Platform {
  const say = (): void => {}
  const files = { put: () => Promise.resolve(), get: () => Promise.resolve(undefined), remove: () => Promise.resolve() }
  return makePlatform({
    url,
    connections: 2,
    log: { info: say, warn: say, error: say },
    ports: { sms: developerInbox({ clock: systemClock, print: say }).sms, files },
  })
}
