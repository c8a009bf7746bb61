import { answer } from '#kernel/ask.ts'
import { instant } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { findOrAddResident } from '#modules/people/api.ts'
import { listWalkIns, seeOff, takeIn } from './contract-walk-ins.ts'
import { shelters } from './levers.ts'
import { showPeople } from './shown.ts'
import { addRow, setRow, type Stamp } from './store.ts'
import { holdShelter } from './store-evacuation.ts'
import { WALK_IN, walkInsOf, type WalkInRow, whereIs } from './store-walk-ins.ts'
import { demandPast, lockHeld, may, stamp, tell } from './tool.ts'

const taking = handler(takeIn, {
  load: async (ctx, { shelter }) => (await holdShelter(ctx.tx, shelter, ctx.now)) ?? refuse('not_found'),
  allow: {
    permission: 'relief.takeIn',
    where: ({ place, contact }, { id }) => ({ place, post: contact, subject: id }),
  },
  purpose: 'disaster_ready',
  async handle(ctx, { id, name, phone, from, note, at }, shelter) {
    const stamped = await stamp(ctx, shelters, shelter.place)
    if (shelter.closedAt) refuse('gone', { shelter: shelter.id })
    const arrivedAt = instant(demandPast(ctx, at, shelter.openedAt))
    const person = phone ? await demandUnlisted(ctx, stamped, { phone, name }) : null
    const facts = { shelter: shelter.id, keeper: shelter.contact, person, name, fromWhere: from, note }
    await addRow(ctx.tx, WALK_IN, { id, ...stamped, ...facts, arrivedAt, byPost: ctx.actor.post })
    ctx.concerns(person)
    tell(ctx, shelters, shelter)
    return { id, inside: shelter.inside + 1, beds: shelter.beds }
  },
})

/** Whoever is on a list is not counted twice: of him it is said that he arrived. */
async function demandUnlisted(
  ctx: CommandContext,
  { hold }: Stamp,
  { phone, name }: { phone: string; name: string },
): Promise<string> {
  const person = await findOrAddResident(ctx.tx, { phone, name, now: ctx.now })
  const { listed, lodged } = await whereIs(ctx.tx, person, { hold, now: ctx.now })
  if (listed) refuse('already', { problems: [{ path: 'phone', problem: 'on_a_list' }] })
  if (lodged) refuse('already')
  return person
}

const leaving = handler(seeOff, {
  load: (ctx, { id }) => lockHeld<WalkInRow>(ctx, WALK_IN, id),
  allow: {
    permission: 'relief.takeIn',
    where: ({ id, place, keeper }) => ({ place, post: keeper, subject: id }),
  },
  async handle(ctx, { id, to, at }, row) {
    const stamped = await stamp(ctx, shelters, row.place)
    if (row.leftAt) refuse('already')
    await setRow(ctx.tx, WALK_IN, id, {
      ...stamped,
      leftAt: instant(demandPast(ctx, at, row.arrivedAt)),
      toWhere: to,
    })
    ctx.concerns(row.person)
    tell(ctx, shelters, { id: row.shelter, place: row.place })
    return { id }
  },
})

const list = answer(listWalkIns, {
  permission: 'relief.takeIn',
  purpose: 'disaster_ready',
  async run(ctx, { shelter, left, limit, cursor }) {
    const found = (await holdShelter(ctx.tx, shelter, ctx.now)) ?? refuse('not_found')
    if (!may(ctx, 'relief.takeIn', { place: found.place, post: found.contact })) refuse('not_found')
    // Whoever answers for it sees them wherever it stands.
    const scope = { ...ctx.scope, lo: '', hi: '~' }
    const asked = { scope, place: '', limit: limit + 1, after: readCursor(cursor, 2) }
    const { rows, next } = pageOf(await walkInsOf(ctx.tx, shelter, left, asked), limit, (row) => [row.place, row.id])
    const people = await showPeople(
      ctx,
      rows.flatMap(({ person }) => person ?? []),
      { subject: shelter, fields: 'name phone' },
    )
    return {
      rows: rows.map(({ person, keeper, place, shelter: _shelter, ...row }) => ({
        ...row,
        id: row.id as never,
        phoneMasked: person ? people(person).phoneMasked : null,
        can: !row.leftAt && may(ctx, 'relief.takeIn', { place, post: keeper }) ? ['seeOff' as const] : [],
      })),
      next,
    }
  },
})

export const walkInHandlers = [taking, leaving]
export const walkInAnswers = [list]
