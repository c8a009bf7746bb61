import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Cluster } from './cluster.ts'
import { writeWhole } from './folder.ts'
import { choosePort, isFree } from './port.ts'
import { run } from './program.ts'
import { EmbeddedRefusal } from './refusals.ts'
import { configuration, type Settings } from './settings.ts'

/** What the server says before its own log begins; renewed at each start. Relative to the cluster, where programs are started. */
const FIRST_WORDS = 'start.log'
const DAYS_OF_LOGS = 6

/** Starts the server and waits until it takes connections. Recovery after a power cut may take minutes. */
export async function launch(cluster: Cluster, settings: Settings): Promise<number> {
  const { path, folder, directory, as, binaries } = cluster
  await rm(join(path, FIRST_WORDS), { force: true })
  await dropOldLogs(cluster)
  for (let tries = 1; ; tries++) {
    const port = await choosePort(folder)
    await writeWhole(join(path, 'postgresql.conf'), configuration(port, settings), as)
    const args = ['-D', directory, '-w', '-t', '600', '-l', FIRST_WORDS, 'start']
    const { ok } = await run(binaries.pgCtl, args, { cwd: path, as, seconds: 660, silent: true })
    if (ok) return port
    // somebody may have been quicker to that port
    if (tries === 3 || (await isFree(port)))
      throw new EmbeddedRefusal('startFailed', { folder }, await lastWords(cluster))
  }
}

/** Ends transactions, writes a checkpoint, and returns when the server is gone. */
export async function halt({ path, folder, directory, as, binaries }: Cluster): Promise<void> {
  const args = ['-D', directory, '-w', '-t', '120', '-m', 'fast', 'stop']
  const { ok, output } = await run(binaries.pgCtl, args, { cwd: path, as, seconds: 150 })
  const gone = ok || (await readFile(join(path, 'postmaster.pid')).catch(() => undefined)) === undefined
  if (!gone) throw new EmbeddedRefusal('stopFailed', { folder }, output)
}

/** A file of the weekday is emptied when its day comes round, but not by a server that was off at midnight. */
async function dropOldLogs(cluster: Cluster): Promise<void> {
  const oldest = Date.now() - DAYS_OF_LOGS * 86_400_000
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
