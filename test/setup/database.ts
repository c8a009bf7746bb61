import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '#engines/embedded/server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** An address that may create databases: each test file makes its own one there. */
    databaseUrl: string
  }
}

/** Nothing here outlives the run, so the disk need not be waited for. */
const UNSAFE_AND_QUICK = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/** One PostgreSQL for the whole run: the one DATABASE_URL names, or an embedded one in a temporary folder. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const outside = process.env['DATABASE_URL']
  if (outside) {
    project.provide('databaseUrl', outside)
    return undefined
  }
  const folder = await mkdtemp(join(tmpdir(), 'openpalm-test-'))
  const server = await startEmbedded({ dataDir: join(folder, 'postgres'), settings: UNSAFE_AND_QUICK })
  project.provide('databaseUrl', server.url)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
