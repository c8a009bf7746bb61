import type { Slice } from '#kernel/slice.ts'
import { courseHandlers } from './commands-course.ts'
import { endingHandlers } from './commands-ending.ts'
import { playbookHandlers } from './commands-playbooks.ts'
import { reportHandlers } from './commands-reports.ts'
import { decisionHandlers } from './commands.ts'
import { grants } from './grants.ts'
import { jobs } from './jobs.ts'
import { filingDays, hoursBeforeEnd, settleDays } from './levers.ts'
import { endingAnswers } from './queries-ending.ts'
import { oneAnswers } from './queries-one.ts'
import { planAnswers } from './queries-plan.ts'
import { reportAnswers } from './queries-reports.ts'
import { answers } from './queries.ts'
import { reactions } from './reactions.ts'
import { retention } from './retention.ts'

const DECIDING = ['emergency.declare', 'emergency.confirm', 'emergency.end', 'emergency.read']
const ENDING = [
  'emergency.keep',
  'emergency.destroy',
  'emergency.dataSets',
  'emergency.witness',
  'emergency.certificate',
]
const REPORTING = ['emergency.tell', 'emergency.approve', 'emergency.situation']

export const slice: Slice = {
  name: 'emergency',
  handlers: [...decisionHandlers, ...courseHandlers, ...playbookHandlers, ...endingHandlers, ...reportHandlers],
  answers: [...answers, ...oneAnswers, ...planAnswers, ...endingAnswers, ...reportAnswers],
  grants,
  reactions,
  jobs,
  levers: [filingDays, settleDays, hoursBeforeEnd] as never,
  // What is in force is read by everybody through a view; here stands who may change it.
  protects: [
    { table: 'emergency.activation', permissions: DECIDING, place: 'place' },
    { table: 'emergency.decision', permissions: DECIDING, place: 'place' },
    { table: 'emergency.raised', permissions: DECIDING, place: 'place' },
    { table: 'emergency.entry', permissions: DECIDING, place: 'place' },
    { table: 'emergency.report', permissions: REPORTING, place: 'place' },
    { table: 'emergency.kept', permissions: ENDING, place: 'place' },
    { table: 'emergency.destroyed', permissions: ENDING, place: 'place' },
    { table: 'emergency.certificate', permissions: ENDING, place: 'place' },
    { table: 'emergency.after_action', permissions: DECIDING, place: 'place' },
  ],
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
