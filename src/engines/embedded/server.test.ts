import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, afterEach, expect, test } from 'vitest'
import { EmbeddedRefusal } from './messages.ts'
import { startEmbedded, type Embedded } from './server.ts'

/** One folder for the whole story, told in order: databases are slow to make. */
const home = await mkdtemp(join(tmpdir(), 'openpalm-embedded-'))
const dataDir = join(home, 'data')
let running: Embedded | undefined

const start = async (folder = dataDir, settings = {}) => (running = await startEmbedded({ dataDir: folder, settings }))

afterEach(async () => {
  await running?.stop()
  running = undefined
})
afterAll(() => rm(home, { recursive: true, force: true }))

test('makes a database on the first start, ready for its owner, in a folder nobody else can read', async () => {
  const { firstStart, adopted, version, url } = await start()
  expect({ firstStart, adopted }).toEqual({ firstStart: true, adopted: false })
  expect(version).toMatch(/^18\./)
  const [row] = await ask(
    url,
    (sql) => sql`
    select current_database() as database, current_user as who, lower('É中') as lowered, '村' > '乡' as ordered,
      (select rolsuper from pg_roles where rolname = current_user) as super, current_setting('fsync') as fsync,
      current_setting('listen_addresses') as listens`,
  )
  expect(row).toEqual({
    database: 'openpalm',
    who: 'openpalm',
    lowered: 'é中',
    ordered: true,
    super: false,
    fsync: 'on',
    listens: '127.0.0.1',
  })
  expect((await stat(join(dataDir, 'password'))).mode & 0o777).toBe(0o600)
  expect((await stat(join(dataDir, 'cluster'))).mode & 0o777).toBe(0o700)
})

test('lets the owner make roles, act as them, add extensions and make databases', async () => {
  const { url } = await start()
  const [row] = await ask(url, async (sql) => {
    await sql`create extension btree_gist`
    await sql`create extension pg_trgm`
    await sql`create role clerk nologin`
    await sql`create database drill`
    await sql`create table note (text text)`
    await sql`insert into note values ('一张便条')`
    await sql`set role clerk`
    return sql`select current_user as who, show_trgm('便条') <> '{}' as trigrams`
  })
  expect(row).toEqual({ who: 'clerk', trigrams: true })
})

test('finds everything again on the second start, at the same port, with other settings', async () => {
  const { firstStart, url } = await start(dataDir, { work_mem: '16MB' })
  expect(firstStart).toBe(false)
  expect(new URL(url).port).toBe((await readFile(join(dataDir, 'port'), 'utf8')).trim())
  expect(await ask(url, (sql) => sql`select text, current_setting('work_mem') as memory from note`)).toEqual([
    { text: '一张便条', memory: '16MB' },
  ])
})

test('is gone after stop, twice over, and leaves no lock', async () => {
  const { url, stop } = await start()
  await Promise.all([stop(), stop()])
  await expect(ask(url, (sql) => sql`select 1`)).rejects.toThrow(/ECONNREFUSED/)
  await expect(stat(join(dataDir, 'openpalm.lock'))).rejects.toThrow(/ENOENT/)
})

test('refuses a folder that another process has open, and names that process', async () => {
  const holder = await hold()
  const refused = await refusal(start())
  expect(refused.code).toBe('folderTaken')
  expect(refused.en).toContain(`taken by pid ${holder.child.pid} on host ${hostname()}`)
  expect(refused.zh).toContain(`进程号 ${holder.child.pid}`)
  await holder.kill()
})

test('adopts the server that a killed process left behind, with what it had acknowledged', async () => {
  const holder = await hold()
  await ask(holder.url, (sql) => sql`insert into note values ('杀死之前')`)
  await holder.kill()
  const { adopted, firstStart, url } = await start()
  expect({ adopted, firstStart, url }).toEqual({ adopted: true, firstStart: false, url: holder.url })
  expect(await ask(url, (sql) => sql`select text from note order by text`)).toHaveLength(2)
})

