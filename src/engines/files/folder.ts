import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { HOUR_MS, systemClock } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import type { Files } from '#kernel/platform.ts'

/**
 * Files in a local folder. `put` returns when the bytes are on the disk under their name: written to a name of their own,
 * flushed, then renamed, so that a reader, and a crash, meet the old file or the new one and never half of one. What a crash
 * leaves is at most a draft in `.coming`, which nobody reads; the next start clears it away.
 */
export async function filesInFolder(folder: string): Promise<Files> {
  const root = resolve(folder)
  const coming = join(root, '.coming')
  await mkdir(coming, { recursive: true, mode: 0o700 })
  await clearDrafts(coming)
  return {
    async put(key, bytes) {
      const path = pathOf(root, key)
      const draft = join(coming, randomUUID())
      try {
        await writeThrough(draft, bytes)
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await rename(draft, path)
        await flushFolder(dirname(path))
      } finally {
        await rm(draft, { force: true })
      }
    },
    get: async (key) => readFile(pathOf(root, key)).catch(undefinedWhenAbsent),
    remove: async (key) => rm(pathOf(root, key), { force: true }),
  }
}

/** Keys come near what callers send: plain segments only, so that none leads out of the folder or to a hidden file. */
const KEY = /^[a-z0-9][a-z0-9_.-]{0,99}(\/[a-z0-9][a-z0-9_.-]{0,99}){0,7}$/

const pathOf = (root: string, key: string): string =>
  KEY.test(key) ? join(root, key) : refuse('invalid', { problems: [{ path: 'key', problem: 'invalid_key' }] })

/** Another process may be writing in the same folder: only what has lain there for an hour belongs to nobody. */
async function clearDrafts(coming: string): Promise<void> {
  for (const name of await readdir(coming)) {
    const path = join(coming, name)
    const found = await stat(path).catch(undefinedWhenAbsent)
    if (found && found.mtimeMs < systemClock.now() - HOUR_MS) await rm(path, { force: true })
  }
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A new name is safe only once its folder is on the disk too; Windows does that by itself and refuses the attempt. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function undefinedWhenAbsent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
