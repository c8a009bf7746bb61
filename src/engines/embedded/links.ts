import { access, copyFile, readFile, symlink } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

type Link = { source: string; target: string }

/**
 * npm packages hold no symbolic links, so `libpq.so.5` and its like are listed in a file and made after installing. Install
 * scripts may be blocked, so we make them ourselves; where the file system has none, a copy serves as well.
 */
export async function makeLinks(native: string): Promise<void> {
  const root = dirname(native)
  for (const { source, target } of await listed(native)) {
    const [from, to] = [join(root, source), join(root, target)]
    try {
      await symlink(relative(dirname(to), from), to)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EEXIST') continue
      // a read-only folder says EROFS or EACCES even where the link is there already
      if (await readable(to)) continue
      if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
      await copyFile(from, to)
    }
  }
}

/** Windows needs no links and ships no list. */
async function listed(native: string): Promise<Link[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  return JSON.parse(text) as Link[]
}

const readable = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
