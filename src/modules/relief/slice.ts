import type { Slice } from '#kernel/slice.ts'
import { evacuationHandlers } from './commands-evacuation.ts'
import { shelterHandlers } from './commands-shelters.ts'
import { sweepHandlers } from './commands-sweeps.ts'
import { grants } from './grants.ts'
import { evacuation, shelters, sweeps } from './levers.ts'
import { protects } from './protecting.ts'
import { evacuationAnswers } from './queries-evacuation.ts'
import { sweepAnswers } from './queries-sweeps.ts'
import { retention } from './retention.ts'

export const slice: Slice = {
  name: 'relief',
  handlers: [...shelterHandlers, ...evacuationHandlers, ...sweepHandlers],
  answers: [...evacuationAnswers, ...sweepAnswers],
  grants,
  levers: [evacuation, shelters, sweeps] as never,
  protects,
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
