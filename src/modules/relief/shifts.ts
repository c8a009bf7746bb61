import { answer, type AskContext } from '#kernel/ask.ts'
import { instant, millis, minuteOf } from '#kernel/clock.ts'
import type { InputOf } from '#kernel/contract.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { notify } from '#modules/notices/api.ts'
import { findOrAddResident, organs } from '#modules/people/api.ts'
import { ancestorAt } from '#modules/places/contract.ts'
import { roster } from '#modules/posts/api.ts'
import {
  assignSeat,
  cancelShift,
  claimSeat,
  freeSeat,
  leaveSeat,
  listShifts,
  offerShift,
  type ShiftView,
} from './contract-shifts.ts'
import { shifts } from './levers.ts'
import { showPeople } from './shown.ts'
import { addRow, type Row, setRow, type Stamp } from './store.ts'
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
import { demandPlace, demandUntil, lockHeld, may, namesFor, stamp, tell, wrong } from './tool.ts'

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
  async load(ctx, { id }) {
    // First, as whoever takes a seat does, so that the two wait in one direction only.
    await holdShift(ctx.tx, id, ctx.now)
    return lockHeld<Row & Pick<ShiftRow, 'cancelledAt'>>(ctx, SHIFT, id)
  },
  allow: { permission: 'relief.offerShift', where: ({ id, place }) => ({ place, subject: id }) },
  async handle(ctx, { id }, row) {
    const stamped = await stamp(ctx, shifts, row.place)
    if (row.cancelledAt) refuse('already')
    await setRow(ctx.tx, SHIFT, id, { ...stamped, cancelledAt: instant(ctx.now) })
    const shift = (await holdShift(ctx.tx, id, ctx.now)) ?? refuse('not_found')
    for (const { person } of await seatsOf(ctx.tx, [id])) await tellSeat(ctx, person, 'relief_shift_off', shift)
    tell(ctx, shifts, row)
    return { id }
  },
})

const claim = handler(claimSeat, {
  async load(ctx, { shift }) {
    const found = (await holdShift(ctx.tx, shift, ctx.now)) ?? refuse('not_found')
    return { found, person: ctx.actor.person ?? refuse('unauthenticated') }
  },
  allow: { permission: 'relief.claimSeat', where: ({ person }, { id }) => ({ person, subject: id }) },
  async handle(ctx, { id }, { found, person }) {
    const stamped = await stamp(ctx, shifts, found.place)
    return sit(ctx, stamped, found, { id, person, organ: ctx.actor.organ })
  },
})

type Sitting = { id: InputOf<typeof claimSeat>['id']; person: string; organ: string | null }
async function sit(ctx: CommandContext, stamped: Stamp, shift: ShiftRow, { id, person, organ }: Sitting) {
  if (shift.cancelledAt || millis(shift.ends) <= ctx.now) refuse('gone', { shift: shift.id })
  const [there] = (await seatsOf(ctx.tx, [shift.id])).filter((seat) => seat.person === person)
  if (there) refuse('already')
  if (await standsElsewhere(ctx.tx, person, { ...shift, hold: stamped.hold, now: ctx.now }))
    refuse('conflict', { shift: shift.id })
  if (shift.taken >= shift.seats) refuse('quota_full', { most: shift.seats })
  await addRow(ctx.tx, SEAT, { id, ...stamped, shift: shift.id, person, organ, claimedAt: stamped.touchedAt })
  tell(ctx, shifts, shift)
  return { id, left: shift.seats - shift.taken - 1 }
}

const assign = handler(assignSeat, {
  load: async (ctx, { shift }) => (await holdShift(ctx.tx, shift, ctx.now)) ?? refuse('not_found'),
  allow: { permission: 'relief.offerShift', where: ({ place }, { id }) => ({ place, subject: id }) },
  purpose: 'relief_work',
  async handle(ctx, { id, who }, shift) {
    const stamped = await stamp(ctx, shifts, shift.place)
    const { person, organ } = await calledUp(ctx, who)
    ctx.concerns(person)
    const sat = await sit(ctx, stamped, shift, { id, person, organ })
    await tellSeat(ctx, person, 'relief_shift', shift)
    return sat
  },
})

async function calledUp(ctx: CommandContext, who: InputOf<typeof assignSeat>['who']) {
  if (!('post' in who)) return { person: await findOrAddResident(ctx.tx, { ...who, now: ctx.now }), organ: null }
  return (await roster(ctx.platform)).get(who.post) ?? wrong('who.post', 'no_such_post')
}

const tellSeat = (
  ctx: CommandContext,
  person: string,
  kind: 'relief_shift' | 'relief_shift_off',
  { title, spot, starts, place }: ShiftRow,
): Promise<unknown> =>
  notify(ctx, {
    to: { person },
    kind,
    params: { title: `${spot} · ${title}`, when: minuteOf(millis(starts)) },
    subject: null,
    urgent: false,
    place,
  })

const leave = handler(leaveSeat, {
  load: (ctx, { id }) => lockHeld<SeatRow>(ctx, SEAT, id),
  allow: { permission: 'relief.claimSeat', where: ({ id, person }) => ({ person, subject: id }) },
  async handle(ctx, { id, reason }, row) {
    await giveUp(ctx, row, reason)
    return { id }
  },
})

async function giveUp(ctx: CommandContext, row: SeatRow, reason: string): Promise<void> {
  const stamped = await stamp(ctx, shifts, row.place)
  if (row.leftAt) refuse('already')
  await setRow(ctx.tx, SEAT, row.id, { ...stamped, leftAt: instant(ctx.now), whyLeft: reason })
  tell(ctx, shifts, row)
}

const free = handler(freeSeat, {
  load: (ctx, { id }) => lockHeld<SeatRow>(ctx, SEAT, id),
  allow: { permission: 'relief.offerShift', where: ({ id, place }) => ({ place, subject: id }) },
  async handle(ctx, { id, reason }, row) {
    await giveUp(ctx, row, reason)
    ctx.concerns(row.person)
    const shift = (await holdShift(ctx.tx, row.shift, ctx.now)) ?? refuse('not_found')
    await tellSeat(ctx, row.person, 'relief_shift_off', shift)
    return { id }
  },
})

const list = answer(listShifts, {
  permission: 'relief.shifts',
  purpose: 'relief_work',
  async run(ctx, { place: wanted, mine }) {
    const place = wanted ?? (mine ? '' : ancestorAt(ctx.actor.place ?? '', 'county'))
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
    const open = row.taken < row.seats
    const leads = may(ctx, 'relief.offerShift', row)
    return {
      ...row,
      id: row.id as never,
      placeName: placeName(row.place),
      mine: (mine?.id ?? null) as never,
      people: led(row).map(({ id, person, organ }) => ({
        ...people(person),
        seat: id as never,
        organ: organ ? (held.get(organ)?.name.zh ?? null) : null,
      })),
      can: [
        ...(open && !mine ? ['claim' as const] : []),
        ...(open && leads ? ['assign' as const] : []),
        ...(leads ? ['cancel' as const] : []),
      ],
    }
  })
}

export const shiftHandlers = [offer, cancel, claim, assign, free, leave]
export const shiftAnswers = [list]
