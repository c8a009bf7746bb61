import { CsvError, parse } from 'csv-parse/sync'
import { refuse } from '#kernel/errors.ts'
import { MOST_ROWS } from './sheet.ts'

/** UTF-8 with or without a mark; otherwise GB18030, which Chinese Excel writes and which also reads GBK and GB2312. */
export function decoded(bytes: Uint8Array): { text: string; encoding: 'utf-8' | 'gb18030' } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: inGb18030(bytes), encoding: 'gb18030' }
  }
}

function inGb18030(bytes: Uint8Array): string {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  } catch {
    return refuse('unsupported_file', { why: 'encoding' })
  }
}

const DELIMITERS = ['\t', ',', ';', '，', '|']

function delimiterOf(text: string): string {
  const beginning = text.slice(0, 4000).split(/\r?\n/).slice(0, 12).join('\n')
  const counts = DELIMITERS.map((delimiter) => [delimiter, beginning.split(delimiter).length] as const)
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

export type Line = { line: number; cells: string[] }

export function csvLines(text: string): Line[] {
  const options = {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    info: true,
    to: MOST_ROWS + 50,
  }
  type Parsed = { record: string[]; info: { lines: number } }
  const found = parsed<Parsed>(text.replace(/^\uFEFF/, ''), { ...options, skip_empty_lines: false })
  return found.map(({ record, info }) => ({ line: info.lines, cells: record }))
}

function parsed<T>(text: string, options: object): T[] {
  try {
    return parse(text, options) as unknown as T[]
  } catch (error) {
    if (error instanceof CsvError) return refuse('unsupported_file', { why: 'not_a_table', code: error.code })
    throw error
  }
}
