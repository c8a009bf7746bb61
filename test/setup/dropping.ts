import { setTimeout as sleep } from 'node:timers/promises'
import type postgres from 'postgres'

/**
 * Drops a database of a test with whoever is still connected. An ordinary role may not end PostgreSQL's own vacuum worker, which
 * is done in a moment: that is waited for.
 */
export async function dropDatabase(admin: postgres.Sql, name: string, tries = 80): Promise<void> {
  try {
    await admin.unsafe(`drop database if exists ${name} with (force)`)
  } catch (error) {
    if (tries === 0 || (error as { code?: string }).code !== '42501') throw error
    await sleep(250)
    await dropDatabase(admin, name, tries - 1)
  }
}
