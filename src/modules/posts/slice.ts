import type { Slice } from '#kernel/slice.ts'
import { handlers } from './commands.ts'
import { grants } from './grants.ts'
import { jobs } from './jobs.ts'
import { answers } from './queries.ts'
import { reactions } from './reactions.ts'
import { retention } from './retention.ts'

export const slice: Slice = {
  name: 'posts',
  handlers,
  answers,
  grants,
  reactions,
  jobs,
  protects: [
    {
      table: 'posts.post',
      permissions: ['posts.list', 'posts.appoint', 'posts.end', 'posts.handOver'],
      place: 'place',
      person: 'person',
      post: 'id',
    },
    { table: 'posts.hand_over', permissions: ['posts.handOver', 'posts.tellHandOver'], place: 'place' },
  ],
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
