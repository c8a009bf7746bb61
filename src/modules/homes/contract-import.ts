import { z } from 'zod'
import { command, DayText, event, id, page, pageInput, query } from '#kernel/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { KEYS } from './import/keys.ts'

/** 导入: a list of people, dwellings and households out of a spreadsheet; one row a person. */
export const ImportId = id('ImportId')
export type ImportId = z.infer<typeof ImportId>

export const OUTCOMES = ['new', 'known', 'double', 'fault'] as const
const Counts = z.object({
  rows: z.number(),
  new: z.number(),
  known: z.number().describe('there already, left as they are'),
  double: z.number().describe('stand twice in the list'),
  fault: z.number(),
  notes: z.number().describe('rows with something odd that does not keep them out'),
  households: z.number().describe('new ones'),
  dwellings: z.number().describe('new ones'),
})
export type Counts = z.infer<typeof Counts>

export const ImportColumn = z.object({
  at: z.number().int().min(0).max(200),
  header: z.string(),
  key: z.enum(KEYS).nullable().describe('null: not read'),
})
export type ImportColumn = z.infer<typeof ImportColumn>

export const Import = z.object({
  id: ImportId,
  place: z.string(),
  name: z.string().describe('of the file'),
  format: z.enum(['csv', 'xlsx']),
  encoding: z.string().nullable(),
  rows: z.number(),
  columns: z.array(ImportColumn),
  refused: z.array(z.string()).describe('heads of columns that hold what is never collected: not read, not kept'),
  grid: z.string().nullable().describe('where a row says none'),
  counts: Counts.nullable(),
  state: z.enum(['taken', 'checked', 'written', 'dropped']),
  at: z.string(),
  writtenAt: z.string().nullable(),
  keptUntil: z.string().nullable().describe('the cells, sealed; null when they are gone'),
})
export type Import = z.infer<typeof Import>

export const ImportRow = z.object({
  line: z.number().describe('in the file'),
  outcome: z.enum(OUTCOMES),
  name: z.string().describe('masked'),
  remarks: z.array(
    z.object({
      key: z.enum(KEYS),
      said: z.string().describe('what is wrong or odd'),
      shown: z.string().describe('the value, masked'),
      line: z.number().optional().describe('another row that it is about'),
    }),
  ),
  written: z.boolean(),
})
export type ImportRow = z.infer<typeof ImportRow>

/** `PUT /api/imports/:id?place=…&name=…` with the bytes of the file; the id is made by the sender. */
export const takeImport = command('homes.takeImport', {
  input: z.object({
    id: ImportId,
    place: PlaceCode.describe('a township, village or grid'),
    name: z.string().trim().min(1).max(120),
    bytes: z.string().describe('base64'),
  }),
  output: Import,
  doc: 'Takes a file: CSV in UTF-8 or GB18030, or XLSX. Kept sealed. Refuses unsupported_file, too_large, invalid (place).',
  inward: true,
})
export const checkImport = command('homes.checkImport', {
  input: z.object({
    id: ImportId,
    columns: z
      .array(ImportColumn.omit({ header: true }))
      .max(60)
      .optional()
      .describe('default: as they are called'),
    grid: PlaceCode.nullable().optional().describe('for rows that say none'),
  }),
  output: Import,
  doc: 'The dry run: what would be done with each row. Nothing is written but the report. Refuses already, gone, invalid.',
})
export const commitImport = command('homes.commitImport', {
  input: z.object({
    id: ImportId,
    lines: z.array(z.number().int().min(1)).min(1).max(20_000).optional().describe('default: all that can be written'),
    day: DayText.optional().describe('the day of the list, for rows that say none; default: today'),
  }),
  output: Import,
  doc: 'Writes the rows of a checked list in one transaction, each with where it came from. Refuses already, conflict (not checked), gone.',
})
export const dropImport = command('homes.dropImport', {
  input: z.object({ id: ImportId }),
  output: z.object({ id: ImportId }),
  doc: 'Throws away a list that was not written. Refuses already.',
})
export const forgetImport = command('homes.forgetImport', {
  input: z.object({ id: ImportId }),
  output: z.object({ id: ImportId }),
  doc: 'The cells of a list go when their time is over; its report stays.',
  inward: true,
})
export const listImports = query('homes.imports', {
  input: z.object({ place: PlaceCode.optional(), ...pageInput }),
  output: page(Import),
  doc: 'Lists that were imported or wait, newest first. Shows no person.',
})
export const getImport = query('homes.import', {
  input: z.object({ id: ImportId }),
  output: z.object({ import: Import, grids: z.array(z.object({ code: z.string(), name: z.string() })) }),
  doc: 'One list, and the grids that its rows may name.',
})
export const importReport = query('homes.importReport', {
  input: z.object({ id: ImportId, show: z.enum(['all', 'remarks', ...OUTCOMES]).default('all'), ...pageInput }),
  output: page(ImportRow),
  doc: 'What is done with each row, values masked. Those who are there already see this read.',
})
const FileOut = z.object({ name: z.string(), type: z.string(), base64: z.string(), rows: z.number() })
export const importReportFile = query('homes.importReportFile', {
  input: z.object({ id: ImportId }),
  output: FileOut,
  doc: 'The report as a CSV file. Those who are there already see this read.',
})
export const importTemplate = query('homes.importTemplate', {
  input: z.object({}),
  output: FileOut,
  doc: 'An empty list with the heads of the columns, as XLSX.',
})
export const exportResidents = query('homes.export', {
  input: z.object({
    place: PlaceCode.describe('a village or grid'),
    format: z.enum(['csv', 'xlsx']).default('xlsx'),
    reason: z.string().trim().min(4).max(200).describe('stands on the record; each resident in the list reads it'),
  }),
  output: FileOut,
  doc: 'Who lives in a place, as a file; numbers masked. Each person in it sees this read with its reason. Refuses too_large, invalid.',
  sealed: true,
})

export const imported = event(
  'homes.imported',
  z.object({ import: z.string(), place: z.string(), persons: z.number() }),
)
