import type { Slice } from '#kernel/slice.ts'
import { evacuationHandlers } from './commands-evacuation.ts'
import { shelterHandlers } from './commands-shelters.ts'
import { grants } from './grants.ts'
import { evacuation, shelters } from './levers.ts'
import { protects } from './protecting.ts'
import { evacuationAnswers } from './queries-evacuation.ts'
import { retention } from './retention.ts'

export const slice: Slice = {
  name: 'relief',
  handlers: [...shelterHandlers, ...evacuationHandlers],
  answers: [...evacuationAnswers],
  grants,
  levers: [evacuation, shelters] as never,
  protects,
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
