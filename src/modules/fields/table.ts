import { dayOf } from '#kernel/clock.ts'
import type { Tree } from '#modules/places/api.ts'
import type { Definition, Layout, Value } from './contract.ts'
import { kindOf } from './rules.ts'
import type { Row } from './store-rows.ts'

/** A cell as it goes into a table: text stays text, so that no program turns a number of 18 digits into 3.3E+17. */
export type Cell = string | number | null
export type Sheet = { title: string[]; headings: string[]; formats: (string | null)[]; rows: Cell[][]; foot: string[] }

type Filling = {
  layout: Layout
  definitions: (key: string) => Definition | undefined
  value: (subject: string, field: string) => Value | undefined
  tree: Tree
  door: (row: Row) => string
  now: number
}

export const refOf = (row: Row, key: string): string | null => {
  const kind = kindOf(key)
  return kind === 'place' ? row.of_place : row[kind]
}

/** A table in its official layout, out of what is held. */
export function sheetOf(rows: readonly Row[], filling: Filling): Sheet {
  const { layout } = filling
  return {
    title: layout.title,
    headings: layout.columns.map(({ heading }) => heading),
    formats: layout.columns.map(({ format }) => format),
    rows: rows.map((row, i) => layout.columns.map(({ from }) => cellOf(row, from, i, filling))),
    foot: layout.foot,
  }
}

const LEVELS = { county: 6, township: 9, village: 12, grid: 15 } as const

function cellOf(row: Row, from: string, at: number, filling: Filling): Cell {
  if (from === '#') return at + 1
  if (from === 'day') return dayOf(filling.now)
  if (from === 'door') return filling.door(row)
  if (!from.includes('.')) {
    const digits = LEVELS[from as keyof typeof LEVELS]
    return row.place.length >= digits ? filling.tree.nameOf(row.place.slice(0, digits)) : null
  }
  const subject = refOf(row, from)
  const value = subject === null ? undefined : filling.value(subject, from)
  const definition = filling.definitions(from)
  return value === undefined || !definition ? null : inWords(value, definition, filling.layout)
}

export function inWords(
  value: Value,
  { choices }: Pick<Definition, 'choices'>,
  { yes, no }: Pick<Layout, 'yes' | 'no'>,
): Cell {
  const word = (key: unknown): string => choices.find((choice) => choice.key === key)?.zh ?? String(key)
  if (typeof value === 'boolean') return value ? yes : no
  if (Array.isArray(value)) return value.map(word).join('、')
  if (typeof value === 'number') return value
  return choices.length > 0 ? word(value) : value
}

/** RFC 4180, with the mark by which spreadsheets know UTF-8. A text that a spreadsheet would run as a formula stays a text. */
export function csvOf({ title, headings, rows, foot }: Sheet): string {
  const lines = [...title.map((line) => [line]), headings, ...rows, ...foot.map((line) => [line])]
  return `\uFEFF${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`
}
function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
