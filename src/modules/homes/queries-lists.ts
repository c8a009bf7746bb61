import { type AskContext, answer } from '#kernel/ask.ts'
import { subtree } from '#kernel/authorise.ts'
import { dayOf } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import {
  findResidents,
  kindOfNumber,
  readNumber,
  readReached,
  type ResidentRow,
  shownResident,
  tokenOfNumber,
} from '#modules/people/api.ts'
import { searchHomes } from './contract-search.ts'
import { type HouseholdRow, listDwellings, listHouseholds } from './contract.ts'
import { SERVICE } from './demand.ts'
import { readSearch } from './rules.ts'
import * as lists from './store-lists.ts'
import { readLivingIn } from './store-public.ts'

const permission = 'homes.see'

/** The asked place inside the own range: whichever is narrower; nothing when they do not meet. */
export function rangeOf(ctx: AskContext, place: string | undefined): { lo: string; hi: string } {
  const { lo, hi } = ctx.scope
  if (place === undefined) return { lo, hi }
  const asked = subtree(place)
  return { lo: asked.lo > lo ? asked.lo : lo, hi: asked.hi < hi ? asked.hi : hi }
}

/** Heads by name; a child is called by the family name. */
export async function namesOf(ctx: AskContext, persons: readonly (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(persons.filter((person) => person !== null))]
  return new Map((await readReached(ctx.tx, ids)).map((row) => [row.id, shownResident(row, ctx.now).name]))
}

const sortedBy = ({ place, address, id }: { place: string; address: string; id: string }): string[] => [
  place,
  // as PostgreSQL counts characters
  String([...address].length),
  address,
  id,
]

const households = answer(listHouseholds, {
  permission,
  purpose: SERVICE,
  async run(ctx, { place, limit, cursor }) {
    lists.plannedAfresh(ctx.tx)
    const day = dayOf(ctx.now)
    const found = await lists.listHouseholds(ctx.tx, {
      ...rangeOf(ctx, place),
      day,
      limit: limit + 1,
      after: readCursor(cursor, 4),
    })
    const { rows, next } = pageOf(found, limit, sortedBy)
    const names = await namesOf(
      ctx,
      rows.map(({ head }) => head),
    )
    ctx.saw(
      rows.map(({ head }) => head),
      { ...(place ? { place } : {}), fields: 'name address' },
    )
    return { rows: rows.map((row) => ({ ...row, headName: nameIn(names, row.head) }) as HouseholdRow), next }
  },
})

const nameIn = (names: Map<string, string>, person: string | null): string | null =>
  person ? (names.get(person) ?? null) : null

const dwellings = answer(listDwellings, {
  permission,
  purpose: SERVICE,
  async run(ctx, { place, empty = false, limit, cursor }) {
    lists.plannedAfresh(ctx.tx)
    const found = await lists.listDwellings(ctx.tx, {
      ...rangeOf(ctx, place),
      day: dayOf(ctx.now),
      limit: limit + 1,
      after: readCursor(cursor, 4),
      empty,
    })
    const { rows, next } = pageOf(found, limit, sortedBy)
    // Whether somebody lives at an address, and how many households, is said of whoever does.
    const living = rows.flatMap((row) => (row.households > 0 ? [row.id] : []))
    ctx.saw(
      (await readLivingIn(ctx.tx, living, dayOf(ctx.now))).map(({ person }) => person),
      { fields: 'address' },
    )
    return { rows: rows as never, next }
  },
})

type By = 'name' | 'phone' | 'number'

async function residentsFor(
  ctx: AskContext,
  text: string,
  range: { lo: string; hi: string },
  limit: number,
): Promise<{ row: ResidentRow; by: By }[]> {
  const { number, phoneEnd, words } = readSearch(text)
  const kind = number ? kindOfNumber(number) : kindOfNumber(text.replaceAll(/\s/g, ''))
  const whole = kind && readNumber(kind, number ?? text)
  const found = async (by: By, sought: object) =>
    (await findResidents(ctx.tx, { ...range, limit, ...sought })).map((row) => ({ row, by }))
  if (number && whole) return found('number', { token: tokenOfNumber(kind, whole) })
  if (phoneEnd) return found('phone', { phoneEnd })
  // a passport reads like a word
  const numbered = whole && kind ? await found('number', { token: tokenOfNumber(kind, whole) }) : []
  if (numbered.length > 0) return numbered
  // A child is not told by the given name, not even by being found.
  return (await found('name', { name: words })).filter(({ row }) => shownResident(row, ctx.now).name.includes(words))
}

const search = answer(searchHomes, {
  permission,
  purpose: SERVICE,
  async run(ctx, { text, place, limit }) {
    lists.plannedAfresh(ctx.tx)
    const [day, range] = [dayOf(ctx.now), rangeOf(ctx, place)]
    const found = await residentsFor(ctx, text, range, limit)
    const living = new Map(
      (
        await lists.readLivingNow(
          ctx.tx,
          found.map(({ row }) => row.id),
          day,
        )
      ).map((one) => [one.person, one]),
    )
    const doors = await lists.findDoors(ctx.tx, { ...range, day, limit, text })
    const names = await namesOf(
      ctx,
      doors.map(({ head }) => head),
    )
    ctx.saw([...found.map(({ row }) => row.id), ...doors.map(({ head }) => head)], {
      fields: 'name address',
    })
    return {
      residents: found.map(({ row, by }) => {
        const { id, name, sex, age, minor, phoneMasked, homePlace } = shownResident(row, ctx.now)
        const home = living.get(row.id)
        const where = {
          household: (home?.household ?? null) as never,
          address: home?.address ?? null,
          door: home?.door ?? null,
        }
        return { id, name, sex, age, minor, phoneMasked, by, place: home?.place ?? homePlace, ...where }
      }),
      doors: doors.map((door) => ({ ...door, headName: nameIn(names, door.head) })) as never,
    }
  },
})

export const listAnswers = [households, dwellings, search]
