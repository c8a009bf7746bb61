import { readFileSync } from 'node:fs'
import type { Definition } from '../contract.ts'

/** Sheets say in a letter or two what many rows have in common. */
const PURPOSES: Record<string, string> = {
  HS: 'household_service',
  DR: 'disaster_ready',
  LH: 'livelihood_help',
  CS: 'care_support',
  MC: 'minor_care',
  IC: 'identity_check',
  FS: 'firm_service',
  PF: 'public_facility',
}
const AT_THE_DOOR = ['grid_worker', 'village_cadre', 'township_room']
const READERS: Record<string, string[]> = {
  D: AT_THE_DOOR,
  A: [...AT_THE_DOOR, 'department_officer', 'county_command', 'city_command'],
}

type Row = Record<string, string>
function rowsOf(sheet: string): Row[] {
  const text = readFileSync(new URL(`./${sheet}.tsv`, import.meta.url), 'utf8')
  const [head = '', ...lines] = text.trimEnd().split('\n')
  const columns = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))
  })
}

const bothOf = (text: string): { zh: string; en: string } => {
  const [zh = '', en = ''] = text.split('/')
  return { zh, en }
}
const choiceOf = (text: string): Definition['choices'][number] => {
  const [key = '', names = ''] = text.split('=')
  return { key, ...bothOf(names) }
}
const listOf = (text: string | undefined, mark: string): string[] => (text ? text.split(mark) : [])

/** The data elements that a city starts with, all as version 1 from a day on. */
export function readFields(from: string): Omit<Definition, 'core'>[] {
  const laws = new Map(rowsOf('laws').map((row) => [row.key, row.law]))
  return rowsOf('fields').map((row): Omit<Definition, 'core'> => {
    const key = row.key ?? ''
    return {
      key,
      version: 1,
      name: { zh: row.zh ?? '', en: row.en ?? null },
      subject: key.split('.')[0] as Definition['subject'],
      group: row.group as Definition['group'],
      type: row.type as Definition['type'],
      choices: listOf(row.choices, ';').map(choiceOf),
      unit: row.unit ? bothOf(row.unit) : null,
      source: row.source ?? 'self',
      freshDays: row.freshDays ? Number(row.freshDays) : null,
      sensitivity: row.sensitivity as Definition['sensitivity'],
      purposes: listOf(row.purposes, ',').map((short) => PURPOSES[short] ?? short),
      readers: READERS[row.readers ?? ''] ?? AT_THE_DOOR,
      law: laws.get(row.law ?? '') ?? '',
      from,
      until: null,
    }
  })
}
