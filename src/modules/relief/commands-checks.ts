import { millis, minuteOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { notify } from '#modules/notices/api.ts'
import { organs } from '#modules/people/api.ts'
import { ancestorAt, LEVELS } from '#modules/places/contract.ts'
import { roster } from '#modules/posts/api.ts'
import { addToCheck, answerLine, closeCheck, disputeLine, endCheck, signCheck, startCheck } from './contract-checks.ts'
import { grants } from './grants.ts'
import { checks } from './levers.ts'
import { type Given, type Refused, sift } from './listing.ts'
import { addRow, say, setRow, type Stamp } from './store.ts'
import {
  CHECK,
  type CheckRow,
  countWaiting,
  destroyCheck,
  findCheck,
  insertLines,
  LINE,
  LINE_WORD,
  type LineRow,
  putOut,
} from './store-checks.ts'
import { demandPast, demandPlace, demandUntil, lockHeld, stamp, tell, wrong } from './tool.ts'

type Listing = Pick<CheckRow, 'id' | 'place' | 'kind' | 'title' | 'until'>

const start = handler(startCheck, {
  async load(ctx, { place, source }) {
    await demandPlace(ctx, place)
    if (!(await organs(ctx.platform)).get(source)) wrong('source', 'no_such_organ')
  },
  allow: { permission: 'relief.startCheck', where: (_, { id, place }) => ({ place, subject: id }) },
  purpose: 'targeted_check',
  async handle(ctx, { lines, id, until, ...rest }) {
    const stamped = await stamp(ctx, checks, rest.place)
    await demandUntil(ctx, stamped, until)
    const { kind, title, source, sourceNumber, purpose, basis } = rest
    const facts = { kind, title, source, sourceNumber, purpose, basis, byPost: ctx.actor.post }
    await addRow(ctx.tx, CHECK, { id, ...stamped, ...facts, startedAt: stamped.touchedAt, untilAt: until })
    return put(ctx, { id, until, ...rest }, lines, stamped)
  },
})

/** Each line is looked at; what is taken waits for a second signature, and those who may give it are told. */
async function put(ctx: CommandContext, check: Listing, lines: readonly Given[], stamped: Stamp) {
  const { taken, refused } = await sift(ctx, check, lines)
  const added = new Set(await insertLines(ctx.tx, check.id, taken, { ...stamped, by: ctx.actor.person }))
  const twice = taken
    .filter(({ id }) => !added.has(id))
    .map(({ id }): Refused => ({ line: id as never, why: 'already' }))
  for (const { id, person } of taken) if (added.has(id)) ctx.concerns(person)
  if (added.size > 0) await callSigners(ctx, check, added.size)
  tell(ctx, checks, check)
  return { id: check.id as never, listed: added.size, refused: [...refused, ...twice] }
}

/** Whoever may sign at the place or, where nobody else holds such a post, at the next one above. */
async function callSigners(ctx: CommandContext, { id, place, title }: Listing, lines: number): Promise<void> {
  const held = await roster(ctx.platform)
  const signers = ABOVE_IT(place)
    .map((code) => held.at(code).filter(({ role, person }) => SIGNERS.has(role) && person !== ctx.actor.person))
    .find((posts) => posts.length > 0)
  for (const { post } of signers ?? [])
    await notify(ctx, {
      to: { post },
      kind: 'relief_to_sign',
      params: { title, count: lines },
      subject: id,
      urgent: true,
      place,
    })
}
const SIGNERS = new Set<string>(Object.keys(grants['relief.signCheck']))
const ABOVE_IT = (place: string): string[] => LEVELS.map((level) => ancestorAt(place, level)).toReversed()

const sign = handler(signCheck, {
  load: (ctx, { id }) => lockCheck(ctx, id),
  allow: { permission: 'relief.signCheck', where: ({ id, place }) => ({ place, subject: id }) },
  purpose: 'targeted_check',
  async handle(ctx, { id, lines }, row) {
    const stamped = await stamp(ctx, checks, row.place)
    const about = { ids: [id], place: row.place, scope: ctx.scope, me: ctx.actor.person }
    const [waits] = await countWaiting(ctx.tx, about)
    if (!waits) refuse('already')
    if (waits.mine) refuse('same_person')
    if (waits.rows !== lines) refuse('conflict', { waiting: waits.rows })
    const out = await putOut(ctx.tx, id, stamped)
    if (!row.signedAt)
      await setRow(ctx.tx, CHECK, id, { ...stamped, signedBy: ctx.actor.post, signedAt: stamped.touchedAt })
    for (const line of out) await tellListed(ctx, row, line)
    tell(ctx, checks, row)
    return { id, out: out.length }
  },
})

/** Whoever is on a list is told in the transaction in which it goes out. */
async function tellListed(ctx: CommandContext, check: Listing, { person, place }: { person: string; place: string }) {
  const params = { title: check.title, until: minuteOf(millis(check.until)) }
  await notify(ctx, { to: { person }, kind: 'relief_check', params, subject: null, urgent: false, place })
  ctx.concerns(person)
}

const lockCheck = async (ctx: CommandContext, id: string): Promise<CheckRow> => {
  const row = await lockHeld<CheckRow>(ctx, CHECK, id)
  return row.closed || millis(row.until) <= ctx.now ? refuse('gone', { check: id }) : row
}

const add = handler(addToCheck, {
  load: (ctx, { check }) => lockCheck(ctx, check),
  allow: { permission: 'relief.startCheck', where: ({ id, place }) => ({ place, subject: id }) },
  purpose: 'targeted_check',
  handle: async (ctx, { lines }, row) => put(ctx, row, lines, await stamp(ctx, checks, row.place)),
})

const answered = handler(answerLine, {
  async load(ctx, { line }) {
    const row = await lockHeld<LineRow>(ctx, LINE, line)
    return { row, check: (await findCheck(ctx.tx, row.check)) ?? refuse('not_found') }
  },
  allow: { permission: 'relief.answerLine', where: ({ row }) => ({ place: row.place, subject: row.id }) },
  purpose: 'targeted_check',
  async handle(ctx, { id, state, note, at: said }, { row, check }) {
    const stamped = await stamp(ctx, checks, row.place)
    const at = demandPast(ctx, said, row.listedAt)
    if (check.closed || millis(check.until) <= ctx.now) refuse('gone', { check: check.id })
    if (!row.out) refuse('not_found')
    const word = { ...stamped, id, about: row.id, state, note, at, post: ctx.actor.post, person: ctx.actor.person }
    const counts = await say(ctx.tx, { entry: LINE, word: LINE_WORD }, word)
    ctx.concerns(row.person)
    tell(ctx, checks, row)
    return { line: row.id as never, state: counts ? state : row.state }
  },
})

const dispute = handler(disputeLine, {
  async load(ctx, { line }) {
    const row = await lockHeld<LineRow>(ctx, LINE, line)
    return { row, check: (await findCheck(ctx.tx, row.check)) ?? refuse('not_found') }
  },
  allow: { permission: 'relief.disputeLine', where: ({ row }) => ({ person: row.person, subject: row.id }) },
  async handle(ctx, { line, text }, { row, check }) {
    const stamped = await stamp(ctx, checks, row.place)
    if (check.closed || millis(check.until) <= ctx.now) refuse('gone', { check: check.id })
    if (!row.out) refuse('not_found')
    if (row.disputed) refuse('already')
    await setRow(ctx.tx, LINE, line, { ...stamped, disputed: text, disputedAt: stamped.touchedAt })
    const rest = { kind: 'relief_disputed', subject: null, urgent: true, place: row.place } as const
    if (check.by) await notify(ctx, { to: { post: check.by }, params: { title: check.title }, ...rest })
    ctx.concerns(row.person)
    tell(ctx, checks, row)
    return { line }
  },
})

const close = handler(closeCheck, {
  load: (ctx, { id }) => lockCheck(ctx, id),
  allow: { permission: 'relief.startCheck', where: ({ id, place }) => ({ place, subject: id }) },
  async handle(ctx, { id, reason }, row) {
    await setRow(ctx.tx, CHECK, id, { ...(await stamp(ctx, checks, row.place)), whyClosed: reason })
    tell(ctx, checks, row)
    return { id }
  },
})

/** By the house, on the day or when it was closed; also when the tool is closed by then. */
const end = handler(endCheck, {
  load: async (ctx, { id }) => (await findCheck(ctx.tx, id)) ?? refuse('not_found'),
  allow: { permission: 'relief.endCheck', where: ({ id, place }) => ({ place, subject: id }) },
  async handle(ctx, { id }, row) {
    if (!row.closed && millis(row.until) > ctx.now) refuse('too_soon', { until: row.until })
    tell(ctx, checks, row)
    return destroyCheck(ctx.tx, id, ctx.now)
  },
})

export const checkHandlers = [start, add, sign, answered, dispute, close, end]
