import type { Slice } from '#kernel/slice.ts'
import { arrangeHandlers } from './commands-arrange.ts'
import { dwellingHandlers } from './commands-dwelling.ts'
import { householdHandlers } from './commands-household.ts'
import { importHandlers } from './commands-import.ts'
import { moveHandlers } from './commands-move.ts'
import { rightHandlers } from './commands-right.ts'
import { undoHandlers } from './commands-undo.ts'
import { grants } from './grants.ts'
import { jobs } from './jobs.ts'
import { importAnswers } from './queries-import.ts'
import { listAnswers } from './queries-lists.ts'
import { oneAnswers } from './queries-one.ts'
import { retention } from './retention.ts'

const permissions = ['homes.see', 'homes.enter', 'homes.arrange', 'homes.import', 'homes.setRight'] as const

/** A door goes on at the place that its own has become, with its history: whoever answers for it now reads it. */
const ALONG = { place: 'true' }

export const slice: Slice = {
  name: 'homes',
  handlers: [
    ...dwellingHandlers,
    ...householdHandlers,
    ...arrangeHandlers,
    ...moveHandlers,
    ...rightHandlers,
    ...undoHandlers,
    ...importHandlers,
  ],
  answers: [...listAnswers, ...oneAnswers, ...importAnswers],
  grants,
  jobs,
  protects: [
    { table: 'homes.dwelling', permissions, place: 'place', follows: ALONG },
    { table: 'homes.statement', permissions, place: 'place', follows: ALONG },
    { table: 'homes.household', permissions, place: 'place', follows: ALONG },
    {
      table: 'homes.member',
      permissions: [...permissions, 'homes.mine'],
      place: 'place',
      person: 'person',
      follows: ALONG,
    },
    { table: 'homes.premises', permissions, place: 'place', follows: ALONG },
    { table: 'homes.stay', permissions, place: 'place', follows: ALONG },
    { table: 'homes.act', permissions, place: 'place', follows: ALONG },
    { table: 'homes.import', permissions: ['homes.import', 'homes.forgetImport'], place: 'place' },
    { table: 'homes.import_row', permissions: ['homes.import'], place: 'place' },
  ],
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
