import { z } from 'zod'
import { command, id, query } from '#kernel/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { PostId } from '#modules/posts/contract.ts'
import { Shown, Until, Why } from './contract.ts'

/** 值守班次: seats at a checkpoint, a shelter, a depot, claimed by whoever wants to help. */
export const ShiftId = id('ShiftId')
export const SeatId = id('SeatId')

export const ShiftView = z.object({
  id: ShiftId,
  place: z.string(),
  placeName: z.string(),
  title: z.string(),
  spot: z.string(),
  starts: z.string(),
  ends: z.string(),
  seats: z.number(),
  taken: z.number(),
  mine: SeatId.nullable().describe('my own seat'),
  people: z
    .array(Shown.extend({ seat: SeatId, organ: z.string().nullable() }))
    .describe('for whoever leads there only'),
  can: z.array(z.enum(['claim', 'assign', 'cancel'])),
})
export type ShiftView = z.infer<typeof ShiftView>

export const offerShift = command('relief.offerShift', {
  input: z.object({
    id: ShiftId,
    place: PlaceCode,
    title: z.string().trim().min(2).max(60),
    spot: z.string().trim().min(2).max(60).describe('which checkpoint or shelter'),
    starts: z.string().datetime(),
    ends: Until.describe('not beyond the hold'),
    seats: z.number().int().min(1).max(200),
  }),
  output: z.object({ id: ShiftId }),
  doc: 'Offers a shift to members who reported in and to volunteers.',
})
export const cancelShift = command('relief.cancelShift', {
  input: z.object({ id: ShiftId }),
  output: z.object({ id: ShiftId }),
  doc: 'The shift is not needed; whoever stands there is told. Refuses already.',
})
export const claimSeat = command('relief.claimSeat', {
  input: z.object({ id: SeatId, shift: ShiftId }),
  output: z.object({ id: SeatId, left: z.number() }),
  doc: 'Takes a seat. Refuses quota_full, already, conflict with another shift of one’s own at that time, gone when it is over.',
})
export const assignSeat = command('relief.assignSeat', {
  input: z.object({
    id: SeatId,
    shift: ShiftId,
    who: z.union([
      z.object({ post: PostId }),
      z.object({ name: z.string().trim().min(1).max(40), phone: z.string().regex(/^1\d{10}$/) }),
    ]),
  }),
  output: z.object({ id: SeatId, left: z.number() }),
  doc: 'Whoever leads there gives a seat to one of the staff or to somebody who offered himself; he is told and may give it back. Refuses as claimSeat.',
})
export const freeSeat = command('relief.freeSeat', {
  input: z.object({ id: SeatId, reason: Why }),
  output: z.object({ id: SeatId }),
  doc: 'Whoever leads there frees a seat; who stood there is told. Refuses already.',
})
export const leaveSeat = command('relief.leaveSeat', {
  input: z.object({ id: SeatId, reason: Why }),
  output: z.object({ id: SeatId }),
  doc: 'Gives a seat back.',
})
export const listShifts = query('relief.shifts', {
  input: z.object({
    place: PlaceCode.optional().describe('default: the county of one’s own post'),
    mine: z.boolean().optional(),
  }),
  output: z.object({ rows: z.array(ShiftView) }),
  doc: 'Shifts that are not over, by their beginning. Who stands there is shown to whoever leads there; they see that read.',
})
