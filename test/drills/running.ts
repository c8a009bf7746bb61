import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { startEmbedded } from '#engines/embedded/server.ts'
import { freePort } from '#test/e2e/server.ts'
import { dropDatabase } from '../setup/dropping.ts'

/** A server of its own, as an operator starts it, on a fresh folder; or on a fresh database of the server that DATABASE_URL names. */
export type Installation = {
  url: string
  start(): Promise<void>
  /** kill -9. */
  kill(): Promise<void>
  /** A signal, as from an operator. */
  stop(): Promise<void>
  /** The database, while the server is stopped. */
  open(): Promise<{ url: string; close(): Promise<void> }>
  remove(): Promise<void>
}

export async function install(): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'openpalm-drill-'))
  const outside = await ownDatabase()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  const end = async (signal: NodeJS.Signals) => {
    const ended = new Promise((resolve) => child?.once('exit', resolve))
    if (child?.kill(signal)) await ended
    child = undefined
  }
  return {
    url,
    async start() {
      child = spawn(
        process.execPath,
        ['src/apps/cli/start.ts', '--no-build', '--port', String(port), '--data', folder, '--cases', '200'],
        {
          stdio: ['ignore', 'ignore', 'inherit'],
          env: { ...process.env, DATABASE_URL: outside?.url ?? '' },
        },
      )
      await answering(url, child)
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async open() {
      if (outside) return { url: outside.url, close: () => Promise.resolve() }
      const embedded = await startEmbedded({ dataDir: join(folder, 'postgres') })
      return { url: embedded.url, close: () => embedded.stop() }
    },
    async remove() {
      await end('SIGTERM')
      await outside?.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function ownDatabase(): Promise<{ url: string; drop(): Promise<void> } | undefined> {
  const base = process.env['DATABASE_URL']
  if (!base) return undefined
  const admin = postgres(base, { max: 1, onnotice: () => {} })
  const name = `openpalm_drill_${randomBytes(6).toString('hex')}`
  await admin.unsafe(`create database ${name} template template0 encoding 'UTF8'`)
  const url = new URL(base)
  url.pathname = `/${name}`
  return {
    url: url.href,
    async drop() {
      await dropDatabase(admin, name)
      await admin.end()
    },
  }
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    if (
      await fetch(`${url}/api/health`).then(
        (r) => r.ok,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new Error('the server did not come up')
}
