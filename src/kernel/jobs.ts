import { createHash } from 'node:crypto'
import { WHOLE, SYSTEM } from './authorise.ts'
import { inScope } from './db.ts'
import { Refusal } from './errors.ts'
import { run } from './pipeline.ts'
import type { Platform } from './platform.ts'
import type { Tx } from './tx.ts'

/**
 * Scheduled work is due rows only: a job finds what has fallen due (by an index on `next_at`) and names one command for each;
 * the commands go down the ordinary road as the system. Their keys are made from what is due, so two processes that find the
 * same row, or a crash between the finding and the doing, still have one effect.
 */
export type Due = {
  command: string
  input: Record<string, unknown>
  /** what makes this due, e.g. id and instant */ because: string
}
export type Job = { name: string; everySeconds: number; find: (tx: Tx, now: number, limit: number) => Promise<Due[]> }

const LIMIT = 500

/** Runs what is due of one job; returns how many commands it sent. */
export async function sweep(p: Platform, job: Job): Promise<number> {
  const now = p.clock.now()
  const due = await inScope(p.db, WHOLE, (tx) => job.find(tx, now, LIMIT))
  for (const { command, input, because } of due) {
    const key = keyOf(`${job.name} ${because}`)
    try {
      await run(p, SYSTEM, command, input, { key, request: key })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      p.log.warn({ job: job.name, command, code: error.code }, 'due work was refused')
    }
  }
  return due.length
}

/** A UUID (version 8, RFC 9562) out of a text. */
export function keyOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
