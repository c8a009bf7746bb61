/** What a spreadsheet says, before anybody understood it. */
export type Cell = {
  text: string
  /** a number that the spreadsheet cut to fifteen digits; its last ones are gone for good */ lost?: boolean
  /** where the spreadsheet itself knew that it is a day */ day?: string
}
export type Table = {
  format: 'csv' | 'xlsx'
  encoding: 'utf-8' | 'gb18030' | null
  headers: string[]
  /** the line of each row in the file, as the spreadsheet numbers them */
  rows: { line: number; cells: Cell[] }[]
}

export const LARGEST_FILE = 10 * 1024 * 1024
export const MOST_ROWS = 20_000
export const MOST_COLUMNS = 60

/** Excel keeps fifteen digits of a number: an id of eighteen typed as a number ends in three noughts. */
const KEPT_DIGITS = 1e15
export const isLost = (number: number): boolean => !Number.isInteger(number) || Math.abs(number) >= KEPT_DIGITS
const SCIENTIFIC = /^\d(\.\d+)?E\+?\d{1,2}$/i

/** One width, no blanks around, no invisible characters, no apostrophe that only tells Excel "this is text". */
export const plain = (given: string): string =>
  given
    .normalize('NFKC')
    .replaceAll(/[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^'/, '')

export function cellOfText(given: string): Cell {
  const text = plain(given)
  return SCIENTIFIC.test(text) ? { text, lost: true } : { text }
}
