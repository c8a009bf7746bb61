import { dayOf, instant } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { enterBy, moveHomes, standsFor } from '#modules/people/api.ts'
import { tell } from './commands-household.ts'
import { mergeHouseholds, splitHousehold } from './contract-arrange.ts'
import { movedIn, type Relation } from './contract.ts'
import { demandDwelling, demandLiving, SERVICE } from './demand.ts'
import { checkDay, oneHead } from './rules.ts'
import * as store from './store.ts'
import { type ActRow, insertAct, setGoesOnIn } from './store-acts.ts'

const permission = 'homes.arrange'

export const openMembers = async (ctx: CommandContext, household: string): Promise<store.MemberRow[]> =>
  (await store.readMembersOf(ctx.tx, [household])).filter(({ untilDay }) => untilDay === null)

type Carried = {
  into: Pick<store.HouseholdRow, 'id' | 'place'>
  entry: string
  day: string
  relationOf: (row: store.MemberRow) => Relation
}

/** Closes rows in one household and opens them in another; gives what was opened. */
async function carry(
  ctx: CommandContext,
  rows: readonly store.MemberRow[],
  { into, entry, day, relationOf }: Carried,
): Promise<string[]> {
  const ids = rows.map(({ id }) => id)
  if ((await store.endMembers(ctx.tx, ids, { day, why: 'arranged', entry })) < ids.length) refuse('conflict')
  const opened = rows.map((row) => ({
    ...row,
    id: uuidv7(ctx.now),
    household: into.id,
    place: into.place,
    relation: relationOf(row),
    entry,
    fromDay: day,
    replaces: row.id,
  }))
  if (opened.length > 0) await store.insertMembers(ctx.tx, opened)
  const staying = opened.filter(({ residence }) => residence !== 'away').map(({ person }) => person)
  await moveHomes(ctx, staying, into.place, entry)
  ctx.concerns(...rows.map(({ person }) => person))
  return opened.map(({ id }) => id)
}

type Done = Omit<ActRow, 'undoneAt' | 'at' | 'place' | 'dwelling'> & { dwelling?: string }
export async function keep(ctx: CommandContext, whole: store.HouseholdRow, act: Done) {
  await insertAct(ctx.tx, { dwelling: null, ...act, place: whole.place, at: instant(ctx.now) })
  tell(ctx, whole)
  return { act: act.id as never, household: act.household as never, other: act.other as never }
}

const split = handler(splitHousehold, {
  async load(ctx, { household, dwelling, members }) {
    const whole = await demandLiving(ctx, household)
    const open = await openMembers(ctx, household)
    const relations = new Map(members.map(({ member, relation }) => [member as string, relation]))
    const going = open.filter(({ id }) => relations.has(id))
    if (going.length < members.length) refuse('not_found', { problems: [{ path: 'members', problem: 'unknown' }] })
    if (going.length === open.length) refuse('invalid', { problems: [{ path: 'members', problem: 'all_of_them' }] })
    if (!oneHead(members)) refuse('invalid', { problems: [{ path: 'members', problem: 'one_head' }] })
    return { whole, going, relations, door: await demandDwelling(ctx, dwelling ?? whole.dwelling) }
  },
  allow: { permission, where: ({ whole }, { household }) => ({ place: whole.place, subject: household }) },
  purpose: SERVICE,
  async handle(ctx, { act, household, into, day = dayOf(ctx.now), origin }, { whole, going, relations, door }) {
    checkDay(day, dayOf(ctx.now), [whole.fromDay, ...going.map(({ fromDay }) => fromDay)])
    const entry = await enterBy(ctx, whole.place, origin)
    const relationOf = ({ id }: store.MemberRow): Relation => relations.get(id) ?? 'unknown'
    const head = going.find((row) => relationOf(row) === 'head')?.person ?? null
    await store.insertHousehold(ctx.tx, {
      id: into,
      dwelling: door.id,
      place: door.place,
      head,
      entry,
      fromDay: day,
      replaces: household,
    })
    const opened = await carry(ctx, going, { into: { id: into, place: door.place }, entry, day, relationOf })
    if (going.some(({ person }) => person === whole.head)) await store.setHead(ctx.tx, household, null)
    ctx.emit(movedIn, into, door.place, { household: into, dwelling: door.id })
    const closed = going.map(({ id }) => id)
    return keep(ctx, whole, {
      id: act,
      kind: 'split',
      household,
      other: into,
      entry,
      day,
      closed,
      opened,
      head: whole.head,
    })
  },
})

const merge = handler(mergeHouseholds, {
  async load(ctx, { household, gone }) {
    if ((household as string) === gone) refuse('same_person')
    return { whole: await demandLiving(ctx, household), goes: await demandLiving(ctx, gone) }
  },
  allow: { permission, where: ({ whole }, { household }) => ({ place: whole.place, subject: household }) },
  purpose: SERVICE,
  async handle(ctx, { act, household, gone, day = dayOf(ctx.now), origin }, { whole, goes }) {
    const [there, coming] = [await openMembers(ctx, household), await openMembers(ctx, gone)]
    checkDay(day, dayOf(ctx.now), [whole.fromDay, goes.fromDay, ...coming.map(({ fromDay }) => fromDay)])
    const entry = await enterBy(ctx, whole.place, origin)
    // Whoever is in both under two entries is one of them already.
    const now = await standsFor(
      ctx.tx,
      [...there, ...coming].map(({ person }) => person),
    )
    const inside = new Set(there.map(({ person }) => now.get(person)))
    const twice = coming.filter(({ person }) => inside.has(now.get(person)))
    await store.endMembers(
      ctx.tx,
      twice.map(({ id }) => id),
      { day, why: 'arranged', entry },
    )
    const relationOf = (): Relation => 'other_kin'
    const opened = await carry(
      ctx,
      coming.filter((row) => !twice.includes(row)),
      { into: whole, entry, day, relationOf },
    )
    await store.setHouseholdEnd(ctx.tx, gone, day)
    await setGoesOnIn(ctx.tx, gone, household)
    tell(ctx, goes)
    const closed = coming.map(({ id }) => id)
    return keep(ctx, whole, {
      id: act,
      kind: 'merge',
      household,
      other: gone,
      entry,
      day,
      closed,
      opened,
      head: whole.head,
    })
  },
})

export const arrangeHandlers = [split, merge]
