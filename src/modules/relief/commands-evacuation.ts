import { dayOf, millis } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { keyOf } from '#kernel/jobs.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { householdsIn, membersOf } from '#modules/homes/api.ts'
import { notify } from '#modules/notices/api.ts'
import { asksAt } from '#modules/orders/api.ts'
import { placeTree } from '#modules/places/api.ts'
import { allowReturn, evacuate, noteEvacuee } from './contract-evacuation.ts'
import { evacuation } from './levers.ts'
import { postOf } from './queries-evacuation.ts'
import { say, type Stamp } from './store.ts'
import {
  EVACUEE,
  EVACUEE_WORD,
  type EvacueeRow,
  holdShelter,
  insertEvacuees,
  letReturn,
  type NewEvacuee,
} from './store-evacuation.ts'
import { whereIs } from './store-walk-ins.ts'
import { demandPast, demandPlace, demandPost, lockHeld, stamp, tell, wrong } from './tool.ts'

/** A village has a few hundred to two thousand doors. */
const MOST_DOORS = 5000

const list = handler(evacuate, {
  async load(ctx, { place, escort, order }) {
    await demandPlace(ctx, place, ['village', 'grid', 'microgrid'])
    if (escort) await demandPost(ctx, escort, 'escort')
    if (order) await demandOrder(ctx, order, place)
  },
  allow: { permission: 'relief.evacuate', where: (_, { id, place }) => ({ place, subject: id }) },
  purpose: 'disaster_ready',
  handle: putOnList,
})

/** An order that a list names is one that holds, and asks for something there. */
async function demandOrder(ctx: CommandContext, order: string, place: string): Promise<void> {
  const asks = await asksAt(ctx.tx, order, place)
  if (asks === undefined) wrong('order', 'unknown_order')
  if (!asks) wrong('order', 'order_elsewhere')
}

type Planned = {
  id: string
  place: string
  households?: string[] | undefined
  order?: string | null | undefined
  shelter?: string | null | undefined
  escort?: string | null | undefined
}
/** Within a command that was permitted at that place. */
export async function putOnList(ctx: CommandContext, input: Planned) {
  const stamped = await stamp(ctx, evacuation, input.place)
  const { households, people } = await livingIn(ctx, input)
  const keeper = input.shelter ? await demandBeds(ctx, input.shelter, people.length) : null
  const added = await insertEvacuees(ctx.tx, people, {
    ...stamped,
    order: input.order ?? null,
    shelter: input.shelter ?? null,
    escort: input.escort ?? null,
    keeper,
  })
  ctx.concerns(...added)
  await tellAll(ctx, added, 'relief_evacuate', input.place)
  tell(ctx, evacuation, input)
  return { households, listed: added.length, already: people.length - added.length }
}

/** Who is behind the doors today; a member who is away needs nobody to move him. */
async function livingIn(ctx: CommandContext, input: { id: string; place: string; households?: string[] | undefined }) {
  const day = dayOf(ctx.now)
  const all = await householdsIn(ctx.tx, input.place, { day, limit: MOST_DOORS })
  const wanted = input.households ? all.filter(({ id }) => input.households?.includes(id)) : all
  if (input.households && wanted.length < new Set(input.households).size) wrong('households', 'outside_place')
  const doors = new Map(wanted.map((door) => [door.id, door]))
  const members = await membersOf(ctx.tx, [...doors.keys()], day)
  const people = members.flatMap(({ household, person, residence }): NewEvacuee[] => {
    const door = doors.get(household)
    if (!door || residence === 'away') return []
    const address = [door.address, door.door].filter(Boolean).join(' ')
    return [{ id: keyOf(`evacuee ${input.id} ${person}`), place: door.place, person, household, address }]
  })
  return { households: wanted.length, people }
}

async function demandBeds(ctx: CommandContext, id: string, people: number): Promise<string | null> {
  const shelter = (await holdShelter(ctx.tx, id, ctx.now)) ?? wrong('shelter', 'unknown_shelter')
  if (shelter.closedAt) refuse('gone', { shelter: id })
  const free = shelter.beds - shelter.inside - shelter.coming
  if (people > free) refuse('quota_full', { shelter: id, most: Math.max(free, 0), wanted: people })
  return shelter.contact
}

