import type { Making } from './platform.ts'

export type RoadOptions = Making & {
  /** The relay and the sealer, which work behind the requests. */
  worker?: boolean
  /** No look is noted: answers run with a `saw` that forgets. Commands are muted in the database (areas/audit.ts). */
  blind?: boolean
}
