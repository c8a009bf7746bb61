import type { Slice } from '#kernel/slice.ts'
import { handlers } from './commands.ts'
import { grants } from './grants.ts'
import { answers } from './queries.ts'
import { reactions } from './reactions.ts'
import { settle, settleJob } from './settling.ts'
import { retention } from './retention.ts'

/** No table here is protected by rows: the tree is public, and only the three commands change it. */
export const slice: Slice = {
  name: 'places',
  handlers: [...handlers, settle],
  answers,
  grants,
  reactions,
  jobs: [settleJob],
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
