import { resolve } from 'node:path'
import { findBinaries } from './binaries.ts'
import { clusterPath, createCluster, isCreated, openCluster, type Cluster } from './cluster.ts'
import { addressOf, ensureDatabase } from './database.ts'
import { makeFolder, readPassword } from './folder.ts'
import { keepRunning } from './keeping.ts'
import { halt, launch } from './launch.ts'
import { takeLock, type Lock } from './lock.ts'
import { chooseRunner } from './runner.ts'
import { findRunning } from './running.ts'
import type { Settings } from './settings.ts'

export type EmbeddedOptions = {
  dataDir: string
  log?: (line: string) => void
  /** PostgreSQL settings over ours; an adopted server keeps those it was started with. */
  settings?: Settings
}

export type Embedded = {
  /** Address of the database `openpalm`, as the role that owns it. */
  url: string
  /** The server was running already, left behind by a process that was killed. */
  adopted: boolean
  /** The database was created just now. */
  firstStart: boolean
  /** Of PostgreSQL: '18.4'. */
  version: string
  /** Stops the server and frees the folder. Further calls wait for the first. */
  stop: () => Promise<void>
}

/**
 * PostgreSQL for one machine, in one folder. It outlives a process that dies without `stop()`, and the next one to start on
 * the folder adopts it; so nothing acknowledged is lost, and nothing needs repair. A server that dies is started again. Throws `EmbeddedRefusal`.
 */
export async function startEmbedded({ dataDir, log = () => {}, settings = {} }: EmbeddedOptions): Promise<Embedded> {
  const folder = resolve(dataDir)
  await makeFolder(folder)
  const as = await chooseRunner(folder, clusterPath(folder))
  const lock = await takeLock(folder)
  try {
    const cluster = await openCluster(folder, as, await findBinaries(as))
    return await serve(cluster, { lock, log, settings })
  } catch (error) {
    lock.release()
    throw error
  }
}

type Means = { lock: Lock; log: (line: string) => void; settings: Settings }

async function serve(cluster: Cluster, { lock, log, settings }: Means): Promise<Embedded> {
  const firstStart = !(await isCreated(cluster))
  if (firstStart) {
    log(`creating the database in ${cluster.path}`)
    await createCluster(cluster)
  }
  const password = await readPassword(cluster.folder)
  const running = firstStart ? undefined : await findRunning(cluster, password)
  const port = running ?? (await launch(cluster, settings))
  const version = await ensureDatabase(cluster, port, password).catch(async (error: unknown) => {
    if (running === undefined) await halt(cluster)
    throw error
  })
  log(`${running === undefined ? 'started' : 'adopted'} PostgreSQL ${version} on 127.0.0.1:${port}`)
  let stopped: Promise<void> | undefined
  const keeping = keepRunning(cluster, { log, settings })
  const stop = () =>
    (stopped ??= keeping
      .stop()
      .then(() => halt(cluster))
      .finally(() => lock.release()))
  return { url: addressOf(port, password), adopted: running !== undefined, firstStart, version, stop }
}
