import { dayOf } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import type { CommandContext } from '#kernel/pipeline.ts'
import { addResidents } from '#modules/people/api.ts'
import type { Home, Planned } from './import/plan.ts'
import { householdOf, type Understood } from './importing.ts'
import { insertDwellings, insertHouseholds, type NewDwelling, type NewHousehold } from './store-import-known.ts'
import { insertMembers, type MemberRow } from './store.ts'

type Writing = { ctx: CommandContext; understood: Understood; entry: string; day: string }
type Rows = {
  dwellings: NewDwelling[]
  households: NewHousehold[]
  members: Omit<MemberRow, 'untilDay' | 'endedEntry'>[]
}
/** Who each row is now, by its line. */
export type Written = Map<number, string>

/** All of it in a handful of statements of one transaction; every row names the one entry by which it came. */
export async function write({ ctx, understood, entry, day }: Writing): Promise<Written> {
  const { plan } = understood
  const persons: Written = new Map()
  for (const row of plan.rows)
    if (row.outcome === 'new') persons.set(row.line, uuidv7(ctx.now))
    else if (row.person) persons.set(row.line, row.person)
  const fresh = plan.rows.filter(({ outcome }) => outcome === 'new')
  if (fresh.length > 0)
    await addResidents(
      ctx,
      fresh.map((row) => residentOf(row, persons.get(row.line) ?? '', ctx.now)),
      entry,
    )
  const rows: Rows = { dwellings: [], households: [], members: [] }
  const doors = new Map<string, string>()
  for (const home of plan.homes) addHome(rows, home, { ctx, understood, entry, day, persons, doors })
  if (rows.dwellings.length > 0) await insertDwellings(ctx.tx, rows.dwellings, entry)
  if (rows.households.length > 0) await insertHouseholds(ctx.tx, rows.households, entry)
  if (rows.members.length > 0) await insertMembers(ctx.tx, rows.members)
  ctx.concerns(...fresh.map(({ line }) => persons.get(line)))
  return persons
}

function residentOf({ name, sex, born, phone, document, grid }: Planned, id: string, now: number) {
  return {
    id: id as never,
    name,
    sex,
    born,
    phone,
    homePlace: grid ?? '',
    documents: document ? [{ id: uuidv7(now) as never, kind: document.kind, number: document.number }] : [],
  }
}

type Adding = Writing & { persons: Written; /** dwellings that this list adds, by door */ doors: Map<string, string> }

/** Those who are new, and those who are known and live nowhere yet; whoever lives elsewhere stays there. */
function addHome(rows: Rows, home: Home, adding: Adding): void {
  const { ctx, understood, entry, persons } = adding
  const joining = home.rows.filter(
    ({ outcome, person }) => outcome === 'new' || (person !== null && !understood.livingOf(person)),
  )
  if (joining.length === 0) return
  const there = householdOf(home, understood.livingOf)
  const from = firstDay(joining, adding)
  const household = there?.household ?? uuidv7(ctx.now)
  if (!there) {
    const head = joining.find(({ relation }) => relation === 'head')
    const dwelling = dwellingFor(rows, home, { ...adding, from })
    rows.households.push({
      id: household,
      dwelling,
      place: home.grid,
      head: head ? (persons.get(head.line) ?? null) : null,
      fromDay: from,
    })
  }
  for (const row of joining)
    rows.members.push({
      id: uuidv7(ctx.now),
      household,
      person: persons.get(row.line) ?? '',
      place: home.grid,
      // The household has its head; one more of a list is somebody of the family.
      relation: there && row.relation === 'head' ? 'unknown' : (row.relation ?? 'unknown'),
      residence: row.residence,
      entry,
      fromDay: row.since ?? adding.day,
      replaces: null,
    })
}

const firstDay = (rows: readonly Planned[], { day }: Writing): string =>
  rows.map(({ since }) => since ?? day).reduce((first, one) => (one < first ? one : first), day)

function dwellingFor(rows: Rows, home: Home, { ctx, understood, doors, from }: Adding & { from: string }): string {
  const key = `${home.grid}|${home.address}|${home.door ?? ''}`
  const there = understood.dwellingOf(home) ?? doors.get(key)
  if (there) return there
  const id = uuidv7(ctx.now)
  doors.set(key, id)
  const fromDay = from > dayOf(ctx.now) ? dayOf(ctx.now) : from
  rows.dwellings.push({ id, place: home.grid, address: home.address, door: home.door, fromDay })
  return id
}
