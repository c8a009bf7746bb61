import { addHold, endHolds } from '#kernel/holds.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { keyOf } from '#kernel/jobs.ts'
import type { CommandContext } from '#kernel/pipeline.ts'
import { endRaisedBonds, raiseBonds, redateBonds } from '#modules/bonds/api.ts'
import { endRaised, raisePosts, redatePosts } from '#modules/posts/api.ts'
import { type BondRaise, type LevelPlan, type Playbook, RESPONSES, type Seat } from './contract-playbooks.ts'
import { changesOf } from './playbook-index.ts'
import { type Worked, workOut } from './planning.ts'
import { lastDayOf } from './rules.ts'
import type { Effects } from './store-decisions.ts'
import { insertRaised, type NewRaised } from './store-raised.ts'
import type { Activation } from './store.ts'

/**
 * Everything that an emergency changes. Holds, dated posts, dated bonds; there is no other effect, and each of them ends by itself.
 * Every rule of the playbook raises under an id of its own, so that another level ends what it does not have and leaves the rest.
 */
const seatKey = ({ title, role, at, from }: Seat): string =>
  `seat ${title} ${role} ${at} ${from.role} ${from.line ?? ''}`
const bondKey = ({ kind, each }: BondRaise): string => `bond ${kind} ${each}`
const underOf = (activation: string, key: string): string => keyOf(`${activation} ${key}`)

export type Taking = {
  plan: LevelPlan
  /** The plan that held until now: another level, or the same one that is extended. */
  before: LevelPlan | undefined
  decision: string
  reason: string
  endsAt: number
}
export type Taken = { effects: Effects; worked: Worked }

export async function takeEffect(ctx: CommandContext, a: Activation, t: Taking): Promise<Taken> {
  const worked = await workOut(ctx.platform, ctx.tx, a.area, t.plan)
  const holds = await holdFor(ctx, a, t)
  const posts = await seat(ctx, a, t, worked)
  const bonds = await bind(ctx, a, t, worked)
  return { effects: { holds, posts, bonds }, worked }
}

/** A hold is never made longer: what goes on is held anew from this instant, by this decision. */
async function holdFor(ctx: CommandContext, a: Activation, { plan, reason, endsAt }: Taking): Promise<number> {
  await endHolds(ctx.tx, a.id, ctx.now)
  const { levers, opens } = changesOf(ctx.platform, plan)
  const values = [
    ...(a.drill ? [] : levers.map(({ lever, value }) => ({ lever: lever.name, value }))),
    ...opens.map(({ name }) => ({ lever: name, value: true as unknown })),
  ]
  const rows = values.flatMap((one) => a.area.map((place) => ({ ...one, place })))
  for (const row of rows)
    await addHold(ctx.tx, {
      ...row,
      id: uuidv7(ctx.now),
      reason: `${a.number} ${reason}`,
      heldBy: ctx.actor.person,
      under: a.id,
      startsAt: ctx.now,
      endsAt,
      exercise: a.drill,
    })
  return rows.length
}

async function seat(ctx: CommandContext, a: Activation, t: Taking, worked: Worked): Promise<number> {
  const until = lastDayOf(t.endsAt)
  const had = new Set((t.before?.seats ?? []).map(seatKey))
  const has = new Set(t.plan.seats.map(seatKey))
  for (const key of had) {
    if (has.has(key)) await redatePosts(ctx, underOf(a.id, key), until)
    else await endRaised(ctx, underOf(a.id, key), t.reason)
  }
  const rows: NewRaised[] = []
  for (const one of t.plan.seats.filter((each) => !had.has(seatKey(each)))) {
    const posts = worked.seats
      .filter((wanted) => wanted.seat === one)
      .map(({ place, holder }) => ({
        id: uuidv7(ctx.now),
        person: holder.person,
        role: one.role,
        title: one.title,
        place,
        organ: holder.organ,
      }))
    await raisePosts(ctx, underOf(a.id, seatKey(one)), posts, until)
    rows.push(
      ...posts.map(({ id, place }) => ({
        id,
        place,
        sort: 'post' as const,
        name: one.title,
        team: one.group,
        role: one.role,
      })),
    )
  }
  await insertRaised(ctx.tx, rows, { activation: a.id, decision: t.decision, now: ctx.now })
  return rows.length
}

async function bind(ctx: CommandContext, a: Activation, t: Taking, worked: Worked): Promise<number> {
  const until = lastDayOf(t.endsAt)
  const had = new Set((t.before?.bonds ?? []).map(bondKey))
  const has = new Set(t.plan.bonds.map(bondKey))
  for (const key of had) {
    if (has.has(key)) await redateBonds(ctx, underOf(a.id, key), until)
    else await endRaisedBonds(ctx, underOf(a.id, key), t.reason)
  }
  const rows: NewRaised[] = []
  for (const one of t.plan.bonds.filter((each) => !had.has(bondKey(each)))) {
    const bonds = worked.bonds
      .filter(({ raise }) => raise === one)
      .map(({ place, firm, organ }) => ({
        id: uuidv7(ctx.now),
        kind: one.kind,
        place,
        toKind: firm ? ('organ' as const) : ('place' as const),
        toId: firm,
        person: null,
        post: null,
        organ,
        role: '',
      }))
    await raiseBonds(ctx, underOf(a.id, bondKey(one)), bonds, until)
    rows.push(
      ...bonds.map(({ id, place }) => ({ id, place, sort: 'bond' as const, name: one.kind, team: null, role: null })),
    )
  }
  await insertRaised(ctx.tx, rows, { activation: a.id, decision: t.decision, now: ctx.now })
  return rows.length
}

/** All that any level of the playbook may have raised; a repetition finds nothing. */
export async function endSeats(ctx: CommandContext, a: Activation, { levels }: Playbook, why: string): Promise<number> {
  let ended = 0
  for (const key of new Set(RESPONSES.flatMap((level) => levels[level].seats.map(seatKey))))
    ended += await endRaised(ctx, underOf(a.id, key), why)
  return ended
}
export async function endBonds(ctx: CommandContext, a: Activation, { levels }: Playbook, why: string): Promise<number> {
  let ended = 0
  for (const key of new Set(RESPONSES.flatMap((level) => levels[level].bonds.map(bondKey))))
    ended += await endRaisedBonds(ctx, underOf(a.id, key), why)
  return ended
}
