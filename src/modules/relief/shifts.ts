import { answer, type AskContext } from '#kernel/ask.ts'
import { instant, millis } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { handler } from '#kernel/pipeline.ts'
import { organs } from '#modules/people/api.ts'
import { cancelShift, claimSeat, leaveSeat, listShifts, offerShift, type ShiftView } from './contract-shifts.ts'
import { shifts } from './levers.ts'
import { showPeople } from './shown.ts'
import { addRow, lockRow, type Row, setRow } from './store.ts'
import {
  holdShift,
  SEAT,
  type SeatRow,
  seatsOf,
  SHIFT,
  type ShiftRow,
  shiftsIn,
  standsElsewhere,
} from './store-shifts.ts'
import { demandPlace, demandUntil, may, namesFor, stamp, tell, wrong } from './tool.ts'

const offer = handler(offerShift, {
  load: (ctx, { place }) => demandPlace(ctx, place),
  allow: { permission: 'relief.offerShift', where: (_, { id, place }) => ({ place, subject: id }) },
  async handle(ctx, { id, place, title, spot, starts, ends, seats }) {
    const stamped = await stamp(ctx, shifts, place)
    await demandUntil(ctx, stamped, ends)
    if (millis(ends) <= millis(starts)) wrong('ends', 'before_starts')
    const facts = { title, spot, startsAt: starts, endsAt: ends, seats, byPost: ctx.actor.post }
    await addRow(ctx.tx, SHIFT, { id, ...stamped, ...facts })
    tell(ctx, shifts, { id, place })
    return { id }
  },
})

const cancel = handler(cancelShift, {
  load: async (ctx, { id }) =>
    (await lockRow<Row & Pick<ShiftRow, 'cancelledAt'>>(ctx.tx, SHIFT, id)) ?? refuse('not_found'),
  allow: { permission: 'relief.offerShift', where: ({ id, place }) => ({ place, subject: id }) },
  async handle(ctx, { id }, row) {
    const stamped = await stamp(ctx, shifts, row.place)
    if (row.cancelledAt) refuse('already')
    await setRow(ctx.tx, SHIFT, id, { ...stamped, cancelledAt: instant(ctx.now) })
    tell(ctx, shifts, row)
    return { id }
  },
})

const claim = handler(claimSeat, {
  async load(ctx, { shift }) {
    const found = (await holdShift(ctx.tx, shift)) ?? refuse('not_found')
    return { found, person: ctx.actor.person ?? refuse('unauthenticated') }
  },
  allow: { permission: 'relief.claimSeat', where: ({ person }, { id }) => ({ person, subject: id }) },
  async handle(ctx, { id, shift }, { found, person }) {
    const stamped = await stamp(ctx, shifts, found.place)
    if (found.cancelledAt || millis(found.ends) <= ctx.now) refuse('gone', { shift })
    const [mine] = (await seatsOf(ctx.tx, [shift])).filter((seat) => seat.person === person)
    if (mine) refuse('already')
    if (await standsElsewhere(ctx.tx, person, found)) refuse('conflict', { shift })
    if (found.taken >= found.seats) refuse('quota_full', { most: found.seats })
    await addRow(ctx.tx, SEAT, { id, ...stamped, shift, person, organ: ctx.actor.organ, claimedAt: stamped.touchedAt })
    tell(ctx, shifts, found)
    return { id, left: found.seats - found.taken - 1 }
  },
})

const leave = handler(leaveSeat, {
  load: async (ctx, { id }) => (await lockRow<SeatRow>(ctx.tx, SEAT, id)) ?? refuse('not_found'),
  allow: { permission: 'relief.claimSeat', where: ({ id, person }) => ({ person, subject: id }) },
  async handle(ctx, { id, reason }, row) {
    const stamped = await stamp(ctx, shifts, row.place)
    if (row.leftAt) refuse('already')
    await setRow(ctx.tx, SEAT, id, { ...stamped, leftAt: instant(ctx.now), whyLeft: reason })
    tell(ctx, shifts, row)
    return { id }
  },
})

const list = answer(listShifts, {
  permission: 'relief.shifts',
  purpose: 'relief_work',
  async run(ctx, { place = '', mine }) {
    const person = mine ? (ctx.actor.person ?? refuse('forbidden')) : undefined
    return { rows: await viewsOf(ctx, await shiftsIn(ctx.tx, { place, now: ctx.now, person })) }
  },
})

async function viewsOf(ctx: AskContext, rows: readonly ShiftRow[]): Promise<ShiftView[]> {
  const ids = rows.map(({ id }) => id)
  const seats = Map.groupBy(await seatsOf(ctx.tx, ids), ({ shift }) => shift)
  const led = (row: Row): readonly SeatRow[] => (may(ctx, 'relief.offerShift', row) ? (seats.get(row.id) ?? []) : [])
  const standing = rows.flatMap(led).map(({ person }) => person)
  const people = await showPeople(ctx, standing, { fields: 'shift' })
  const held = await organs(ctx.platform)
  const { placeName } = await namesFor(ctx, [])
  return rows.map(({ cancelledAt: _cancelledAt, ...row }) => {
    const mine = seats.get(row.id)?.find(({ person }) => person === ctx.actor.person)
    const free = !mine && row.taken < row.seats
    return {
      ...row,
      id: row.id as never,
      placeName: placeName(row.place),
      mine: (mine?.id ?? null) as never,
      people: led(row).map(({ person, organ }) => ({
        ...people(person),
        organ: organ ? (held.get(organ)?.name.zh ?? null) : null,
      })),
      can: [...(free ? ['claim' as const] : []), ...(may(ctx, 'relief.offerShift', row) ? ['cancel' as const] : [])],
    }
  })
}

export const shiftHandlers = [offer, cancel, claim, leave]
export const shiftAnswers = [list]
