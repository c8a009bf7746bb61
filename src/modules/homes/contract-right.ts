import { z } from 'zod'
import { command } from '#kernel/contract.ts'
import { PersonId } from '#modules/people/contract.ts'
import { HouseholdId, MemberGiven, MemberId, RELATIONS } from './contract.ts'

/** What was found to be right of a household after somebody contested it: who is its head, who belongs to it and how. */
export const setRight = command('homes.setRight', {
  input: z.object({
    household: HouseholdId,
    relation: z.object({ person: PersonId, is: z.enum(RELATIONS) }).optional(),
    head: PersonId.optional().describe('a member'),
    leave: z.array(MemberId).max(40).default([]).describe('who do not belong to it, and never did'),
    join: z.array(MemberGiven).max(20).default([]).describe('who belong to it and were not entered'),
    post: z.string().nullable().describe('who decided so'),
  }),
  output: z.object({ household: HouseholdId }),
  doc: 'The register as it was decided: all of it or nothing. Refuses conflict, not_found.',
  inward: true,
})
