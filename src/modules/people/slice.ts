import type { Slice } from '#kernel/slice.ts'
import { handlers } from './commands.ts'
import { grants } from './grants.ts'
import { answers } from './queries.ts'
import { reactions } from './reactions.ts'
import { retention } from './retention.ts'

export const slice: Slice = {
  name: 'people',
  handlers,
  answers,
  grants,
  reactions,
  protects: [
    {
      table: 'people.person',
      permissions: ['people.register', 'people.search', 'people.get', 'people.me'],
      place: 'office',
      person: 'id',
    },
    { table: 'people.organ', permissions: ['people.addOrgan', 'people.organs'], place: 'place' },
  ],
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
