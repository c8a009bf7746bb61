import { answer, type AskContext } from '#kernel/ask.ts'
import { covers } from '#kernel/authorise.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { notify } from '#modules/notices/api.ts'
import { findOrAddResident } from '#modules/people/api.ts'
import { likeSeek, listSeeks, matchSeek, seek, type SeekView, withdrawSeek } from './contract-reunification.ts'
import { reunification } from './levers.ts'
import { ranked } from './likeness.ts'
import { showPeople } from './shown.ts'
import { addRow, setRow } from './store.ts'
import { findSeek, SEEK, type SeekRow, seeksIn } from './store-reunification.ts'
import { demandPlace, lockHeld, may, namesFor, stamp, tell, wrong } from './tool.ts'

/** Looked through when asked for what is like an entry. */
const MOST = 2000

const enter = handler(seek, {
  async load(ctx, { place, contact }) {
    await demandPlace(ctx, place)
    if (ctx.actor.kind === 'resident') return ctx.actor.person
    return contact ? findOrAddResident(ctx.tx, { ...contact, now: ctx.now }) : wrong('contact', 'whom_to_tell')
  },
  allow: {
    permission: 'relief.seek',
    where: (person, { id, place }) => ({ place, person, subject: id }),
  },
  purpose: 'relief_work',
  async handle(ctx, { contact: _contact, ...input }, contact) {
    const stamped = await stamp(ctx, reunification, input.place)
    const said = { contact, saidAt: stamped.touchedAt, byPost: ctx.actor.post }
    await addRow(ctx.tx, SEEK, { ...input, ...stamped, ...said })
    ctx.concerns(contact)
    tell(ctx, reunification, input)
    return { id: input.id }
  },
})

const lockSeek = (ctx: CommandContext, id: string): Promise<SeekRow> => lockHeld(ctx, SEEK, id)

/** Whoever matches must have both in his reach; a county does it for its townships. */
const match = handler(matchSeek, {
  async load(ctx, { id, other }) {
    // In one order, so that two who match crosswise do not wait for each other.
    const [first, second] = [id, other].toSorted()
    const rows = [await lockSeek(ctx, first ?? id), await lockSeek(ctx, second ?? other)]
    const [one, another] = rows[0]?.id === id ? rows : rows.toReversed()
    return { one: one ?? refuse('not_found'), another: another ?? refuse('not_found') }
  },
  allow: { permission: 'relief.matchSeek', where: ({ one }) => ({ place: one.place, subject: one.id }) },
  purpose: 'relief_work',
  async handle(ctx, { id, other }, { one, another }) {
    if (!covers(ctx.scope, { place: another.place })) refuse('forbidden', { permission: 'relief.matchSeek' })
    if (one.kind === another.kind) refuse('conflict', { kind: one.kind })
    if (one.state !== 'open' || another.state !== 'open') refuse('already')
    const office = (await namesFor(ctx, [ctx.actor.post])).by(ctx.actor.post)
    for (const [row, matched] of [
      [one, other],
      [another, id],
    ] as const) {
      const stamped = await stamp(ctx, reunification, row.place)
      await setRow(ctx.tx, SEEK, row.id, { ...stamped, state: 'matched', matched, matchedPost: ctx.actor.post })
      await tellContact(ctx, row, office?.title ?? '')
      tell(ctx, reunification, row)
    }
    return { id, other }
  },
})

/** Not whom to call, but whom to turn to: not everybody who looks for somebody should find him. */
async function tellContact(ctx: CommandContext, { contact, place }: SeekRow, title: string): Promise<void> {
  ctx.concerns(contact)
  await notify(ctx, {
    to: { person: contact },
    kind: 'relief_match',
    params: { title },
    subject: null,
    urgent: true,
    place,
  })
}

const withdraw = handler(withdrawSeek, {
  load: (ctx, { id }) => lockSeek(ctx, id),
  allow: {
    permission: 'relief.seek',
    where: ({ id, place, contact }) => ({ place, person: contact, subject: id }),
  },
  async handle(ctx, { id }, row) {
    const stamped = await stamp(ctx, reunification, row.place)
    if (row.state !== 'open') refuse('already')
    await setRow(ctx.tx, SEEK, id, { ...stamped, state: 'withdrawn' })
    tell(ctx, reunification, row)
    return { id }
  },
})

const list = answer(listSeeks, {
  permission: 'relief.seek',
  purpose: 'relief_work',
  async run(ctx, { place = '', limit, cursor, kind, open, mine: only = ctx.actor.kind === 'resident' }) {
    const scope = only ? { ...ctx.scope, lo: '', hi: '~' } : ctx.scope
    const mine = only ? (ctx.actor.person ?? refuse('forbidden')) : undefined
    const after = readCursor(cursor, 2)
    const found = await seeksIn(ctx.tx, { scope, place, limit: limit + 1, after, kind, open, mine })
    const { rows, next } = pageOf(found, limit, (row) => [row.place, row.id])
    return {
      rows: await viewsOf(
        ctx,
        rows.map((row) => ({ row, like: [] })),
      ),
      next,
    }
  },
})

const like = answer(likeSeek, {
  permission: 'relief.matchSeek',
  purpose: 'relief_work',
  async run(ctx, { id }) {
    const one = (await findSeek(ctx.tx, id)) ?? refuse('not_found')
    if (!covers(ctx.scope, { place: one.place })) refuse('not_found')
    const kind = one.kind === 'looking' ? 'found' : 'looking'
    const others = await seeksIn(ctx.tx, { scope: ctx.scope, place: '', limit: MOST, kind, open: true })
    return { rows: await viewsOf(ctx, ranked(one, others).slice(0, 20)) }
  },
})

async function viewsOf(
  ctx: AskContext,
  rows: readonly { row: SeekRow; like: SeekView['like'] }[],
): Promise<SeekView[]> {
  const contacts = rows.map(({ row }) => row.contact)
  const people = await showPeople(ctx, contacts, { fields: 'reunification' })
  const names = await namesFor(
    ctx,
    rows.flatMap(({ row }) => [row.by, row.matchedBy]),
  )
  return rows.map(({ row: { contact, by, matchedBy, ...row }, like: alike }) => {
    const open = row.state === 'open'
    return {
      ...row,
      id: row.id as never,
      placeName: names.placeName(row.place),
      contact: people(contact),
      by: names.by(by),
      matched: row.matched as never,
      matchedBy: names.by(matchedBy),
      like: alike,
      can: [
        ...(open && may(ctx, 'relief.matchSeek', row) ? ['match' as const] : []),
        ...(open && may(ctx, 'relief.seek', { place: row.place, person: contact }) ? ['withdraw' as const] : []),
      ],
    }
  })
}

export const seekHandlers = [enter, match, withdraw]
export const seekAnswers = [list, like]
