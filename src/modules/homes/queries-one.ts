import { type AskContext, answer } from '#kernel/ask.ts'
import { dayOf, startOfDay } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { aliasesOf, entriesOf, organs, readReached, shownResident, standsFor } from '#modules/people/api.ts'
import type { PersonId } from '#modules/people/contract.ts'
import {
  type Dwelling,
  getDwelling,
  getHousehold,
  homesOfPerson,
  type HouseholdRow,
  type Member,
  myHome,
} from './contract.ts'
import { demandDwelling, demandHousehold, SERVICE } from './demand.ts'
import { namesOf } from './queries-lists.ts'
import { heldOn } from './rules.ts'
import * as store from './store.ts'
import { type ActRow, readActsOf } from './store-acts.ts'
import { readOwn } from './store-lists.ts'
import { readBehind, readStays } from './store-stays.ts'

const permission = 'homes.see'
const RELATION_ORDER = [
  'head',
  'spouse',
  'parent',
  'parent_in_law',
  'grandparent',
  'child',
  'child_in_law',
  'grandchild',
  'sibling',
  'other_kin',
  'lodger',
  'worker',
  'unknown',
]
const asDwelling = (row: store.DwellingRow): Dwelling => ({ ...row, id: row.id as Dwelling['id'] })

/** With the names of those who answer for each entry now; who is out of reach is left without one. */
async function shownMembers(ctx: AskContext, rows: readonly store.MemberRow[]): Promise<Member[]> {
  const now = await standsFor(ctx.tx, [...new Set(rows.map(({ person }) => person))])
  const people = new Map(
    (await readReached(ctx.tx, [...new Set(now.values())])).map((row) => [row.id, shownResident(row, ctx.now)]),
  )
  return rows
    .map((row) => {
      const person = now.get(row.person) ?? row.person
      const { name = '', sex = null, age = null, minor = false, phoneMasked = null } = people.get(person) ?? {}
      const { id, relation, residence, fromDay, untilDay, entry, endedEntry } = row
      return {
        id,
        person,
        name,
        sex,
        age,
        minor,
        phoneMasked,
        relation,
        residence,
        fromDay,
        untilDay,
        entry,
        endedEntry,
      } as Member
    })
    .toSorted(
      (a, b) =>
        RELATION_ORDER.indexOf(a.relation) - RELATION_ORDER.indexOf(b.relation) || (b.age ?? -1) - (a.age ?? -1),
    )
}

/** Two entries of one person are one member. */
const once = (members: readonly Member[]): Member[] =>
  members.filter(({ person }, at) => members.findIndex((other) => other.person === person) === at)

const asStay = ({
  dwelling,
  address,
  door,
  fromDay,
  untilDay,
  entry,
}: Awaited<ReturnType<typeof readStays>>[number]) => ({
  dwelling: dwelling as Dwelling['id'],
  address,
  door,
  fromDay,
  untilDay,
  entry,
})
const asAct = ({ id, kind, household: of, other, day, at, entry, dwelling }: ActRow) => ({
  act: id as never,
  kind,
  household: of,
  other,
  day,
  at,
  entry,
  dwelling: dwelling as Dwelling['id'] | null,
})

const household = answer(getHousehold, {
  permission,
  purpose: SERVICE,
  async run(ctx, { id, day = dayOf(ctx.now) }) {
    const found = await demandHousehold(ctx, id)
    const stays = await readStays(ctx.tx, id)
    const then = stays.find((stay) => heldOn(stay, day))
    const dwelling = await demandDwelling(ctx, then?.dwelling ?? found.dwelling)
    const all = await store.readMembersOf(ctx.tx, [id])
    const held = all.filter((row) => heldOn(row, day))
    const members = once(await shownMembers(ctx, held))
    const former = await shownMembers(
      ctx,
      all.filter((row) => !held.includes(row) && row.untilDay !== null && row.untilDay <= day),
    )
    const acts = await readActsOf(ctx.tx, id)
    ctx.saw(
      [...members, ...former].map(({ person }) => person),
      { subject: id, place: found.place, fields: 'name sex age address relation' },
    )
    const entries = [found, dwelling, ...members, ...former, ...acts, ...stays].map(({ entry }) => entry)
    entries.push(...former.flatMap(({ endedEntry }) => endedEntry ?? []))
    const { place, head, fromDay, hereFrom, untilDay, replaces, entry } = found
    return {
      household: { id, place, head: head as PersonId | null, fromDay, hereFrom, untilDay, replaces, entry },
      dwelling: asDwelling(dwelling),
      stays: stays.map(asStay),
      members,
      former,
      acts: acts.map(asAct),
      entries: await entriesOf(ctx.tx, entries),
      can: { enter: ctx.reaches('homes.enter') !== undefined, arrange: ctx.reaches('homes.arrange') !== undefined },
    }
  },
})