async function tellAll(
  ctx: CommandContext,
  persons: readonly string[],
  kind: 'relief_evacuate' | 'relief_return',
  place: string,
) {
  const title = (await placeTree(ctx.platform)).shortName(place)
  for (const person of persons)
    await notify(ctx, { to: { person }, kind, params: { title }, subject: null, urgent: true, place })
}

const note = handler(noteEvacuee, {
  async load(ctx, { evacuee }) {
    const row = await lockHeld<EvacueeRow>(ctx, EVACUEE, evacuee)
    return { row, post: postOf(ctx, row) }
  },
  allow: {
    permission: 'relief.noteEvacuee',
    where: ({ row, post }) => ({ place: row.place, post, subject: row.id }),
  },
  purpose: 'disaster_ready',
  async handle(ctx, input, { row }) {
    const stamped = await stamp(ctx, evacuation, row.place)
    const at = demandPast(ctx, input.at, row.listedAt)
    if (input.state === 'refused' && input.note === '')
      refuse('name_needed', { problems: [{ path: 'note', problem: 'why' }] })
    if (input.state === 'returned' && !row.returnAllowed) refuse('too_soon', { evacuee: row.id })
    if (row.state === 'returned' && input.state !== 'returned') await demandNotListed(ctx, row, stamped)
    const to = input.shelter ? await demandShelter(ctx, input.shelter, at) : row
    const counts = await sayOf(ctx, input, { row, at, stamped, to })
    ctx.concerns(row.person)
    tell(ctx, evacuation, row)
    return { evacuee: input.evacuee, state: counts ? input.state : row.state }
  },
})

/** Who went home and is on a list again since then, or in a shelter by himself, is there and not here. */
async function demandNotListed(ctx: CommandContext, { id, person }: EvacueeRow, { hold }: Stamp): Promise<void> {
  const { listed, lodged } = await whereIs(ctx.tx, person, { hold, now: ctx.now })
  if (listed || lodged) refuse('already', { evacuee: id })
}

/** Who stands at the door of a full shelter is inside all the same: only whoever plans is held to the beds. A closed one has no door. */
async function demandShelter(
  ctx: CommandContext,
  id: string,
  at: number,
): Promise<Pick<EvacueeRow, 'shelter' | 'keeper'>> {
  const found = (await holdShelter(ctx.tx, id, ctx.now)) ?? wrong('shelter', 'unknown_shelter')
  if (found.closedAt && at > millis(found.closedAt)) refuse('gone', { shelter: id })
  return { shelter: id, keeper: found.contact }
}

type Said = { id: string; state: string; note: string }
type Saying = { row: EvacueeRow; at: number; stamped: Stamp; to: Pick<EvacueeRow, 'shelter' | 'keeper'> }
const sayOf = (ctx: CommandContext, { id, state, note: text }: Said, { row, at, stamped, to }: Saying) =>
  say(
    ctx.tx,
    { entry: EVACUEE, word: EVACUEE_WORD },
    { ...stamped, id, about: row.id, state, note: text, at, post: ctx.actor.post, person: ctx.actor.person },
    { shelter: to.shelter, keeper: to.keeper },
  )

const allow = handler(allowReturn, {
  load: (ctx, { place }) => demandPlace(ctx, place),
  allow: { permission: 'relief.allowReturn', where: (_, { id, place }) => ({ place, subject: id }) },
  purpose: 'disaster_ready',
  async handle(ctx, input) {
    const stamped = await stamp(ctx, evacuation, input.place)
    const people = (await letReturn(ctx.tx, input.place, stamped, ctx.now)).map(({ person }) => person)
    ctx.concerns(...people)
    await tellAll(ctx, people, 'relief_return', input.place)
    tell(ctx, evacuation, input)
    return { people: people.length }
  },
})

export const evacuationHandlers = [list, note, allow]
