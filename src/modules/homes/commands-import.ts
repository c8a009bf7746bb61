import { dayOf, DAY_MS, instant } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { sealedFor } from '#modules/people/api-sealed.ts'
import { enter, forbidden } from '#modules/people/api.ts'
import { placeTree } from '#modules/places/api.ts'
import {
  checkImport,
  commitImport,
  dropImport,
  forgetImport,
  type Import,
  type ImportColumn,
  imported,
  takeImport,
} from './contract-import.ts'
import { SERVICE } from './demand.ts'
import { proposed } from './import/columns.ts'
import type { Table } from './import/sheet.ts'
import { readTable } from './import/table.ts'
import { write } from './import-writing.ts'
import { gridsUnder, reportOf, understand } from './importing.ts'
import {
  forgetCells,
  holdImport,
  type ImportHeld,
  insertImport,
  readImport,
  replaceRows,
  setChecked,
  setDropped,
  setWritten,
} from './store-import.ts'

const permission = 'homes.import'
const TOWNSHIP = 9
/** How long the cells of a list are kept, sealed; see retention.ts. */
export const CELL_DAYS = 30

export const shownImport = ({ kept, ...held }: ImportHeld): Import => ({
  ...held,
  id: held.id as Import['id'],
  keptUntil: kept ? instant(Date.parse(held.at) + CELL_DAYS * DAY_MS) : null,
})

const shownAgain = async (ctx: CommandContext, id: string): Promise<Import> =>
  shownImport((await readImport(ctx.tx, id)) ?? refuse('not_found'))

const demand = async (ctx: CommandContext, id: string): Promise<ImportHeld> =>
  (await holdImport(ctx.tx, id)) ?? refuse('not_found')

const take = handler(takeImport, {
  async load(ctx, { place }) {
    const tree = await placeTree(ctx.platform)
    if (!tree.get(place)) refuse('not_found', { problems: [{ path: 'place', problem: 'unknown_place' }] })
    if (place.length < TOWNSHIP) refuse('invalid', { problems: [{ path: 'place', problem: 'too_wide' }] })
    if (gridsUnder(tree, place).length === 0) refuse('invalid', { problems: [{ path: 'place', problem: 'no_grid' }] })
  },
  allow: { permission, where: (_, { place, id }) => ({ place, subject: id }) },
  purpose: SERVICE,
  async handle(ctx, { id, place, name, bytes }) {
    const { table, refused } = withoutForbidden(await readTable(Buffer.from(bytes, 'base64')))
    const columns = proposed(table.headers)
    const { post, person } = ctx.actor
    const { format, encoding } = table
    const sealed = sealedFor(id, JSON.stringify(table))
    await insertImport(ctx.tx, {
      id,
      place,
      name,
      format,
      encoding,
      rows: table.rows.length,
      columns,
      refused,
      sealed,
      post,
      person,
      at: instant(ctx.now),
    })
    return shownAgain(ctx, id)
  },
})

/** What may never be collected is not kept for a moment: its column is emptied before the list is stored, and named. */
function withoutForbidden(table: Table): { table: Table; refused: string[] } {
  const bad = new Set(table.headers.flatMap((header, at) => (forbidden(header) ? [at] : [])))
  const rows = table.rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell, at) => (bad.has(at) ? { text: '' } : cell)),
  }))
  return { table: { ...table, rows }, refused: table.headers.filter((_, at) => bad.has(at)) }
}

const check = handler(checkImport, {
  load: (ctx, { id }) => demand(ctx, id),
  allow: { permission, where: ({ place }, { id }) => ({ place, subject: id }) },
  purpose: SERVICE,
  async handle(ctx, { id, columns: asked, grid: askedGrid }, held) {
    if (held.state === 'written' || held.state === 'dropped') refuse('already', { state: held.state })
    const columns = asked ? chosen(held.columns, asked) : held.columns
    const grids = gridsUnder(await placeTree(ctx.platform), held.place)
    const grid = askedGrid ?? held.grid ?? (grids.length === 1 ? (grids[0]?.code ?? null) : null)
    if (grid !== null && !grids.some(({ code }) => code === grid))
      refuse('invalid', { problems: [{ path: 'grid', problem: 'unknown_grid' }] })
    const { plan, counts } = await understand(ctx, held, { columns, grid })
    await replaceRows(ctx.tx, id, held.place, reportOf(plan))
    await setChecked(ctx.tx, { id, columns, grid, counts })
    return shownAgain(ctx, id)
  },
})

/** Each key at most once, a name among them; refused columns stay unread. */
function chosen(columns: readonly ImportColumn[], asked: readonly Omit<ImportColumn, 'header'>[]): ImportColumn[] {
  const keys = asked.flatMap(({ key }) => key ?? [])
  if (!keys.includes('name')) refuse('invalid', { problems: [{ path: 'columns', problem: 'name_missing' }] })
  if (new Set(keys).size < keys.length) refuse('invalid', { problems: [{ path: 'columns', problem: 'twice' }] })
  const keyAt = new Map(asked.map(({ at, key }) => [at, key]))
  return columns.map((column) => ({ ...column, key: forbidden(column.header) ? null : (keyAt.get(column.at) ?? null) }))
}

const commit = handler(commitImport, {
  load: (ctx, { id }) => demand(ctx, id),
  allow: { permission, where: ({ place }, { id }) => ({ place, subject: id }) },
  purpose: SERVICE,
  async handle(ctx, { id, lines, day = dayOf(ctx.now) }, held) {
    if (held.state === 'written' || held.state === 'dropped') refuse('already', { state: held.state })
    if (held.state !== 'checked') refuse('conflict', { state: held.state })
    if (day > dayOf(ctx.now)) refuse('invalid', { problems: [{ path: 'day', problem: 'in_the_future' }] })
    const { columns, grid, place } = held
    // Understood anew: somebody may have been entered since the list was checked.
    const whole = await understand(ctx, held, { columns, grid })
    const understood = lines ? await understand(ctx, held, { columns, grid, lines: new Set(lines) }) : whole
    const { post, person } = ctx.actor
    const entry = await enter(ctx.tx, {
      source: 'import',
      place,
      day,
      certainty: 'likely',
      post,
      person,
      import: id,
      now: ctx.now,
    })
    const written = await write({ ctx, understood, entry, day })
    const fresh = new Set(understood.plan.rows.filter(({ outcome }) => outcome === 'new').map(({ line }) => line))
    const rows = reportOf(whole.plan).map((row) => ({
      ...row,
      person: written.get(row.line) ?? row.person,
      written: fresh.has(row.line),
    }))
    await replaceRows(ctx.tx, id, place, rows)
    await setWritten(ctx.tx, { id, at: instant(ctx.now), entry, counts: understood.counts })
    ctx.emit(imported, id, place, { import: id, place, persons: fresh.size })
    return shownAgain(ctx, id)
  },
})

const drop = handler(dropImport, {
  load: (ctx, { id }) => demand(ctx, id),
  allow: { permission, where: ({ place }, { id }) => ({ place, subject: id }) },
  async handle(ctx, { id }, held) {
    if (held.state === 'written' || held.state === 'dropped') refuse('already', { state: held.state })
    await setDropped(ctx.tx, id)
    return { id }
  },
})

const forget = handler(forgetImport, {
  load: (ctx, { id }) => demand(ctx, id),
  allow: { permission: 'homes.forgetImport', where: ({ place }, { id }) => ({ place, subject: id }) },
  async handle(ctx, { id }) {
    await forgetCells(ctx.tx, id)
    return { id }
  },
})

export const importHandlers = [take, check, commit, drop, forget]
