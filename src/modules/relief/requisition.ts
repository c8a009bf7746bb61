import { answer, type AskContext } from '#kernel/ask.ts'
import { covers } from '#kernel/authorise.ts'
import { dayOf, instant } from '#kernel/clock.ts'
import type { InputOf } from '#kernel/contract.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { notify } from '#modules/notices/api.ts'
import { findOrAddResident, organs } from '#modules/people/api.ts'
import {
  getItem,
  ITEM_STATES,
  itemSums,
  type ItemView,
  listItems,
  payItem,
  returnItem,
  takeItem,
} from './contract-requisition.ts'
import { requisition } from './levers.ts'
import { showPeople } from './shown.ts'
import { addRow, setRow } from './store.ts'
import { readPeople } from './store-people.ts'
import { findItem, ITEM, type ItemRow, itemsIn, nextReceipt, sumItems } from './store-requisition.ts'
import { demandPlace, isExercise, lockEver, may, namesFor, stamp, tell, wrong } from './tool.ts'

/** Taken under a hold; given back and paid for whenever, since what is owed does not end with it. */
const take = handler(takeItem, {
  async load(ctx, { place }) {
    await demandPlace(ctx, place)
    return ctx.actor.organ
  },
  allow: { permission: 'relief.takeItem', where: (organ, { id, place }) => ({ place, organ, subject: id }) },
  purpose: 'requisition',
  async handle(ctx, { owner, ...input }, takenOrgan) {
    const stamped = await stamp(ctx, requisition, input.place)
    const from = await ownerOf(ctx, owner)
    // The receipt of an exercise says so: nothing is owed on it.
    const series = `${dayOf(ctx.now).slice(2, 4)}-${(await isExercise(ctx, stamped)) ? 'D' : ''}`
    const number = `${series}${String(await nextReceipt(ctx.tx)).padStart(6, '0')}`
    const taken = { number, takenAt: stamped.touchedAt, takenBy: ctx.actor.post, takenOrgan }
    await addRow(ctx.tx, ITEM, { ...input, ...stamped, ...taken, ...from })
    await tellOwner(ctx, from.ownerPerson, 'relief_taken', { title: input.item, number }, input.place)
    tell(ctx, requisition, input)
    return { id: input.id, number }
  },
})

async function ownerOf(ctx: CommandContext, owner: InputOf<typeof takeItem>['owner']) {
  if ('organ' in owner) {
    if (!(await organs(ctx.platform)).get(owner.organ)) wrong('owner.organ', 'no_such_organ')
    return { ownerOrgan: owner.organ, ownerPerson: null }
  }
  const person = 'person' in owner ? owner.person : await findOrAddResident(ctx.tx, { ...owner, now: ctx.now })
  if ((await readPeople(ctx.tx, [person])).length === 0) wrong('owner.person', 'no_such_person')
  return { ownerOrgan: null, ownerPerson: person }
}

type Told = { title: string; number: string; yuan?: number }
async function tellOwner(
  ctx: CommandContext,
  person: string | null,
  kind: 'relief_taken' | 'relief_returned',
  params: Told,
  place: string,
): Promise<void> {
  if (!person) return
  ctx.concerns(person)
  await notify(ctx, { to: { person }, kind, params, subject: null, urgent: false, place })
}

const lockItem = (ctx: CommandContext, id: string): Promise<ItemRow> => lockEver(ctx, ITEM, id)
const later = (ctx: CommandContext, { hold, place }: ItemRow) => ({ hold, place, touchedAt: instant(ctx.now) })
const whereOf = ({ id, place, takenOrgan }: ItemRow) => ({ place, organ: takenOrgan, subject: id })
const stateOf = (owed: number, paid: number) => (paid < owed ? ('owed' as const) : ('settled' as const))

