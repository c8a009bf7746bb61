import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, WHOLE } from '#kernel/authorise.ts'
import { note } from '#kernel/audit.ts'
import { dayOf, DAY_MS } from '#kernel/clock.ts'
import { inScope } from '#kernel/db.ts'
import { noteJob } from '#kernel/job-notes.ts'
import { relay } from '#kernel/outbox.ts'
import { seal } from '#kernel/seal.ts'
import { listLooks } from '#modules/consents/contract.ts'
import { notify } from '#modules/notices/api.ts'
import { cast, ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { dropLetter, listRecord, outboxHealth, reviveLetter, verifyRecord } from './contract.ts'

let house: House
let auditor: Actor
let admin: Actor
beforeAll(async () => {
  house = await openHouse()
  auditor = house.as('yeWenjing')
  admin = house.as('wuKai')
})
afterAll(() => house.close())

const wang = cast.wangJianping.id
type Doing = { name: string; place?: string | null; about?: string; kind?: 'query' | 'command' | 'refusal' }
const act = (by: Actor, { name, place = null, about, kind = 'query' }: Doing) =>
  inScope(house.p.db, WHOLE, (tx) => {
    const entry = {
      name,
      kind,
      outcome: 'done',
      request: house.key(),
      subject: null,
      place,
      purpose: 'case_handling',
      about: about ? [about] : [],
      detail: {},
    }
    return note(tx, by, house.clock.now(), entry)
  })
const record = (who: Actor, input = {}) => house.ask(who, listRecord, input)
const named = async (who: Actor, input = {}) => (await record(who, input)).rows.map(({ name }) => name)
/** An auditor of one county, for whom the cast has nobody. */
const countyAuditor = (place: string): Actor => ({ ...auditor, place })

it('shows the auditor of the city everything, newest first, with names of staff and none of residents', async () => {
  await act(house.as('huWeiping'), { name: 'story.one', place: STAGE.grid })
  house.clock.advance(1000)
  await act(house.as('zhuJianjun'), { name: 'story.two' })
  house.clock.advance(1000)
  await act(house.as('wangJianping'), { name: 'story.three' })
  const { rows } = await record(auditor, { name: 'story' })
  expect(
    rows.map(({ name, role, personName, postTitle, organName }) => [name, role, personName, postTitle, organName]),
  ).toEqual([
    ['story.three', 'resident', null, null, null],
    ['story.two', 'county_command', '祝建军', '指挥中心 主任', expect.stringContaining('江山')],
    ['story.one', 'township_room', '胡卫平', '综合信息指挥室 主任', '沟溪乡综合信息指挥室'],
  ])
  expect(rows[0]).not.toHaveProperty('person')
})

it('shows the auditor of a county what happened there, and nothing of its neighbours or of nowhere', async () => {
  expect(await named(countyAuditor(STAGE.county), { name: 'story' })).toEqual(['story.one'])
  expect(await named(countyAuditor(ELSEWHERE.county), { name: 'story' })).toEqual(['story.two'])
})

it.each([
  [{ kind: 'refusal' }, ['find.b']],
  [{ name: 'find.a' }, ['find.a']],
  [{ place: STAGE.township }, ['find.c', 'find.a']],
  [{ place: ELSEWHERE.county }, ['find.b']],
  [{ person: wang }, ['find.c']],
  [{ from: '2026-09-02', to: '2026-09-02' }, ['find.b']],
] as const)('finds by %o', async (filter, names) => {
  if ((await named(auditor, { name: 'find' })).length === 0) {
    house.clock.set(START)
    await act(house.as('huWeiping'), { name: 'find.a', place: STAGE.grid, kind: 'command' })
    house.clock.set(START + DAY_MS)
    await act(house.as('zhuJianjun'), { name: 'find.b', kind: 'refusal' })
    house.clock.set(START + 2 * DAY_MS)
    await act(house.as('huWeiping'), { name: 'find.c', about: wang })
  }
  const base = 'name' in filter ? {} : { name: 'find' }
  expect(await named(auditor, { ...base, ...filter })).toEqual(names)
})

it('pages without missing or repeating a row', async () => {
  const all = await named(auditor, { name: 'find' })
  const paged: string[] = []
  let cursor: string | undefined
  do {
    const page = await record(auditor, { name: 'find', limit: 1, cursor })
    paged.push(...page.rows.map(({ name }) => name))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(paged).toEqual(all)
})

it('tells a person that an auditor looked at what concerns him', async () => {
  await record(auditor, { person: wang, name: 'find' })
  const { rows } = await house.ask(house.as('wangJianping'), listLooks, {})
  expect(rows[0]).toMatchObject({
    role: 'auditor',
    what: 'oversight.record',
    fields: 'record',
    purpose: { key: 'audit' },
    post: '审计管理员',
  })
})

it.each(['wuKai', 'zhengLan', 'zhuGuoliang', 'huWeiping', 'wangJianping'] as const)(
  'refuses %s the record, and notes that',
  async (who) => {
    await expect(record(house.as(who))).rejects.toMatchObject({ code: 'forbidden' })
    expect(await named(auditor, { kind: 'refusal', person: house.as(who).person ?? '' })).toContain('oversight.record')
  },
)

it('refuses a stranger without a trace of a person', async () => {
  await expect(record(ANONYMOUS)).rejects.toMatchObject({ code: 'unauthenticated' })
})

it('says that the chain holds, what is sealed, and the anchor of the day', async () => {
  while ((await house.ask(auditor, verifyRecord, {})).unsealed > 0) await seal(house.p)
  const verdict = await house.ask(auditor, verifyRecord, {})
  expect(verdict).toMatchObject({
    unsealed: 0,
    brokenAt: null,
    why: null,
    anchors: [{ day: dayOf(house.clock.now()), seal: verdict.seals }],
  })
  const before = await record(auditor, { name: 'find' })
  expect(before.rows.every(({ sealed }) => sealed)).toBe(true)
  const [newest] = (await record(auditor, { limit: 1 })).rows
  expect(newest?.sealed).toBe(false)
  await house.rows(`update kernel.record set outcome = 'conflict' where name = 'find.a'`)
  expect(await house.ask(auditor, verifyRecord, {})).toMatchObject({ brokenAt: 1, why: 'a sealed row was changed' })
  await house.rows(`update kernel.record set outcome = 'done' where name = 'find.a'`)
})

const health = (who = admin) => house.ask(who, outboxHealth, {})
/** Two text messages that the messenger did not take until the relay gave them up. */
async function deadLetters(): Promise<string[]> {
  const { sms } = house.p.ports
  house.p.ports.sms = { send: () => Promise.reject(new Error('no route')) }
  for (let i = 0; i < 2; i++)
    await inScope(house.p.db, WHOLE, (tx) =>
      notify(
        { tx, now: house.clock.now() },
        {
          to: { person: wang },
          kind: 'case_answer',
          params: { number: 'QZ1' },
          subject: null,
          urgent: true,
          place: STAGE.grid,
        },
      ),
    )
  for (let i = 0; i < 9; i++) {
    await house.sweep()
    await relay(house.p)
    house.clock.advance(300_000)
  }
  house.p.ports.sms = sms
  return (await health()).letters.map(({ id }) => id)
}

it('shows what could not be told; the administrator sends one again and gives one up', async () => {
  const [one = '', two = ''] = await deadLetters()
  expect(await health()).toMatchObject({
    dead: 2,
    waiting: 0,
    letters: [{ name: 'notices.smsWanted', attempts: 8, problem: 'no route', heldBack: 0 }, {}],
  })
  await house.send(admin, reviveLetter, { id: one })
  await house.relay()
  expect(house.inbox.list()).toHaveLength(1)
  await house.send(admin, dropLetter, { id: two, reason: '号码已停用' })
  expect(await health(auditor)).toMatchObject({ dead: 0, letters: [] })
  expect(await house.rows('select name, reason, by_person from oversight.given_up')).toEqual([
    { name: 'notices.smsWanted', reason: '号码已停用', by_person: admin.person },
  ])
  await expect(house.send(admin, reviveLetter, { id: one })).rejects.toMatchObject({ code: 'not_found' })
  await expect(house.send(admin, dropLetter, { id: two, reason: '再来一次' })).rejects.toMatchObject({
    code: 'not_found',
  })
  const done = await house.rows<{ name: string }>(
    `select name || ' ' || outcome as name from kernel.record where name like 'oversight.%' and person = '${admin.person}' and kind <> 'query' order by seq`,
  )
  expect(done.map(({ name }) => name).slice(-4)).toEqual([
    'oversight.revive done',
    'oversight.drop done',
    'oversight.revive not_found',
    'oversight.drop not_found',
  ])
})

it('shows when a job last did something and what went wrong', async () => {
  await noteJob(house.p, 'cases.due', 'no room left')
  expect((await health()).jobs).toContainEqual({
    name: 'cases.due',
    lastAt: new Date(house.clock.now()).toISOString(),
    lastProblem: 'no room left',
  })
})

it.each(['yeWenjing', 'zhengLan', 'zhuGuoliang', 'wangJianping'] as const)(
  'refuses %s to send or give up a letter',
  async (who) => {
    await expect(house.send(house.as(who), reviveLetter, { id: '1' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(house.send(house.as(who), dropLetter, { id: '1', reason: '试试' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  },
)
