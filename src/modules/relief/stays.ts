import { answer, type AskContext } from '#kernel/ask.ts'
import { instant, millis, minuteOf } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { type NoticeKind, notify } from '#modules/notices/api.ts'
import { askNeed, bringNeed, endStay, handStay, listStays, startStay, type StayView } from './contract-stays.ts'
import { homeStay } from './levers.ts'
import { showPeople } from './shown.ts'
import { addRow, setRow } from './store.ts'
import { findCalled, homesOf } from './store-people.ts'
import { NEED, type NeedRow, needsOf, STAY, type StayRow, staysHome, staysIn } from './store-stays.ts'
import { demandPast, demandPost, demandUntil, lockHeld, may, namesFor, stamp, tell, wrong } from './tool.ts'

const lockStay = (ctx: CommandContext, id: string): Promise<StayRow> => lockHeld(ctx, STAY, id)
const whereOf = ({ id, place, person, helper }: StayRow) => ({ place, person, post: helper, subject: id })

async function tellPerson(
  ctx: CommandContext,
  { person, place }: Pick<StayRow, 'person' | 'place'>,
  kind: NoticeKind,
  params = {},
) {
  ctx.concerns(person)
  await notify(ctx, { to: { person }, kind, params, subject: null, urgent: true, place })
}

type Helped = Pick<StayRow, 'helper' | 'place' | 'until' | 'address'>
/** By the door, without a name: a text message is read by whoever holds the phone. */
async function tellHelper(
  ctx: CommandContext,
  kind: 'relief_helps' | 'relief_helped',
  { helper, place, until, address }: Helped,
): Promise<void> {
  const title = address || (await namesFor(ctx, [])).placeName(place)
  const params = { title, until: minuteOf(millis(until)) }
  await notify(ctx, { to: { post: helper }, kind, params, subject: null, urgent: kind === 'relief_helps', place })
}

const start = handler(startStay, {
  async load(ctx, { person = null, called, helper }) {
    await demandPost(ctx, helper, 'helper')
    const path = person ? 'person' : 'called'
    const { name = null, phone = null } = called ?? {}
    const [found] = await findCalled(ctx.tx, [{ no: 0, person, name, phone }])
    const [home] = found ? await homesOf(ctx.tx, [found.person], ctx.now) : []
    return home ?? wrong(path, 'not_in_city')
  },
  allow: { permission: 'relief.startStay', where: ({ place }, { id }) => ({ place, subject: id }) },
  purpose: 'relief_work',
  async handle(ctx, { id, basis, helper, until }, { person, place, address }) {
    const stamped = await stamp(ctx, homeStay, place)
    await demandUntil(ctx, stamped, until)
    if (await staysHome(ctx.tx, person, stamped.hold, ctx.now)) refuse('already')
    const facts = { person, address, basis, helper, fromAt: stamped.touchedAt, untilAt: until }
    await addRow(ctx.tx, STAY, { id, ...stamped, ...facts })
    await tellPerson(ctx, { person, place }, 'relief_stay', { until: minuteOf(millis(until)) })
    await tellHelper(ctx, 'relief_helps', { helper, place, until, address })
    tell(ctx, homeStay, { id, place })
    return { id, place }
  },
})

const end = handler(endStay, {
  load: (ctx, { id }) => lockStay(ctx, id),
  allow: { permission: 'relief.startStay', where: ({ id, place }) => ({ place, subject: id }) },
  purpose: 'relief_work',
  async handle(ctx, { id, reason }, row) {
    const stamped = await stamp(ctx, homeStay, row.place)
    if (row.endedAt) refuse('already')
    await setRow(ctx.tx, STAY, id, { ...stamped, endedAt: stamped.touchedAt, whyEnded: reason })
    await tellPerson(ctx, row, 'relief_stay_ended')
    tell(ctx, homeStay, row)
    return { id }
  },
})

const hand = handler(handStay, {
  async load(ctx, { id, helper }) {
    await demandPost(ctx, helper, 'helper')
    return lockStay(ctx, id)
  },
  allow: { permission: 'relief.startStay', where: ({ id, place }) => ({ place, subject: id }) },
  purpose: 'relief_work',
  async handle(ctx, { id, helper }, row) {
    const stamped = await stamp(ctx, homeStay, row.place)
    if (isOver(ctx, row)) refuse('gone', { stay: id })
    if (row.helper === helper) refuse('already')
    await setRow(ctx.tx, STAY, id, { ...stamped, helper })
    const names = await namesFor(ctx, [helper])
    await tellPerson(ctx, row, 'relief_stay_helper', { name: names.by(helper)?.name ?? '' })
    await tellHelper(ctx, 'relief_helps', { ...row, helper })
    await tellHelper(ctx, 'relief_helped', row)
    tell(ctx, homeStay, row)
    return { id }
  },
})

/** Nobody is at home for longer than was said: on its last hour a stay is over without anybody's doing, and with what it was for. */
const isOver = (ctx: Pick<CommandContext, 'now'>, { endedAt, until, goesOn }: StayRow): boolean =>
  endedAt !== null || !goesOn || millis(until) <= ctx.now

