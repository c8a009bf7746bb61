import { z } from 'zod'
import { command } from '#kernel/contract.ts'
import { LineId } from './contract-checks.ts'
import { Why } from './contract.ts'

/** 异议: whoever is on a list of people says that it is wrong (relief.disputeLine), and is answered. */
export const answerDispute = command('relief.answerDispute', {
  input: z.object({
    line: LineId,
    upheld: z.boolean().describe('it was wrong: the line is struck off'),
    answer: Why.describe('said to the person'),
  }),
  output: z.object({ line: LineId, struck: z.boolean() }),
  doc: 'Answers whoever says that he is on a list by mistake; not by the one who laid the line. Who is right is off the list at once. Refuses same_person, already, conflict without a dispute, gone when the list is over.',
})
export const callDispute = command('relief.callDispute', {
  input: z.object({ line: LineId }),
  output: z.object({ struck: z.boolean() }),
  doc: 'By the system: nobody answered within the time (lever relief.hoursToAnswerDispute). First those above are told; after twice the time the line is struck off, since silence does not count against whoever asked.',
  inward: true,
})
