import type { Slice } from '#kernel/slice.ts'
import { grants } from './grants.ts'
import { retention } from './retention.ts'

const AT_THE_DOOR = ['fields.doors', 'fields.questions', 'fields.answer', 'fields.branches', 'fields.settle']

export const slice: Slice = {
  name: 'fields',
  handlers: [],
  answers: [],
  grants,
  protects: [
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
