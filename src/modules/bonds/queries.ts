import { answer, type AskContext } from '#kernel/ask.ts'
import { subtree } from '#kernel/authorise.ts'
import { type Day, dayOf } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { liveHolds } from '#kernel/holds.ts'
import { pull } from '#kernel/levers.ts'
import { contactOf } from '#modules/people/api.ts'
import { householdOf } from '#modules/homes/api.ts'
import { placeTree } from '#modules/places/api.ts'
import {
  findDoors,
  findReady,
  listAnswerers,
  listCandidates,
  listKinds,
  ownDoor,
  type Saying,
  whoAnswers,
} from './contract.ts'
import { ownBond } from './commands-door.ts'
import { kindsOf } from './kinds.ts'
import { coolOff } from './levers.ts'
import { changeFrom, mostOf } from './rules.ts'
import { personsIn, shownAnswerer, shownDoor } from './shown.ts'
import { findAnswerers } from './store-door.ts'
import { type Door, findDoor, inRange, listDoors, readStanding, sayingsOf, searchStanding } from './store-doors.ts'
import { readKinds } from './store-kinds.ts'
import type { z } from 'zod'

type SayingView = z.infer<typeof Saying>

const kinds = answer(listKinds, {
  permission: 'bonds.kinds',
  async run(ctx, { history }) {
    return { rows: await readKinds(ctx.tx, history ? null : dayOf(ctx.now)) }
  },
})

/** The door that is asked for, if the asker may know of it. */
async function demandDoor(
  ctx: AskContext,
  {
    household,
    dwelling,
    place,
  }: { household?: string | undefined; dwelling?: string | undefined; place?: string | undefined },
  day: Day,
): Promise<Door> {
  const bare: Door | undefined = place
    ? { household: null, dwelling: null, place, address: null, head: null, headName: null }
    : undefined
  const found = bare ?? (await findDoor(ctx.tx, { household: household ?? null, dwelling: dwelling ?? null }, day))
  return found && inRange(ctx.scope, found.place) ? found : refuse('not_found')
}

const door = answer(whoAnswers, {
  permission: 'bonds.read',
  purpose: 'door_bond',
  async run(ctx, { day = dayOf(ctx.now), ...asked }) {
    const found = await demandDoor(ctx, asked, day)
    const answerers = await findAnswerers(ctx.tx, found, day)
    const shown = {
      door: found,
      answerers,
      day,
      tree: await placeTree(ctx.platform),
      kinds: await kindsOf(ctx.platform),
    }
    ctx.saw([found.head, ...personsIn(answerers)], { place: found.place, fields: 'name' })
    return { ...shownDoor(shown), sayings: await sayingsAt(ctx, answerers) }
  },
})

const sayingsAt = async (ctx: AskContext, answerers: readonly { bond: string | null }[]): Promise<SayingView[]> =>
  (await sayingsOf(
    ctx.tx,
    answerers.flatMap(({ bond }) => bond ?? []),
  )) as SayingView[]

const doors = answer(findDoors, {
  permission: 'bonds.read',
  async run(ctx, { place, text, limit, cursor }) {
    const wanted = subtree(place ?? ctx.actor.place ?? '')
    const tree = await placeTree(ctx.platform)
    const [lo, hi] = [
      wanted.lo > ctx.scope.lo ? wanted.lo : ctx.scope.lo,
      wanted.hi < ctx.scope.hi ? wanted.hi : ctx.scope.hi,
    ]
    const found = await listDoors(ctx.tx, {
      lo,
      hi,
      text,
      day: dayOf(ctx.now),
      after: readCursor(cursor, 2),
      limit: limit + 1,
    })
    const { rows, next } = pageOf(found, limit, (row) => [row.place, row.household])
    return {
      rows: rows.map(({ household, place: at, address }) => ({
        household,
        place: at,
        placeName: tree.shortName(at),
        address,
      })),
      next,
    }
  },
})

