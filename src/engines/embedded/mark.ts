import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Cluster } from './cluster.ts'
import { lives } from './lock.ts'

/** What PostgreSQL notes in a cluster that is open: postmaster.pid, whose lines are pid, directory, start time, port, … */
export type Mark = { pid: number; port: number }

const pathOf = (cluster: Cluster): string => join(cluster.path, 'postmaster.pid')

/** The mark of a process that lives; a killed server leaves its mark, and PostgreSQL itself sees through that. */
export async function readMark(cluster: Cluster): Promise<Mark | undefined> {
  const lines = (await readFile(pathOf(cluster), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0]) || 0
  return lives(pid) ? { pid, port: Number(lines[3]) || 0 } : undefined
}

/** Whether that process stands in our cluster, as a server of it does; undefined where the system does not tell. */
export async function isInside(pid: number, { path }: Cluster): Promise<boolean | undefined> {
  if (process.platform !== 'linux') return undefined
  try {
    const [its, ours] = await Promise.all([stat(`/proc/${pid}/cwd`), stat(path)])
    return its.dev === ours.dev && its.ino === ours.ino
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') return false
    // root in a container may not look where another user's process stands, but may read its name
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    return command.includes('postgres') ? undefined : false
  }
}

export const dropMark = (cluster: Cluster): Promise<void> => rm(pathOf(cluster), { force: true })
