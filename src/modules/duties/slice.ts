import type { Slice } from '#kernel/slice.ts'
import { revise } from './commands.ts'
import { grants } from './grants.ts'
import { history, linesAnswer, list, suggest } from './queries.ts'
import { reactions } from './reactions.ts'
import { retention } from './retention.ts'

export const slice: Slice = {
  name: 'duties',
  handlers: [revise],
  answers: [list, suggest, history, linesAnswer],
  grants,
  reactions,
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
