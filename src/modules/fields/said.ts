import { type Problem, refuse } from '#kernel/errors.ts'
import type { Tx } from '#kernel/tx.ts'
import { readNumber } from '#modules/people/api.ts'
import type { SubjectKind, Value } from './contract.ts'
import { isCore, isSayable, NUMBER } from './core.ts'
import type { Registry } from './registry.ts'
import { misfit } from './parts/misfit.ts'
import { kindOf } from './rules.ts'
import { type Holdable, holdable } from './sensitive.ts'
import { type Current, findValues } from './store.ts'

export type FieldAnswer = {
  subjectKind: SubjectKind
  subject: string
  /** Where the subject is. */
  place: string
  field: string
  value?: Value | undefined
  unchanged?: boolean
  base: string | null
}
export type Said = {
  kind: SubjectKind
  subject: string
  place: string
  field: string
  value: Value
  base: string | null
}

type Checks = { registry: Registry; day: string; holds: Holdable; bases: ReadonlyMap<string, Current> }

/** "Unchanged" says the value of the base again; every other value has to fit its definition on its day. Refuses all wrong ones at once. */
export async function saidOf(
  { tx, now }: { tx: Tx; now: number },
  answers: readonly FieldAnswer[],
  { registry, day }: { registry: Registry; day: string },
): Promise<Said[]> {
  const seen = await findValues(
    tx,
    answers.flatMap(({ unchanged, base }) => (unchanged && base ? [base] : [])),
  )
  const persons = answers.filter(({ subjectKind }) => subjectKind === 'person').map(({ subject }) => subject)
  const holds = await holdable({ tx, now }, [...new Set(persons)])
  const checks: Checks = { registry, day, holds, bases: new Map(seen.map((one) => [one.id, one])) }
  const problems: Problem[] = []
  const said = answers.flatMap((answer, i): Said[] => {
    const value = answer.unchanged ? valueOfBase(checks.bases.get(answer.base ?? ''), answer) : answer.value
    const problem = problemOf(answer, value, checks)
    if (problem) problems.push({ path: `answers.${i}.${problem.at}`, problem: problem.word })
    const { subjectKind: kind, subject, place, field, base } = answer
    return value === undefined || problem ? [] : [{ kind, subject, place, field, value, base }]
  })
  if (problems.length > 0) refuse('invalid', { problems })
  return said
}

const valueOfBase = (base: Current | undefined, answer: FieldAnswer): Value | undefined =>
  base?.subject === answer.subject && base.field === answer.field ? base.value : undefined

type Wrong = { at: 'field' | 'value' | 'base'; word: string }
function problemOf(answer: FieldAnswer, value: Value | undefined, { registry, day, holds }: Checks): Wrong | undefined {
  // Answered while it was in force, sent after it ended: still the answer of its day.
  const definition = registry.at(answer.field, day) ?? registry.get(answer.field)
  if (!definition) return { at: 'field', word: 'not_registered' }
  if (isCore(answer.field) && !isSayable(answer.field)) return { at: 'field', word: 'kept_elsewhere' }
  if (kindOf(answer.field) !== answer.subjectKind) return { at: 'field', word: 'other_subject' }
  if (!holds.may(definition, answer.subjectKind, answer.subject)) return { at: 'field', word: 'needs_consent' }
  if (value === undefined) return { at: answer.unchanged ? 'base' : 'value', word: 'missing' }
  const word = answer.unchanged ? undefined : (misfit(definition, value) ?? misfitOfCore(answer.field, value))
  return word === undefined ? undefined : { at: 'value', word }
}

/** People keep numbers that can be called, and numbers of documents that check themselves. */
function misfitOfCore(field: string, value: Value): string | undefined {
  if (field === NUMBER && !readNumber('resident_id', String(value))) return 'checksum'
  return field === 'person.phone' && !/^(1\d{10}|0\d{9,11})$/.test(String(value)) ? 'not_a_number' : undefined
}
