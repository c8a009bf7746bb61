import { randomInt } from 'node:crypto'
import { answer, type AskContext } from '#kernel/ask.ts'
import { instant, millis, minuteOf } from '#kernel/clock.ts'
import type { InputOf } from '#kernel/contract.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler, tokenOf } from '#kernel/pipeline.ts'
import { notify } from '#modules/notices/api.ts'
import { findOrAddResident, maskName } from '#modules/people/api.ts'
import { crossPass, endPass, givePass, listPasses, type PassView } from './contract-passes.ts'
import { passes } from './levers.ts'
import { showPeople } from './shown.ts'
import { addRow, setRow } from './store.ts'
import { CROSSING, findPass, PASS, passesIn, type PassRow } from './store-passes.ts'
import { readPeople } from './store-people.ts'
import { demandPlace, demandUntil, lockHeld, may, namesFor, stamp, tell, wrong } from './tool.ts'

/** Without letters and digits that look alike. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const newCode = (): string => Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')

const give = handler(givePass, {
  load: (ctx, { place }) => demandPlace(ctx, place),
  allow: { permission: 'relief.givePass', where: (_, { id, place }) => ({ place, subject: id }) },
  purpose: 'relief_work',
  async handle(ctx, input) {
    const { id, place, reason, why, until, plate = null } = input
    const stamped = await stamp(ctx, passes, place)
    await demandUntil(ctx, stamped, until)
    const from = input.from ?? stamped.touchedAt
    if (millis(until) <= millis(from)) wrong('until', 'before_from')
    const person = await holderOf(ctx, input)
    const code = newCode()
    const facts = { code, token: tokenOf(code), person, plate, reason, why, byPost: ctx.actor.post }
    await addRow(ctx.tx, PASS, { id, ...stamped, ...facts, fromAt: from, untilAt: until })
    if (person) await tellHolder(ctx, person, { place, code, until })
    tell(ctx, passes, input)
    return { id, code }
  },
})

async function holderOf(
  ctx: CommandContext,
  { person, caller, plate }: InputOf<typeof givePass>,
): Promise<string | null> {
  const held = person ?? (caller ? await findOrAddResident(ctx.tx, { ...caller, now: ctx.now }) : null)
  if (!held && !plate) wrong('person', 'person_or_plate')
  if (person && (await readPeople(ctx.tx, [person])).length === 0) wrong('person', 'no_such_person')
  return held
}

async function tellHolder(
  ctx: CommandContext,
  person: string,
  { place, code, until }: { place: string; code: string; until: string },
) {
  ctx.concerns(person)
  const params = { number: code, until: minuteOf(millis(until)) }
  await notify(ctx, { to: { person }, kind: 'relief_pass', params, subject: null, urgent: true, place })
}

const end = handler(endPass, {
  load: (ctx, { id }) => lockHeld<PassRow>(ctx, PASS, id),
  allow: { permission: 'relief.givePass', where: ({ id, place }) => ({ place, subject: id }) },
  purpose: 'relief_work',
  async handle(ctx, { id, reason }, row) {
    const stamped = await stamp(ctx, passes, row.place)
    if (row.endedAt) refuse('already')
    await setRow(ctx.tx, PASS, id, { ...stamped, endedAt: stamped.touchedAt, whyEnded: reason })
    ctx.concerns(row.person)
    tell(ctx, passes, row)
    return { id }
  },
})

/** Whoever stands at a checkpoint of his place reads what its code opens, and no more of it than he needs there. */
const cross = handler(crossPass, {
  async load(ctx, { place }) {
    await demandPlace(ctx, place)
    return null
  },
  allow: { permission: 'relief.crossPass', where: (_, { id, place }) => ({ place, subject: id }) },
  purpose: 'relief_work',
  secret: ({ code }) => code,
  async handle(ctx, { id, place, code, way }) {
    const stamped = await stamp(ctx, passes, place)
    const pass = (await findPass(ctx.tx, tokenOf(code), stamped.hold, ctx.now)) ?? refuse('not_found')
    if (pass.endedAt || millis(pass.until) <= ctx.now)
      refuse('gone', { until: pass.endedAt ?? pass.until, ended: pass.endedAt !== null })
    if (millis(pass.from) > ctx.now) refuse('too_soon', { from: pass.from })
    const seen = { pass: pass.id, person: pass.person, way, at: instant(ctx.now), byPost: ctx.actor.post }
    await addRow(ctx.tx, CROSSING, { id, ...stamped, ...seen })
    ctx.concerns(pass.person)
    tell(ctx, passes, { id, place })
    const [holder] = await readPeople(ctx.tx, pass.person ? [pass.person] : [])
    const { placeName } = await namesFor(ctx, [])
    const { plate, reason, until } = pass
    return { name: holder ? maskName(holder.name) : null, plate, reason, until, placeName: placeName(pass.place) }
  },
})

const list = answer(listPasses, {
  permission: 'relief.passes',
  purpose: 'relief_work',
  async run(ctx, { place = '', limit, cursor, live, mine: only = ctx.actor.kind === 'resident' }) {
    const scope = only ? { ...ctx.scope, lo: '', hi: '~' } : ctx.scope
    const mine = only ? (ctx.actor.person ?? refuse('forbidden')) : undefined
    const after = readCursor(cursor, 2)
    const found = await passesIn(ctx.tx, { scope, place, limit: limit + 1, after, now: ctx.now, live, mine })
    const { rows, next } = pageOf(found, limit, (row) => [row.place, row.id])
    return { rows: await viewsOf(ctx, rows), next }
  },
})

async function viewsOf(ctx: AskContext, rows: readonly PassRow[]): Promise<PassView[]> {
  const holders = rows.flatMap(({ person }) => person ?? [])
  const people = await showPeople(ctx, holders, { fields: 'pass' })
  const names = await namesFor(
    ctx,
    rows.map(({ by }) => by),
  )
  return rows.map(({ person, by, goesOn, ...row }) => ({
    ...row,
    id: row.id as never,
    placeName: names.placeName(row.place),
    person: person ? people(person) : null,
    by: names.by(by),
    live: goesOn && !row.endedAt && millis(row.from) <= ctx.now && ctx.now < millis(row.until),
    can: goesOn && !row.endedAt && may(ctx, 'relief.givePass', row) ? ['end' as const] : [],
  }))
}

export const passHandlers = [give, end, cross]
export const passAnswers = [list]
