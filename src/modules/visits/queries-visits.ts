import { answer, type AskContext } from '#kernel/ask.ts'
import { tokenOf } from '#kernel/pipeline.ts'
import { dayOf } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { answerersOf } from '#modules/bonds/api.ts'
import { maskName } from '#modules/people/api.ts'
import { placeTree } from '#modules/places/api.ts'
import { atDoor } from './commands-record.ts'
import { aDoor, type DoorRow, followVisit, listPromises, listVisits, ourVisits, todaysDoors } from './contract.ts'
import { type Due, dueDoors } from './doors.ts'
import { protectionAt } from './protecting.ts'
import { proxyFor } from './proxies.ts'
import { byReason, DOORS_A_DAY, inOrder, STALE_A_DAY } from './rules.ts'
import { showPromises, showVisits } from './showing.ts'
import { findRequest, requestsOf } from './store-doors.ts'
import { type DoorFacts, doorsOfHouseholds } from './store-homes.ts'
import { listPromises as findPromises, promisesOfHousehold } from './store-promises.ts'
import { findByNumber, partyOf, visitsAt, visitsOfHousehold, visitsOfPerson } from './store-visits.ts'

const doors = answer(todaysDoors, {
  permission: 'visits.record',
  purpose: 'visit',
  async run(ctx) {
    const due = (await dueDoors(ctx)).sort((a, b) => byReason(a.reasons, b.reasons))
    const binding = due.filter(({ reasons }) => reasons.some(({ kind }) => kind !== 'stale'))
    const old = due.filter((one) => !binding.includes(one)).slice(0, STALE_A_DAY)
    const shown = [...binding, ...old].slice(0, DOORS_A_DAY)
    const known = await doorsOfHouseholds(
      ctx.tx,
      shown.map(({ household }) => household),
    )
    const tree = await placeTree(ctx.platform)
    const facts = new Map(known.map((one) => [one.household, one]))
    for (const { head, place } of known) ctx.saw([head], { place, fields: 'name, address' })
    return {
      rows: shown.flatMap((one) => rowOf(one, facts.get(one.household), tree.shortName.bind(tree))),
      fieldDay: (await protectionAt(ctx.tx, ctx.actor.place ?? '', dayOf(ctx.now))) !== undefined,
      more: due.length - shown.length,
    }
  },
})

function rowOf(due: Due, door: DoorFacts | undefined, nameOf: (code: string) => string): DoorRow[] {
  if (!door) return []
  const { household, address, place, lon, lat } = door
  const head = door.headName ? maskName(door.headName) : null
  return [
    {
      household,
      address,
      place,
      placeName: nameOf(place),
      head,
      lon,
      lat,
      reasons: inOrder(due.reasons),
      request: due.request,
    },
  ]
}

const door = answer(aDoor, {
  permission: 'visits.record',
  purpose: 'visit',
  async run(ctx, { household }) {
    const { door: at, members, bound } = await atDoor(ctx, household)
    if (!bound && !(at.place >= ctx.scope.lo && at.place < ctx.scope.hi)) refuse('not_found')
    ctx.saw(
      members.map(({ person }) => person),
      { subject: household, place: at.place, fields: 'name, visits, promises' },
    )
    const due = (await dueDoors(ctx)).find((one) => one.household === household)
    const wish = due?.request ? await findRequest(ctx.tx, due.request) : undefined
    const answerers = (await answerersOf(ctx.tx, at, dayOf(ctx.now))).filter(({ person }) => person).slice(0, 6)
    // Staff are known to staff; whoever answers without a post is somebody's neighbour.
    ctx.saw(
      answerers.filter(({ post }) => !post).map(({ person }) => person),
      { subject: household, place: at.place, fields: 'name' },
    )
    const tree = await placeTree(ctx.platform)
    return {
      household,
      dwelling: at.dwelling,
      address: at.address,
      place: at.place,
      placeName: tree.shortName(at.place),
      lon: at.lon,
      lat: at.lat,
      since: at.since,
      members: members.map(({ person, name, born, relation }) => ({
        id: person,
        name: nameAtDoor(name, born, ctx.now),
        relation,
      })),
      answerers: answerers.map(({ name, title, kind }) => ({ name, title, kind })),
      reasons: due ? inOrder(due.reasons) : [],
      request: wish ? { id: wish.id as never, text: wish.text, at: wish.at } : null,
      promises: await showPromises(ctx, await promisesOfHousehold(ctx.tx, household), 'staff'),
      visits: await showVisits(ctx, await visitsOfHousehold(ctx.tx, household, 10), 'staff'),
    }
  },
})

