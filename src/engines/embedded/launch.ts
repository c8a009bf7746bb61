import { systemClock } from '#kernel/clock.ts'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { writeWhole } from './folder.ts'
import { isInside, readMark } from './mark.ts'
import { choosePort } from './port.ts'
import { run } from './program.ts'
import { EmbeddedRefusal } from './messages.ts'
import { configuration, type Settings } from './settings.ts'

/** What the server says before its own log begins; renewed at each start. Relative to the cluster, where programs are started. */
const FIRST_WORDS = 'start.log'
const DAYS_OF_LOGS = 6

const TRIES = 5

/**
 * Starts the server and waits until it takes connections. Recovery after a power cut may take minutes. What passes by itself
 * is tried again: somebody was quicker to that port, or the children of a server that was killed are not quite gone.
 */
export async function launch(cluster: Cluster, settings: Settings): Promise<number> {
  const { path, folder, directory, as, binaries } = cluster
  await dropOldLogs(cluster)
  const args = ['-D', directory, '-w', '-t', '600', '-l', FIRST_WORDS, 'start']
  for (let tries = 1; ; tries++) {
    await rm(join(path, FIRST_WORDS), { force: true })
    const port = await choosePort(folder)
    await writeWhole(join(path, 'postgresql.conf'), configuration(port, settings), as)
    const { ok } = await run(binaries.pgCtl, args, { cwd: path, as, seconds: 660, silent: true })
    if (ok) return port
    if (tries === TRIES) throw new EmbeddedRefusal('startFailed', { folder }, await lastWords(cluster))
    await sleep(tries * 300)
  }
}

/** Ends transactions, writes a checkpoint, and returns when the server is gone; one that has died is gone. */
export async function halt(cluster: Cluster): Promise<void> {
  const { path, folder, directory, as, binaries } = cluster
  const mark = await readMark(cluster)
  if (!mark || (await isInside(mark.pid, cluster)) === false) return
  const args = ['-D', directory, '-w', '-t', '120', '-m', 'fast', 'stop']
  const { ok, output } = await run(binaries.pgCtl, args, { cwd: path, as, seconds: 150 })
  if (!ok && (await readMark(cluster))) throw new EmbeddedRefusal('stopFailed', { folder }, output)
}

/** A file of the weekday is emptied when its day comes round, but not by a server that was off at midnight. */
async function dropOldLogs(cluster: Cluster): Promise<void> {
  const oldest = systemClock.now() - DAYS_OF_LOGS * 86_400_000
  for (const file of await logs(cluster)) if ((await stat(file)).mtimeMs < oldest) await rm(file, { force: true })
}

async function logs({ path }: Cluster): Promise<string[]> {
  const names = await readdir(join(path, 'log')).catch(() => [])
  return names.map((name) => join(path, 'log', name))
}

async function lastWords(cluster: Cluster): Promise<string> {
  const dated = await Promise.all((await logs(cluster)).map(async (file) => ({ file, at: (await stat(file)).mtimeMs })))
  const newest = dated.sort((a, b) => b.at - a.at)[0]?.file
  const files = [join(cluster.path, FIRST_WORDS), ...(newest ? [newest] : [])]
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')))
  return texts.map((text) => text.slice(-2000)).join('\n')
}