const ask = handler(askNeed, {
  load: (ctx, { stay }) => lockStay(ctx, stay),
  allow: { permission: 'relief.askNeed', where: whereOf },
  purpose: 'relief_work',
  async handle(ctx, { id, kind, text, at }, row) {
    const askedAt = at && instant(demandPast(ctx, at, row.from))
    await putNeed(ctx, row, { id, kind, text, ...(askedAt ? { askedAt } : {}) })
    return { id }
  },
})

/** Within a command that was permitted; whoever helps is told. */
export async function putNeed(
  ctx: CommandContext,
  row: StayRow,
  { id, kind, text, askedAt }: Pick<NeedRow, 'id' | 'kind' | 'text'> & { askedAt?: string },
) {
  const stamped = await stamp(ctx, homeStay, row.place)
  if (isOver(ctx, row)) refuse('gone', { stay: row.id })
  const asked = { stay: row.id, kind, text, askedAt: askedAt ?? stamped.touchedAt, askedPost: ctx.actor.post }
  await addRow(ctx.tx, NEED, { id, ...stamped, ...asked })
  ctx.concerns(row.person)
  const rest = { subject: null, urgent: kind === 'doctor' || kind === 'medicine', place: row.place }
  await notify(ctx, { to: { post: row.helper }, kind: 'relief_need', params: { title: text }, ...rest })
  tell(ctx, homeStay, row)
}

const bring = handler(bringNeed, {
  async load(ctx, { id }) {
    const need = await lockHeld<NeedRow>(ctx, NEED, id)
    return { need, stay: await lockStay(ctx, need.stay) }
  },
  allow: {
    permission: 'relief.bringNeed',
    where: ({ stay }) => ({ place: stay.place, post: stay.helper, subject: stay.id }),
  },
  purpose: 'relief_work',
  async handle(ctx, { id, note, at = instant(ctx.now) }, { need, stay }) {
    const stamped = await stamp(ctx, homeStay, stay.place)
    if (need.broughtAt) refuse('already')
    const broughtAt = instant(demandPast(ctx, at, need.askedAt))
    await setRow(ctx.tx, NEED, id, { ...stamped, broughtAt, broughtPost: ctx.actor.post, note })
    ctx.concerns(stay.person)
    tell(ctx, homeStay, stay)
    return { id }
  },
})

const list = answer(listStays, {
  permission: 'relief.stays',
  purpose: 'relief_work',
  async run(ctx, { place = '', limit, cursor, live, waiting, mine: only = ctx.actor.kind === 'resident' }) {
    const scope = only ? { ...ctx.scope, lo: '', hi: '~' } : ctx.scope
    const mine = only ? { person: ctx.actor.person ?? '', post: ctx.actor.post ?? '' } : undefined
    const after = readCursor(cursor, 2)
    const found = await staysIn(ctx.tx, { scope, place, limit: limit + 1, after, now: ctx.now, live, waiting, mine })
    const { rows, next } = pageOf(found, limit, (row) => [row.place, row.id])
    return { rows: await viewsOf(ctx, rows), next }
  },
})

async function viewsOf(ctx: AskContext, rows: readonly StayRow[]): Promise<StayView[]> {
  const persons = rows.map(({ person }) => person)
  const people = await showPeople(ctx, persons, { fields: 'home_stay' })
  const stays = rows.map(({ id }) => id)
  const needs = Map.groupBy(await needsOf(ctx.tx, stays), ({ stay }) => stay)
  const brought = [...needs.values()].flat().map(({ broughtPost }) => broughtPost)
  const names = await namesFor(ctx, [...rows.map(({ helper }) => helper), ...brought])
  const { person: me, post } = ctx.actor
  return rows.map(({ person, helper, goesOn, ...row }) => {
    const brings = may(ctx, 'relief.bringNeed', { place: row.place, post: helper })
    const asks = may(ctx, 'relief.askNeed', { place: row.place, person, post: helper })
    const over = isOver(ctx, { person, helper, goesOn, ...row })
    const decides = !row.endedAt && may(ctx, 'relief.startStay', row)
    return {
      ...row,
      id: row.id as never,
      person: people(person),
      own: person === me,
      placeName: names.placeName(row.place),
      helper: names.by(helper),
      mine: person === me || helper === post,
      needs: (needs.get(row.id) ?? []).map((need) => needView(need, names, brings)),
      can: [
        ...(asks && !over ? ['ask' as const] : []),
        ...(decides && !over ? ['hand' as const] : []),
        ...(decides ? ['end' as const] : []),
      ],
    }
  })
}

type Names = Awaited<ReturnType<typeof namesFor>>
const needView = ({ stay: _stay, place: _place, broughtPost, ...need }: NeedRow, names: Names, brings: boolean) => ({
  ...need,
  id: need.id as never,
  broughtBy: names.by(broughtPost),
  can: brings && !need.broughtAt ? ['bring' as const] : [],
})

export const stayHandlers = [start, hand, end, ask, bring]
export const stayAnswers = [list]
