import { answer } from '#kernel/ask.ts'
import { covers } from '#kernel/authorise.ts'
import { dayOf, instant, startOfDay } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { giveOnPaper, liveConsents, restsOnConsent, withdrawOnPaper } from '#modules/consents/api.ts'
import { consentWithdrawn } from '#modules/consents/contract.ts'
import { householdOf } from '#modules/homes/api.ts'
import { enterBy, entriesOf } from '#modules/people/api.ts'
import { openedFor, sealedFor } from '#modules/people/api-sealed.ts'
import { placeTree } from '#modules/places/api.ts'
import { paperSheet, paperTaken, takeBackOnPaper, takePaper } from './contract-paper.ts'
import { holdable, MINOR_CARE } from './sensitive.ts'
import { postsNamed } from './store-named.ts'
import { insertPaper, readPaper, setTakenBack } from './store-paper.ts'
import { aboutSubject, grownOf } from './whereabouts.ts'

const wrong = (path: string, problem: string): never => refuse('invalid', { problems: [{ path, problem }] })
const aboutPerson = async (ctx: CommandContext, person: string) =>
  (await aboutSubject(ctx, 'person', person)) ?? refuse('not_found')

/** Who may sign: oneself; for a child under 14 somebody of age of its family. Undefined: nobody of these. */
async function guardianOf(ctx: CommandContext, person: string, signedBy: string | undefined, purpose: string) {
  const minor = (await holdable(ctx, [person])).minor(person)
  if (minor !== (purpose === MINOR_CARE)) wrong('purpose', minor ? 'for_a_child' : 'not_for_grown')
  if (!minor) return signedBy === undefined || signedBy === person ? null : wrong('signedBy', 'not_oneself')
  const member = await householdOf(ctx.tx, person, dayOf(ctx.now))
  const grown = member ? await grownOf(ctx, member.household) : []
  return signedBy && grown.includes(signedBy) ? signedBy : wrong('signedBy', 'not_a_guardian')
}

const take = handler(takePaper, {
  load: (ctx, { person }) => aboutPerson(ctx, person),
  allow: { permission: 'fields.takePaper', where: ({ place }, { id }) => ({ place, subject: id }) },
  async handle(ctx, { id, person, signedBy, purpose, signedOn, sheet }, { place }) {
    if (!restsOnConsent(purpose)) wrong('purpose', 'not_by_consent')
    if (signedOn > dayOf(ctx.now)) wrong('signedOn', 'in_the_future')
    const guardian = await guardianOf(ctx, person, signedBy, purpose)
    const at = instant(Math.min(startOfDay(signedOn), ctx.now))
    if (!(await giveOnPaper(ctx.tx, { id, person, guardian, purpose, at }))) refuse('already', { purpose })
    const entry = await enterBy(ctx, place, { source: 'document', day: signedOn, certainty: 'certain' })
    await insertPaper(ctx.tx, {
      id,
      person,
      signedBy: guardian ?? person,
      purpose,
      signedOn,
      place,
      entry,
      sheet: sealedFor(id, sheet),
      at: instant(ctx.now),
    })
    ctx.concerns(person)
    ctx.emit(paperTaken, person, place, { person: guardian ?? person, place })
    return { id }
  },
})

const takeBack = handler(takeBackOnPaper, {
  load: (ctx, { person }) => aboutPerson(ctx, person),
  allow: { permission: 'fields.takeBack', where: ({ place }, { id }) => ({ place, subject: id }) },
  async handle(ctx, { id, person }, { place }) {
    if (!(await liveConsents(ctx.tx, [person])).some((one) => one.id === id)) refuse('not_found')
    const purpose = (await withdrawOnPaper(ctx.tx, id, person, ctx.now)) ?? refuse('not_found')
    const entry = await enterBy(ctx, place, { source: 'self', certainty: 'certain' })
    await setTakenBack(ctx.tx, id, entry, instant(ctx.now))
    ctx.emit(consentWithdrawn, person, null, { person, purpose })
    ctx.concerns(person)
    return { id }
  },
})

const sheet = answer(paperSheet, {
  permission: 'fields.paper',
  purpose: 'household_service',
  async run(ctx, { id }) {
    const paper = await readPaper(ctx.tx, id)
    if (!paper || !covers(ctx.scope, { place: paper.place, person: paper.signedBy })) return refuse('not_found')
    const [entry] = await entriesOf(ctx.tx, [paper.entry])
    const [post] = await postsNamed(ctx.tx, entry?.post ? [entry.post] : [])
    const tree = await placeTree(ctx.platform)
    ctx.saw([paper.person, paper.signedBy], { subject: id, place: paper.place, fields: 'consent' })
    return {
      id: paper.id as never,
      purpose: paper.purpose,
      signedOn: paper.signedOn,
      enteredAt: paper.at,
      by: post ? { zh: `${tree.nameOf(post.place)} ${post.title}` } : null,
      takenBackAt: paper.takenBackAt,
      picture: `data:image/jpeg;base64,${openedFor(id, paper.sheet)}`,
    }
  },
})

export const paper = { handlers: [take, takeBack], answers: [sheet] }
