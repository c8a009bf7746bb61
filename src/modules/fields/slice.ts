import type { Slice } from '#kernel/slice.ts'
import { facing } from './facing.ts'
import { grants } from './grants.ts'
import { retention } from './retention.ts'

const AT_THE_DOOR = ['fields.doors', 'fields.questions', 'fields.answer', 'fields.branches', 'fields.settle']

export const slice: Slice = {
  name: 'fields',
  handlers: [...facing.handlers],
  answers: [...facing.answers],
  grants,
  reactions: [...facing.reactions],
  jobs: facing.jobs,
  levers: facing.levers,
  protects: [
    ...facing.protects,
    { table: 'fields.value', permissions: AT_THE_DOOR, place: 'place', person: 'subject' },
    { table: 'fields.branch', permissions: AT_THE_DOOR, place: 'place' },
    {
      table: 'fields.confirmation',
      permissions: AT_THE_DOOR,
      through: { table: 'fields.value', on: 'parent.id = confirmation.value' },
    },
  ],
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
