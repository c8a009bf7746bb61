import { z } from 'zod'
import { Names } from '#kernel/contract.ts'
import { Evidence, KindCode } from '#modules/duties/contract.ts'
import { Level, LEVELS } from '#modules/places/contract.ts'

/** 条线: a department line, or a duty-holder outside government that cases go to (power, telecom, water). */
export const Line = z.object({
  key: z.string().regex(/^[a-z]+$/),
  name: Names,
  kind: z.enum(['department', 'duty_holder']),
})
export type Line = z.infer<typeof Line>

/** 大类. The restricted one (10, people in need) has an access list of its own and is never a class of control. */
export const KindClass = z.object({ code: z.string().regex(/^\d{2}$/), name: Names, restricted: z.boolean() })
export type KindClass = z.infer<typeof KindClass>

/**
 * 小类: what a case is about, and by whom and when it is to be settled before a city changes it. Hours are work-hours of
 * the calendar, eight to a working day; of an urgent kind they run around the clock (紧急工作时).
 */
export const Kind = z.object({
  code: KindCode,
  class: z.string(),
  name: Names,
  synonyms: z.array(z.string().min(2)).min(3).describe('what residents say'),
  line: z.string().describe('leads from the county on'),
  helpers: z.array(z.string()),
  leadLevel: Level.describe('where it is settled as a rule'),
  startLevel: Level.describe('where it lands first'),
  stopLevel: Level.describe('the highest level it may climb to'),
  acceptHours: z.number().min(0.5),
  handleHours: z.number().int().min(1),
  verifyHours: z.number().int().min(1),
  urgent: z.boolean(),
  restricted: z.boolean(),
  evidence: Evidence,
  legalBasis: z.string().nullable(),
  mappings: z.object({
    gbt30428: z.string().nullable().describe('GB/T 30428 event, major and minor class'),
    hotline12345: z.string().nullable(),
    open311: z.string().nullable(),
  }),
})
export type Kind = z.infer<typeof Kind>
export type Taxonomy = { lines: Line[]; classes: KindClass[]; kinds: Kind[] }

type Sheets = Record<keyof Taxonomy, string>

/** Reads the three tab-separated sheets. Throws with every fault, one a line. */
export function parseTaxonomy(sheets: Sheets): Taxonomy {
  const classes = rowsOf(sheets.classes).map((row) =>
    KindClass.parse({ code: row['code'], name: nameOf(row), restricted: row['flags'] === 'restricted' }),
  )
  const taxonomy = {
    lines: rowsOf(sheets.lines).map((row) => Line.parse({ key: row['key'], name: nameOf(row), kind: row['kind'] })),
    classes,
    kinds: rowsOf(sheets.kinds).map((row) => parseKind(row, classes)),
  }
  const faults = faultsIn(taxonomy)
  if (faults.length) throw new Error(faults.join('\n'))
  return taxonomy
}

type Row = Record<string, string>

function rowsOf(sheet: string): Row[] {
  const [head = '', ...lines] = sheet.trimEnd().split('\n')
  const columns = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    // Fewer are possible: editors cut empty cells off the end of a line.
    if (cells.length > columns.length)
      throw new Error(`${columns.length} cells expected, ${cells.length} found: ${line}`)
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))
  })
}

const nameOf = (row: Row): z.infer<typeof Names> => ({ zh: row['zh'] ?? '', en: row['en'] ?? '' })
const wordsOf = (cell: string | undefined): string[] => (cell ?? '').split(' ').filter(Boolean)

const cut = (pair: string): [string, string] => {
  const [key = '', value = ''] = pair.split('=')
  return [key, value]
}

function parseKind(row: Row, classes: readonly KindClass[]): Kind {
  const [code = '', flags] = [row['code'], wordsOf(row['flags'])]
  const mappings = Object.fromEntries(wordsOf(row['mappings']).map(cut))
  const read = Kind.safeParse({
    ...row,
    class: code.slice(0, 2),
    name: nameOf(row),
    synonyms: wordsOf(row['synonyms']),
    helpers: wordsOf(row['helpers']),
    acceptHours: Number(row['acceptHours']),
    handleHours: Number(row['handleHours']),
    verifyHours: Number(row['verifyHours']),
    urgent: flags.includes('urgent'),
    restricted: classes.some((each) => each.restricted && each.code === code.slice(0, 2)),
    legalBasis: row['legalBasis'] || null,
    mappings: { gbt30428: null, hotline12345: null, open311: null, ...mappings },
  })
  if (!read.success) throw new Error(`${code}: ${read.error.message}`)
  return read.data
}

/** What no single cell shows: codes twice, lines and classes that do not exist, a climb that ends before it begins. */
export function faultsIn({ lines, classes, kinds }: Taxonomy): string[] {
  const [known, keys] = [new Set(classes.map(({ code }) => code)), new Set(lines.map(({ key }) => key))]
  const height = (level: Level): number => -LEVELS.indexOf(level)
  return kinds.flatMap((kind) => {
    const unknown = [kind.line, ...kind.helpers].filter((line) => !keys.has(line))
    const { startLevel, leadLevel, stopLevel } = kind
    return [
      ...(kinds.filter(({ code }) => code === kind.code).length > 1 ? [`${kind.code}: twice`] : []),
      ...(known.has(kind.class) ? [] : [`${kind.code}: no class ${kind.class}`]),
      ...unknown.map((line) => `${kind.code}: no line ${line}`),
      ...(kind.helpers.includes(kind.line) ? [`${kind.code}: its lead also helps`] : []),
      ...(height(startLevel) <= height(leadLevel) && height(leadLevel) <= height(stopLevel)
        ? []
        : [`${kind.code}: must start at or below its lead, and stop at or above it`]),
      ...(kind.urgent && kind.acceptHours > 1 ? [`${kind.code}: urgent, but may wait ${kind.acceptHours} hours`] : []),
    ]
  })
}
