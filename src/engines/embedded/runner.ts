import { readFile, stat } from 'node:fs/promises'
import type { RunsAs } from './program.ts'
import { EmbeddedRefusal } from './messages.ts'

/** PostgreSQL refuses to run as root, so root lends it an unprivileged user: whoever owns the cluster already, else one of these. */
const CANDIDATES = ['postgres', '_postgres', 'nobody']

export async function chooseRunner(folder: string, cluster: string): Promise<RunsAs> {
  const self = process.getuid?.()
  if (self === undefined) return undefined
  const owner = await stat(cluster).catch(() => undefined)
  if (self !== 0) {
    if (owner && owner.uid !== self) throw new EmbeddedRefusal('folderNotOurs', { folder, uid: owner.uid })
    return undefined
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const users = usersIn(await readFile('/etc/passwd', 'utf8').catch(() => ''))
  const found = CANDIDATES.map((name) => users.get(name)).find(Boolean)
  if (!found) throw new EmbeddedRefusal('nobodyToRunAs')
  return found
}

function usersIn(passwd: string): Map<string, { uid: number; gid: number }> {
  const users = new Map<string, { uid: number; gid: number }>()
  for (const line of passwd.split('\n')) {
    const [name, , uid, gid] = line.split(':')
    // macOS writes nobody as -2
    if (name && uid && gid && Number(uid) !== 0) users.set(name, { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 })
  }
  return users
}
