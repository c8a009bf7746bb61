import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { edits, likeness } from '#modules/matches/linkage/text.ts'
import type { Field, Pass } from '#modules/matches/linkage/field.ts'

/** The labelled person sets of Febrl (Australian names and addresses, made errors). Not part of the project; without them nothing is measured. */
const FOLDER = fileURLToPath(new URL('../../../shared/data/er/febrl/', import.meta.url))

const COLUMNS = [
  'rec_id',
  'given_name',
  'surname',
  'street_number',
  'address_1',
  'address_2',
  'suburb',
  'postcode',
  'state',
  'date_of_birth',
  'soc_sec_id',
] as const
export type Row = Record<(typeof COLUMNS)[number], string>

export const hasFebrl = (): boolean => existsSync(`${FOLDER}dataset1.csv`)

/** `dataset3`, or `dataset4a` and `dataset4b` one after the other. Headers have a space after each comma. */
export const readFebrl = (...names: string[]): Row[] =>
  names.flatMap((name) => parse<Row>(readFileSync(`${FOLDER}${name}.csv`), { columns: true, trim: true }))

/** rec-223-org and rec-223-dup-1 are person 223. */
export const personOf = ({ rec_id }: Row): string => rec_id.split('-')[1] ?? ''

const closeness = (a: string, b: string): number => {
  if (a === b) return 4
  const [x, y] = [a.replaceAll(' ', ''), b.replaceAll(' ', '')]
  if (edits(x, y, 1) <= 1) return 3
  const like = likeness(x, y)
  return like >= 0.9 ? 2 : like >= 0.78 ? 1 : 0
}
const TEXT = ['differs', 'some alike', 'alike', 'one edit', 'same']

const text = (name: keyof Row, other?: keyof Row): Field<Row> => ({
  name,
  levels: TEXT,
  compare(a, b) {
    const straight = a[name] && b[name] ? closeness(a[name], b[name]) : undefined
    if (!other) return straight
    // Given name and surname change places, and so do the two lines of an address.
    const crossed = Math.max(
      a[name] && b[other] ? closeness(a[name], b[other]) : 0,
      a[other] && b[name] ? closeness(a[other], b[name]) : 0,
    )
    return crossed >= 3 && crossed > (straight ?? 0) ? 2 : straight
  },
  terms: (row) => (row[name] ? [row[name]] : []),
})

const digits = (name: keyof Row): Field<Row> => ({
  name,
  levels: ['differs', 'two edits', 'one edit', 'same'],
  compare: (a, b) => (a[name] && b[name] ? 3 - edits(a[name], b[name], 2) : undefined),
  terms: (row) => (row[name] ? [row[name]] : []),
})

export const FEBRL_FIELDS: Field<Row>[] = [
  text('given_name', 'surname'),
  text('surname', 'given_name'),
  digits('street_number'),
  text('address_1', 'address_2'),
  text('address_2', 'address_1'),
  text('suburb'),
  digits('postcode'),
  digits('state'),
  digits('date_of_birth'),
  digits('soc_sec_id'),
]

const filled = (...parts: string[]): string[] => (parts.every(Boolean) ? [parts.join('|')] : [])
const order = (row: Row): string => `${row.surname}|${row.given_name}|${row.date_of_birth}`

export const FEBRL_PASSES: Pass<Row>[] = [
  { name: 'number', keys: (row) => filled(row.soc_sec_id), order },
  { name: 'birth', keys: (row) => filled(row.date_of_birth), order },
  { name: 'names', keys: ({ given_name: g, surname: s }) => filled([g, s].sort().join('|')), order },
  { name: 'surname and postcode', keys: (row) => filled(row.surname, row.postcode), order },
  { name: 'given name and suburb', keys: (row) => filled(row.given_name, row.suburb), order },
  { name: 'street', keys: ({ address_1, address_2 }) => [...filled(address_1), ...filled(address_2)], order },
  { name: 'suburb and number', keys: (row) => filled(row.suburb, row.street_number), order },
  {
    name: 'beginnings',
    keys: (row) => filled(row.given_name.slice(0, 3), row.surname.slice(0, 3), row.state),
    order,
  },
]
