import { instant } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { organs } from '#modules/people/api.ts'
import { decidingOrgan, dueAfter, mayJudge } from './contests.ts'
import type { Value } from './contract.ts'
import {
  type Contest,
  contestMoved,
  contestOverdue,
  contestValue,
  decideContest,
  passContest,
  withdrawContest,
} from './contract-contests.ts'
import { NUMBER } from './core.ts'
import { held } from './holding.ts'
import { hoursToDecide } from './levers-contest.ts'
import { registerFor } from './register.ts'
import { definitions } from './registry.ts'
import { misfit } from './parts/misfit.ts'
import { kindOf } from './rules.ts'
import { isOpenTo } from './sensitive.ts'
import { forContester, shownContests } from './showing-contests.ts'
import * as store from './store-contests.ts'
import { type About, aboutSubject } from './whereabouts.ts'

const wrong = (path: string, problem: string): never => refuse('invalid', { problems: [{ path, problem }] })

async function definitionOf(ctx: CommandContext, field: string) {
  return (await definitions(ctx.platform)).get(field) ?? wrong('field', 'not_registered')
}

const contest = handler(contestValue, {
  async load(ctx, { subjectKind, subject, field }) {
    const definition = await definitionOf(ctx, field)
    if (kindOf(field) !== subjectKind) wrong('field', 'other_subject')
    const about = (await aboutSubject(ctx, subjectKind, subject)) ?? refuse('not_found')
    const own = about.persons.find((person) => person === ctx.actor.person) ?? null
    // Whether somebody else exists is told to nobody.
    if (ctx.actor.kind === 'resident' && !own) refuse('not_found')
    return { definition, about, own }
  },
  allow: {
    permission: 'fields.contest',
    where: ({ about, own }, { id }) => ({ place: about.place, person: own, subject: id }),
  },
  async handle(ctx, { id, says, why, field }, { definition, about, own }) {
    if (!own && !(await isOpenTo(ctx, definition, about))) refuse('not_found')
    // A number is said where documents are kept; here it would lie in full.
    if (field === NUMBER && says !== null) wrong('says', 'kept_elsewhere')
    const word = says === null ? undefined : misfit(definition, says)
    if (word) wrong('says', word)
    const [value] = await held(ctx, [about], [field])
    if (!value) refuse('not_found', { field })
    const entry = value.entry ?? about.entry
    const hours = await ctx.lever(hoursToDecide, about.place)
    const person = ctx.actor.person ?? refuse('forbidden')
    const made: store.NewContest = {
      id,
      kind: about.kind,
      subject: about.subject,
      field,
      place: about.place,
      person,
      post: own ? null : ctx.actor.post,
      shown: value.value,
      value: value.id,
      entry,
      enteredBy: entry ? await store.whoEntered(ctx.tx, entry) : null,
      says,
      why,
      at: instant(ctx.now),
      organ: decidingOrgan(await organs(ctx.platform), definition.source, about.place),
      limitHours: hours,
      ...dueAfter(ctx.now, hours),
    }
    await store.insertContest(ctx.tx, made)
    await step(ctx, made, 'contested', why)
    ctx.concerns(...concernedBy(about))
    return one(ctx, id, forContester)
  },
})

const concernedBy = ({ kind, subject, persons }: About): string[] => (kind === 'person' ? [subject] : persons)

type Moved = Pick<store.ContestRow, 'id' | 'place' | 'organ' | 'person' | 'post'>
async function step(ctx: CommandContext, c: Moved, word: store.StepRow['step'], note: string | null): Promise<void> {
  await store.addStep(ctx.tx, {
    contest: c.id,
    step: word,
    at: instant(ctx.now),
    organ: c.organ,
    note,
    post: ctx.actor.post,
  })
  ctx.emit(contestMoved, c.id, c.place, {
    id: c.id,
    person: c.post ? null : c.person,
    post: c.post,
    step: word,
    place: c.place,
    organ: c.organ,
  })
}

