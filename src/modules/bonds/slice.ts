import type { Slice } from '#kernel/slice.ts'
import { handlers } from './commands.ts'
import { doorHandlers } from './commands-door.ts'
import { rotationHandlers } from './commands-rotation.ts'
import { coverageAnswers } from './coverage.ts'
import { fillingAnswers, fillingHandlers } from './filling.ts'
import { grants } from './grants.ts'
import { jobs } from './jobs.ts'
import { conflictRules, coolOff, handOverClock } from './levers.ts'
import { answers } from './queries.ts'
import { mineAnswers } from './queries-mine.ts'
import { fileAnswers } from './queries-files.ts'
import { rotationAnswers } from './queries-rotation.ts'
import { reactions } from './reactions.ts'
import { reportingAnswers, reportingHandlers } from './reporting.ts'
import { retention } from './retention.ts'

const writing = ['bonds.read', 'bonds.make', 'bonds.end', 'bonds.fill', 'bonds.rotate', 'bonds.mine', 'bonds.stand']

export const slice: Slice = {
  name: 'bonds',
  handlers: [...handlers, ...doorHandlers, ...fillingHandlers, ...rotationHandlers, ...reportingHandlers],
  answers: [
    ...answers,
    ...mineAnswers,
    ...coverageAnswers,
    ...fillingAnswers,
    ...fileAnswers,
    ...rotationAnswers,
    ...reportingAnswers,
  ],
  grants,
  reactions,
  jobs,
  levers: [coolOff, handOverClock, conflictRules] as never,
  protects: [
    // Added by a household too, which reads its bonds past the policies, by its own door.
    {
      table: 'bonds.bond',
      permissions: writing,
      place: 'place',
      person: 'person',
      post: 'post',
      addable: true,
      // those to a place itself go on as new bonds, see store-following.ts
      follows: { place: "to_kind <> 'place'" },
    },
    { table: 'bonds.answerer', permissions: writing, place: 'place', person: 'person', post: 'post' },
    { table: 'bonds.substitute', permissions: writing, place: 'place' },
    { table: 'bonds.saying', permissions: ['bonds.read', 'bonds.say'], place: 'place', person: 'person' },
    { table: 'bonds.rotation', permissions: ['bonds.rotate', 'bonds.files'], place: 'place' },
    {
      table: 'bonds.file',
      permissions: ['bonds.rotate', 'bonds.files', 'bonds.receive'],
      place: 'place',
      post: 'became',
    },
    {
      table: 'bonds.file_line',
      permissions: ['bonds.files'],
      through: { table: 'bonds.file', on: 'parent.id = file_line.file' },
    },
    { table: 'bonds.work', permissions: ['bonds.offerWork'], place: 'place' },
    { table: 'bonds.claim', permissions: ['bonds.claimWork', 'bonds.offerWork'], place: 'place', person: 'person' },
    { table: 'bonds.done', permissions: ['bonds.offerWork'], place: 'place', addable: true },
  ],
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
