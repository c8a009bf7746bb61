import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { startEmbedded } from '#engines/embedded/server.ts'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SOURCES =
  /\/migrations\/.*\.sql$|^bench\/(city|floor)\/(fill|homes|multiply|schema)\.(ts|sql)$|^demo\/.*\.(ts|tsv)$/

/** A PostgreSQL for the bench: where it answers, and the process whose children do its work. */
export type Cluster = { url: string; postmaster: number; stop: () => Promise<void> }

/** The embedded one, with the settings it ships with: what is acknowledged is on the disk. It stays between runs. */
export async function openCluster(folder = process.env['BENCH_DATA'] ?? join(ROOT, 'data/bench')): Promise<Cluster> {
  const { url, stop } = await startEmbedded({ dataDir: join(folder, 'postgres') })
  return { url, postmaster: await postmasterOf(url), stop }
}

export async function postmasterOf(url: string): Promise<number> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
    return parentOf(row?.pid ?? 0)
  } finally {
    await sql.end()
  }
}

/** /proc/<pid>/stat: the name may hold spaces and brackets, so fields are counted from behind the last bracket. */
export function statFields(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}
const parentOf = (pid: number): number => Number(statFields(pid)[1])

export const urlOf = (base: string, database: string): string => {
  const url = new URL(base)
  url.pathname = `/${database}`
  return url.href
}

export async function withSql<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Cities made by other migrations, or by another generator, are not this one's. */
export function fingerprint(): string {
  const hash = createHash('sha256')
  for (const folder of ['src', 'demo', 'bench'])
    for (const file of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      const path = `${folder}/${file}`
      if (SOURCES.test(path) && !path.endsWith('.test.ts')) hash.update(path).update(readFileSync(join(ROOT, path)))
    }
  return hash.digest('hex').slice(0, 10)
}
