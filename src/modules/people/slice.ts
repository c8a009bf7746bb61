import type { Slice } from '#kernel/slice.ts'
import { handlers } from './commands.ts'
import { residentHandlers } from './commands-residents.ts'
import { identityHandlers } from './commands-identity.ts'
import { grants } from './grants.ts'
import { answers } from './queries.ts'
import { residentAnswers } from './queries-residents.ts'
import { reactions } from './reactions.ts'
import { retention } from './retention.ts'

/** Of residents; the place is where they live. */
const residents = ['people.resident', 'people.enterResident', 'people.arrange', 'people.me'] as const

/** The place is that of the person today, for who reaches it. */
const ALONG = { place: 'true' }

export const slice: Slice = {
  name: 'people',
  handlers: [...handlers, ...residentHandlers, ...identityHandlers],
  answers: [...answers, ...residentAnswers],
  grants,
  reactions,
  protects: [
    // Residents are reached by functions (migration 0003), never by a range over `office`.
    {
      table: 'people.person',
      permissions: ['people.register', 'people.search', 'people.get', 'people.me'],
      place: 'office',
      person: 'id',
      follows: { office: 'true', home_place: 'true' },
    },
    { table: 'people.organ', permissions: ['people.addOrgan', 'people.organs'], place: 'place', follows: ALONG },
    // Everybody's acts bring data in; others read an entry by its id through pub_entry.
    { table: 'people.entry', permissions: residents, place: 'place', person: 'person', post: 'post', addable: true },
    { table: 'people.document', permissions: residents, place: 'place', person: 'person', follows: ALONG },
    { table: 'people.statement', permissions: residents, place: 'place', person: 'person', follows: ALONG },
    { table: 'people.merge', permissions: residents, place: 'place', follows: ALONG },
    { table: 'people.split', permissions: residents, place: 'place', follows: ALONG },
  ],
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
