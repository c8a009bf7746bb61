import type { Slice } from '#kernel/slice.ts'
import { dropDead, reviveDead } from './commands.ts'
import { grants } from './grants.ts'
import { outbox, record, verdict } from './queries.ts'
import { reactions } from './reactions.ts'
import { retention } from './retention.ts'

export const slice: Slice = {
  name: 'oversight',
  handlers: [reviveDead, dropDead],
  answers: [record, verdict, outbox],
  grants,
  reactions,
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
