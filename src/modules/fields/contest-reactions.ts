import type { PayloadOf } from '#kernel/contract.ts'
import { dayOf, instant } from '#kernel/clock.ts'
import type { Reaction, ReactionContext } from '#kernel/platform.ts'
import { consentWithdrawn } from '#modules/consents/contract.ts'
import { enter } from '#modules/people/api.ts'
import { answerFields } from './answering.ts'
import { contestMoved } from './contract-contests.ts'
import { isCore, NUMBER } from './core.ts'
import { held } from './holding.ts'
import { restateCore } from './register.ts'
import { definitions } from './registry.ts'
import { holdable } from './sensitive.ts'
import { eraseValues } from './store-erase.ts'
import { lockContest, setApplied } from './store-contests.ts'
import { endPapers } from './store-paper.ts'

/**
 * What was found to be right takes the place of what was wrong, through the one write. It is done by the house, since who
 * decides (a department) may read and write nothing else of that household; until then the mark stays.
 */
async function apply(ctx: ReactionContext, { id, step }: PayloadOf<typeof contestMoved>): Promise<void> {
  if (step !== 'accepted') return
  const contest = await lockContest(ctx.tx, id)
  if (!contest) return
  // The document was ended and entered anew where documents are.
  if (contest.field === NUMBER) return setApplied(ctx.tx, id, ctx.now)
  if (contest.corrected === null) return
  if (isCore(contest.field)) await restateCore(ctx, contest)
  else {
    const { kind: subjectKind, subject, place, field, corrected: value } = contest
    const [present] = await held(ctx, [{ kind: subjectKind, subject }], [field])
    const entry = await enter(ctx.tx, { source: 'register', place, post: contest.decidedBy, now: ctx.now })
    await answerFields(ctx, {
      entry,
      answers: [{ subjectKind, subject, place, field, value, base: present?.id ?? null }],
    })
  }
  await setApplied(ctx.tx, id, ctx.now)
}

/** What rested on that consent alone is hidden since it was taken back; here it goes for good (PIPL art. 47). */
async function forget(ctx: ReactionContext, { person, purpose }: PayloadOf<typeof consentWithdrawn>): Promise<void> {
  await endPapers(ctx.tx, person, purpose, instant(ctx.now))
  const holds = await holdable(ctx, [person])
  const gone = (await definitions(ctx.platform))
    .on(dayOf(ctx.now))
    .filter((one) => one.subject === 'person' && !holds.may(one, 'person', person))
  await eraseValues(
    ctx.tx,
    person,
    gone.map(({ key }) => key),
  )
}

export const contestReactions: [string, Reaction][] = [
  [contestMoved.name, apply],
  [consentWithdrawn.name, forget],
]
