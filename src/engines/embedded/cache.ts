import { chmod, copyFile, lstat, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { makeLinks } from './links.ts'

/** Where a copy of the programs may live, best first. Root uses only folders whose parents no other user can rename. */
export function caches(): string[] {
  const self = process.getuid?.()
  if (self === 0) return ['/var/cache/openpalm', '/var/tmp/openpalm-programs']
  return [
    join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'openpalm'),
    join(tmpdir(), `openpalm-programs-${self ?? 'user'}`),
  ]
}

/** Copies the programs for everybody to read, whole or not at all: made aside, then renamed. About 55 MB, a fifth of a second. */
export async function copyToCache(native: string, copy: string): Promise<string> {
  const cache = dirname(copy)
  await makeOpen(cache)
  await refuseForeign(cache)
  const target = join(copy, 'native')
  if (await exists(target)) return target
  const aside = join(cache, `.${basename(copy)}.${process.pid}`)
  try {
    await makeOpen(aside)
    await copyTree(native, join(aside, 'native'))
    await makeLinks(join(aside, 'native'))
    await rename(aside, copy).catch(async (error: Error) => {
      if (!(await exists(target))) throw error
    })
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
  return target
}

/** Whoever else could write there could have us run what they like. */
async function refuseForeign(folder: string): Promise<void> {
  const { uid, mode } = await lstat(folder)
  const self = process.getuid?.()
  if (self !== undefined && (uid !== self || (mode & 0o022) !== 0))
    throw new Error(`EACCES: ${folder} belongs to uid ${uid} or can be written by others`)
}

/** Explicitly readable: root's umask may well be 077. */
async function makeOpen(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true })
  if (made) await chmod(folder, 0o755)
}

async function copyTree(from: string, to: string): Promise<void> {
  await makeOpen(to)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyTree(source, target)
    else if (entry.isFile() && !entry.name.endsWith('.a')) {
      await copyFile(source, target)
      await chmod(target, (await stat(source)).mode & 0o111 ? 0o755 : 0o644)
    }
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
