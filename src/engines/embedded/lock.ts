import { systemClock } from '#kernel/clock.ts'
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EmbeddedRefusal } from './messages.ts'

/**
 * One OpenPalm process per data folder. The lock is a file that names its holder; the holder touches it every two seconds.
 *
 * Held means: on this host, the process lives and is the one that wrote the lock (its start time tells it from a later
 * process with the same number, as every restarted container has). Where that cannot be seen (another host or container on
 * the same volume, a system without /proc) it means: touched within ten seconds.
 * The file appears whole, by link(), and a stale one is renamed before it is replaced, so that of two who find it stale one wins.
 * A killed holder leaves the file; the next start takes it over.
 */
const BEAT_MS = 2000
const STALE_MS = 10_000

type Holder = { pid: number; host: string; born: string }
type Found = { text: string; holder: Holder; fresh: boolean }
export type Lock = { release(): void }

export async function takeLock(folder: string): Promise<Lock> {
  const path = join(folder, 'openpalm.lock')
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), born: bornAt(process.pid) } satisfies Holder)
  for (let tries = 0; !place(path, mine); tries++) {
    const found = read(path)
    if (!found) continue
    const { pid, host } = found.holder
    if (tries > 3 || isHeld(found)) throw new EmbeddedRefusal('folderTaken', { folder, pid, host })
    if (host !== hostname() && found.fresh) await sleep(STALE_MS + BEAT_MS)
    if (isHeldElsewhere(read(path))) throw new EmbeddedRefusal('folderTaken', { folder, pid, host })
    discard(path, found.text)
  }
  return keep(path, mine)
}

/** True when the file is now ours. */
function place(path: string, text: string): boolean {
  const aside = `${path}.${process.pid}`
  writeFileSync(aside, text, { mode: 0o644 })
  try {
    linkSync(aside, path)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
    return placeUnlinked(path, text)
  } finally {
    rmSync(aside, { force: true })
  }
}

/** For file systems without hard links. */
function placeUnlinked(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { mode: 0o644, flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function read(path: string): Found | undefined {
  try {
    const text = readFileSync(path, 'utf8')
    const fresh = systemClock.now() - statSync(path).mtimeMs < STALE_MS
    return { text, holder: parse(text), fresh }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** A damaged lock names nobody, so nobody holds it. */
function parse(text: string): Holder {
  const nobody = { pid: 0, host: hostname(), born: '' }
  try {
    const said = JSON.parse(text) as Partial<Holder> | null
    return { ...nobody, ...said }
  } catch {
    return nobody
  }
}

function isHeld({ holder, fresh }: Found): boolean {
  if (holder.host !== hostname()) return false
  if (!lives(holder.pid)) return false
  const born = bornAt(holder.pid)
  return born && holder.born ? born === holder.born : fresh
}

const isHeldElsewhere = (found: Found | undefined): boolean =>
  found !== undefined && found.holder.host !== hostname() && found.fresh

/** Renames first and looks what it got: if somebody was quicker, theirs goes back. */
function discard(path: string, judged: string): void {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if (readFileSync(aside, 'utf8') === judged) rmSync(aside)
  else renameSync(aside, path)
}

function keep(path: string, mine: string): Lock {
  const beat = setInterval(() => {
    try {
      const now = systemClock.now() / 1000
      utimesSync(path, now, now)
    } catch {
      // the folder was deleted under us; the database will say so louder than a lock can
    }
  }, BEAT_MS)
  beat.unref()
  return {
    release() {
      clearInterval(beat)
      if (read(path)?.text === mine) rmSync(path, { force: true })
    },
  }
}

/** Clock ticks since boot at which the process started; empty where there is no /proc or no such process. */
const bornAt = (pid: number): string => processFacts(pid)[19] ?? ''

export function lives(pid: number): boolean {
  // 0 and below would ask about groups of processes
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    // in containers often nobody collects the dead, and they keep their number
    return processFacts(pid)[0] !== 'Z'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** What Linux says of a process after its name: state, parent, … */
function processFacts(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}
