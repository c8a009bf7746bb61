import { dayOf } from '#kernel/clock.ts'
import type { AskContext } from '#kernel/ask.ts'
import { type Outcome, outcomesOf } from '#modules/cases/api.ts'
import { dutyList } from '#modules/duties/api.ts'
import { definitions } from '#modules/fields/api.ts'
import { placeTree } from '#modules/places/api.ts'
import { roster, withFormer } from '#modules/posts/api.ts'
import type { NoteView, PromiseView, VisitView } from './contract.ts'
import { actionsIn } from '#kernel/machine.ts'
import { type PromiseAction, promiseMachine } from './lifecycle.ts'
import { isLate } from './rules.ts'
import { type PromiseRow, promisesOf } from './store-promises.ts'
import { type Door, type NoteRow, notesOf, passedOnOf, updatesOf, type VisitRow } from './store-visits.ts'

type Ctx = Pick<AskContext, 'tx' | 'now' | 'actor' | 'platform'>
/** Who reads decides what can be done: the maker settles, the household answers. */
export type Side = 'staff' | 'household'
const CAN: Record<Side, readonly PromiseAction[]> = { staff: ['keep', 'break'], household: ['confirm', 'dispute'] }

export async function showPromises(ctx: Ctx, rows: readonly PromiseRow[], side: Side): Promise<PromiseView[]> {
  const tree = await placeTree(ctx.platform)
  const posts = await withFormer(
    ctx.tx,
    await roster(ctx.platform),
    rows.map(({ post }) => post),
  )
  const today = dayOf(ctx.now)
  return rows.map((row) => {
    const holder = posts.get(row.post)
    const mine = row.post === ctx.actor.post
    const can = actionsIn(promiseMachine, row.state).filter((action) => CAN[side].includes(action))
    return {
      id: row.id as never,
      visit: row.visit as never,
      household: row.household,
      address: row.address,
      placeName: tree.shortName(row.place),
      text: row.text,
      due: row.due,
      state: row.state,
      late: isLate(row.state, row.due, today),
      by: holder ? { name: holder.name, title: holder.title } : null,
      mine,
      reason: row.reason,
      settledAt: row.settledAt,
      instead: row.instead as never,
      can: side === 'staff' && !mine ? [] : can,
    }
  })
}

/** Visits with everything that came of them; each part is read once for all of them. */
export async function showVisits(
  ctx: Ctx,
  rows: readonly VisitRow[],
  side: Side,
  door: Door = 'own',
): Promise<VisitView[]> {
  if (rows.length === 0) return []
  const parts = await partsOf(ctx, rows, side, door)
  const [tree, registry] = [await placeTree(ctx.platform), await definitions(ctx.platform)]
  return rows.map(({ post, person: _by, ...row }) => {
    const holder = post ? parts.posts.get(post) : undefined
    const own = <T extends { visit: string }>(all: readonly T[]): T[] => all.filter(({ visit }) => visit === row.id)
    return {
      ...row,
      id: row.id as never,
      placeName: tree.shortName(row.place),
      by: holder ? { name: holder.name, title: holder.title } : null,
      notes: own(parts.notes).map((note) => noteOf(note, parts.became)),
      updated: own(parts.updates).map(({ subject, field, conflict }) => ({
        subject,
        field,
        name: registry.get(field)?.name ?? { zh: field },
        conflict,
      })),
      cases: own(parts.passed).flatMap((one) => parts.became.get(one.case) ?? []),
      promises: own(parts.promises),
    }
  })
}

async function partsOf(ctx: Ctx, rows: readonly VisitRow[], side: Side, door: Door) {
  const ids = rows.map(({ id }) => id)
  const [notes, passed, updates, promised] = await Promise.all([
    notesOf(ctx.tx, door, ids),
    passedOnOf(ctx.tx, door, ids),
    updatesOf(ctx.tx, door, ids),
    promisesOf(ctx.tx, door, ids),
  ])
  const became = await becomeOf(
    ctx,
    passed.map((one) => one.case),
  )
  const promises = await showPromises(ctx, promised, side)
  const posts = await withFormer(
    ctx.tx,
    await roster(ctx.platform),
    rows.map(({ post }) => post),
  )
  return { notes, passed, updates, promises, became, posts }
}

type Became = NonNullable<NoteView['became']>
async function becomeOf(ctx: Ctx, cases: readonly string[]): Promise<Map<string, Became>> {
  const duties = await dutyList(ctx.platform)
  const show = ({ id, number, state, kind, answer }: Outcome): Became => ({
    id: id as never,
    number,
    state,
    kindName: duties.get(kind)?.name ?? { zh: kind },
    answer,
  })
  return new Map((await outcomesOf(ctx.tx, cases)).map((one) => [one.id, show(one)]))
}

const noteOf = ({ id, text, voice, seconds, case: raised }: NoteRow, became: Map<string, Became>): NoteView => ({
  id: id as never,
  text,
  voice: voice ? { id: voice as never, url: `/api/voices/${voice}`, seconds: seconds ?? 0 } : null,
  became: raised ? (became.get(raised) ?? null) : null,
})
