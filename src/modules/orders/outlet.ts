import { type Day, dayOf, millis } from '#kernel/clock.ts'
import { minuteOf } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import type { Tx } from '#kernel/tx.ts'
import { findForm } from '#modules/fields/api.ts'
import type { checkOrder } from './contract-outlet.ts'
import { askedOf } from './demand.ts'
import { APART_MS, isLive, numberOf, oppositeOf } from './rules.ts'
import { type Known, officeName } from './shown.ts'
import { findOrder, type StoredOrder } from './store.ts'
import { type Beside, loadWith, ordersBeside } from './store-issue.ts'

/** 一个口子: what is found before an order leaves. */
export type Found = OutputOf<typeof checkOrder>
type Overlap = Found['overlaps'][number]
type Contradiction = Found['contradictions'][number]
type Looking = { tx: Tx; now: number; known: Known; limit: number }

type FoundBeside = Pick<Found, 'overlaps' | 'contradictions'>
/** Live orders of other offices that overlap with it or contradict it; a few rows, since most days have none. */
export async function findBeside({ tx, now, known }: Omit<Looking, 'limit'>, order: StoredOrder): Promise<FoundBeside> {
  const [asked, dueDay] = [askedOf(order.audience, now, order.post), dayOf(millis(order.dueAt))]
  const beside = await ordersBeside(tx, { asked, own: order, dueDay, subject: order.subject })
  const ours = beside.length > 0 ? await fieldsOf(tx, order.form) : []
  const overlaps: Overlap[] = []
  for (const other of beside) {
    const fields = ours.length > 0 ? (await fieldsOf(tx, other.form)).filter((field) => ours.includes(field)) : []
    overlaps.push(overlapWith(order, other, { fields, dueDay, known }))
  }
  return {
    overlaps: overlaps.filter(({ fields, sameSubject }) => fields.length > 0 || sameSubject),
    contradictions: beside.flatMap((other) => contradictionWith(order, other, known)),
  }
}

export async function lookBefore({ tx, now, known, limit }: Looking, order: StoredOrder): Promise<Found> {
  const [asked, dueDay] = [askedOf(order.audience, now, order.post), dayOf(millis(order.dueAt))]
  const before = order.supersedes ? await findOrder(tx, order.supersedes) : undefined
  const frees = before && isLive(before.state) && dayOf(millis(before.dueAt)) === dueDay ? before : null
  const load = await loadWith(tx, { parent: order.parent, asked, minutes: order.minutes, dueDay, frees }, limit)
  return {
    total: load.total,
    ...(await findBeside({ tx, now, known }, order)),
    budget: {
      day: dueDay,
      minutes: load.own,
      limit,
      over: load.over,
      worst: load.worst.map(({ place, minutes, orders }) => ({
        place,
        name: known.tree.shortName(place),
        minutes,
        orders,
      })),
    },
    needsSignature: load.over > 0,
  }
}

const fieldsOf = async (tx: Tx, form: string | null): Promise<string[]> =>
  form === null ? [] : ((await findForm(tx, form))?.fields ?? [])

const heading = (other: Beside, known: Known) => ({
  order: other.id as Overlap['order'],
  number: numberOf(other),
  title: other.title,
  issuerName: officeName(known, other),
  shared: other.shared,
})

function overlapWith(
  order: StoredOrder,
  other: Beside,
  { fields, dueDay, known }: { fields: string[]; dueDay: Day; known: Known },
): Overlap {
  const sameSubject = order.subject !== null && order.subject === other.subject && order.act === other.act
  const sameDay = dayOf(millis(other.dueAt)) === dueDay
  return {
    ...heading(other, known),
    dueAt: other.dueAt,
    fields,
    sameSubject,
    proposal: sameDay && (sameSubject || fields.length > 0) ? 'merge' : 'look',
  }
}

/** About one matter: one says the opposite of the other, or wants the same at a time far from the other's. */
function contradictionWith(order: StoredOrder, other: Beside, known: Known): Contradiction[] {
  if (order.subject === null || order.subject !== other.subject) return []
  const found = (what: Contradiction['what'], theirs: string, ours: string): Contradiction => ({
    ...heading(other, known),
    what,
    theirs,
    ours,
  })
  if (oppositeOf(order.act) === other.act) return [found('act', other.act, order.act)]
  const apart = Math.abs(millis(order.dueAt) - millis(other.dueAt))
  return order.act === other.act && apart > APART_MS
    ? [found('deadline', minuteOf(millis(other.dueAt)), minuteOf(millis(order.dueAt)))]
    : []
}
