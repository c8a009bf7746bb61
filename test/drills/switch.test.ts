import { afterAll, beforeAll, expect, it } from 'vitest'
import { cast, STAGE } from '../../demo/cast.ts'
import { makeCity } from '../../demo/city.ts'
import { demoLines, demoPlaces } from '../../demo/sources.ts'
import { systemClock } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { connect } from '#kernel/db.ts'
import { SAID } from '#test/city/response.ts'
import { type Client, withPassword } from './clients.ts'
import { type Installation, install } from './running.ts'

/** kill -9 in the middle of an activation and of a destruction: each has happened once or not at all, and what was begun is finished. */
const AREA = [STAGE.county, '330881']
let here: Installation
let [head, second, room] = [] as unknown as [Client, Client, Client]

async function signIn(): Promise<void> {
  const { staff, posts } = makeCity(demoPlaces(), demoLines())
  const others = posts.filter(({ role, person }) => role === 'city_command' && person !== cast.zhuGuoliang.id)
  const login = staff.find(({ id }) => id === others[0]?.person)?.login ?? ''
  head = await withPassword(here.url, cast.zhuGuoliang.login ?? '')
  second = await withPassword(here.url, login)
  room = await withPassword(here.url, cast.huWeiping.login ?? '')
}
beforeAll(async () => {
  here = await install()
  await here.start()
  await signIn()
}, 240_000)
afterAll(() => here.remove(), 60_000)

const key = (): string => uuidv7(systemClock.now())
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
async function send<T>(who: Client, name: string, body: object, id = key()): Promise<T> {
  const { status, text } = await who.post(name, id, body)
  if (status !== 200) throw new Error(`${name}: ${text}`)
  return JSON.parse(text) as T
}
type Seen = {
  state: string
  certificate: string | null
  postCount: number
  bonds: { count: number }[]
  powers: { live: boolean; lever: string; place: string }[]
}
const see = async (id: string): Promise<Seen> => {
  const response = await fetch(`${here.url}/api/emergency.list?limit=5`)
  const { rows } = (await response.json()) as { rows: (Seen & { id: string })[] }
  const found = rows.find((row) => row.id === id)
  if (!found) throw new Error('no such activation')
  return found
}
async function until(id: string, wanted: string, seconds = 60): Promise<void> {
  for (let i = 0; i < seconds * 10; i++) {
    if ((await see(id)).state === wanted) return
    await pause(100)
  }
  throw new Error(`is ${(await see(id)).state}, not ${wanted}`)
}
async function killed(): Promise<void> {
  await here.kill()
  await here.start()
}
async function database<T extends object>(text: string): Promise<T[]> {
  await here.stop()
  const open = await here.open()
  const db = connect(open.url, { connections: 1 })
  const rows = await db.pool.unsafe<T[]>(text)
  await db.close()
  await open.close()
  await here.start()
  return rows
}

type Effects = { id: string; status: number; holds: number; posts: number; bonds: number }

async function beginAndKill(playbook: string, ms: number): Promise<Effects> {
  const [id, decision, confirming] = [key(), key(), key()]
  const plan = { playbook, level: 'III', area: AREA, hours: 24, reviewHours: 12 }
  await send(head, 'emergency.declare', { ...SAID, ...plan, id, decision })
  const lost = second.post('emergency.confirm', confirming, { decision }).then(
    ({ status }) => status,
    () => 0,
  )
  await pause(ms)
  await killed()
  const status = await lost
  const began = systemClock.now()
  const done = await send<Effects>(second, 'emergency.confirm', { decision }, confirming)
  console.log(
    `${playbook}: killed after ${ms} ms (${status}), then ${systemClock.now() - began} ms ${JSON.stringify(done)}`,
  )
  expect(await send(second, 'emergency.confirm', { decision }, confirming)).toEqual(done)
  expect((await see(id)).state).toBe('active')
  return { ...done, id, status }
}

it('is begun once, whenever the server is killed, and ends with one certificate', async () => {
  const begun: Effects[] = []
  for (const [playbook, ms] of [
    ['typhoon', 20],
    ['geological', 60],
    ['flood', 110],
  ] as const)
    begun.push(await beginAndKill(playbook, ms))
  expect(begun.filter(({ status }) => status === 0).length, 'some were killed on their way').toBeGreaterThan(0)
  const sum = (what: 'holds' | 'posts' | 'bonds') => begun.reduce((all, one) => all + one[what], 0)
  const { id } = begun[2] ?? { id: '' }
  for (let i = 0; i < 5; i++)
    await send(room, 'relief.openShelter', {
      id: key(),
      place: STAGE.township,
      name: `安置点 ${i + 1}`,
      address: '沟溪村',
      beds: 20,
    })
  // The demo city has had a drill of its own.
  const ours = begun.map((one) => `'${one.id}'`).join()
  const raised = `id in (select id from emergency.raised where activation in (${ours}))`
  const [counted] = await database<{ holds: number; posts: number; bonds: number; gathered: number }>(`select
    (select count(*)::int from kernel.hold where under in (${ours})) as holds, (select count(*)::int from posts.post where ${raised}) as posts,
    (select count(*)::int from bonds.bond where ${raised}) as bonds, (select count(*)::int from relief.shelter) as gathered`)
  expect(counted).toEqual({ holds: sum('holds'), posts: sum('posts'), bonds: sum('bonds'), gathered: 5 })

  // The last one that still needs the shelters.
  for (const one of begun.toReversed().slice(1))
    await send(head, 'emergency.end', { ...SAID, id: one.id, decision: key() })
  await send(head, 'emergency.end', { ...SAID, id, decision: key() })
  await killed()
  await until(id, 'settling')
  await send(head, 'emergency.destroy', { id, reason: '没有需要留存的' })
  for (const ms of [0, 40, 120]) {
    await pause(ms)
    await killed()
  }
  await until(id, 'closed')
  const { certificate } = await see(id)
  const read = (await (await fetch(`${here.url}/api/emergency.certificate?id=${certificate}`)).json()) as {
    sound: boolean
    lines: { table: string; rows: number }[]
  }
  expect(read.sound).toBe(true)
  expect(read.lines.filter(({ rows }) => rows > 0)).toMatchObject([{ table: 'relief.shelter', rows: 5 }])
  const [left] = await database<{
    shelters: number
    certificates: number
    live: number
    posts: number
  }>(`select (select count(*)::int from relief.shelter) as shelters,
    (select count(*)::int from emergency.certificate where activation = '${id}') as certificates, (select count(*)::int from kernel.hold where under = '${id}' and ends_at > now()) as live,
    (select count(*)::int from posts.pub_post where id in (select id from emergency.raised where activation = '${id}') and to_day > (now() at time zone 'Asia/Shanghai')::date) as posts`)
  expect(left).toEqual({ shelters: 0, certificates: 1, live: 0, posts: 0 })
}, 400_000)
