import { answer, type AskContext } from '#kernel/ask.ts'
import { covers } from '#kernel/authorise.ts'
import { dayOf } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { organs } from '#modules/people/api.ts'
import { placeTree } from '#modules/places/api.ts'
import { needsOf } from './asked.ts'
import { type Branch, type Door, listBranches, listDoors, listQuestions } from './contract.ts'
import { askable, atDoor, questionsAt } from './door.ts'
import { held } from './holding.ts'
import { aboutOf } from './locating.ts'
import { definitions } from './registry.ts'
import { listUndecided } from './store-branches.ts'
import { doorNames, type DoorRow, listDoorsAsked } from './store-doors.ts'
import { listOpen } from './store-forms.ts'

/** The part of the own scope that was asked for. */
function rangeOf({ scope }: AskContext, place: string | undefined): { lo: string; hi: string } {
  if (place === undefined) return { lo: scope.lo, hi: scope.hi }
  if (covers({ ...scope, organ: '' }, { place })) return { lo: place, hi: `${place}~` }
  return scope.lo.startsWith(place) ? { lo: scope.lo, hi: scope.hi } : refuse('forbidden')
}

const FOURTEEN = 14
const childOn = (day: string): string =>
  `${Number(day.slice(0, 4)) - FOURTEEN}${day.slice(4)}`.replace('-02-29', '-02-28')

const doors = answer(listDoors, {
  permission: 'fields.doors',
  purpose: 'household_service',
  async run(ctx, { place, form, limit, cursor }) {
    const { lo, hi } = rangeOf(ctx, place)
    const day = dayOf(ctx.now)
    const registry = await definitions(ctx.platform)
    const open = (await listOpen(ctx.tx, lo, day)).filter(({ id }) => form === undefined || id === form)
    const needs = needsOf(open, registry, day, askable(registry, ctx.actor.role))
    const [at, subject] = readCursor(cursor, 2) ?? []
    const after = at !== undefined && subject !== undefined ? ([at, subject] as const) : undefined
    const places = await placesAsked(
      ctx,
      open.filter((one) => one.subject === 'place').map(({ area }) => area),
    )
    const found = await listDoorsAsked(
      ctx.tx,
      { lo, hi, day, child: childOn(day), after, limit: limit + 1 },
      needs,
      places,
    )
    const { rows, next } = pageOf(found, limit, (row) => [row.place, row.subject])
    return { rows: await named(ctx, rows), next, cells: rows.reduce((sum, row) => sum + row.missing + row.stale, 0) }
  },
})

/** A table about places above villages has villages as its rows, one about a village its grids. */
async function placesAsked(ctx: AskContext, areas: readonly string[]): Promise<{ subject: string; place: string }[]> {
  if (areas.length === 0) return []
  return (await placeTree(ctx.platform)).all().flatMap(({ id, code, level }) => {
    const asked = areas.some((area) => code.startsWith(area) && level === (area.length >= 12 ? 'grid' : 'village'))
    return asked ? [{ subject: id, place: code }] : []
  })
}

async function named(ctx: AskContext, rows: readonly DoorRow[]): Promise<Door[]> {
  const of = (kind: string): string[] => rows.filter((row) => row.kind === kind).map(({ subject }) => subject)
  const homes = new Map((await doorNames(ctx.tx, of('household'), of('dwelling'))).map((one) => [one.subject, one]))
  const [index, tree] = [await organs(ctx.platform), await placeTree(ctx.platform)]
  ctx.saw(
    [...homes.values()].map(({ head }) => head),
    { fields: 'name, address' },
  )
  return rows.map((row) => {
    const home = homes.get(row.subject)
    const name = home
      ? [[home.address, home.door].filter(Boolean).join(' '), home.name].filter(Boolean).join(' · ')
      : (index.get(row.subject)?.name.zh ?? tree.nameOf(row.place))
    return { ...row, name }
  })
}

const questions = answer(listQuestions, {
  permission: 'fields.questions',
  purpose: 'household_service',
  async run(ctx, { kind, subject, form }) {
    const door = await atDoor(ctx, kind, subject)
    if (!covers(ctx.scope, { place: door.place })) refuse('not_found')
    const { rows, forms } = await questionsAt(ctx, door, { role: ctx.actor.role, form })
    const index = await organs(ctx.platform)
    ctx.saw(door.persons, {
      subject,
      place: door.place,
      fields: [...new Set(rows.map(({ field }) => field))].join(', '),
    })
    return {
      name: door.name,
      place: door.place,
      rows,
      forms: forms.map(({ id, zh, en, organ, reason }) => ({
        id,
        name: { zh, en },
        organName: index.get(organ)?.name ?? null,
        reason,
      })),
    }
  },
})

const branches = answer(listBranches, {
  permission: 'fields.branches',
  purpose: 'household_service',
  async run(ctx, { place, limit }) {
    const found = await listUndecided(ctx.tx, { ...rangeOf(ctx, place), limit })
    const fields = [...new Set(found.map(({ field }) => field))]
    const there = new Map((await held(ctx, found, fields)).map((one) => [`${one.subject} ${one.field}`, one]))
    const rows: Branch[] = []
    for (const { kind, subject, field, place: at, ...branch } of found) {
      const about = await aboutOf(ctx, kind, subject)
      const ours = there.get(`${subject} ${field}`)
      ctx.saw(about?.persons ?? [], { subject, place: at, fields: field })
      rows.push({
        id: branch.id,
        subjectKind: kind,
        subject,
        name: about?.name ?? '',
        field,
        place: at,
        theirs: { value: branch.value, day: branch.day },
        ours: ours ? { id: ours.id ?? '', value: ours.value, day: ours.day } : null,
        seen: branch.seen,
        at: branch.at,
      })
    }
    return { rows }
  },
})

export const doorAnswers = [doors, questions, branches]