/** Of children under fourteen a visit needs no name. */
const nameAtDoor = (name: string, born: string | null, now: number): string => {
  const today = dayOf(now)
  const fourteen = born ? `${Number(born.slice(0, 4)) + 14}${born.slice(4)}` : ''
  return fourteen > today ? maskName(name) : name
}

const list = answer(listVisits, {
  permission: 'visits.read',
  purpose: 'visit',
  async run(ctx, { place, limit, cursor }) {
    const found = await visitsAt(ctx.tx, ctx.scope, place ?? ctx.actor.place ?? '', {
      limit: limit + 1,
      after: readCursor(cursor, 2),
    })
    const { rows, next } = pageOf(found, limit, ({ at, id }) => [at, id])
    await sawParties(
      ctx,
      rows.map(({ id }) => id),
    )
    return { rows: await showVisits(ctx, rows, 'staff'), next }
  },
})

async function sawParties(ctx: AskContext, visits: readonly string[]): Promise<void> {
  const parties = Map.groupBy(await partyOf(ctx.tx, visits), ({ visit }) => visit)
  for (const [visit, persons] of parties)
    ctx.saw(
      persons.map(({ person }) => person),
      { subject: visit, fields: 'visits' },
    )
}

const promises = answer(listPromises, {
  permission: 'visits.read',
  purpose: 'visit',
  async run(ctx, { place, mine, open, limit, cursor }) {
    const found = await findPromises(ctx.tx, ctx.scope, {
      place: place ?? '',
      mine,
      open,
      limit: limit + 1,
      after: readCursor(cursor, 2),
    })
    const { rows, next } = pageOf(found, limit, ({ due, id }) => [due, id])
    await sawParties(ctx, [...new Set(rows.map(({ visit }) => visit))])
    return { rows: await showPromises(ctx, rows, 'staff'), next }
  },
})

/** What was noted about us: by oneself, or by a proxy, whose look the person sees like any other. */
const ours = answer(ourVisits, {
  permission: 'visits.ours',
  purpose: 'visit',
  async run(ctx, { mandate, limit, cursor }) {
    const proxy = mandate ? await proxyFor(ctx, mandate, 'see') : undefined
    const person = proxy?.principal ?? ctx.actor.person ?? refuse('unauthenticated')
    if (proxy) ctx.saw([person], { subject: proxy.mandate.id, fields: 'visits, promises', reason: 'mandate' })
    const side = proxy ? ('proxy' as const) : ('own' as const)
    const found = await visitsOfPerson(ctx.tx, side, person, { limit: limit + 1, after: readCursor(cursor, 2) })
    const { rows, next } = pageOf(found, limit, ({ at, id }) => [at, id])
    const wishes = proxy ? [] : await requestsOf(ctx.tx, person)
    return {
      rows: await showVisits(ctx, rows, 'household', side),
      next,
      requests: wishes.map(({ id, text, at, state, answer: said }) => ({
        id: id as never,
        text,
        at,
        state,
        answer: said,
      })),
    }
  },
})

const follow = answer(followVisit, {
  permission: 'visits.follow',
  purpose: 'visit',
  secret: ({ secret }) => secret,
  async run(ctx, { number, secret }) {
    const found = (await findByNumber(ctx.tx, number.replace(/[\s-]/g, ''), tokenOf(secret))) ?? refuse('not_found')
    const [shown] = await showVisits(ctx, [found], 'household')
    return shown ?? refuse('not_found')
  },
})

export const answers = [doors, door, list, promises, ours, follow]
