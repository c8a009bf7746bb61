import { z } from 'zod'
import { query } from '#kernel/contract.ts'
import { By } from './contract.ts'
import { LINE_STATES, LineId } from './contract-checks.ts'
import { EVACUEE_STATES } from './contract-evacuation.ts'
import { BECAME } from './contract-hotline.ts'
import { DOOR_STATES, HELP } from './contract-sweeps.ts'

/** What stands about oneself; stays, passes, property, shifts and entries of who is looked for are asked for by their own lists. */
export const reliefMine = query('relief.mine', {
  input: z.object({}),
  output: z.object({
    moving: z.array(
      z.object({
        address: z.string(),
        state: z.enum(EVACUEE_STATES),
        shelter: z.object({ name: z.string(), address: z.string() }).nullable(),
        escort: By,
        returnAllowed: z.boolean(),
      }),
    ),
    lines: z
      .array(
        z.object({
          id: LineId,
          title: z.string(),
          source: z.string().describe('name of the organ whose list it is'),
          sourceNumber: z.string(),
          purpose: z.string(),
          basis: z.string(),
          reason: z.string(),
          evidence: z.string(),
          until: z.string().describe('when the list is destroyed'),
          state: z.enum(LINE_STATES),
          disputed: z.string().nullable(),
          disputeAnswer: z.string().nullable(),
          struck: z.boolean().describe('taken off it since'),
          can: z.array(z.enum(['dispute'])),
        }),
      )
      .describe('lists on which one is, and why'),
    doors: z
      .array(
        z.object({
          title: z.string().describe('of the sweep'),
          state: z.enum(DOOR_STATES),
          saidAt: z.string().nullable(),
          help: z.array(z.enum(HELP)),
          note: z.string(),
          helped: z.string().nullable().describe('what came of the help that was asked for'),
        }),
      )
      .describe('what was written down at one’s own door, for the head of the household'),
    calls: z.array(
      z.object({
        text: z.string(),
        takenAt: z.string(),
        became: z.enum(BECAME).nullable(),
        answer: z.string().nullable(),
      }),
    ),
  }),
  doc: 'What there is about oneself: where one is to be moved, on which lists one is and why, what became of one’s calls.',
})
