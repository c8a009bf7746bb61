import { parentPort, workerData } from 'node:worker_threads'
import { pairsAmong, type Sought } from './search.ts'

/** A township takes seconds of computing: beside the thread that answers requests. */
const { persons, limits } = workerData as { persons: Sought[]; limits: { least: number; most: number } }
parentPort?.postMessage(pairsAmong(persons, limits))
