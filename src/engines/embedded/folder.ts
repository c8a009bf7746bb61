import { randomBytes } from 'node:crypto'
import { access, chmod, constants, mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunsAs } from './program.ts'
import { EmbeddedRefusal } from './messages.ts'

/**
 * The data folder:
 *   cluster/       what PostgreSQL calls its data directory, owned by the user who runs it; its logs are in cluster/log
 *   password       of both roles, 0600
 *   port           on 127.0.0.1
 *   openpalm.lock  who has it open
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    const made = await mkdir(folder, { recursive: true })
    // only what we made ourselves: the database's user may pass through, and not look around
    if (made) await chmod(folder, process.getuid?.() === 0 ? 0o711 : 0o700)
    await access(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new EmbeddedRefusal('folderNotWritable', { folder }, String(error))
  }
}

/** Written aside, flushed and renamed: a crash leaves the old text or the new, and a planted link is never followed. */
export async function writeWhole(path: string, text: string, owner?: RunsAs): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(aside, 'wx', 0o600)
  try {
    if (owner) await file.chown(owner.uid, owner.gid)
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(aside, path)
}

export async function makePassword(folder: string): Promise<string> {
  const password = randomBytes(24).toString('base64url')
  await writeWhole(join(folder, 'password'), `${password}\n`)
  return password
}

/** Only the letters we make passwords of: it goes into statements and addresses as it is. */
export async function readPassword(folder: string): Promise<string> {
  const file = join(folder, 'password')
  const text = await readFile(file, 'utf8').catch(() => '')
  const password = text.trim()
  if (!/^[\w-]{16,}$/.test(password)) throw new EmbeddedRefusal('passwordMissing', { file })
  return password
}
