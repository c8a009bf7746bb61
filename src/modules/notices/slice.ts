import type { Slice } from '#kernel/slice.ts'
import { forget, handOver, read } from './commands.ts'
import { grants } from './grants.ts'
import { forgetting, texts } from './jobs.ts'
import { quietHours } from './levers.ts'
import { mine } from './queries.ts'
import { reactions } from './reactions.ts'
import { retention } from './retention.ts'

export const slice: Slice = {
  name: 'notices',
  handlers: [read, handOver, forget],
  answers: [mine],
  grants,
  reactions,
  jobs: [texts, forgetting],
  levers: [quietHours as never],
  protects: [
    // No grant reaches a notice by its place: an office does not read what was sent to its people. '' is reached by the house alone.
    {
      table: 'notices.notice',
      permissions: ['notices.mine'],
      place: "''",
      person: 'person',
      post: 'post',
      addable: true,
    },
    {
      table: 'notices.sms',
      permissions: [],
      through: { table: 'notices.notice', on: 'parent.id = sms.notice' },
      addable: true,
    },
  ],
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
