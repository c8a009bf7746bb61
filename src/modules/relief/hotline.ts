import { answer } from '#kernel/ask.ts'
import { covers } from '#kernel/authorise.ts'
import { dayOf } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { fileReport } from '#modules/cases/api.ts'
import { reportCase } from '#modules/cases/contract.ts'
import { householdOf } from '#modules/homes/api.ts'
import { notify } from '#modules/notices/api.ts'
import { findOrAddResident } from '#modules/people/api.ts'
import { putOnList } from './commands-evacuation.ts'
import { listCalls, takeCall, type Triage, triageCall } from './contract-hotline.ts'
import { hotline } from './levers.ts'
import { showPeople } from './shown.ts'
import { putNeed } from './stays.ts'
import { addRow, setRow } from './store.ts'
import { CALL, type CallRow, callsIn, stayOf } from './store-hotline.ts'
import { demandPlace, isExercise, lockHeld, may, namesFor, stamp, tell } from './tool.ts'

const take = handler(takeCall, {
  load: (ctx, { place }) => demandPlace(ctx, place, ['village', 'grid', 'microgrid']),
  allow: { permission: 'relief.takeCall', where: (_, { id, place }) => ({ place, subject: id }) },
  purpose: 'relief_work',
  async handle(ctx, { id, place, caller, text, address = null, urgent }) {
    const stamped = await stamp(ctx, hotline, place)
    const person = await findOrAddResident(ctx.tx, { ...caller, now: ctx.now })
    const facts = { person, text, address, urgent, takenAt: stamped.touchedAt, byPost: ctx.actor.post }
    await addRow(ctx.tx, CALL, { id, ...stamped, ...facts })
    ctx.concerns(person)
    tell(ctx, hotline, { id, place })
    return { id }
  },
})

type Became = { subject: string | null; number: string | null }
const triage = handler(triageCall, {
  load: (ctx, { id }) => lockHeld<CallRow>(ctx, CALL, id),
  allow: { permission: 'relief.takeCall', where: ({ id, place }) => ({ place, subject: id }) },
  purpose: 'relief_work',
  async handle(ctx, { id, to, answer: said }, row) {
    const stamped = await stamp(ctx, hotline, row.place)
    if (row.became) refuse('already')
    if (to.become === 'case' && (await isExercise(ctx, stamped))) refuse('not_open', { exercise: true })
    const { subject, number } = await become(ctx, row, to)
    const answered = {
      became: to.become,
      subject,
      answer: said,
      answeredAt: stamped.touchedAt,
      answeredPost: ctx.actor.post,
    }
    await setRow(ctx.tx, CALL, id, { ...stamped, ...answered })
    ctx.concerns(row.person)
    const rest = { subject: null, urgent: true, place: row.place }
    await notify(ctx, { to: { person: row.person }, kind: 'relief_call_answered', params: { title: said }, ...rest })
    tell(ctx, hotline, row)
    return { id, became: to.become, number }
  },
})

async function become(ctx: CommandContext, row: CallRow, to: Triage): Promise<Became> {
  if (to.become === 'case') return asCase(ctx, row, to)
  if (to.become === 'evacuation') return asEvacuation(ctx, row)
  if (to.become === 'told') return { subject: null, number: null }
  const stay =
    (await stayOf(ctx.tx, row.person, ctx.now)) ??
    refuse('conflict', { call: row.id, problem: 'does_not_stay_at_home' })
  await putNeed(ctx, stay, { id: to.need, kind: to.kind, text: row.text.slice(0, 200) })
  return { subject: to.need, number: null }
}

/** The ordinary road of any report: the caller follows and confirms it like one he made himself. */
async function asCase(ctx: CommandContext, row: CallRow, to: Triage & { become: 'case' }): Promise<Became> {
  const { text, address, place } = row
  const description = text.length < 4 ? `${text} (${row.id.slice(0, 4)})` : text
  const report = { id: to.case, secret: to.secret, kind: to.kind, channel: 'hotline', description, address, place }
  const filed = await fileReport(ctx, reportCase.input.parse(report), row.person)
  return { subject: filed.id, number: filed.number }
}

async function asEvacuation(ctx: CommandContext, { id, person }: CallRow): Promise<Became> {
  const home = await householdOf(ctx.tx, person, dayOf(ctx.now))
  // Who calls from here may live where somebody else decides.
  if (!home || !covers(ctx.scope, { place: home.place })) refuse('conflict', { call: id, problem: 'no_home_here' })
  await putOnList(ctx, { id, place: home.place, households: [home.household] })
  return { subject: null, number: null }
}

const list = answer(listCalls, {
  permission: 'relief.takeCall',
  purpose: 'relief_work',
  async run(ctx, { place = '', limit, cursor, waiting }) {
    const after = readCursor(cursor, 2)
    const found = await callsIn(ctx.tx, { scope: ctx.scope, place, limit: limit + 1, after, waiting })
    const { rows, next } = pageOf(found, limit, (row) => [row.place, row.id])
    const callers = rows.map(({ person }) => person)
    const people = await showPeople(ctx, callers, { fields: 'call' })
    const names = await namesFor(
      ctx,
      rows.map(({ by }) => by),
    )
    return {
      rows: rows.map(({ person, by, ...row }) => ({
        ...row,
        id: row.id as never,
        caller: people(person),
        placeName: names.placeName(row.place),
        by: names.by(by),
        can: !row.became && may(ctx, 'relief.takeCall', row) ? ['triage' as const] : [],
      })),
      next,
    }
  },
})

export const hotlineHandlers = [take, triage]
export const hotlineAnswers = [list]
