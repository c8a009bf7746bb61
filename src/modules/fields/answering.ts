import { dayOf, instant } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import { insertStatement } from '#modules/people/api.ts'
import type { Value } from './contract.ts'
import { isSayable, NUMBER } from './core.ts'
import { noteEffort } from './effort.ts'
import { judgeNumber, sayNumber } from './numbers.ts'
import { definitions } from './registry.ts'
import { type FieldAnswer, type Said, saidOf } from './said.ts'
import { findCore } from './store-core.ts'
import { ownSince } from './store-lineage.ts'
import { addBranches, addConfirmations, appendValues, bringAlong, lockCurrent, type NewValue } from './store.ts'
import { type Verdict, verdict } from './versions.ts'

export type { FieldAnswer }
export type FieldOutcome = {
  subject: string
  field: string
  outcome: Verdict
  value: string | null
  branch: string | null
}
type Ctx = { tx: Tx; now: number; platform: Platform }
/** What stands there before an answer; `id` is null where people keep it. */
export type Trunk = { id: string | null; value: Value; day: string }
export type Made = Said & NewValue & { before: Trunk | undefined; verdict: Verdict }

/**
 * The one write of values: forms, visits, imports and devices that come back from the field all go by it. Each answer meets
 * the versions rule by itself; one answer is the value of every form that asks for the field.
 */
export async function answerFields(
  ctx: Ctx,
  {
    entry,
    day = dayOf(ctx.now),
    answers,
  }: { entry: string; day?: string | undefined; answers: readonly FieldAnswer[] },
): Promise<FieldOutcome[]> {
  const registry = await definitions(ctx.platform)
  const said = await saidOf(ctx, answers, { registry, day })
  const trunk = await trunkOf(ctx, said)
  await bringAlong(ctx.tx, said)
  const own = await ownBranches(ctx.tx, entry, said, trunk)
  const numbers = new Map<Said, Verdict>()
  for (const one of said) if (one.field === NUMBER) numbers.set(one, await judgeNumber(ctx.tx, one))
  const made = said.map((one): Made => {
    const before = trunk.get(cellOf(one))
    const id = uuidv7(ctx.now)
    const judged = numbers.get(one) ?? verdict(before, one.base, one.value, own.has(cellOf(one)))
    // Two answers to one cell in one act: the second has seen the first.
    if (judged === 'taken') trunk.set(cellOf(one), { id, value: one.value, day })
    return { ...one, id, entry, day, before, verdict: judged }
  })
  await keep(ctx, made)
  await noteEffort(ctx, { entry, day, made, registry })
  return made.map(outcomeOf)
}

/** Asked only where the present value was not seen, which is rare. */
async function ownBranches(
  tx: Tx,
  entry: string,
  said: readonly Said[],
  trunk: ReadonlyMap<string, Trunk>,
): Promise<ReadonlySet<string>> {
  const unseen = said.filter((one) => {
    const before = trunk.get(cellOf(one))
    return one.field !== NUMBER && before?.id != null && verdict(before, one.base, one.value) === 'branch'
  })
  if (unseen.length === 0) return new Set()
  const cells = unseen.map(({ subject, field, base }) => ({ subject, field, base }))
  return new Set((await ownSince(tx, entry, cells)).map(cellOf))
}

const cellOf = ({ subject, field }: { subject: string; field: string }): string => `${subject} ${field}`

async function trunkOf({ tx, now }: Ctx, said: readonly Said[]): Promise<Map<string, Trunk>> {
  const kept = await lockCurrent(
    tx,
    [...new Set(said.map(({ subject }) => subject))],
    [...new Set(said.map(({ field }) => field))],
  )
  const core = said.filter(({ field }) => isSayable(field))
  const words =
    core.length > 0
      ? await findCore(tx, core, [...new Set(core.map(({ field }) => field))].filter(isSayable), dayOf(now))
      : []
  return new Map<string, Trunk>([
    ...kept.map((one) => [cellOf(one), one] as const),
    ...words.map((one) => [cellOf(one), { id: null, value: one.value, day: dayOf(now) }] as const),
  ])
}

async function keep({ tx, now }: Ctx, made: readonly Made[]): Promise<void> {
  // The last of several to one cell stands; the ones before it were seen and replaced within the act.
  const taken = [...new Map(made.filter((one) => one.verdict === 'taken').map((one) => [cellOf(one), one])).values()]
  await appendValues(
    tx,
    taken.filter(({ field }) => !isSayable(field)),
    now,
  )
  for (const one of taken)
    if (one.field === NUMBER) await sayNumber(tx, one, now)
    else if (isSayable(one.field)) await sayCore(tx, one, now)
  const confirmed = made.flatMap(({ verdict: judged, before, entry, day }) =>
    judged === 'confirmed' && before?.id ? [{ id: uuidv7(now), value: before.id, entry, day }] : [],
  )
  await addConfirmations(tx, confirmed, now)
  await addBranches(
    tx,
    made.filter((one) => one.verdict === 'branch').map((one) => ({ ...one, against: one.before?.id ?? null })),
    now,
  )
}

/** What people keep is said to people; nothing is copied here. */
export const sayCore = (tx: Tx, one: NewValue & { before?: Trunk | undefined }, now: number): Promise<void> =>
  insertStatement(
    tx,
    {
      id: one.id,
      person: one.subject,
      kind: one.field.slice('person.'.length),
      value: String(one.value),
      was: one.before ? String(one.before.value) : null,
      entry: one.entry,
      at: instant(now),
    },
    one.place,
  )

const outcomeOf = ({ subject, field, id, before, verdict: judged }: Made): FieldOutcome => ({
  subject,
  field,
  outcome: judged,
  value: judged !== 'taken' ? (before?.id ?? null) : isSayable(field) ? null : id,
  branch: judged === 'branch' ? id : null,
})
