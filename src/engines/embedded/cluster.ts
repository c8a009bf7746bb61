import { chmod, chown, lchown, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { makePassword, writeWhole } from './folder.ts'
import { run, type RunsAs } from './program.ts'
import { EmbeddedRefusal } from './messages.ts'

/** `directory` is the argument that names the cluster to PostgreSQL's programs. */
export type Cluster = { folder: string; path: string; directory: string; as: RunsAs; binaries: Binaries }

export const clusterPath = (folder: string): string => join(folder, 'cluster')

/**
 * A process that starts in a folder is in it, whether or not it could have walked there. So where the database's user cannot
 * (a data folder below /root), its programs are started inside the cluster by root and told to look at where they are.
 * PostgreSQL opens its files relative to that folder anyway.
 */
const WHERE_IT_STARTED = '/proc/self/cwd'

export async function openCluster(folder: string, as: RunsAs, binaries: Binaries): Promise<Cluster> {
  const path = clusterPath(folder)
  const reaches = !as || (await run('/bin/sh', ['-c', 'test -x "$0"', folder], { cwd: '/', as, seconds: 10 })).ok
  if (!reaches && process.platform !== 'linux') throw new EmbeddedRefusal('folderOutOfReach', { folder, uid: as.uid })
  return { folder, path, directory: reaches ? path : WHERE_IT_STARTED, as, binaries }
}

/** True when there is one; a cluster appears whole, by rename. */
export async function isCreated({ folder, path, as, binaries }: Cluster): Promise<boolean> {
  const major = await readFile(join(path, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (major === undefined) return false
  if (major.trim() !== binaries.major)
    throw new EmbeddedRefusal('otherMajor', { folder, found: major.trim(), ours: binaries.major })
  if (as && (await stat(path)).uid === 0) await handOver(path, as)
  return true
}

/** The cluster was copied back by root, say from a backup; PostgreSQL insists on owning its files, and on 0700. */
async function handOver(path: string, as: NonNullable<RunsAs>): Promise<void> {
  for (const entry of await readdir(path, { recursive: true })) await lchown(join(path, entry), as.uid, as.gid)
  await chmod(path, 0o700)
  await chown(path, as.uid, as.gid)
}

export async function createCluster({ folder, path, directory, as, binaries }: Cluster): Promise<void> {
  const staging = `${path}.new`
  await rm(staging, { recursive: true, force: true })
  await mkdir(staging, { mode: 0o700 })
  if (as) await chown(staging, as.uid, as.gid)
  const password = await makePassword(folder)
  const letter = await passwordLetter(password, as)
  try {
    const where = directory === WHERE_IT_STARTED ? directory : staging
    const args = ['-D', where, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${letter.path}`, ...LOCALE]
    const { ok, output } = await run(binaries.initdb, args, { cwd: staging, as, seconds: 300 })
    if (!ok) throw new EmbeddedRefusal('createFailed', { folder }, output)
    await rename(staging, path)
  } finally {
    await letter.burn()
  }
}

/**
 * The same order and the same letters on every system, from PostgreSQL's own tables. Only trigrams and the text search parser
 * still ask the C library what a letter is; outside Linux it has no locale of this name.
 */
const LOCALE = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  `--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`,
]

/** initdb reads the password from a file; this one its user can reach and read, and nobody else, for as long as it runs. */
async function passwordLetter(password: string, as: RunsAs): Promise<{ path: string; burn(): Promise<void> }> {
  const envelope = await mkdtemp(join(as ? '/tmp' : tmpdir(), 'openpalm-'))
  if (as) await chown(envelope, as.uid, as.gid)
  const path = join(envelope, 'password')
  await writeWhole(path, password, as)
  return { path, burn: () => rm(envelope, { recursive: true, force: true }) }
}
