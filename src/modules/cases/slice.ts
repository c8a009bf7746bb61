import type { Slice } from '#kernel/slice.ts'
import {
  accept,
  answerReporter,
  comment,
  decline,
  extend,
  handle,
  merge,
  pause,
  resume,
  rework,
  verify,
} from './commands-handle.ts'
import { assign, climb, handDown, sendBack, skip } from './commands-move.ts'
import { pass, passOn } from './commands-pass.ts'
import { report } from './commands-report.ts'
import { claim, confirm, reopen, withdraw } from './commands-reporter.ts'
import { goAlong, resettleHandler } from './commands-resettle.ts'
import { dueJob, tick } from './commands-tick.ts'
import { drop, file, keep, looseJob } from './files.ts'
import { grants } from './grants.ts'
import { hoursToConfirm, hoursToReopen, returnsAllowed } from './levers.ts'
import { bring, part } from './owner.ts'
import { figures, lateWhy } from './queries-figures.ts'
import { list, map, nearby } from './queries-list.ts'
import { contact, get } from './queries-one.ts'
import { follow, mine, mineOne } from './queries-reporter.ts'
import { index, tell } from './reactions.ts'
import { retention } from './retention.ts'

const reading = ['cases.read', 'cases.follow', 'cases.mine', 'cases.confirm']

export const slice: Slice = {
  name: 'cases',
  handlers: [
    report,
    assign,
    accept,
    sendBack,
    climb,
    skip,
    handDown,
    pause,
    resume,
    extend,
    handle,
    verify,
    rework,
    decline,
    merge,
    comment,
    answerReporter,
    confirm,
    reopen,
    withdraw,
    claim,
    tick,
    pass,
    resettleHandler,
    keep,
    drop,
  ],
  answers: [list, get, contact, nearby, map, figures, lateWhy, follow, mine, mineOne, file],
  grants,
  reactions: [
    ['cases.moved', index],
    ['cases.moved', tell],
    ['posts.handedOver', passOn],
    ['places.settled', goAlong],
    ['people.merged', bring],
    ['people.parted', part],
  ],
  jobs: [dueJob, looseJob],
  levers: [hoursToConfirm, hoursToReopen, returnsAllowed] as never,
  protects: [
    {
      table: 'cases.case',
      permissions: reading,
      place: 'place',
      organ: 'organ',
      person: 'reporter',
      token: 'token',
      post: 'assignee',
      addable: true,
      moving: 'id',
    },
    {
      table: 'cases.step',
      permissions: reading,
      through: { table: 'cases.case', on: 'parent.id = step.case_id and parent.town = step.town' },
      addable: true,
    },
    {
      table: 'cases.file',
      permissions: reading,
      through: {
        table: 'cases.case',
        on: 'parent.id = file.case_id and parent.town = file.town',
        loose: "case_id is null and current_setting('app.lo', true) || current_setting('app.hi', true) <> ''",
      },
      addable: true,
    },
    {
      table: 'cases.reporter_was',
      permissions: reading,
      through: { table: 'cases.case', on: 'parent.id = reporter_was.case_id' },
    },
    { table: 'cases.words', permissions: ['cases.read'], place: 'place', organ: 'organ', addable: true },
    { table: 'cases.tally', permissions: ['cases.figures'], place: 'village', addable: true },
    { table: 'cases.tally_day', permissions: ['cases.figures'], place: 'village', addable: true },
  ],
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
