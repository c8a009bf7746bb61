import { answer, type AskContext } from '#kernel/ask.ts'
import { covers } from '#kernel/authorise.ts'
import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { membersOf } from '#modules/homes/api.ts'
import { placeTree } from '#modules/places/api.ts'
import { type SubjectKind } from './contract.ts'
import { exportForm } from './contract-tables.ts'
import { held } from './holding.ts'
import { definitions } from './registry.ts'
import type { SubjectRef } from './rows.ts'
import { csvOf, refOf, sheetOf } from './table.ts'
import { doorNames } from './store-doors.ts'
import { findForm, type FormHeld } from './store-forms.ts'
import { listRows, type Row } from './store-rows.ts'
import { rowsOf } from './weighing.ts'
import { xlsxOf } from './workbook.ts'

/** More in one file no office opens; take it by parts of the area. */
const MOST = 20_000
const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

const take = answer(exportForm, {
  permission: 'fields.export',
  purpose: 'form_export',
  async run(ctx, { id, format, place }) {
    const form = (await findForm(ctx.tx, id)) ?? refuse('not_found')
    const area = areaOf(ctx, form, place)
    const rows = await listRows(ctx.tx, await rowsOf(ctx.platform, { ...form, area }, dayOf(ctx.now)), MOST + 1)
    if (rows.length > MOST) refuse('too_large', { most: MOST })
    const registry = await definitions(ctx.platform)
    // Not what the field has become since: what this reader may read of it today.
    const withheld = form.fields.filter((key) => {
      const definition = registry.get(key)
      return !definition || definition.sensitivity === 'S3' || !mayRead(ctx, definition.readers)
    })
    const shown = form.fields.filter((key) => !withheld.includes(key))
    const sheet = sheetOf(rows, {
      ...(await fillingOf(ctx, rows, shown)),
      layout: form.layout,
      definitions: (key) => registry.get(key),
    })
    await noteReads(ctx, rows, form, area)
    const bytes = format === 'csv' ? Buffer.from(csvOf(sheet), 'utf8') : Buffer.from(await xlsxOf(sheet))
    return {
      name: `${form.zh} ${dayOf(ctx.now)}.${format}`,
      type: TYPES[format],
      rows: rows.length,
      base64: bytes.toString('base64'),
      withheld,
    }
  },
})

const mayRead = ({ actor }: AskContext, readers: readonly string[]): boolean =>
  actor.kind === 'system' || readers.includes(actor.role)

/** The form's own area or the part asked for; whoever asked the form takes all of it, others what lies in their reach. */
function areaOf(ctx: AskContext, form: FormHeld, place: string | undefined): string {
  const area = place ?? form.area
  if (!area.startsWith(form.area)) refuse('not_found')
  if (covers(ctx.scope, { place: area, organ: form.organ })) return area
  // A village takes its own part of a township's table.
  if (place === undefined && ctx.scope.organ === '' && ctx.scope.lo.startsWith(form.area)) return ctx.scope.lo
  return refuse('forbidden')
}

async function fillingOf(ctx: AskContext, rows: readonly Row[], fields: readonly string[]) {
  const refs = new Map<string, SubjectRef>()
  for (const row of rows)
    for (const key of fields) {
      const subject = refOf(row, key)
      if (subject) refs.set(subject, { kind: key.slice(0, key.indexOf('.')) as SubjectKind, subject })
    }
  const values = new Map(
    (await held(ctx, [...refs.values()], fields)).map((one) => [`${one.subject} ${one.field}`, one.value]),
  )
  const homes = await doorNames(
    ctx.tx,
    rows.flatMap(({ household }) => household ?? []),
    rows.flatMap(({ dwelling, household }) => (household ? [] : (dwelling ?? []))),
  )
  const names = new Map(homes.map(({ subject, address, door }) => [subject, [address, door].filter(Boolean).join(' ')]))
  return {
    value: (subject: string, field: string) => values.get(`${subject} ${field}`),
    tree: await placeTree(ctx.platform),
    door: (row: Row) => names.get(row.household ?? row.dwelling ?? '') ?? '',
    now: ctx.now,
  }
}

/** Each person whose data goes out sees it: those named, and everybody of a household that is a row. */
async function noteReads(ctx: AskContext, rows: readonly Row[], form: FormHeld, area: string): Promise<void> {
  const households = rows.flatMap(({ household }) => household ?? [])
  const members = form.subject === 'household' ? await membersOf(ctx.tx, households, dayOf(ctx.now)) : []
  ctx.saw([...rows.map(({ person }) => person), ...members.map(({ person }) => person)], {
    subject: form.id,
    place: area,
    fields: form.fields.join(', '),
    reason: form.reason,
  })
}

export const exportAnswers = [take]
