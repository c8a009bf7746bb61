import type { Slice } from '#kernel/slice.ts'
import { handlers } from './commands.ts'
import { grants } from './grants.ts'
import { jobs } from './jobs.ts'
import { least, mostAtOnce } from './levers.ts'
import { answers } from './queries.ts'
import { reactions } from './reactions.ts'
import { retention } from './retention.ts'

export const slice: Slice = {
  name: 'matches',
  handlers,
  answers,
  grants,
  jobs,
  reactions,
  levers: [least as never, mostAtOnce as never],
  protects: [
    { table: 'matches.search', permissions: ['matches.search', 'matches.see'], place: 'place' },
    { table: 'matches.pair', permissions: ['matches.see', 'matches.decide'], place: 'place' },
    {
      table: 'matches.decision',
      permissions: [],
      through: { table: 'matches.pair', on: 'parent.id = decision.pair' },
    },
  ],
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
