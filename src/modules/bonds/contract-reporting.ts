import { z } from 'zod'
import { command, DayText, id, query } from '#kernel/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'

/** 双报到: departments send their members to communities for a period; members claim what is to be done there. */
export const WorkId = id('WorkId')
export const ClaimId = id('ClaimId')

const Work = z.object({
  id: WorkId,
  place: z.string(),
  placeName: z.string(),
  title: z.string(),
  about: z.string(),
  seats: z.number(),
  taken: z.number(),
  from: DayText,
  until: DayText,
  mine: ClaimId.nullable().describe('my own claim of it'),
})
export const offerWork = command('bonds.offerWork', {
  input: z.object({
    id: WorkId,
    place: PlaceCode.describe('a community or village'),
    title: z.string().trim().min(2).max(60),
    about: z.string().trim().max(500).default(''),
    seats: z.number().int().min(1).max(500),
    from: DayText,
    until: DayText,
  }),
  output: Work,
  doc: 'A community says what members who report in may take on, and how many of them.',
})
export const claimWork = command('bonds.claimWork', {
  input: z.object({ id: ClaimId, work: WorkId }),
  output: z.object({ id: ClaimId, left: z.number() }),
  doc: 'A member of a department that is bound to the community claims a seat. Refuses quota_full and already.',
})
export const leaveWork = command('bonds.leaveWork', {
  input: z.object({ id: ClaimId, reason: z.string().trim().min(2).max(200) }),
  output: z.object({ id: ClaimId }),
  doc: 'Gives a claimed seat back.',
})
export const listReporting = query('bonds.reporting', {
  input: z.object({ place: PlaceCode.optional().describe('default: own scope') }),
  output: z.object({
    departments: z.array(
      z.object({
        organ: z.string(),
        name: z.string(),
        place: z.string(),
        placeName: z.string(),
        from: DayText,
        until: DayText.nullable(),
        members: z.number().describe('who have claimed something'),
        reported: z.number().describe('cases that they reported there'),
        handled: z.number().describe('steps by which they moved cases on there'),
        visits: z.number().describe('doors where they talked with somebody'),
        orders: z.number().describe('orders that they answered there'),
      }),
    ),
    work: z.array(Work),
  }),
  doc: 'Departments that report in, what they have done there (cases, visits, orders; never attendance), and what is to be claimed.',
})
