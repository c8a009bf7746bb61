import type { Slice } from '#kernel/slice.ts'
import { handlers } from './commands.ts'
import { afterHandlers } from './commands-after.ts'
import { answerHandlers } from './commands-answer.ts'
import { chaseHandlers } from './commands-chase.ts'
import { grants } from './grants.ts'
import { jobs } from './jobs.ts'
import { chaseShares, minutesPerGridDay } from './levers.ts'
import { answers } from './queries.ts'
import { coverageAnswers } from './queries-coverage.ts'
import { historyAnswers } from './queries-history.ts'
import { mineAnswers } from './queries-mine.ts'
import { roomAnswers } from './queries-room.ts'
import { reactions } from './reactions.ts'
import { retention } from './retention.ts'
import { warningAnswers, warningHandlers } from './warnings.ts'

/** Whoever answers in somebody's place reaches that row as the one he stands in for. */
const ANSWERING_POST = `case when substitute::text = current_setting('app.post', true) then substitute when person is null then who end`

export const slice: Slice = {
  name: 'orders',
  handlers: [...handlers, ...afterHandlers, ...answerHandlers, ...chaseHandlers, ...warningHandlers],
  answers: [...answers, ...mineAnswers, ...coverageAnswers, ...historyAnswers, ...warningAnswers, ...roomAnswers],
  grants,
  reactions,
  jobs,
  levers: [chaseShares, minutesPerGridDay] as never,
  protects: [
    {
      table: 'orders.order',
      permissions: ['orders.draft', 'orders.issue', 'orders.relay', 'orders.sign', 'orders.coverage'],
      // changed by the office that issued it, and by places above that office; what it says is known further down, see pub_order
      place: 'issuer_place',
      organ: 'organ',
      addable: true,
    },
    {
      table: 'orders.version',
      permissions: ['orders.read'],
      through: { table: 'orders.order', on: 'parent.id = version."order"' },
      addable: true,
    },
    {
      table: 'orders.recipient',
      permissions: ['orders.answer', 'orders.coverage', 'orders.callList'],
      place: 'place',
      person: 'person',
      post: ANSWERING_POST,
      addable: true,
    },
    {
      table: 'orders.answer',
      permissions: ['orders.answer', 'orders.coverage', 'orders.callList'],
      place: 'place',
      person: 'by_person',
      post: 'by_post',
      addable: true,
    },
    {
      table: 'orders.photo',
      permissions: ['orders.answer', 'orders.coverage'],
      place: 'place',
      person: 'by_person',
      addable: true,
    },
    { table: 'orders.tally', permissions: ['orders.coverage'], place: 'node', addable: true },
    { table: 'orders.stand_in', permissions: ['orders.standIn'], place: 'place', post: 'of_post', addable: true },
  ],
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
