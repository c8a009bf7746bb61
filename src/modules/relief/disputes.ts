import { HOUR_MS, millis } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { liveHolds } from '#kernel/holds.ts'
import type { Job } from '#kernel/jobs.ts'
import { deciding, pull } from '#kernel/levers.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { notify } from '#modules/notices/api.ts'
import { ancestorAt, LEVELS } from '#modules/places/contract.ts'
import { roster } from '#modules/posts/api.ts'
import { answerDispute, callDispute } from './contract-disputes.ts'
import { grants } from './grants.ts'
import { checks, hoursToAnswerDispute } from './levers.ts'
import { setRow } from './store.ts'
import { type CheckRow, findCheck, LINE, type LineRow } from './store-checks.ts'
import { type Disputed, disputeOf, unanswered } from './store-disputes.ts'
import { lockHeld, stamp, tell } from './tool.ts'

type Found = { row: LineRow; check: CheckRow; dispute: Disputed }
async function load(ctx: CommandContext, { line }: { line: string }): Promise<Found> {
  const row = await lockHeld<LineRow>(ctx, LINE, line)
  const check = (await findCheck(ctx.tx, row.check)) ?? refuse('not_found')
  const dispute = (await disputeOf(ctx.tx, line)) ?? refuse('not_found')
  if (check.closed || millis(check.until) <= ctx.now) refuse('gone', { check: check.id })
  if (dispute.disputedAt === null) refuse('conflict', { line })
  if (dispute.answeredAt !== null || dispute.struckAt !== null) refuse('already')
  return { row, check, dispute }
}

const answer = handler(answerDispute, {
  load,
  allow: { permission: 'relief.answerDispute', where: ({ check, row }) => ({ place: check.place, subject: row.id }) },
  purpose: 'targeted_check',
  async handle(ctx, { line, upheld, answer: said }, { row, check, dispute }) {
    if (dispute.by === ctx.actor.person) refuse('same_person')
    const stamped = await stamp(ctx, checks, row.place)
    const answered = { disputeAnswer: said, answeredAt: stamped.touchedAt, answeredPost: ctx.actor.post }
    await setRow(ctx.tx, LINE, line, { ...stamped, ...answered, struckAt: upheld ? stamped.touchedAt : null })
    await tellPerson(ctx, row, upheld ? 'relief_struck' : 'relief_dispute_answered', check.title, said)
    tell(ctx, checks, row)
    return { line, struck: upheld }
  },
})

async function tellPerson(
  ctx: CommandContext,
  { person, place }: LineRow,
  kind: 'relief_struck' | 'relief_dispute_answered',
  title: string,
  reason: string,
): Promise<void> {
  ctx.concerns(person)
  await notify(ctx, { to: { person }, kind, params: { title, reason }, subject: null, urgent: true, place })
}

/** The next place above that of the list where somebody may answer; at the top the place itself. */
async function callAbove(ctx: CommandContext, { place, title }: CheckRow): Promise<void> {
  const held = await roster(ctx.platform)
  const mayAnswer = new Set<string>(Object.keys(grants['relief.answerDispute']))
  const above = LEVELS.map((level) => ancestorAt(place, level)).filter((code, at, all) => all.indexOf(code) === at)
  const posts = [...above.slice(0, -1).toReversed(), place]
    .map((code) => held.at(code).filter(({ role }) => mayAnswer.has(role)))
    .find((found) => found.length > 0)
  for (const { post } of posts ?? [])
    await notify(ctx, {
      to: { post },
      kind: 'relief_dispute_late',
      params: { title },
      subject: null,
      urgent: true,
      place,
    })
}

const call = handler(callDispute, {
  load,
  allow: { permission: 'relief.callDispute', where: ({ row }) => ({ place: row.place, subject: row.id }) },
  async handle(ctx, { line }, { row, check, dispute }) {
    const stamped = await stamp(ctx, checks, row.place)
    const waited = ctx.now - millis(dispute.disputedAt ?? '')
    const time = (await ctx.lever(hoursToAnswerDispute, row.place)) * HOUR_MS
    if (waited < time) refuse('too_soon')
    const struck = waited >= 2 * time
    if (!struck && dispute.calledAt !== null) refuse('already')
    await setRow(ctx.tx, LINE, line, { ...stamped, [struck ? 'struckAt' : 'calledAt']: stamped.touchedAt })
    if (struck) await tellPerson(ctx, row, 'relief_struck', check.title, '')
    else await callAbove(ctx, check)
    tell(ctx, checks, row)
    return { struck }
  },
})

/** A list that is closed by now is destroyed with its disputes. Where a hold says so the time is another: the shortest finds, the place decides. */
export const callingDisputes: Job = {
  name: 'relief.callingDisputes',
  everySeconds: 300,
  async find(tx, now, limit) {
    const holds = await liveHolds(tx, now)
    const timeAt = (place: string): number => pull(hoursToAnswerDispute, holds, place, now) * HOUR_MS
    const shortest = Math.min(timeAt(''), ...holds.filter(isTime).map(({ place }) => timeAt(place)))
    const found = await unanswered(tx, { called: now - shortest, struck: now - 2 * shortest, now }, limit)
    return found
      .filter(({ place }) => deciding(checks.name, holds, place, now)?.value === true)
      .filter((one) => now - millis(one.disputedAt) >= timeAt(one.place) * (one.calledAt === null ? 1 : 2))
      .map(({ id, calledAt }) => ({
        command: callDispute.name,
        input: { line: id },
        because: `${id} ${calledAt === null ? 'called' : 'struck'}`,
      }))
  },
}
const isTime = ({ lever }: { lever: string }): boolean => lever === hoursToAnswerDispute.name

export const disputeHandlers = [answer, call]
