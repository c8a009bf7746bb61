import { answer, type AskContext } from '#kernel/ask.ts'
import { refuse } from '#kernel/errors.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import {
  EVACUEE_STATES,
  evacuationProgress,
  type EvacueeView,
  listEvacuees,
  listShelters,
  type ShelterView,
} from './contract-evacuation.ts'
import { seeFewNamed } from './few.ts'
import { showPeople } from './shown.ts'
import { countStates } from './store.ts'
import { EVACUEE, type EvacueeRow, evacueesIn, type ShelterRow, sheltersIn, sheltersNamed } from './store-evacuation.ts'
import { lengthBelow, may, namesFor, progressOf } from './tool.ts'
import { walkInAnswers } from './walk-ins.ts'

type Names = Awaited<ReturnType<typeof namesFor>>
/** A city has a few hundred. */
const MOST_SHELTERS = 1000

export const shownShelter = (
  { contact, ...row }: ShelterRow,
  names: Names,
  { staff, closes, takes }: { staff: boolean; closes: boolean; takes: boolean },
): ShelterView => ({
  ...row,
  id: row.id as never,
  placeName: names.placeName(row.place),
  free: Math.max(row.beds - row.inside - row.coming, 0),
  contact: staff ? names.by(contact) : null,
  can: row.closedAt
    ? []
    : [
        ...(closes && row.inside + row.coming === 0 ? (['close'] as const) : []),
        ...(takes ? (['takeIn'] as const) : []),
      ],
})

const shelters = answer(listShelters, {
  permission: 'relief.shelters',
  async run(ctx, { place = '', closed = false }) {
    const rows = await sheltersIn(ctx.tx, { scope: ctx.scope, place, limit: MOST_SHELTERS }, closed)
    const names = await namesFor(
      ctx,
      rows.map(({ contact }) => contact),
    )
    const staff = ctx.actor.kind === 'staff'
    return {
      rows: rows.map((row) =>
        shownShelter(row, names, {
          staff,
          closes: may(ctx, 'relief.openShelter', row),
          takes: may(ctx, 'relief.takeIn', { place: row.place, post: row.contact }),
        }),
      ),
    }
  },
})

/** Whoever escorts them or takes them in sees them wherever they live. */
const evacuees = answer(listEvacuees, {
  permission: 'relief.evacuees',
  purpose: 'disaster_ready',
  async run(ctx, { place = '', limit, cursor, state, shelter, mine }) {
    const scope = mine ? { ...ctx.scope, lo: '', hi: '~' } : ctx.scope
    const own = mine ? (ctx.actor.post ?? refuse('forbidden')) : undefined
    const after = readCursor(cursor, 3)
    const found = await evacueesIn(ctx.tx, { scope, place, limit: limit + 1, after, state, shelter, mine: own })
    const { rows, next } = pageOf(found, limit, (row) => [row.place, row.address, row.id])
    return { rows: await viewsOf(ctx, rows), next }
  },
})

async function viewsOf(ctx: AskContext, rows: readonly EvacueeRow[]): Promise<EvacueeView[]> {
  const people = await showPeople(
    ctx,
    rows.map(({ person }) => person),
    { fields: 'evacuation' },
  )
  const names = await namesFor(
    ctx,
    rows.map(({ escort }) => escort),
  )
  const shelterIds = rows.map(({ shelter }) => shelter)
  const named = new Map((await sheltersNamed(ctx.tx, shelterIds)).map((one) => [one.id, one.name]))
  return rows.map(({ person, escort, keeper, shelter, listedAt: _listedAt, ...row }) => ({
    ...row,
    id: row.id as never,
    household: row.household as never,
    person: people(person),
    placeName: names.placeName(row.place),
    shelter: shelter ? { id: shelter as never, name: named.get(shelter) ?? '' } : null,
    escort: names.by(escort),
    mine: ctx.actor.post !== null && [escort, keeper].includes(ctx.actor.post),
    can: may(ctx, 'relief.noteEvacuee', { place: row.place, post: postOf(ctx, { escort, keeper }) })
      ? sayable(row)
      : [],
  }))
}

/** Whom of those two the asker is, for the check of his post. */
export const postOf = (
  { actor }: Pick<AskContext, 'actor'>,
  { escort, keeper }: Pick<EvacueeRow, 'escort' | 'keeper'>,
) => (keeper === actor.post ? keeper : escort)

const sayable = ({ state, returnAllowed }: Pick<EvacueeRow, 'state' | 'returnAllowed'>): EvacueeView['can'] =>
  (['reached', 'moving', 'arrived', 'returned', 'refused', 'elsewhere'] as const).filter(
    (one) => one !== state && (one !== 'returned' || returnAllowed),
  )

const progress = answer(evacuationProgress, {
  permission: 'relief.evacuees',
  purpose: 'disaster_ready',
  async run(ctx, input) {
    const place = input.place ?? ctx.actor.place ?? ''
    const range = { scope: ctx.scope, place, length: lengthBelow(place) }
    const counted = await countStates(ctx.tx, EVACUEE, range)
    await seeFewNamed(ctx, EVACUEE, range, { fields: 'evacuation' })
    return { rows: progressOf(counted, EVACUEE_STATES, (await namesFor(ctx, [])).placeName) }
  },
})

export const evacuationAnswers = [shelters, evacuees, progress, ...walkInAnswers]
