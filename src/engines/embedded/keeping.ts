import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { launch } from './launch.ts'
import { dropMark, isInside, readMark } from './mark.ts'
import type { Settings } from './settings.ts'

const LOOK_MS = 1000

export type Keeping = { stop: () => Promise<void> }

/**
 * A server that dies (killed for want of memory, by hand) is started again; it replays its log, so nothing acknowledged is lost,
 * and connections are made anew by whoever asks next. What cannot be started now is tried again at the next look.
 */
export function keepRunning(
  cluster: Cluster,
  { log, settings }: { log: (line: string) => void; settings: Settings },
): Keeping {
  const ended = new AbortController()
  const watching = (async () => {
    while (!ended.signal.aborted) {
      await sleep(LOOK_MS, undefined, { ref: false, signal: ended.signal }).catch(() => {})
      if (ended.signal.aborted || (await runs(cluster))) continue
      log('the database server is gone; starting it again')
      await again(cluster, settings, log)
    }
  })()
  return {
    async stop() {
      ended.abort()
      await watching
    },
  }
}

async function runs(cluster: Cluster): Promise<boolean> {
  const mark = await readMark(cluster)
  return mark !== undefined && (await isInside(mark.pid, cluster)) !== false
}

async function again(cluster: Cluster, settings: Settings, log: (line: string) => void): Promise<void> {
  try {
    if (await readMark(cluster)) await dropMark(cluster)
    log(`started again on port ${await launch(cluster, settings)}`)
  } catch (error) {
    log(`could not be started again: ${String(error)}`)
  }
}
