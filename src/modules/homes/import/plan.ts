import type { Said } from './values.ts'
import { isGood, type Row } from './rows.ts'
import type { Key } from './keys.ts'
import { maskedCell } from './masks.ts'

/**
 * What will be done with the rows. A row is a person: `new` is entered, `known` is there already and left as it is, `double`
 * stands twice in the file, `fault` cannot be read. An id number is never a key: one number under two names is two persons.
 */
export const OUTCOMES = ['new', 'known', 'double', 'fault'] as const
export type Outcome = (typeof OUTCOMES)[number]
export type Planned = Row & { outcome: Outcome; /** of known: who it is */ person: string | null; home: string }
export type Home = { key: string; grid: string; address: string; door: string | null; rows: Planned[] }
export type Plan = { rows: Planned[]; homes: Home[] }

/** Who is there already, as far as the place goes; `other`: somebody of another name has the number. */
export type Known = (row: Row) => { person: string } | { other: true } | undefined

export function planOf(rows: readonly Row[], known: Known): Plan {
  const placed = withHomes(rows)
  const firsts = new Map<string, number>()
  const planned = placed.map((row) => outcomeOf(row, firsts, known))
  const homes = Map.groupBy(
    planned.filter(({ outcome }) => outcome === 'new' || outcome === 'known'),
    ({ home }) => home,
  )
  return { rows: planned, homes: [...homes].map(([key, members]) => homeOf(key, members)) }
}

const remark = (row: Row, key: Key, said: Said, line?: number): void => {
  const text =
    key === 'name' ? row.name : key === 'number' ? (row.document?.number ?? '') : key === 'address' ? row.address : ''
  row.remarks.push({ key, said, shown: maskedCell(key, text), ...(line ? { line } : {}) })
}

type Placed = Row & { home: string }

/** Rows of one household number share the first address that one of them gives; without a number the door makes the household. */
function withHomes(rows: readonly Row[]): Placed[] {
  const said = new Map<string, Row>()
  const of = (row: Row): string => `${row.grid ?? ''}|${row.household}`
  for (const row of rows) if (row.household && row.address && !said.has(of(row))) said.set(of(row), row)
  return rows.map((given) => {
    const first = given.household ? said.get(of(given)) : undefined
    const row = {
      ...given,
      remarks: [...given.remarks],
      address: given.address || (first?.address ?? ''),
      door: given.door ?? (given.address ? null : (first?.door ?? null)),
    }
    if (row.address === '') remark(row, 'address', 'address_missing')
    else if (first && first.address !== row.address) remark(row, 'address', 'two_addresses', first.line)
    return { ...row, home: row.household ? of(row) : `${row.grid ?? ''}|${row.address}|${row.door ?? ''}` }
  })
}

function outcomeOf(row: Placed, firsts: Map<string, number>, known: Known): Planned {
  const earlier = keysOf(row)
    .map((key) => firsts.get(key))
    .find((line) => line !== undefined)
  for (const key of keysOf(row)) if (!firsts.has(key)) firsts.set(key, row.line)
  if (!isGood(row)) return { ...row, outcome: 'fault', person: null }
  if (earlier !== undefined) {
    remark(row, 'name', 'twice_in_file', earlier)
    return { ...row, outcome: 'double', person: null }
  }
  const found = known(row)
  if (found && 'person' in found) return { ...row, outcome: 'known', person: found.person }
  if (found) remark(row, 'number', 'number_of_another')
  return { ...row, outcome: 'new', person: null }
}

/** What makes two rows one person: the number and the name; without a number the name, the birthday and the door. */
const keysOf = (row: Placed): string[] =>
  row.document ? [`${row.name}|${row.document.number}`] : [`${row.name}|${row.born ?? ''}|${row.home}`]

function homeOf(key: string, rows: Planned[]): Home {
  const [first] = rows
  const heads = rows.filter(({ relation }) => relation === 'head')
  for (const extra of heads.slice(1)) {
    remark(extra, 'relation', 'two_heads', heads[0]?.line)
    extra.outcome = 'fault'
  }
  if (heads.length === 0 && first) remark(first, 'relation', 'no_head')
  return {
    key,
    grid: first?.grid ?? '',
    address: first?.address ?? '',
    door: first?.door ?? null,
    rows: rows.filter(({ outcome }) => outcome !== 'fault'),
  }
}
