import type { Slice } from '#kernel/slice.ts'
import { call, callOff, answerCall, except, plan, setDay, takeOffRoster } from './commands-days.ts'
import { asked, declined, ended, given, witnessed, withdrawn } from './commands-household.ts'
import { answeredBy, found, judged } from './commands-problems.ts'
import { answered, raise, remind, settled, slip } from './commands-promise.ts'
import { record } from './commands-record.ts'
import { grants } from './grants.ts'
import { reminders } from './jobs.ts'
import { dayAnswers } from './queries-days.ts'
import { mandates } from './queries-mandates.ts'
import { answers } from './queries-visits.ts'
import { reactions } from './reactions.ts'
import { retention } from './retention.ts'
import { dropLoose, keep, looseJob, voice } from './voices.ts'

const OF_VISIT = (table: string) => ({
  table: `visits.${table}` as const,
  permissions: [],
  through: { table: 'visits.party' as const, on: `parent.visit = ${table}.visit` },
  addable: true,
})

export const slice: Slice = {
  name: 'visits',
  handlers: [
    record,
    settled,
    answered,
    remind,
    raise,
    slip,
    asked,
    withdrawn,
    declined,
    given,
    witnessed,
    ended,
    keep,
    dropLoose,
    setDay,
    except,
    call,
    answerCall,
    callOff,
    plan,
    takeOffRoster,
    found,
    answeredBy,
    judged,
  ],
  answers: [...answers, ...dayAnswers, mandates, voice],
  grants,
  reactions,
  jobs: [reminders, looseJob],
  protects: [
    {
      table: 'visits.party',
      permissions: ['visits.read', 'visits.record', 'visits.ours', 'visits.follow', 'visits.answerPromise'],
      place: 'place',
      person: 'person',
      post: 'post',
      token: 'token',
      addable: true,
      follows: { place: 'true' },
    },
    {
      table: 'visits.visit',
      permissions: [],
      through: { table: 'visits.party', on: 'parent.visit = visit.id' },
      addable: true,
    },
    ...['note', 'passed_on', 'updated', 'promise'].map(OF_VISIT),
    {
      table: 'visits.voice',
      permissions: [],
      through: {
        table: 'visits.party',
        on: 'parent.visit = voice.visit',
        loose: "visit is null and current_setting('app.lo', true) || current_setting('app.hi', true) <> ''",
      },
      addable: true,
    },
    {
      table: 'visits.mandate_party',
      permissions: ['visits.mandates', 'visits.witnessMandate'],
      place: 'place',
      person: 'person',
      addable: true,
    },
    {
      table: 'visits.mandate',
      permissions: [],
      through: { table: 'visits.mandate_party', on: 'parent.mandate = mandate.id' },
      addable: true,
    },
    {
      table: 'visits.mandate_use',
      permissions: [],
      through: { table: 'visits.mandate_party', on: 'parent.mandate = mandate_use.mandate' },
      addable: true,
    },
    {
      table: 'visits.request',
      permissions: ['visits.ask', 'visits.decline', 'visits.read'],
      place: 'place',
      person: 'person',
      addable: true,
      follows: { place: 'true' },
    },
    { table: 'visits.meeting', permissions: ['visits.meetings'], place: 'place', addable: true },
    {
      table: 'visits.invited',
      permissions: [],
      through: { table: 'visits.meeting', on: 'parent.id = invited.meeting' },
      addable: true,
    },
    { table: 'visits.outing', permissions: ['visits.outings', 'visits.planOuting'], place: 'village', addable: true },
    {
      table: 'visits.outing_post',
      permissions: [],
      through: { table: 'visits.outing', on: 'parent.id = outing_post.outing' },
      addable: true,
    },
    {
      table: 'visits.problem',
      permissions: ['visits.problems', 'visits.findProblem', 'visits.answerProblem'],
      place: 'place',
      post: 'owner',
      addable: true,
      follows: { place: "state = 'open'" },
    },
  ],
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
