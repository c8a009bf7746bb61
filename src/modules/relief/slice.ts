import type { Slice } from '#kernel/slice.ts'
import { checkHandlers } from './commands-checks.ts'
import { evacuationHandlers } from './commands-evacuation.ts'
import { shelterHandlers } from './commands-shelters.ts'
import { sweepHandlers } from './commands-sweeps.ts'
import { callingDisputes, disputeHandlers } from './disputes.ts'
import { grants } from './grants.ts'
import { endingChecks } from './jobs.ts'
import { hoursToAnswerDispute, TOOLS } from './levers.ts'
import { protects } from './protecting.ts'
import { checkAnswers } from './queries-checks.ts'
import { open } from './queries-open.ts'
import { evacuationAnswers } from './queries-evacuation.ts'
import { ground, room } from './queries-room.ts'
import { sweepAnswers } from './queries-sweeps.ts'
import { requisitionAnswers, requisitionHandlers } from './requisition.ts'
import { retention } from './retention.ts'
import { stayAnswers, stayHandlers } from './stays.ts'
import { mine } from './queries-mine.ts'
import { passAnswers, passHandlers } from './passes.ts'
import { hotlineAnswers, hotlineHandlers } from './hotline.ts'
import { shiftAnswers, shiftHandlers } from './shifts.ts'
import { seekAnswers, seekHandlers } from './reunification.ts'
import { firmAnswers, firmHandlers } from './firms.ts'

export const slice: Slice = {
  name: 'relief',
  handlers: [
    ...shelterHandlers,
    ...evacuationHandlers,
    ...sweepHandlers,
    ...checkHandlers,
    ...disputeHandlers,
    ...requisitionHandlers,
    ...stayHandlers,
    ...passHandlers,
    ...hotlineHandlers,
    ...shiftHandlers,
    ...seekHandlers,
    ...firmHandlers,
  ],
  answers: [
    ...evacuationAnswers,
    ...sweepAnswers,
    ...checkAnswers,
    ...requisitionAnswers,
    ...stayAnswers,
    ...passAnswers,
    ...hotlineAnswers,
    ...shiftAnswers,
    ...seekAnswers,
    ...firmAnswers,
    mine,
    room,
    open,
    ground,
  ],
  grants,
  jobs: [endingChecks, callingDisputes],
  levers: [...TOOLS, hoursToAnswerDispute] as never,
  protects,
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}
