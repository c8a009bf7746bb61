import { dayOf } from '#kernel/clock.ts'
import { type Problem, refuse } from '#kernel/errors.ts'
import { uuidv7 } from '#kernel/ids.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import type { SubjectKind, Value } from './contract.ts'
import { definitions, type Registry } from './registry.ts'
import { isCore } from './core.ts'
import { kindOf, misfit } from './rules.ts'
import { type Holdable, holdable } from './sensitive.ts'
import { addBranches, addConfirmations, appendValues, type Current, findValues, lockCurrent, type NewValue } from './store.ts'
import { verdict } from './versions.ts'

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
export type FieldOutcome = {
  subject: string
  field: string
  outcome: 'taken' | 'confirmed' | 'branch'
  value: string | null
  branch: string | null
}
type Ctx = { tx: Tx; now: number; platform: Platform }

/**
 * The one write of values: forms, visits, imports and devices that come back from the field all go by it. Each answer meets
 * the versions rule by itself; one answer is the value of every form that asks for the field.
 */
export async function answerFields(
  ctx: Ctx,
  { entry, day = dayOf(ctx.now), answers }: { entry: string; day?: string; answers: readonly FieldAnswer[] },
): Promise<FieldOutcome[]> {
  const registry = await definitions(ctx.platform)
  const trunk = new Map(
    (await lockCurrent(ctx.tx, answers.map(({ subject }) => subject), answers.map(({ field }) => field))).map(
      (one) => [cellOf(one), one] as const,
    ),
  )
  const said = await saidOf(ctx, answers, registry, day)
  const made = said.map((one): Made => {
    const before = trunk.get(cellOf(one))
    const verdicted = verdict(before, one.base, one.value)
    const id = uuidv7(ctx.now)
    // Two answers to one cell in one act: the second has seen the first.
    if (verdicted === 'taken') trunk.set(cellOf(one), { ...one, id, entry, day, contested: false })
    return { ...one, id, entry, day, against: before?.id ?? null, verdict: verdicted }
  })
  await keep(ctx, made)
  return made.map(outcomeOf)
}

type Said = { kind: SubjectKind; subject: string; place: string; field: string; value: Value; base: string | null }
type Made = Said & NewValue & { against: string | null; verdict: 'taken' | 'confirmed' | 'branch' }
const cellOf = ({ subject, field }: { subject: string; field: string }): string => `${subject} ${field}`

/** "Unchanged" says the value of the base again; every other value has to fit its definition on its day. */
async function saidOf({ tx, now }: Ctx, answers: readonly FieldAnswer[], registry: Registry, day: string): Promise<Said[]> {
  const persons = answers.filter(({ subjectKind }) => subjectKind === 'person').map(({ subject }) => subject)
  const holds = await holdable({ tx, now }, persons)
  const seen = await findValues(
    tx,
    answers.flatMap(({ unchanged, base }) => (unchanged && base ? [base] : [])),
  )
  const bases = new Map(seen.map((one) => [one.id, one]))
  const problems: Problem[] = []
  const said = answers.flatMap((answer, i): Said[] => {
    const value = answer.unchanged ? valueOfBase(bases.get(answer.base ?? ''), answer) : answer.value
    const problem = problemOf(answer, value, registry, day) ?? unheld(answer, registry, holds)
    if (problem) problems.push({ path: `answers.${i}.${problem.at}`, problem: problem.word })
    const { subjectKind: kind, subject, place, field, base } = answer
    return value === undefined || problem ? [] : [{ kind, subject, place, field, value, base }]
  })
  if (problems.length > 0) refuse('invalid', { problems })
  return said
}

const valueOfBase = (base: Current | undefined, answer: FieldAnswer): Value | undefined =>
  base?.subject === answer.subject && base.field === answer.field ? base.value : undefined

function problemOf(
  answer: FieldAnswer,
  value: Value | undefined,
  registry: Registry,
  day: string,
): { at: string; word: string } | undefined {
  // Answered while it was in force, sent after it ended: still the answer of its day.
  const definition = registry.at(answer.field, day) ?? registry.get(answer.field)
  if (!definition) return { at: 'field', word: 'not_registered' }
  if (isCore(answer.field)) return { at: 'field', word: 'kept_elsewhere' }
  if (kindOf(answer.field) !== answer.subjectKind) return { at: 'field', word: 'other_subject' }
  if (value === undefined) return { at: answer.unchanged ? 'base' : 'value', word: 'missing' }
  const word = answer.unchanged ? undefined : misfit(definition, value)
  return word === undefined ? undefined : { at: 'value', word }
}

/** Without the consent that it needs, a value does not come in. */
function unheld({ field, subjectKind, subject }: FieldAnswer, registry: Registry, holds: Holdable) {
  const definition = registry.get(field)
  return !definition || holds.may(definition, subjectKind, subject) ? undefined : { at: 'field', word: 'consent_missing' }
}

async function keep({ tx, now }: Ctx, made: readonly Made[]): Promise<void> {
  // The last of several to one cell stands; the ones before it were seen and replaced within the act.
  const taken = new Map(made.filter(({ verdict: v }) => v === 'taken').map((one) => [cellOf(one), one]))
  await appendValues(tx, [...taken.values()], now)
  const confirmed = made.filter((one) => one.verdict === 'confirmed' && one.against !== null)
  await addConfirmations(
    tx,
    confirmed.map(({ against, entry, day }) => ({ id: uuidv7(now), value: against ?? '', entry, day })),
    now,
  )
  await addBranches(tx, made.filter(({ verdict: v }) => v === 'branch'), now)
}

const outcomeOf = ({ subject, field, id, against, verdict: v }: Made): FieldOutcome => ({
  subject,
  field,
  outcome: v,
  value: v === 'taken' ? id : against,
  branch: v === 'branch' ? id : null,
})

