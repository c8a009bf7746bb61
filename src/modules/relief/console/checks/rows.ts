import { CHECK_REASONS, type CheckView, faultOfLine, type LineRefusal } from '../../contract-checks.ts'
import { checkWords } from '../../parts/check-messages.ts'
import { NAME_HEADINGS } from './lay-messages.ts'

/** A line as it was pasted or typed; `mended`: somebody is at it, so it does not move away under his hands. */
export type Row = {
  id: string
  name: string
  phone: string
  reason: string
  evidence: string
  refused?: LineRefusal
  mended?: true
}
export type Fault = LineRefusal | 'no_name' | 'bad_phone'
type Kind = CheckView['kind']

const PHONE = /^1\d{10}$/

/** What is wrong with a line: what the server said of it, or what can be seen here. */
export function faultOfRow(kind: Kind, row: Row): Fault | undefined {
  if (row.refused) return row.refused
  if (row.name === '') return 'no_name'
  if (!PHONE.test(row.phone)) return 'bad_phone'
  return faultOfLine(kind, row)
}

const CELLS = /\t|,|，/

/** Lines out of a sheet: name, phone, reason, evidence. What stands behind a comma in the evidence belongs to it. */
export function readRows(text: string, kind: Kind, usual: string, newId: () => string): Row[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split(CELLS).map((cell) => cell.trim()))
    .filter(([first = '', ...rest]) => [first, ...rest].some(Boolean) && !NAME_HEADINGS.includes(first.toLowerCase()))
    .map(([name = '', phone = '', reason = '', ...evidence]) => ({
      id: newId(),
      name,
      phone: phone.replaceAll(/[\s-]/g, ''),
      reason: reason === '' ? usual : codeOf(kind, reason),
      evidence: evidence.join('，'),
    }))
}

/** Reasons may be pasted in words; what is none stays, so that it is refused in its own words. */
const codeOf = (kind: Kind, text: string): string =>
  CHECK_REASONS[kind].find((code) => code === text || checkWords[code]() === text) ?? text
