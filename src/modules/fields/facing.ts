import type { Slice } from '#kernel/slice.ts'
import { cardAnswers } from './card.ts'
import { contestHandlers } from './commands-contest.ts'
import { contestReactions } from './contest-reactions.ts'
import { hoursToDecide } from './levers-contest.ts'
import { looking } from './looking.ts'
import { mine, mineHandlers } from './mine.ts'
import { paper } from './paper.ts'
import { contestAnswers } from './queries-contest.ts'

const CONTESTS = [
  'fields.contests',
  'fields.myContests',
  'fields.decide',
  'fields.passContest',
  'fields.withdrawContest',
  'fields.contest',
  'fields.card',
]

/** The people's side of the slice: contests, my data, the household card, entries to look at. */
export const facing = {
  handlers: [...contestHandlers, ...mineHandlers, ...paper.handlers, ...looking.handlers],
  answers: [...cardAnswers, ...contestAnswers, mine, ...paper.answers, ...looking.answers],
  reactions: contestReactions,
  jobs: looking.jobs,
  levers: [hoursToDecide as never],
  protects: [
    {
      table: 'fields.contest',
      permissions: CONTESTS,
      place: 'place',
      organ: 'organ',
      person: 'person',
      addable: true,
      moving: 'id',
      follows: { place: 'true' },
    },
    {
      table: 'fields.contest_step',
      permissions: CONTESTS,
      through: { table: 'fields.contest', on: 'parent.id = contest_step.contest' },
      addable: true,
    },
    {
      table: 'fields.paper',
      permissions: ['fields.takePaper', 'fields.takeBack', 'fields.paper', 'fields.card', 'fields.mine'],
      place: 'place',
      person: 'signed_by',
      follows: { place: 'true' },
    },
    {
      table: 'fields.suspicion',
      permissions: ['fields.suspicions', 'fields.lookedAt', 'fields.suspect'],
      place: 'place',
    },
    { table: 'fields.compared', permissions: ['fields.suspect'], place: 'place' },
  ],
} satisfies Partial<Slice>
