import { Worker } from 'node:worker_threads'
import type { Found, Sought } from './search.ts'

/** Pairs among the persons, reckoned in a thread of its own. */
export function pairsInThread(persons: readonly Sought[], limits: { least: number; most: number }): Promise<Found[]> {
  const worker = new Worker(new URL('./search-thread.ts', import.meta.url), { workerData: { persons, limits } })
  return new Promise<Found[]>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the search ended with ${code}`)))
  })
}