async function one(ctx: CommandContext, id: string, shown: (c: Contest) => Contest = (c) => c): Promise<Contest> {
  const row = (await store.lockContest(ctx.tx, id)) ?? refuse('not_found')
  // The answer names whom it is about and who contested, whatever was done with it.
  ctx.concerns(row.person, row.kind === 'person' ? row.subject : null)
  const [contest] = await shownContests(ctx, [row])
  return shown(contest ?? refuse('internal'))
}

const load = async (ctx: CommandContext, { id }: { id: string }) =>
  (await store.lockContest(ctx.tx, id)) ?? refuse('not_found')
const openOnly = ({ state }: store.ContestRow): void => void (state === 'open' || refuse('already', { state }))

/** Where it lies: an organ decides its own, the township's office those of no organ. */
function ofOurOffice(ctx: CommandContext, { organ }: store.ContestRow): void {
  if (organ !== null && ctx.actor.organ !== organ) refuse('forbidden', { office: organ })
}

const decide = handler(decideContest, {
  load,
  allow: { permission: 'fields.decide', where: ({ place, organ }, { id }) => ({ place, organ, subject: id }) },
  purpose: 'data_correction',
  async handle(ctx, { id, decision, value, reason, answer, register }, found) {
    openOnly(found)
    ofOurOffice(ctx, found)
    if (!mayJudge(ctx.actor.person, { enteredBy: found.enteredBy, contester: found.person })) refuse('same_person')
    if (found.field === NUMBER && value !== undefined) wrong('value', 'kept_elsewhere')
    const corrected = decision === 'accepted' && found.field !== NUMBER ? await rightValue(ctx, found, value) : null
    const means = corrected === null ? null : await registerFor(ctx, { ...found, value: corrected }, register)
    const about = await aboutSubject(ctx, found.kind, found.subject)
    await store.closeContest(ctx.tx, id, {
      state: decision,
      now: ctx.now,
      post: ctx.actor.post,
      reason,
      answer,
      corrected,
      register: means,
    })
    await step(ctx, found, decision, answer)
    if (about) ctx.concerns(...concernedBy(about))
    return one(ctx, id)
  },
})

async function rightValue(
  ctx: CommandContext,
  { field, says }: store.ContestRow,
  value: Value | undefined,
): Promise<Value> {
  const right = value ?? says ?? wrong('value', 'missing')
  const word = misfit(await definitionOf(ctx, field), right)
  return word ? wrong('value', word) : right
}

const pass = handler(passContest, {
  load,
  allow: { permission: 'fields.passContest', where: ({ place, organ }, { id }) => ({ place, organ, subject: id }) },
  async handle(ctx, { id, organ, reason }, found) {
    openOnly(found)
    if (organ === found.organ) refuse('already')
    if (organ && !(await organs(ctx.platform)).get(organ)) wrong('organ', 'not_found')
    const shown = await one(ctx, id)
    await store.passOn(ctx.tx, id, organ)
    await step(ctx, { ...found, organ }, 'passed', reason)
    return { ...shown, office: null }
  },
})

const withdraw = handler(withdrawContest, {
  load,
  allow: { permission: 'fields.withdrawContest', where: ({ person }, { id }) => ({ person, subject: id }) },
  async handle(ctx, { id }, found) {
    openOnly(found)
    await store.closeContest(ctx.tx, id, {
      state: 'withdrawn',
      now: ctx.now,
      post: null,
      reason: null,
      answer: null,
      corrected: null,
    })
    await step(ctx, found, 'withdrawn', null)
    return one(ctx, id, forContester)
  },
})

const overdue = handler(contestOverdue, {
  load,
  allow: { permission: 'fields.contestOverdue', where: ({ place }, { id }) => ({ place, subject: id }) },
  async handle(ctx, { id }, found) {
    if (found.state !== 'open' || found.late) return {}
    await store.setLate(ctx.tx, id)
    await step(ctx, found, 'overdue', null)
    return {}
  },
})

export const contestHandlers = [contest, decide, pass, withdraw, overdue]
