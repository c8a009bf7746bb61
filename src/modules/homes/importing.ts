import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import type { CommandContext } from '#kernel/pipeline.ts'
import { openedFor } from '#modules/people/api-sealed.ts'
import { tokenOfNumber } from '#modules/people/api.ts'
import { placeTree, type Tree } from '#modules/places/api.ts'
import type { Counts, ImportColumn } from './contract-import.ts'
import { maskedCell } from './import/masks.ts'
import { type Home, type Known, type Plan, planOf } from './import/plan.ts'
import { type Reading, type Row, readRows } from './import/rows.ts'
import type { Table } from './import/sheet.ts'
import { type ImportHeld, readCells, type RowHeld } from './store-import.ts'
import {
  type KnownDwelling,
  knownByName,
  knownByToken,
  knownDwellings,
  type Living,
  livingNow,
} from './store-import-known.ts'

/** A list, understood against what is there today. */
export type Understood = {
  plan: Plan
  /** of a home that stands already */ dwellingOf: (home: Home) => string | undefined
  /** where somebody who is known lives */ livingOf: (person: string) => Living | undefined
  counts: Counts
}
type How = { columns: readonly ImportColumn[]; grid: string | null; lines?: ReadonlySet<number> }

export async function understand(
  ctx: CommandContext,
  held: ImportHeld,
  { columns, grid, lines }: How,
): Promise<Understood> {
  const table = await openTable(ctx, held.id)
  const tree = await placeTree(ctx.platform)
  const reading: Reading = { columns, today: dayOf(ctx.now), grid, gridOf: gridFinder(tree, held.place) }
  const rows = readRows(table, reading).filter(({ line }) => !lines || lines.has(line))
  const plan = planOf(rows, await knownOf(ctx, held.place, rows))
  const addresses = [...new Set(plan.homes.map(({ address }) => address))]
  const dwellings = Map.groupBy(await knownDwellings(ctx.tx, held.place, addresses), doorKey)
  const persons = plan.rows.flatMap(({ person }) => person ?? [])
  const living = new Map((await livingNow(ctx.tx, persons)).map((one) => [one.person, one]))
  const dwellingOf = (home: Home): string | undefined =>
    dwellings.get(doorKey({ place: home.grid, address: home.address, door: home.door }))?.[0]?.id
  const livingOf = (person: string): Living | undefined => living.get(person)
  return { plan, dwellingOf, livingOf, counts: countsOf(plan, dwellingOf, livingOf) }
}

const doorKey = ({ place, address, door }: Omit<KnownDwelling, 'id'>): string => `${place}|${address}|${door ?? ''}`

async function openTable(ctx: CommandContext, id: string): Promise<Table> {
  const sealed = (await readCells(ctx.tx, id)) ?? refuse('gone')
  return JSON.parse(openedFor(id, sealed)) as Table
}

/** By code, by its name in the tree, or by what is left of that without the village's: 余东村第2网格, 第2网格, 2网格, 2. */
export function gridFinder(tree: Tree, place: string): (text: string) => string | undefined {
  const known = new Map<string, string | null>()
  for (const { code, names } of gridsUnder(tree, place))
    for (const name of names) known.set(name, known.has(name) && known.get(name) !== code ? null : code)
  return (text) => known.get(text.replaceAll(' ', '')) ?? undefined
}

const GRID = 15
type Grid = { code: string; name: string; names: string[] }

export function gridsUnder(tree: Tree, place: string): Grid[] {
  const found: Grid[] = []
  const visit = (code: string): void => {
    if (code.length === GRID) found.push({ code, name: tree.shortName(code), names: namesOf(tree, code) })
    else if (code.length < GRID) for (const child of tree.children(code)) visit(child.code)
  }
  visit(place)
  return found
}

function namesOf(tree: Tree, code: string): string[] {
  const own = tree.nameOf(code)
  const village = tree.nameOf(code.slice(0, 12))
  const short = own.startsWith(village) ? own.slice(village.length) : own
  const ordinal = /\d+/.exec(short)?.[0]
  const names = [code, own, village + short, short, short.replace(/^\D(?=\d)/, '')]
  return [...new Set(ordinal ? [...names, ordinal] : names)].filter(Boolean)
}

/** Somebody of this name with this number; or of this name, born on this day or under this telephone, in the place. */
async function knownOf(ctx: CommandContext, place: string, rows: readonly Row[]): Promise<Known> {
  const tokenOf = ({ document }: Row): string =>
    document ? tokenOfNumber(document.kind, document.number).toString('hex') : ''
  const tokens = rows.flatMap((row) => (row.document ? [tokenOf(row)] : []))
  const byToken = Map.groupBy(await knownByToken(ctx.tx, tokens), ({ token }) => token)
  const byName = Map.groupBy(
    await knownByName(ctx.tx, place, [...new Set(rows.map(({ name }) => name))]),
    ({ name }) => name,
  )
  return (row) => {
    const holders = byToken.get(tokenOf(row)) ?? []
    const same = holders.find(({ name }) => name === row.name)
    if (same) return { person: same.id }
    if (holders.length > 0) return { other: true }
    if (row.document) return undefined
    const namesakes = byName.get(row.name) ?? []
    const found = namesakes.find(({ born, phone }) =>
      row.born ? born === row.born : row.phone !== null && phone === row.phone,
    )
    return found && { person: found.id }
  }
}

function countsOf(plan: Plan, dwellingOf: Understood['dwellingOf'], livingOf: Understood['livingOf']): Counts {
  const count = (outcome: string): number => plan.rows.filter((row) => row.outcome === outcome).length
  const fresh = plan.homes.filter((home) => isFresh(home, livingOf))
  return {
    rows: plan.rows.length,
    new: count('new'),
    known: count('known'),
    double: count('double'),
    fault: count('fault'),
    notes: plan.rows.filter(({ outcome, remarks }) => outcome !== 'fault' && remarks.length > 0).length,
    households: fresh.length,
    dwellings: new Set(
      fresh
        .filter((home) => !dwellingOf(home))
        .map((home) => doorKey({ place: home.grid, address: home.address, door: home.door })),
    ).size,
  }
}

/** Whom the list adds to, when somebody of the same rows lives in a household of that grid already. */
export const householdOf = (home: Home, livingOf: Understood['livingOf']): Living | undefined =>
  home.rows.flatMap(({ person }) => (person ? (livingOf(person) ?? []) : [])).find(({ place }) => place === home.grid)

const isFresh = (home: Home, livingOf: Understood['livingOf']): boolean =>
  home.rows.some(({ outcome, person }) => outcome === 'new' || (person !== null && !livingOf(person))) &&
  !householdOf(home, livingOf)

export const reportOf = (plan: Plan): RowHeld[] =>
  plan.rows.map(({ line, outcome, name, remarks, person }) => ({
    line,
    outcome,
    name: maskedCell('name', name),
    remarks,
    written: false,
    person,
  }))
