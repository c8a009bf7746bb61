import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import { type OrganIndex, organs } from '#modules/people/api.ts'
import { lampOf, officeName } from './contests.ts'
import type { Contest } from './contract-contests.ts'
import { aboutSubject } from './whereabouts.ts'
import { type ContestRow, type StepRow, stepsOf } from './store-contests.ts'

type Asking = { tx: Tx; now: number; platform: Platform }
/** `reads` says whether this reader may read the value itself; that it is contested, everybody may who sees the row. */
export async function shownContests(
  ctx: Asking,
  rows: readonly ContestRow[],
  reads: (row: ContestRow) => boolean = () => true,
): Promise<Contest[]> {
  const index = await organs(ctx.platform)
  const steps = Map.groupBy(
    await stepsOf(
      ctx.tx,
      rows.map(({ id }) => id),
    ),
    ({ contest }) => contest,
  )
  const named = new Map<string, string>()
  for (const { kind, subject } of rows)
    if (!named.has(subject)) named.set(subject, (await aboutSubject(ctx, kind, subject))?.name ?? '')
  return rows.map((row) =>
    shownOne(row, {
      index,
      now: ctx.now,
      open: reads(row),
      who: named.get(row.subject) ?? '',
      steps: steps.get(row.id) ?? [],
    }),
  )
}

type Around = { index: OrganIndex; now: number; open: boolean; who: string; steps: readonly StepRow[] }
const shownOne = (row: ContestRow, { index, now, open, who, steps }: Around): Contest => ({
  id: row.id as Contest['id'],
  subjectKind: row.kind,
  subject: row.subject,
  who,
  place: row.place,
  field: row.field,
  shown: open ? row.shown : null,
  says: open ? (row.corrected ?? row.says) : null,
  why: open ? row.why : '',
  at: row.at,
  by: row.post ? 'worker' : 'resident',
  office: officeName(index, row.organ, row.place),
  state: row.state,
  dueAt: row.state === 'open' ? row.dueAt : null,
  late: row.late,
  lamp: lampOf(row, now),
  decidedAt: row.decidedAt,
  reason: row.reason,
  answer: row.answer,
  steps: steps.map(({ step, at, organ, note }) => ({ step, at, office: officeName(index, organ, row.place), note })),
})

/** To the contester: the answer, not how the office checked it. */
export const forContester = (contest: Contest): Contest => ({
  ...contest,
  reason: null,
  steps: contest.steps.map((step) => (step.step === 'passed' ? { ...step, note: null } : step)),
})
