import type { Slice } from '#kernel/slice.ts'
import { give, withdraw } from './commands.ts'
import { disclosureHandlers } from './commands-disclosure.ts'
import { findGlass, glassHandlers } from './commands-glass.ts'
import { outsideHandlers } from './commands-outside.ts'
import { grants } from './grants.ts'
import { disclosing, tellingGlass } from './jobs.ts'
import { fewest, glassesADay } from './levers.ts'
import { mine, purposes } from './queries.ts'
import { disclosureAnswers } from './queries-disclosure.ts'
import { lookAnswers } from './queries-looks.ts'
import { outsideAnswers } from './queries-outside.ts'
import { retention } from './retention.ts'

export const slice: Slice = {
  name: 'consents',
  handlers: [give, withdraw, ...disclosureHandlers, ...glassHandlers, ...outsideHandlers],
  answers: [purposes, mine, ...lookAnswers, ...disclosureAnswers, ...outsideAnswers],
  grants,
  jobs: [disclosing, tellingGlass],
  levers: [glassesADay as never, fewest as never],
  // '' is reached by the house alone: nobody's post opens the consents of a place.
  protects: [
    { table: 'consents.consent', permissions: ['consents.mine'], place: "''", person: 'person' },
    // The person whom it is about is not among those who reach it: that is what it is for.
    {
      table: 'consents.delay',
      permissions: ['consents.delays', 'consents.decideDelay', 'consents.endDelay'],
      place: 'place',
      organ: 'organ',
    },
    {
      table: 'consents.glass',
      permissions: ['consents.glasses', 'consents.closeGlass'],
      place: 'place',
      person: 'by_person',
    },
    { table: 'consents.outside_look', permissions: ['consents.looks'], place: "''", person: 'person' },
    { table: 'consents.outside_system', permissions: ['consents.outside'], place: "''" },
  ],
  findGlass,
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
