import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { enterBy } from '#modules/people/api.ts'
import {
  type HouseholdId,
  homesChanged,
  joinHousehold,
  leaveHousehold,
  type MemberId,
  movedIn,
  moveIn,
  type Relation,
  type Residence,
  restateMember,
} from './contract.ts'
import { demandDwelling, demandHousehold, demandLiving, demandMember, SERVICE } from './demand.ts'
import { checkKnown, join } from './joining.ts'
import { checkDay, checkMembers } from './rules.ts'
import * as store from './store.ts'

const permission = 'homes.enter'

export const tell = (
  ctx: CommandContext,
  { id, dwelling, place }: Pick<store.HouseholdRow, 'id' | 'dwelling' | 'place'>,
): void => ctx.emit(homesChanged, id, place, { household: id, dwelling })

const enter = handler(moveIn, {
  async load(ctx, { dwelling, members }) {
    checkMembers(members)
    await checkKnown(ctx, members)
    return demandDwelling(ctx, dwelling)
  },
  allow: { permission, where: ({ place }, { household }) => ({ place, subject: household }) },
  purpose: SERVICE,
  async handle(ctx, { household, dwelling, members, day = dayOf(ctx.now), origin }, { place, untilDay }) {
    // A dwelling may have been entered after people came to live in it.
    checkDay(day, dayOf(ctx.now))
    if (untilDay) refuse('conflict', { state: 'ended' })
    const entry = await enterBy(ctx, place, origin)
    const head = members.find(({ relation }) => relation === 'head')
    await store.insertHousehold(ctx.tx, {
      id: household,
      dwelling,
      place,
      head: head?.person ?? head?.resident?.id ?? null,
      entry,
      fromDay: day,
      replaces: null,
    })
    const rows = await join(ctx, members, { household, place, entry, day })
    tell(ctx, { id: household, dwelling, place })
    ctx.emit(movedIn, household, place, { household, dwelling })
    return { household, members: rows.map(({ id }) => id as MemberId) }
  },
})

const come = handler(joinHousehold, {
  async load(ctx, { household, member }) {
    checkMembers([{ ...member, relation: 'head' }])
    await checkKnown(ctx, [member])
    return demandLiving(ctx, household)
  },
  allow: { permission, where: ({ place }, { household }) => ({ place, subject: household }) },
  purpose: SERVICE,
  async handle(ctx, { household, member, day = dayOf(ctx.now), origin }, found) {
    checkDay(day, dayOf(ctx.now), [found.fromDay])
    if (member.relation === 'head' && found.head)
      refuse('conflict', { problems: [{ path: 'member.relation', problem: 'one_head' }] })
    const entry = await enterBy(ctx, found.place, origin)
    const [row] = await join(ctx, [member], { household, place: found.place, entry, day })
    if (member.relation === 'head') await store.setHead(ctx.tx, household, row?.person ?? null)
    tell(ctx, found)
    return { member: member.id }
  },
})

const leave = handler(leaveHousehold, {
  load: (ctx, { member }) => demandMember(ctx, member),
  allow: { permission, where: ({ place }, { member }) => ({ place, subject: member }) },
  purpose: SERVICE,
  async handle(ctx, { member, why, day = dayOf(ctx.now), origin }, row) {
    // What was entered wrongly never was.
    const last = why === 'entered_wrongly' ? row.fromDay : day
    checkDay(last, dayOf(ctx.now), [row.fromDay])
    const entry = await enterBy(ctx, row.place, origin)
    if ((await store.endMembers(ctx.tx, [member], { day: last, why, entry })) === 0) refuse('already')
    const household = await demandHousehold(ctx, row.household)
    if (household.head === row.person) await store.setHead(ctx.tx, row.household, null)
    const left = (await store.readMembersOf(ctx.tx, [row.household])).some(({ untilDay }) => untilDay === null)
    if (!left) await store.setHouseholdEnd(ctx.tx, row.household, last < household.hereFrom ? household.hereFrom : last)
    ctx.concerns(row.person)
    tell(ctx, household)
    return { member, household: row.household as HouseholdId, ended: !left }
  },
})

const restate = handler(restateMember, {
  load: (ctx, { member }) => demandMember(ctx, member),
  allow: { permission, where: ({ place }, { member }) => ({ place, subject: member }) },
  purpose: SERVICE,
  async handle(ctx, { id, relation, residence, day = dayOf(ctx.now), origin }, row) {
    const entry = await enterBy(ctx, row.place, origin)
    await restateRow(ctx, row, { id, relation, residence, day, entry })
    return { member: id }
  },
})

type Restated = {
  id: string
  relation?: Relation | undefined
  residence?: Residence | undefined
  day: string
  entry: string
}
/** The row ends and another one goes on from it; whoever was head before a new one is somebody whose relation is to be said. */
export async function restateRow(ctx: CommandContext, row: store.MemberRow, said: Restated): Promise<void> {
  const { id, relation = row.relation, residence = row.residence, day, entry } = said
  if (row.untilDay) refuse('conflict', { state: 'ended' })
  checkDay(day, dayOf(ctx.now), [row.fromDay])
  const household = await demandLiving(ctx, row.household)
  const others = relation === 'head' && row.relation !== 'head' ? await formerHeads(ctx, household, day) : []
  await store.endMembers(ctx.tx, [row.id, ...others.map(({ replaces }) => replaces)], { day, why: 'restated', entry })
  const rows = [{ ...row, id, relation, residence, replaces: row.id }, ...others]
  await store.insertMembers(
    ctx.tx,
    rows.map((one) => ({ ...one, entry, fromDay: day })),
  )
  const head = relation === 'head' ? row.person : row.relation === 'head' ? null : household.head
  if (head !== household.head) await store.setHead(ctx.tx, row.household, head)
  ctx.concerns(row.person, ...others.map(({ person }) => person))
  tell(ctx, household)
}

async function formerHeads(ctx: CommandContext, { id }: store.HouseholdRow, day: string) {
  const heads = (await store.readMembersOf(ctx.tx, [id])).filter(
    ({ relation, untilDay }) => relation === 'head' && untilDay === null,
  )
  if (heads.some(({ fromDay }) => fromDay > day))
    refuse('invalid', { problems: [{ path: 'day', problem: 'before_it_began' }] })
  return heads.map((head) => ({ ...head, id: uuidv7(ctx.now), relation: 'unknown' as const, replaces: head.id }))
}

export const householdHandlers = [enter, come, leave, restate]