/** Every household that ever was behind a door, with as many as it had, or had there at last. */
async function householdsBehind(ctx: AskContext, { id, address, door }: store.DwellingRow) {
  const behind = await readBehind(ctx.tx, id)
  const ids = behind.map((one) => one.id)
  const members = await store.readMembersOf(ctx.tx, ids)
  const heads = behind.map(({ head }) => head)
  const names = await namesOf(ctx, heads)
  return behind.map(({ entry, id: household, place, head, fromDay, untilDay }) => {
    const day = untilDay === null ? dayOf(ctx.now) : dayBefore(untilDay)
    const held = members.filter((row) => row.household === household && heldOn(row, day))
    const away = held.filter(({ residence }) => residence === 'away').length
    const row = {
      id: household,
      dwelling: id,
      place,
      address,
      door,
      head,
      members: held.length,
      away,
      fromDay,
      untilDay,
    }
    return {
      entry,
      shown: { ...row, headName: head && (names.get(head) ?? null) } as HouseholdRow & { untilDay: string | null },
    }
  })
}

const dwelling = answer(getDwelling, {
  permission,
  purpose: SERVICE,
  async run(ctx, { id }) {
    const found = await demandDwelling(ctx, id)
    const households = await householdsBehind(ctx, found)
    const index = await organs(ctx.platform)
    const [seats, statements] = [await store.readPremises(ctx.tx, id), await store.readStatements(ctx.tx, id)]
    const heads = households.map(({ shown }) => shown.head)
    ctx.saw(heads, { subject: id, place: found.place, fields: 'name address' })
    return {
      dwelling: asDwelling(found),
      households: households.map(({ shown }) => shown),
      organs: seats.map(({ organ, fromDay, untilDay }) => ({
        id: organ,
        name: index.get(organ)?.name ?? { zh: organ },
        fromDay,
        untilDay,
      })),
      statements,
      entries: await entriesOf(
        ctx.tx,
        [found, ...households, ...seats, ...statements].map(({ entry }) => entry),
      ),
      can: { enter: ctx.reaches('homes.enter') !== undefined },
    }
  },
})

const dayBefore = (day: string): string => dayOf(startOfDay(day) - 1)

const ofPerson = answer(homesOfPerson, {
  permission,
  purpose: SERVICE,
  async run(ctx, { person }) {
    const root = (await standsFor(ctx.tx, [person])).get(person) ?? refuse('not_found')
    if ((await readReached(ctx.tx, [root])).length === 0) refuse('not_found')
    const ids = (await aliasesOf(ctx.tx, [root])).get(root) ?? [root]
    const rows = await store.readMembershipsOf(ctx.tx, ids, ctx.scope)
    ctx.saw(ids, { subject: root, fields: 'address relation' })
    return {
      rows: rows.map(
        ({ id, household: of, dwelling: at, address, door, relation, residence, fromDay, untilDay, entry }) => ({
          member: id as never,
          household: of as never,
          dwelling: at as never,
          address,
          door,
          relation,
          residence,
          fromDay,
          untilDay,
          entry,
        }),
      ),
    }
  },
})

const mine = answer(myHome, {
  permission: 'homes.mine',
  async run(ctx) {
    const self = ctx.actor.person ?? refuse('unauthenticated')
    const root = (await standsFor(ctx.tx, [self])).get(self) ?? self
    const ids = (await aliasesOf(ctx.tx, [root])).get(root) ?? [root]
    return { rows: (await readOwn(ctx.tx, ids, dayOf(ctx.now))) as never }
  },
})

export const oneAnswers = [household, dwelling, ofPerson, mine]
