import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mkdirSync } from 'node:fs'
import { pino } from 'pino'
import { startEmbedded, type Embedded } from '#engines/embedded/server.ts'
import { filesInFolder } from '#engines/files/folder.ts'
import { developerInbox } from '#engines/sms/inbox.ts'
import { systemClock } from '#kernel/clock.ts'
import { migrate } from '#kernel/migrate.ts'
import type { Platform } from '#kernel/platform.ts'
import { makePlatform } from '#apps/server/platform.ts'
import { buildServer } from '#apps/server/server.ts'
import { startWorker } from '#apps/server/worker.ts'
import { stopCleanly } from './ending.ts'
import { useDataKey } from './sealing-key.ts'
import { inboxPage } from './inbox-page.ts'
import { readOptions, type Options } from './options.ts'
import { hasCity, offerDemo, printAddresses } from './welcome.ts'
import { texts } from './messages.ts'

/** `npm start`: database, migrations, demo city on an empty database, screens, server and worker in one process. */
async function start(options: Options): Promise<void> {
  const began = systemClock.now()
  const step = (text: string): void =>
    console.log(`${String(((systemClock.now() - began) / 1000).toFixed(1)).padStart(6)} s  ${text}`)
  mkdirSync(options.data, { recursive: true })
  await refuseTakenPort(options)
  useDataKey(options.data)
  const building = options.build ? buildScreens().then(() => step(texts.screensReady())) : Promise.resolve()
  // Awaited below; a failure before that must not end the process unexplained.
  building.catch(() => {})
  const database = await openDatabase(options, step)
  try {
    const p = await openPlatform(options, database.url)
    const applied = await migrate(p.db, p.slices)
    step(applied.length > 0 ? texts.migrated({ count: applied.length }) : texts.upToDate())
    await fillOnce(p, options, step)
    await building
    await serve(p, options, { stop: database.stop, step })
  } catch (error) {
    await database.stop()
    throw error
  }
}

async function openDatabase(
  options: Options,
  step: (text: string) => void,
): Promise<{ url: string; stop: () => Promise<void> }> {
  if (options.databaseUrl) {
    step(texts.outsideDatabase())
    return { url: options.databaseUrl, stop: () => Promise.resolve() }
  }
  const embedded: Embedded = await startEmbedded({ dataDir: join(options.data, 'postgres') })
  step(
    embedded.firstStart
      ? texts.databaseMade({ version: embedded.version })
      : texts.databaseUp({ version: embedded.version }),
  )
  return { url: embedded.url, stop: () => embedded.stop() }
}

async function openPlatform(options: Options, url: string): Promise<Platform> {
  const log = pino({ level: process.env['LOG_LEVEL'] ?? 'warn', base: null })
  const say = {
    info: (f: object, t: string) => log.info(f, t),
    warn: (f: object, t: string) => log.warn(f, t),
    error: (f: object, t: string) => log.error(f, t),
  }
  const inbox = developerInbox({ clock: systemClock, ...(options.demo ? {} : { print: console.log }) })
  const files = await filesInFolder(join(options.data, 'files'))
  const p = makePlatform({ url, log: say, ports: { sms: inbox.sms, files } })
  inboxes.set(p, inbox)
  return p
}
const inboxes = new WeakMap<Platform, ReturnType<typeof developerInbox>>()

async function fillOnce(p: Platform, options: Options, step: (text: string) => void): Promise<void> {
  if (await hasCity(p)) return step(texts.cityThere())
  if (!options.demo) return step(texts.emptyCity())
  const { loadCity } = await import('../../../demo/load.ts')
  const said = {
    places: texts.loadingPlaces(),
    people: texts.loadingPeople(),
    homes: texts.loadingHomes(),
    cases: texts.loadingCases({ count: options.cases }),
  }
  await loadCity({ p, cases: options.cases, say: (key) => step(said[key as keyof typeof said]) })
  step(texts.cityLoaded())
}

async function serve(
  p: Platform,
  options: Options,
  ending: { stop: () => Promise<void>; step: (text: string) => void },
): Promise<void> {
  const inbox = inboxes.get(p)
  const app = await buildServer(p, {
    trustProxy: process.env['TRUST_PROXY'] === '1',
    more: (server) => inbox && options.demo && inboxPage(server, inbox),
  })
  await p.live.start()
  const worker = startWorker(p)
  await app.listen({ port: options.port, host: options.host })
  ending.step(texts.ready())
  await offerDemo(p, options)
  printAddresses(options)
  stopCleanly([() => app.close(), () => worker.stop(), () => p.live.stop(), () => p.db.close(), ending.stop])
}

/** In a process of its own, so that the database is made meanwhile; only what changed is built. */
function buildScreens(): Promise<void> {
  const script = fileURLToPath(new URL('../../../tools/build.ts', import.meta.url))
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (some: Buffer) => void (said += some.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${texts.screensFailed()}\n${said.slice(-2000)}`)),
    )
  })
}

/** Asked before anything is made, so that a taken port leaves nothing half done. */
async function refuseTakenPort({ port, host }: Options): Promise<void> {
  const { createServer } = await import('node:net')
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(error.code === 'EADDRINUSE' ? texts.portTaken({ port }) : error.message)),
    )
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

try {
  await start(readOptions(process.argv.slice(2), process.env))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
