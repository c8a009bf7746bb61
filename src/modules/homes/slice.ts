import type { Slice } from '#kernel/slice.ts'
import { arrangeHandlers } from './commands-arrange.ts'
import { dwellingHandlers } from './commands-dwelling.ts'
import { householdHandlers } from './commands-household.ts'
import { undoHandlers } from './commands-undo.ts'
import { grants } from './grants.ts'
import { listAnswers } from './queries-lists.ts'
import { oneAnswers } from './queries-one.ts'
import { retention } from './retention.ts'

const permissions = ['homes.see', 'homes.enter', 'homes.arrange'] as const

export const slice: Slice = {
  name: 'homes',
  handlers: [...dwellingHandlers, ...householdHandlers, ...arrangeHandlers, ...undoHandlers],
  answers: [...listAnswers, ...oneAnswers],
  grants,
  protects: [
    { table: 'homes.dwelling', permissions, place: 'place' },
    { table: 'homes.statement', permissions, place: 'place' },
    { table: 'homes.household', permissions, place: 'place' },
    { table: 'homes.member', permissions: [...permissions, 'homes.mine'], place: 'place', person: 'person' },
    { table: 'homes.premises', permissions, place: 'place' },
    { table: 'homes.act', permissions, place: 'place' },
  ],
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
