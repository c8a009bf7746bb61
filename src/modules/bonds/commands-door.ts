import { type Day, dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { householdOf } from '#modules/homes/api.ts'
import { notify } from '#modules/notices/api.ts'
import { bondsChanged, choose, say } from './contract.ts'
import { kindsOf } from './kinds.ts'
import { coolOff } from './levers.ts'
import { changeFrom, mostOf, withinQuota } from './rules.ts'
import { insertBonds, lockLoad } from './store.ts'
import { findAnswerers, findBond, type FoundAnswerer } from './store-door.ts'
import { findAnswerer, findDoor, insertSaying, leaveBond, readStanding } from './store-doors.ts'

/** The bond of a kind that a household has to itself today. */
export const ownBond = (all: readonly FoundAnswerer[], kind: string): FoundAnswerer | undefined =>
  all.find((one) => one.kind === kind && (one.toKind === 'household' || one.toKind === 'dwelling'))

async function ownDoorOf(ctx: CommandContext, today: Day) {
  const person = ctx.actor.person ?? refuse('unauthenticated')
  const member =
    (await householdOf(ctx.tx, person, today)) ??
    refuse('not_found', { problems: [{ path: '', problem: 'no_household' }] })
  const door = (await findDoor(ctx.tx, { household: member.household, dwelling: null }, today)) ?? refuse('not_found')
  return { person, household: member.household, door }
}

const pick = handler(choose, {
  async load(ctx, { answerer }) {
    const today = dayOf(ctx.now)
    const own = await ownDoorOf(ctx, today)
    const ready = (await findAnswerer(ctx.tx, answerer)) ?? refuse('not_found')
    const kind = (await kindsOf(ctx.platform)).demand(ready.kind)
    if (!kind.choosable || !own.door.place.startsWith(ready.place)) refuse('forbidden', { kind: kind.code })
    if (ready.until !== null) refuse('gone')
    const before = ownBond(await findAnswerers(ctx.tx, own.door, today), kind.code)
    return { ...own, ready, kind, before, today }
  },
  allow: { permission: 'bonds.choose', where: ({ person }, { id }) => ({ person, subject: id }) },
  purpose: 'door_bond',
  async handle(ctx, { id, reason }, { person, household, door, ready, kind, before, today }) {
    const source = ready.person ?? ready.post ?? ready.organ ?? ''
    const coolDays = await ctx.lever(coolOff, door.place)
    if (before) {
      if ([before.sourcePerson, before.post, before.organ].includes(source)) refuse('already')
      const free = changeFrom(before.from, coolDays)
      if (before.origin === 'chosen' && today < free) refuse('too_soon', { from: free })
    }
    withinQuota((await lockLoad(ctx.tx, kind.code, source, today)) + 1, mostOf(kind.quota, ready.most))
    // A bond to the dwelling is somebody else's too: it stays, and the household's own stands beside it.
    const follows = before?.toKind === 'household' ? before.bond : null
    if (follows) await leaveBond(ctx.tx, { bond: follows, household, day: today, by: person, why: reason })
    const { person: byPerson, post, organ } = ready
    await insertBonds(
      ctx.tx,
      [
        {
          id,
          kind: kind.code,
          place: door.place,
          toKind: 'household',
          toId: household,
          person: byPerson,
          post,
          organ,
          role: '',
          origin: 'chosen',
          from: today,
          until: null,
          follows,
        },
      ],
      { person, post: null, now: ctx.now },
    )
    ctx.concerns(byPerson, before?.person)
    const to = byPerson ? { person: byPerson } : post ? { post } : undefined
    if (to) await notify(ctx, { to, kind: 'bond_chosen', params: {}, subject: null, urgent: false, place: door.place })
    ctx.emit(bondsChanged, id, door.place, { place: door.place })
    const rows = await readStanding(ctx.tx, { place: ready.place, kind: kind.code, day: today })
    return { id, name: rows.find((row) => row.id === ready.id)?.name ?? '', changeFrom: changeFrom(today, coolDays) }
  },
})

const tell = handler(say, {
  async load(ctx, { bond }) {
    const today = dayOf(ctx.now)
    const person = ctx.actor.person ?? refuse('unauthenticated')
    const found = (await findBond(ctx.tx, bond, today)) ?? refuse('not_found')
    return { found, person, side: await sideOf(ctx, found, person, today) }
  },
  allow: { permission: 'bonds.say', where: ({ person, found }) => ({ person, subject: found.bond }) },
  purpose: 'door_bond',
  async handle(ctx, { id, bond, text }, { found, person, side }) {
    const by = side ?? refuse('forbidden')
    await insertSaying(ctx.tx, { id, bond, place: found.place, by, person, text, now: ctx.now })
    ctx.concerns(found.person)
    ctx.emit(bondsChanged, id, found.place, { place: found.place })
    return { by }
  },
})

/** Who answers, or somebody of the household whose door it is; nobody else has a word in it. */
async function sideOf(ctx: CommandContext, found: FoundAnswerer, person: string, today: Day) {
  if (found.person === person || found.substitute === person) return 'answerer' as const
  const member = await householdOf(ctx.tx, person, today)
  if (!member) return undefined
  const door = await findDoor(ctx.tx, { household: member.household, dwelling: null }, today)
  const reaches =
    found.toId === member.household ||
    (door !== undefined &&
      (found.toId === door.dwelling || (found.toKind === 'place' && door.place.startsWith(found.place))))
  return reaches ? ('household' as const) : undefined
}

export const doorHandlers = [pick, tell]