const own = answer(ownDoor, {
  permission: 'bonds.ownDoor',
  purpose: 'door_bond',
  async run(ctx, { day = dayOf(ctx.now) }) {
    const found = await ownHousehold(ctx)
    if (!found) return { door: null, phones: [], sayings: [], changeFrom: null }
    const answerers = await findAnswerers(ctx.tx, found, day)
    const index = await kindsOf(ctx.platform)
    const near = answerers.filter(({ kind, bond }) => bond === null || index.get(kind)?.near)
    const phones = await Promise.all(
      [...new Set(near.flatMap(({ person, substitute }) => [substitute ?? person]))].flatMap((person) =>
        person
          ? [contactOf(ctx.tx, person).then((contact) => ({ person: person as never, phone: contact?.phone ?? null }))]
          : [],
      ),
    )
    ctx.saw(personsIn(answerers), { place: found.place, fields: 'name, phone' })
    const chosen = index
      .all()
      .filter(({ choosable }) => choosable)
      .flatMap(({ code }) => ownBond(answerers, code) ?? [])
    const coolDays = pull(coolOff, await liveHolds(ctx.tx, ctx.now), found.place, ctx.now)
    const free = chosen
      .filter(({ origin }) => origin === 'chosen')
      .map(({ from }) => changeFrom(from, coolDays))
      .toSorted()
      .at(-1)
    return {
      door: shownDoor({ door: found, answerers, day, tree: await placeTree(ctx.platform), kinds: index }),
      phones,
      sayings: await sayingsAt(
        ctx,
        answerers.filter(({ toKind }) => toKind === 'household'),
      ),
      changeFrom: free && free > dayOf(ctx.now) ? free : null,
    }
  },
})

async function ownHousehold(ctx: AskContext): Promise<Door | undefined> {
  const today = dayOf(ctx.now)
  const member = await householdOf(ctx.tx, ctx.actor.person ?? refuse('unauthenticated'), today)
  return member && findDoor(ctx.tx, { household: member.household, dwelling: null }, today)
}

const candidates = answer(listCandidates, {
  permission: 'bonds.ownDoor',
  purpose: 'door_bond',
  async run(ctx) {
    const found = await ownHousehold(ctx)
    if (!found) return { rows: [] }
    const today = dayOf(ctx.now)
    const index = await kindsOf(ctx.platform)
    const ready = (await readStanding(ctx.tx, { place: found.place, kind: null, day: today })).filter(
      ({ kind }) => index.get(kind)?.choosable,
    )
    const mine = await findAnswerers(ctx.tx, found, today)
    ctx.saw(
      ready.map(({ holder }) => holder),
      { place: found.place, fields: 'name' },
    )
    return {
      rows: ready.map((row) => {
        const most = mostOf(index.get(row.kind)?.quota ?? null, row.most)
        const now = ownBond(mine, row.kind)
        return {
          answerer: row.id as never,
          kind: row.kind,
          kindName: index.nameOf(row.kind),
          name: row.name,
          title: row.title,
          room: most === null || row.load < most,
          mine:
            now !== undefined && (row.person ?? row.post ?? row.organ) === (now.sourcePerson ?? now.post ?? now.organ),
        }
      }),
    }
  },
})

const standing = answer(listAnswerers, {
  permission: 'bonds.read',
  purpose: 'door_bond',
  async run(ctx, { place, kind }) {
    if (!inRange(ctx.scope, place)) refuse('forbidden')
    const index = await kindsOf(ctx.platform)
    const rows = await readStanding(ctx.tx, { place, kind: kind ?? null, day: dayOf(ctx.now) })
    ctx.saw(
      rows.map(({ holder }) => holder),
      { place, fields: 'name' },
    )
    return { rows: rows.map((row) => shownAnswerer(row, index.get(row.kind)?.quota ?? null)) }
  },
})

const search = answer(findReady, {
  permission: 'bonds.read',
  purpose: 'door_bond',
  async run(ctx, { place = ctx.actor.place ?? '', text, kind, limit, cursor }) {
    if (!inRange(ctx.scope, place)) refuse('forbidden')
    const [index, tree] = [await kindsOf(ctx.platform), await placeTree(ctx.platform)]
    const wanted = {
      ...subtree(place),
      text,
      kind,
      day: dayOf(ctx.now),
      after: readCursor(cursor, 2),
      limit: limit + 1,
    }
    const { rows, next } = pageOf(await searchStanding(ctx.tx, wanted), limit, ({ name, id }) => [name, id])
    ctx.saw(
      rows.map(({ holder }) => holder),
      { place, fields: 'name' },
    )
    const shown = rows.map((row) => ({
      ...shownAnswerer(row, index.get(row.kind)?.quota ?? null),
      placeName: tree.shortName(row.place),
      kindName: index.nameOf(row.kind),
    }))
    return { rows: shown, next }
  },
})

export const answers = [kinds, door, doors, own, candidates, standing, search]
