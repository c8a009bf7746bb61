import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { serves } from './database.ts'
import { dropMark, isInside, readMark } from './mark.ts'
import { EmbeddedRefusal } from './messages.ts'

const PATIENCE_MS = 120_000

/**
 * The port of a server that already runs on this cluster, left behind by a process that was killed. It is ours when it takes
 * our password and can read a file we have just put into the cluster: a copy of a data folder carries the same mark, and the
 * server of the original must not be taken for its own. One that is still starting or stopping is waited for.
 */
export async function findRunning(cluster: Cluster, password: string): Promise<number | undefined> {
  const { folder } = cluster
  for (let waited = 0; ; waited += 100) {
    const mark = await readMark(cluster)
    if (!mark) return undefined
    const answer = mark.port ? await serves(cluster, mark.port, password) : 'not yet'
    if (answer === 'yes') return mark.port
    if ((await isInside(mark.pid, cluster)) === false) {
      // some other process has that number now: after a restart of the machine, or in a copied folder
      await dropMark(cluster)
      return undefined
    }
    if (answer === 'wrong password') throw new EmbeddedRefusal('passwordWrong', { file: join(folder, 'password') })
    if (waited > PATIENCE_MS || answer === 'other server')
      throw new EmbeddedRefusal('holderUnknown', { folder, pid: mark.pid })
    await sleep(100)
  }
}
