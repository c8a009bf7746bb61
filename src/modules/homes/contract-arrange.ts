import { z } from 'zod'
import { command, event, id } from '#kernel/contract.ts'
import { Origin } from '#modules/people/contract-entries.ts'
import { OrganId } from '#modules/people/contract.ts'
import { Days, DwellingId, HouseholdId, MemberId, RELATIONS } from './contract.ts'

/** 分户, 并户, 搬家: acts over whole households, each of which can be undone; and seats of organs. */
const ActId = id('ActId')
const Arranged = z.object({ act: ActId, household: HouseholdId, other: HouseholdId })
export const splitHousehold = command('homes.split', {
  input: z.object({
    act: ActId,
    household: HouseholdId,
    into: HouseholdId.describe('id of the new one'),
    dwelling: DwellingId.optional().describe('default: the same door'),
    members: z
      .array(z.object({ member: MemberId, relation: z.enum(RELATIONS) }))
      .min(1)
      .max(40)
      .describe('who go, each with the relation to the new head; exactly one is the head'),
    ...Days,
    origin: Origin.optional(),
  }),
  output: Arranged,
  doc: '分户: some members are a household of their own. Can be undone by homes.undo. Refuses conflict, invalid.',
})
export const mergeHouseholds = command('homes.merge', {
  input: z.object({
    act: ActId,
    household: HouseholdId.describe('stays'),
    gone: HouseholdId,
    ...Days,
    origin: Origin.optional(),
  }),
  output: Arranged,
  doc: '并户: the members of one go on in the other. Can be undone. Refuses conflict, same_person when it is one household.',
})
export const moveHousehold = command('homes.move', {
  input: z.object({
    act: ActId,
    household: HouseholdId,
    dwelling: DwellingId,
    ...Days,
    origin: Origin.optional(),
  }),
  output: Arranged,
  doc: 'The whole household goes on behind another door, as the household it is. Can be undone. Refuses conflict, not_found.',
})
export const undoAct = command('homes.undo', {
  input: z.object({ act: ActId, origin: Origin.optional() }),
  output: z.object({ act: ActId }),
  doc: 'Takes a split, merge or move back; every row is as it was. Refuses already, conflict when something was built on it.',
})

export const placeOrgan = command('homes.placeOrgan', {
  input: z.object({ id: id('PremisesId'), organ: OrganId, dwelling: DwellingId, ...Days, origin: Origin.optional() }),
  output: z.object({ id: z.string() }),
  doc: 'A firm, shop or other organ has its seat in a dwelling from a day on.',
})

/**
 * A household moved as a whole and is the same one: `from` and `to` are the places (grids) it left and came to, `was` and `dwelling`
 * the doors. A move that is undone is told as the way back, `undone`.
 */
export const householdMoved = event(
  'homes.householdMoved',
  z.object({
    household: z.string(),
    from: z.string(),
    to: z.string(),
    was: z.string(),
    dwelling: z.string(),
    place: z.string().describe('where it is now: the same as `to`'),
    day: z.string(),
    undone: z.boolean(),
  }),
)
