import type { Slice } from '#kernel/slice.ts'
import { answerHandlers } from './commands-answer.ts'
import { formHandlers } from './commands-forms.ts'
import { registryHandlers } from './commands-registry.ts'
import { facing } from './facing.ts'
import { grants } from './grants.ts'
import { doorAnswers } from './queries-door.ts'
import { exportAnswers } from './queries-export.ts'
import { formAnswers } from './queries-forms.ts'
import { reactions } from './reactions.ts'
import { retention } from './retention.ts'

const AT_THE_DOOR = ['fields.doors', 'fields.questions', 'fields.answer', 'fields.branches', 'fields.settle']

export const slice: Slice = {
  name: 'fields',
  handlers: [...registryHandlers, ...formHandlers, ...answerHandlers, ...facing.handlers],
  answers: [...formAnswers, ...doorAnswers, ...exportAnswers, ...facing.answers],
  grants,
  reactions: [...reactions, ...facing.reactions],
  jobs: facing.jobs,
  levers: facing.levers,
  protects: [
    ...facing.protects,
    // What is said of a door goes on at the place that its own has become.
    { table: 'fields.value', permissions: AT_THE_DOOR, place: 'place', person: 'subject', follows: { place: 'true' } },
    { table: 'fields.branch', permissions: AT_THE_DOOR, place: 'place', follows: { place: 'true' } },
    {
      table: 'fields.confirmation',
      permissions: AT_THE_DOOR,
      through: { table: 'fields.value', on: 'parent.id = confirmation.value' },
    },
  ],
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
