import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import { doorOf, membersOf } from '#modules/homes/api.ts'
import { isMinor } from '#modules/people/api.ts'
import { type Need, needsOf } from './asked.ts'
import type { Question, SubjectKind } from './contract.ts'
import { held } from './holding.ts'
import { aboutOf } from './locating.ts'
import { definitions, type Registry } from './registry.ts'
import type { Held, SubjectRef } from './rows.ts'
import { isFresh } from './rules.ts'
import { findNamed } from './store-named.ts'
import { type FormHeld, listOpen } from './store-forms.ts'
import { branchesOf } from './store-branches.ts'

type Asking = { tx: Tx; now: number; platform: Platform }
/** Everything at one door that a form may ask about. */
export type DoorSubject = SubjectRef & { who: string; head: boolean }
export type AtDoor = { name: string; place: string; subjects: DoorSubject[]; persons: string[] }

/** Nothing is asked for a form about children under 14, nor what is sensitive. */
export const askable =
  (registry: Registry, role: string) =>
  (key: string): boolean => {
    const definition = registry.get(key)
    return definition !== undefined && definition.sensitivity !== 'S3' && definition.readers.includes(role)
  }

export async function atDoor(ctx: Asking, kind: SubjectKind, subject: string): Promise<AtDoor> {
  if (kind === 'household') return atHousehold(ctx, subject)
  const about = (await aboutOf(ctx, kind, subject)) ?? refuse('not_found')
  const { name, place, persons } = about
  return { name, place, persons, subjects: [{ kind, subject, who: name, head: kind === 'person' }] }
}

async function atHousehold(ctx: Asking, household: string): Promise<AtDoor> {
  const day = dayOf(ctx.now)
  const door = (await doorOf(ctx.tx, { household }, day)) ?? refuse('not_found')
  const members = await membersOf(ctx.tx, [household], day)
  const named = new Map(
    (
      await findNamed(
        ctx.tx,
        members.map(({ person }) => person),
      )
    ).map((one) => [one.id, one]),
  )
  const grown = members.filter(({ person }) => !isMinor(named.get(person)?.born ?? null, day))
  const name = [door.address, door.door].filter(Boolean).join(' ')
  return {
    name,
    place: door.place,
    persons: members.map(({ person }) => person),
    subjects: [
      { kind: 'household', subject: household, who: name, head: false },
      { kind: 'dwelling', subject: door.dwelling, who: name, head: false },
      ...grown.map(({ person, relation }) => ({
        kind: 'person' as const,
        subject: person,
        who: named.get(person)?.name ?? '',
        head: relation === 'head',
      })),
    ],
  }
}

/** What is missing or stale there, once for all forms that want it. */
export async function questionsAt(
  ctx: Asking,
  door: AtDoor,
  { role, form }: { role: string; form?: string | undefined },
): Promise<{ rows: Question[]; forms: FormHeld[] }> {
  const day = dayOf(ctx.now)
  const registry = await definitions(ctx.platform)
  const open = (await listOpen(ctx.tx, door.place, day)).filter(
    ({ id, area }) => door.place.startsWith(area) && (form === undefined || id === form),
  )
  const needs = needsOf(open, registry, day, askable(registry, role))
  const there = await held(ctx, door.subjects, [...new Set(needs.map(({ key }) => key))])
  const cells = new Map(there.map((one) => [`${one.subject} ${one.field}`, one]))
  const torn = new Set(
    (
      await branchesOf(
        ctx.tx,
        door.subjects.map(({ subject }) => subject),
      )
    ).map((one) => `${one.subject} ${one.field}`),
  )
  const rows = door.subjects.flatMap((subject) => questionsOf(subject, needs, { cells, torn, day }))
  const wanted = new Set(rows.flatMap(({ forms }) => forms))
  return { rows, forms: open.filter(({ id }) => wanted.has(id)) }
}

type There = { cells: ReadonlyMap<string, Held>; torn: ReadonlySet<string>; day: string }
function questionsOf(of: DoorSubject, needs: readonly Need[], { cells, torn, day }: There): Question[] {
  const questions = new Map<string, Question>()
  for (const need of needs) {
    if (need.kind !== of.kind || (need.heads && !of.head)) continue
    const cell = cells.get(`${of.subject} ${need.key}`)
    if (cell && isFresh(cell.day, day, need.fresh)) continue
    const asked = questions.get(need.key)
    if (asked) asked.forms.push(...need.forms)
    else questions.set(need.key, questionOf(of, need, cell, torn))
  }
  return [...questions.values()]
}

const questionOf = (of: DoorSubject, need: Need, cell: Held | undefined, torn: ReadonlySet<string>): Question => ({
  subjectKind: of.kind,
  subject: of.subject,
  who: of.who,
  field: need.key,
  why: cell ? 'stale' : 'missing',
  last: cell ? { value: cell.value, day: cell.day } : null,
  base: cell?.id ?? null,
  contested: cell?.contested === true || torn.has(`${of.subject} ${need.key}`),
  forms: [...need.forms],
})
