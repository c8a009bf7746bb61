import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { serves } from './database.ts'
import { lives } from './lock.ts'
import { EmbeddedRefusal } from './refusals.ts'

const PATIENCE_MS = 120_000

/**
 * The port of a server that already runs on this cluster, left behind by a process that was killed. It is ours when it takes
 * our password and can read a file we have just put into the cluster: a copy of a data folder carries the same postmaster.pid,
 * and the server of the original must not be taken for its own. One that is still starting or stopping is waited for.
 */
export async function findRunning(cluster: Cluster, password: string): Promise<number | undefined> {
  const { folder } = cluster
  for (let waited = 0; ; waited += 100) {
    const { pid, port } = await readMark(cluster)
    if (!pid || !lives(pid)) return undefined
    const answer = port ? await serves(cluster, port, password) : 'not yet'
    if (answer === 'yes') return port
    const inside = await isInside(pid, cluster)
    if (inside === false) {
      // some other process has that number now: after a restart of the machine, or in a copied folder
      await rm(mark(cluster), { force: true })
      return undefined
    }
    if (answer === 'wrong password') throw new EmbeddedRefusal('passwordWrong', { file: join(folder, 'password') })
    if (waited > PATIENCE_MS || answer === 'other server') throw new EmbeddedRefusal('holderUnknown', { folder, pid })
    await sleep(100)
  }
}

const mark = (cluster: Cluster): string => join(cluster.path, 'postmaster.pid')

/** Lines of postmaster.pid: pid, data directory, start time, port, … */
async function readMark(cluster: Cluster): Promise<{ pid: number; port: number }> {
  const lines = (await readFile(mark(cluster), 'utf8').catch(() => '')).split('\n')
  return { pid: Number(lines[0]) || 0, port: Number(lines[3]) || 0 }
}

/** Whether that process stands in our cluster, as a server of it does; undefined where the system does not tell. */
async function isInside(pid: number, { path }: Cluster): Promise<boolean | undefined> {
  if (process.platform !== 'linux') return undefined
  const [its, ours] = await Promise.all([stat(`/proc/${pid}/cwd`).catch(() => undefined), stat(path)])
  return its !== undefined && its.dev === ours.dev && its.ino === ours.ino
}
