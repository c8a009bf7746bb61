import { refuse } from '#kernel/errors.ts'
import { keyOfHeader } from './columns.ts'
import { csvLines, decoded } from './csv.ts'
import { type Cell, cellOfText, LARGEST_FILE, MOST_COLUMNS, MOST_ROWS, type Table } from './sheet.ts'
import { type CellLine, xlsxLines } from './xlsx.ts'

/** Titles and notes often stand above the heads of the columns. */
const HEADER_WITHIN = 15

/** Refuses unsupported_file (old Excel, damaged, no heads of columns, unreadable characters) and too_large. */
export async function readTable(bytes: Buffer): Promise<Table> {
  if (bytes.length > LARGEST_FILE) refuse('too_large', { most: LARGEST_FILE })
  if (bytes.length < 4) refuse('unsupported_file', { why: 'empty' })
  const zipped = bytes.readUInt16BE(0) === 0x504b
  if (!zipped && bytes.readUInt32BE(0) === 0xd0cf11e0) refuse('unsupported_file', { why: 'old_excel' })
  const text = zipped ? undefined : decoded(bytes)
  if (text && text.text.slice(0, 2000).includes('\0')) refuse('unsupported_file', { why: 'not_a_table' })
  const lines = text ? textLines(text.text) : await xlsxLines(bytes)
  const head = lines.slice(0, HEADER_WITHIN).findIndex(({ cells }) => isHead(cells))
  if (head < 0) refuse('unsupported_file', { why: 'no_header' })
  const headers = (lines[head]?.cells ?? []).slice(0, MOST_COLUMNS).map((cell) => cell.text)
  const rows = lines.slice(head + 1).filter(({ cells }) => cells.some((cell) => cell.text !== ''))
  if (rows.length === 0) refuse('unsupported_file', { why: 'no_rows' })
  if (rows.length > MOST_ROWS) refuse('too_large', { why: 'rows', most: MOST_ROWS })
  return { format: text ? 'csv' : 'xlsx', encoding: text?.encoding ?? null, headers, rows: rows.map(cut) }
}

const textLines = (text: string): CellLine[] =>
  csvLines(text).map(({ line, cells }) => ({ line, cells: cells.map(cellOfText) }))

const isHead = (cells: readonly Cell[]): boolean =>
  cells.some(({ text }) => keyOfHeader(text) === 'name') &&
  cells.filter(({ text }) => keyOfHeader(text) !== null).length >= 2

/** A cell of thousands of characters is no value of ours. */
const cut = ({ line, cells }: CellLine): CellLine => ({
  line,
  cells: cells.slice(0, MOST_COLUMNS).map((cell) => ({ ...cell, text: cell.text.slice(0, 300) })),
})