test('never takes the server of the original for that of a copied folder', async () => {
  const holder = await hold()
  await holder.kill()
  const copy = join(home, 'copy')
  await cp(dataDir, copy, { recursive: true })
  const copied = await start(copy)
  expect(copied.adopted).toBe(false)
  expect(copied.url).not.toBe(holder.url)
  expect(await ask(copied.url, (sql) => sql`select text from note`)).toHaveLength(2)
  await copied.stop()
  expect((await start()).adopted).toBe(true)
})

test('takes another port when its own is taken, and keeps the new one', async () => {
  const kept = Number(await readFile(join(dataDir, 'port'), 'utf8'))
  const squatter = await listen(kept)
  const { url } = await start()
  expect(Number(new URL(url).port)).not.toBe(kept)
  expect(await readFile(join(dataDir, 'port'), 'utf8')).toBe(`${new URL(url).port}\n`)
  squatter.close()
})

test('recovers when the server itself is killed, with every acknowledged row', async () => {
  const { url } = await start()
  await ask(url, (sql) => sql`insert into note values ('最后一张')`)
  process.kill(Number((await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]), 'SIGKILL')
  await running?.stop()
  const again = await start()
  expect(again.adopted).toBe(false)
  expect(await ask(again.url, (sql) => sql`select text from note`)).toHaveLength(3)
})

test('starts a server again that was killed under it, on its port and with everything that was acknowledged', async () => {
  const { url } = await start()
  await ask(url, (sql) => sql`create table kept as select 1 as one`)
  const pid = Number((await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])
  process.kill(pid, 'SIGKILL')
  const [row] = await patiently(() => ask(url, (sql) => sql`select one from kept`))
  expect(row).toEqual({ one: 1 })
}, 60_000)

test('says what to do when the password file is gone or wrong, when the version is another, when a setting is wrong', async () => {
  const file = join(dataDir, 'password')
  const password = await readFile(file, 'utf8')
  await rm(file)
  expect((await refusal(start())).code).toBe('passwordMissing')
  await writeFile(file, 'of-some-other-folder')
  expect((await refusal(start())).code).toBe('passwordWrong')
  await writeFile(file, password, { mode: 0o600 })

  const wrong = await refusal(start(dataDir, { shared_buffers: 'plenty' }))
  expect(wrong.code).toBe('startFailed')
  expect(wrong.detail).toContain('shared_buffers')

  await writeFile(join(dataDir, 'cluster', 'PG_VERSION'), '17\n')
  expect((await refusal(start())).message).toContain('PostgreSQL 17')
})

/** A supervising process of its own, that can be killed without warning. */
async function patiently<T>(work: () => Promise<T>, tries = 150): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (tries === 0) throw error
    await sleep(200)
    return patiently(work, tries - 1)
  }
}

async function hold(): Promise<{ child: ReturnType<typeof spawn>; url: string; kill(): Promise<void> }> {
  const program = `const { startEmbedded } = await import(${JSON.stringify(new URL('./server.ts', import.meta.url).href)})
    const { url } = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} })
    console.log(url)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = new Promise<void>((settle) => void child.on('exit', () => settle()))
  const url = await new Promise<string>(
    (settle) => void child.stdout.once('data', (text: Buffer) => settle(text.toString().trim())),
  )
  const kill = () => {
    child.kill('SIGKILL')
    return gone
  }
  return { child, url, kill }
}

async function refusal(attempt: Promise<unknown>): Promise<EmbeddedRefusal> {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof EmbeddedRefusal) return error
  throw new Error('expected a refusal', { cause: error })
}

async function ask<T>(url: string, question: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await question(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

const listen = (port: number): Promise<Server> =>
  new Promise((settle) => {
    const server = createServer().listen(port, '127.0.0.1', () => settle(server))
  })
