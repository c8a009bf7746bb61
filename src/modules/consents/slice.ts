import type { Slice } from '#kernel/slice.ts'
import { give, withdraw } from './commands.ts'
import { grants } from './grants.ts'
import { looks, mine, purposes } from './queries.ts'
import { retention } from './retention.ts'

export const slice: Slice = {
  name: 'consents',
  handlers: [give, withdraw],
  answers: [purposes, looks, mine],
  grants,
  // '' is reached by the house alone: nobody's post opens the consents of a place.
  protects: [{ table: 'consents.consent', permissions: ['consents.mine'], place: "''", person: 'person' }],
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
