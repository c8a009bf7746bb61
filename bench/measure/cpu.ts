import { readdirSync, readFileSync } from 'node:fs'
import { statFields } from '../city/cluster.ts'

/**
 * CPU seconds of the server's process and of PostgreSQL with all its backends, from /proc/<pid>/stat. A backend that ends is
 * reaped by the postmaster, whose own count of children's time then holds it, so nothing is lost or counted twice.
 */
export type Cpu = { server: number; database: number }

/** Linux counts in hundredths of a second wherever Node runs. */
const TICKS = 100
const [UTIME, STIME, CUTIME, CSTIME] = [11, 12, 13, 14]

export function cpuOf(server: number, postmaster: number): Cpu {
  return {
    server: server > 0 ? seconds(server, [UTIME, STIME]) : 0,
    database:
      seconds(postmaster, [UTIME, STIME, CUTIME, CSTIME]) +
      childrenOf(postmaster).reduce((sum, pid) => sum + seconds(pid, [UTIME, STIME]), 0),
  }
}

function seconds(pid: number, fields: readonly number[]): number {
  try {
    const stat = statFields(pid)
    return fields.reduce((sum, field) => sum + Number(stat[field]), 0) / TICKS
  } catch (error) {
    // A backend may end between being listed and being read.
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return 0
    throw error
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  )
}