const giveBack = handler(returnItem, {
  load: (ctx, { id }) => lockItem(ctx, id),
  allow: { permission: 'relief.returnItem', where: whereOf },
  purpose: 'requisition',
  async handle(ctx, { id, back, note, owed }, row) {
    if (row.returnedAt) refuse('already')
    await setRow(ctx.tx, ITEM, id, { ...later(ctx, row), returnedAt: instant(ctx.now), back, note, owed })
    const params = { title: row.item, number: row.number, yuan: owed }
    await tellOwner(ctx, row.person, 'relief_returned', params, row.place)
    tell(ctx, requisition, row)
    return { id, state: stateOf(owed, 0) }
  },
})

const pay = handler(payItem, {
  load: (ctx, { id }) => lockItem(ctx, id),
  allow: { permission: 'relief.returnItem', where: whereOf },
  purpose: 'requisition',
  async handle(ctx, { id, yuan, note }, row) {
    const paid = row.paid + yuan
    if (!row.returnedAt || paid > row.owed) refuse('conflict', { owed: row.owed, paid: row.paid })
    // What was said when it came back stays.
    const words = [row.note, note].filter(Boolean).join('\n')
    await setRow(ctx.tx, ITEM, id, { ...later(ctx, row), paid, paidAt: instant(ctx.now), note: words })
    ctx.concerns(row.person)
    tell(ctx, requisition, row)
    return { id, state: stateOf(row.owed, paid), owed: row.owed, paid }
  },
})

const list = answer(listItems, {
  permission: 'relief.items',
  purpose: 'requisition',
  async run(ctx, { place = '', limit, cursor, state, mine = ctx.actor.kind === 'resident' }) {
    const scope = mine ? { ...ctx.scope, lo: '', hi: '~' } : ctx.scope
    const owner = mine ? (ctx.actor.person ?? refuse('forbidden')) : undefined
    const after = readCursor(cursor, 2)
    const found = await itemsIn(ctx.tx, { scope, place, limit: limit + 1, after, state, owner })
    const { rows, next } = pageOf(found, limit, (row) => [row.place, row.id])
    return { rows: await viewsOf(ctx, rows), next }
  },
})

const one = answer(getItem, {
  permission: 'relief.items',
  purpose: 'requisition',
  async run(ctx, { id }) {
    const row = (await findItem(ctx.tx, id)) ?? refuse('not_found')
    if (!covers(ctx.scope, { place: row.place, organ: row.takenOrgan, person: row.person })) refuse('not_found')
    const [view = refuse('not_found')] = await viewsOf(ctx, [row])
    return view
  },
})

const NONE = { items: 0, worth: 0, owed: 0, paid: 0 }
const sums = answer(itemSums, {
  permission: 'relief.items',
  async run(ctx, { place = '' }) {
    const found = new Map(
      (await sumItems(ctx.tx, { scope: ctx.scope, place, now: ctx.now })).map(({ state, ...sum }) => [state, sum]),
    )
    const states = Object.fromEntries(ITEM_STATES.map((state) => [state, found.get(state) ?? NONE]))
    return { states: states as Record<(typeof ITEM_STATES)[number], typeof NONE> }
  },
})

async function viewsOf(ctx: AskContext, rows: readonly ItemRow[]): Promise<ItemView[]> {
  const owners = rows.flatMap(({ person }) => person ?? [])
  const people = await showPeople(ctx, owners, { fields: 'requisition' })
  const held = await organs(ctx.platform)
  const names = await namesFor(
    ctx,
    rows.map(({ by }) => by),
  )
  return rows.map(({ person, organ, by, takenOrgan, hold: _hold, ...row }) => ({
    ...row,
    placeName: names.placeName(row.place),
    owner: {
      person: person ? people(person) : null,
      organ: organ ? { id: organ as never, name: held.get(organ)?.name.zh ?? '' } : null,
    },
    by: names.by(by),
    office: (takenOrgan && held.get(takenOrgan)?.name.zh) || null,
    id: row.id as never,
    can: may(ctx, 'relief.returnItem', { place: row.place, organ: takenOrgan }) ? doable(row) : [],
  }))
}

const doable = ({ state }: Pick<ItemRow, 'state'>): ItemView['can'] =>
  state === 'held' ? ['return'] : state === 'owed' ? ['pay'] : []

export const requisitionHandlers = [take, giveBack, pay]
export const requisitionAnswers = [list, one, sums]
