import { kindOfNumber, readNumber } from '#modules/people/api.ts'
import type { DocumentKind } from '#modules/people/contract-residents.ts'
import type { Relation, Residence } from '../contract.ts'
import type { Column } from './columns.ts'
import type { Key } from './keys.ts'
import { maskedCell } from './masks.ts'
import type { Cell, Table } from './sheet.ts'
import {
  isFault,
  type Read,
  readBorn,
  readName,
  readPhone,
  readRelation,
  readResidence,
  readSex,
  readSince,
  type Said,
  textOf,
} from './values.ts'

/** One row understood: what it says, and what is wrong or odd in it. */
export type Remark = {
  key: Key
  said: Said
  /** masked */ shown: string
  /** another line it is about */ line?: number
}
export type Row = {
  line: number
  name: string
  sex: 'female' | 'male' | null
  born: string | null
  document: { kind: DocumentKind; number: string } | null
  phone: string | null
  grid: string | null
  address: string
  door: string | null
  household: string
  relation: Relation | null
  residence: Residence
  since: string | null
  remarks: Remark[]
}
export const isGood = ({ remarks }: Row): boolean => remarks.every(({ said }) => !isFault(said))

export type Reading = {
  columns: readonly Column[]
  today: string
  /** of the place that is imported into, by code and by every name they go by */
  gridOf: (text: string) => string | undefined
  /** where a row says none */
  grid: string | null
}

export const readRows = (table: Table, reading: Reading): Row[] =>
  table.rows.map(({ line, cells }) => readRow(line, cells, reading))

function readRow(line: number, cells: readonly Cell[], reading: Reading): Row {
  const remarks: Remark[] = []
  const cellOf = (key: Key): Cell | undefined => cells[reading.columns.find((column) => column.key === key)?.at ?? -1]
  const remark = (key: Key, said: Said): void =>
    void remarks.push({ key, said, shown: maskedCell(key, cellOf(key)?.text ?? '') })
  const take = <T>(key: Key, read: Read<T>): T | null => {
    if (read.said) remark(key, read.said)
    return read.value
  }
  const document = take('number', readDocument(cellOf('number'), textOf(cellOf('kind'))))
  const said = document ? saidBy(document.number) : undefined
  const born = take('born', readBorn(cellOf('born'), reading.today))
  if (said && born && said !== born) remark('born', 'not_the_number')
  return {
    line,
    name: take('name', readName(cellOf('name'))) ?? '',
    sex: take('sex', readSex(cellOf('sex'))),
    born: said ?? born,
    document,
    phone: take('phone', readPhone(cellOf('phone'))),
    grid: take('grid', readGrid(cellOf('grid'), reading)),
    address: textOf(cellOf('address')).slice(0, 120),
    door: textOf(cellOf('door')).slice(0, 20) || null,
    household: textOf(cellOf('household')),
    relation: take('relation', readRelation(cellOf('relation'))),
    residence: take('residence', readResidence(cellOf('residence'))) ?? 'own',
    since: take('since', readSince(cellOf('since'), reading.today)),
    remarks,
  }
}

type Document = { kind: DocumentKind; number: string }

/** The column of kinds is often wrong or empty; a number with a checksum says by itself what it is. */
function readDocument(cell: Cell | undefined, kind: string): Read<Document> {
  const text = textOf(cell).replaceAll(/\s/g, '').toUpperCase()
  if (text === '') return { value: null }
  if (cell?.lost || (/^\d{15}000$/.test(text) && !readNumber('resident_id', text)))
    return { value: null, said: 'lost_digits' }
  const whole = readNumber('resident_id', text)
  if (whole) return { value: { kind: 'resident_id', number: whole }, ...(whole === text ? {} : { said: 'upgraded' }) }
  if (/^\d{14,18}[\dX]?$/.test(text) && !/护照|通行证|居住证|永久/.test(kind) && !readNumber('hmt_residence', text))
    return { value: null, said: 'checksum' }
  const found = kindOfNumber(text)
  return found ? { value: { kind: found, number: readNumber(found, text) ?? text } } : { value: null, said: 'checksum' }
}

const saidBy = (number: string): string | undefined =>
  /^\d{17}[\dX]$/.test(number) ? `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}` : undefined

function readGrid(cell: Cell | undefined, { gridOf, grid }: Reading): Read<string> {
  const text = textOf(cell)
  if (text === '') return grid ? { value: grid } : { value: null, said: 'grid_missing' }
  const found = gridOf(text)
  return found ? { value: found } : { value: null, said: 'unknown_grid' }
}
