import { sweep, type Job } from '#kernel/jobs.ts'
import { relay } from '#kernel/outbox.ts'
import type { Platform } from '#kernel/platform.ts'
import { makeMonths, putAwayOld } from '#kernel/record-months.ts'
import { seal } from '#kernel/seal.ts'
import { sweepKept } from '#kernel/sweeping.ts'
import { noteJob, trimAnswers } from '#kernel/job-notes.ts'

export type Worker = { stop(): Promise<void> }

const RELAY_IDLE_MS = 150
const SEAL_MS = 800
const TRIM_MS = 3_600_000

/** The work behind the requests: the relay, what has fallen due, the sealer. In the same process by default. */
export function startWorker(p: Platform): Worker {
  const ending = new AbortController()
  const loops = [
    loop(p, ending.signal, { name: 'relay', idleMs: RELAY_IDLE_MS, once: () => relay(p) }),
    loop(p, ending.signal, { name: 'seal', idleMs: SEAL_MS, once: () => seal(p).then(() => 0) }),
    loop(p, ending.signal, { name: 'trim', idleMs: TRIM_MS, once: () => trimAnswers(p).then(() => 0) }),
    loop(p, ending.signal, { name: 'months', idleMs: TRIM_MS, once: () => makeMonths(p).then(() => putAwayOld(p)) }),
    loop(p, ending.signal, { name: 'sweep', idleMs: TRIM_MS, once: () => sweepKept(p) }),
    ...p.slices.jobs.map((job) =>
      loop(p, ending.signal, { name: job.name, idleMs: job.everySeconds * 1000, once: () => noted(p, job) }),
    ),
  ]
  return {
    async stop() {
      ending.abort()
      await Promise.all(loops)
    },
  }
}

type Loop = { name: string; idleMs: number; once: () => Promise<number> }

/** Goes on at once while there is work, waits when there is none; a failure is logged and tried again. */
async function loop(p: Platform, ending: AbortSignal, { name, idleMs, once }: Loop): Promise<void> {
  while (!ending.aborted) {
    const done = await once().catch((error: unknown) => {
      p.log.error(
        { loop: name, problem: error instanceof Error ? error.message : String(error) },
        'background work failed',
      )
      return 0
    })
    if (done === 0) await pause(idleMs, ending)
  }
}

const pause = (ms: number, ending: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    function done(): void {
      clearTimeout(timer)
      ending.removeEventListener('abort', done)
      resolve()
    }
    ending.addEventListener('abort', done)
  })

async function noted(p: Platform, job: Job): Promise<number> {
  try {
    const done = await sweep(p, job)
    if (done > 0) await noteJob(p, job.name, null)
    return done
  } catch (error) {
    await noteJob(p, job.name, error instanceof Error ? error.message : String(error))
    throw error
  }
}
