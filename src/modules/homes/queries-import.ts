import { type AskContext, answer } from '#kernel/ask.ts'
import { covers, subtree } from '#kernel/authorise.ts'
import { dayOf } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { ageOn, maskName, maskPhone } from '#modules/people/api.ts'
import { placeTree } from '#modules/places/api.ts'
import { shownImport } from './commands-import.ts'
import {
  exportResidents,
  getImport,
  importReport,
  importReportFile,
  importTemplate,
  listImports,
} from './contract-import.ts'
import type { Relation, Residence } from './contract.ts'
import { SERVICE } from './demand.ts'
import { csvFile, type Sheet, xlsxFile } from './import/files.ts'
import { KEYS } from './import/keys.ts'
import { gridsUnder } from './importing.ts'
import { importWords as t, keyWord, outcomeWord, relationWord, residenceWord, saidWord } from './import-messages.ts'
import { findImports, type ImportHeld, readImport, readRowsOf, type RowHeld } from './store-import.ts'
import { type Listed, readListed } from './store-import-known.ts'

const permission = 'homes.import'
/** In the reach of the scope, or as if it were not there. */
async function demand(ctx: AskContext, id: string): Promise<ImportHeld> {
  const held = await readImport(ctx.tx, id)
  return held && covers(ctx.scope, { place: held.place }) ? held : refuse('not_found')
}

const list = answer(listImports, {
  permission,
  async run(ctx, { place, limit, cursor }) {
    const range = subtree(place ?? ctx.actor.place ?? '')
    const rows = await findImports(ctx.tx, ctx.scope, { ...range, after: readCursor(cursor, 2), limit: limit + 1 })
    const shown = pageOf(rows, limit, ({ at, id }) => [at, id])
    return { rows: shown.rows.map(shownImport), next: shown.next }
  },
})

const one = answer(getImport, {
  permission,
  async run(ctx, { id }) {
    const held = await demand(ctx, id)
    const grids = gridsUnder(await placeTree(ctx.platform), held.place)
    return { import: shownImport(held), grids: grids.map(({ code, name }) => ({ code, name })) }
  },
})

const saw = (ctx: AskContext, { id, place }: ImportHeld, rows: readonly RowHeld[]): void =>
  ctx.saw(
    rows.flatMap(({ outcome, person }) => (outcome === 'known' ? person : null)),
    { subject: id, place, fields: 'name' },
  )

const report = answer(importReport, {
  permission,
  purpose: SERVICE,
  async run(ctx, { id, show, limit, cursor }) {
    const held = await demand(ctx, id)
    const after = Number(readCursor(cursor, 1)?.[0] ?? 0)
    const found = await readRowsOf(ctx.tx, { id, show, after, limit: limit + 1 })
    const { rows, next } = pageOf(found, limit, ({ line }) => [String(line)])
    saw(ctx, held, rows)
    return { rows: rows.map(({ person: _person, ...row }) => row), next }
  },
})

const MOST = 20_000

const reportFile = answer(importReportFile, {
  permission,
  purpose: SERVICE,
  async run(ctx, { id }) {
    const held = await demand(ctx, id)
    const rows = await readRowsOf(ctx.tx, { id, show: 'all', after: 0, limit: MOST })
    saw(ctx, held, rows)
    const headers = [t.line(), t.key_name(), t.outcome(), t.column(), t.value(), t.said()]
    return csvFile({ name: t.reportName({ name: held.name }), headers, rows: rows.flatMap(reportLines) })
  },
})

function reportLines({ line, name, outcome, written, remarks }: RowHeld): string[][] {
  const begin = [String(line), name, written ? t.written() : outcomeWord(outcome)]
  if (remarks.length === 0) return [[...begin, '', '', '']]
  return remarks.map(({ key, shown, said, line: other }) => [
    ...begin,
    keyWord(key),
    shown,
    saidWord(said) + (other === undefined ? '' : ` (${t.seeLine({ line: other })})`),
  ])
}

const template = answer(importTemplate, {
  permission,
  run: () => xlsxFile({ name: t.templateName(), headers: KEYS.map(keyWord), rows: [] }),
})

const VILLAGE = 12
const MOST_LISTED = 5000

const leave = answer(exportResidents, {
  permission: 'homes.export',
  purpose: SERVICE,
  async run(ctx, { place, format, reason }) {
    const tree = await placeTree(ctx.platform)
    if (!tree.get(place) || !covers(ctx.scope, { place })) refuse('not_found')
    if (place.length < VILLAGE) refuse('invalid', { problems: [{ path: 'place', problem: 'too_wide' }] })
    const rows = await readListed(ctx.tx, place, MOST_LISTED + 1)
    if (rows.length > MOST_LISTED) refuse('too_large', { most: MOST_LISTED })
    ctx.saw(
      rows.map(({ id }) => id),
      { place, fields: 'export name sex age phone home', reason },
    )
    const day = dayOf(ctx.now)
    const sheet: Sheet = {
      name: t.exportName({ place: tree.shortName(place), day }),
      headers: [
        t.key_grid(),
        t.key_address(),
        t.key_door(),
        t.key_name(),
        t.key_sex(),
        t.age(),
        t.key_phone(),
        t.key_relation(),
        t.key_residence(),
        t.key_since(),
      ],
      rows: rows.map((row) => cellsOf(row, day, tree.shortName(row.place))),
    }
    return format === 'csv' ? csvFile(sheet) : xlsxFile(sheet)
  },
})

const MINOR_UNTIL = 14

function cellsOf(row: Listed, day: string, grid: string): string[] {
  const age = row.born ? ageOn(row.born, day) : null
  return [
    grid,
    row.address ?? '',
    row.door ?? '',
    age !== null && age < MINOR_UNTIL ? maskName(row.name) : row.name,
    row.sex ? t[`sex_${row.sex}`]() : '',
    age === null ? '' : String(age),
    row.phone ? maskPhone(row.phone) : '',
    row.relation ? relationWord(row.relation as Relation) : '',
    row.residence ? residenceWord(row.residence as Residence) : '',
    row.since ?? '',
  ]
}

export const importAnswers = [list, one, report, reportFile, template, leave]
