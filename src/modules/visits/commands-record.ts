import { createHash } from 'node:crypto'
import { dayOf, instant, millis } from '#kernel/clock.ts'
import type { InputOf } from '#kernel/contract.ts'
import { type Problem, refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { answerersOf, reportsAt } from '#modules/bonds/api.ts'
import { fileReport } from '#modules/cases/api.ts'
import { answerFields } from '#modules/fields/api.ts'
import { enterBy } from '#modules/people/api.ts'
import { recordVisit, visitRecorded } from './contract.ts'
import { protectionAt } from './protecting.ts'
import { nextReminder, visitNumber } from './rules.ts'
import { endRequest, findRequest } from './store-doors.ts'
import { type DoorFacts, doorsOfHouseholds, type MemberFacts, membersOn } from './store-homes.ts'
import { insertPromises } from './store-promises.ts'
import { attachVoices, insertNotes, insertUpdates, insertVisit, nextNumber, passOn } from './store-visits.ts'

type Input = InputOf<typeof recordVisit>
/** `bound`: the acting post, when it answers for this door from wherever it is, or its holder reports in there. */
export type AtDoor = { door: DoorFacts; members: MemberFacts[]; bound: string | null }

/** One visit in one piece: all of it is there when it commits, none of it otherwise; sent twice it is there once. */
export const record = handler(recordVisit, {
  load: (ctx, { household }) => atDoor(ctx, household),
  allow: {
    permission: 'visits.record',
    where: ({ door, bound }, input) => ({ place: door.place, post: bound, subject: input.id }),
  },
  purpose: 'visit',
  async handle(ctx, input, found) {
    check(ctx, input, found)
    const { door, members } = found
    const entry = await enterBy(ctx, door.place, {
      source: 'visit',
      day: dayOf(millis(input.at)),
      certainty: 'certain',
    })
    const number = visitNumber(Number(dayOf(ctx.now).slice(0, 4)), await nextNumber(ctx.tx))
    await insertVisit(ctx.tx, { ...input, ...factsOf(ctx, input, found), number, entry })
    await keepNotes(ctx, input)
    const conflicts = await keepAnswers(ctx, input, door, entry)
    const cases = await keepCases(ctx, input, door)
    makePromises(ctx, input, door)
    await answerRequest(ctx, input, door)
    ctx.concerns(...members.map(({ person }) => person))
    ctx.emit(visitRecorded, input.id, door.place, { id: input.id, household: door.household, place: door.place })
    return { id: input.id, number, cases, conflicts }
  },
})

export async function atDoor(ctx: Pick<CommandContext, 'tx' | 'now' | 'actor'>, household: string): Promise<AtDoor> {
  const today = dayOf(ctx.now)
  const [door] = await doorsOfHouseholds(ctx.tx, [household])
  if (!door) return refuse('not_found', { household })
  const answerers = await answerersOf(ctx.tx, door, today)
  const { post, person } = ctx.actor
  const own = answerers.some(
    (one) =>
      (one.post && one.post === post) ||
      (one.sourcePerson && one.sourcePerson === person) ||
      (one.substitute && one.substitute === person),
  )
  const bound = own || (person !== null && (await reportsAt(ctx.tx, person, door.place)))
  return { door, members: await membersOn(ctx.tx, household, today), bound: bound ? post : null }
}

/** A clock of a phone may be wrong, and a visit may come in days later; it was not tomorrow and not last season. */
const SKEW_MS = 15 * 60_000
const OLDEST_MS = 60 * 86_400_000

function check(ctx: CommandContext, input: Input, { door, members }: AtDoor): void {
  const at = millis(input.at)
  const problems: Problem[] = []
  const wrong = (path: string, problem: string) => void problems.push({ path, problem })
  if (at > ctx.now + SKEW_MS) wrong('at', 'in_the_future')
  if (at < ctx.now - OLDEST_MS) wrong('at', 'too_old')
  input.notes.forEach((note, i) => note.text || note.voice || wrong(`notes.${i}`, 'empty'))
  input.promises.forEach(({ due }, i) => due < dayOf(at) && wrong(`promises.${i}.due`, 'in_the_past'))
  if (input.again && input.again <= dayOf(at)) wrong('again', 'in_the_past')
  const persons = new Set(members.map(({ person }) => person))
  const subjects = new Set([door.household, door.dwelling, ...persons])
  input.answers.forEach(({ subject }, i) => subjects.has(subject) || wrong(`answers.${i}.subject`, 'not_of_this_door'))
  input.cases.forEach(
    ({ onBehalfOf: of }, i) => of && !persons.has(of) && wrong(`cases.${i}.onBehalfOf`, 'not_of_this_door'),
  )
  const noted = new Set<string>(input.notes.map(({ id }) => id))
  input.cases.forEach(({ note }, i) => note && !noted.has(note) && wrong(`cases.${i}.note`, 'unknown_note'))
  if (input.outcome !== 'talked' && input.answers.length > 0) wrong('answers', 'nobody_asked')
  if (problems.length > 0) refuse('invalid', { problems })
  // Values are entered where the post reaches; from afar one listens, promises and passes on.
  if (input.answers.length > 0 && !(door.place >= ctx.scope.lo && door.place < ctx.scope.hi))
    refuse('forbidden', { permission: 'fields.answer' })
}

/** Never later than now, whatever the phone says. */
const factsOf = (ctx: CommandContext, input: Input, { door, members }: AtDoor) => ({
  again: input.again ?? null,
  at: instant(Math.min(millis(input.at), ctx.now)),
  place: door.place,
  address: door.address,
  post: ctx.actor.post,
  person: ctx.actor.person,
  now: ctx.now,
  token: hashOf(input.secret),
  members: members.map(({ person }) => person),
})
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

async function keepNotes(ctx: CommandContext, input: Input): Promise<void> {
  const voices = input.notes.flatMap(({ voice }) => voice ?? [])
  if ((await attachVoices(ctx.tx, input.id, voices, ctx.actor.person)) !== voices.length)
    refuse('invalid', { problems: [{ path: 'notes', problem: 'no_such_voice' }] })
  insertNotes(ctx.tx, input.id, input.notes)
}

/** What somebody else changed meanwhile stays beside it until a person decides; the visit says which. */
async function keepAnswers(ctx: CommandContext, input: Input, door: DoorFacts, entry: string): Promise<string[]> {
  if (input.answers.length === 0) return []
  const outcomes = await answerFields(ctx, {
    entry,
    day: dayOf(millis(input.at)),
    answers: input.answers.map((answer) => ({ ...answer, place: door.place })),
  })
  insertUpdates(
    ctx.tx,
    input.id,
    outcomes.map(({ subject, field, outcome }) => ({
      kind: field.split('.')[0] ?? '',
      subject,
      field,
      conflict: outcome === 'branch',
    })),
  )
  return outcomes.filter(({ outcome }) => outcome === 'branch').map(({ field }) => field)
}

async function keepCases(ctx: CommandContext, input: Input, door: DoorFacts) {
  const made = []
  for (const one of input.cases) {
    const reported = await report(ctx, door, one)
    await passOn(ctx.tx, { visit: input.id, note: one.note ?? null, case: one.id, now: ctx.now })
    const { id, number, kindName, desk } = reported
    made.push({ id, number, kindName, desk })
  }
  return made
}

export type ToReport = Pick<Input['cases'][number], 'id' | 'secret' | 'kind' | 'description' | 'files' | 'onBehalfOf'>
/** As any report: a number at once, and with whoever answers for place and kind. On a field day it counts to that. */
export async function report(ctx: CommandContext, door: Pick<DoorFacts, 'place' | 'address'>, one: ToReport) {
  const protectedDay = await protectionAt(ctx.tx, door.place, dayOf(ctx.now))
  return fileReport(
    ctx,
    {
      id: one.id,
      secret: one.secret,
      channel: protectedDay ? 'tuesday' : 'field',
      kind: one.kind,
      description: one.description,
      address: door.address || null,
      place: door.place as never,
      files: one.files,
    },
    one.onBehalfOf ?? null,
  )
}

function makePromises(ctx: CommandContext, input: Input, door: DoorFacts): void {
  insertPromises(ctx.tx, {
    visit: input.id,
    place: door.place,
    household: door.household,
    post: ctx.actor.post ?? refuse('forbidden'),
    now: ctx.now,
    promises: input.promises.map((one) => ({ ...one, nextAt: nextReminder(one.due, ctx.now) })),
  })
}

/** The wish is answered by somebody having been there and found somebody. */
async function answerRequest(ctx: CommandContext, input: Input, door: DoorFacts): Promise<void> {
  if (!input.request || input.outcome === 'absent') return
  const wish = await findRequest(ctx.tx, input.request)
  if (!wish || wish.place !== door.place)
    return refuse('invalid', { problems: [{ path: 'request', problem: 'not_of_this_door' }] })
  // Withdrawn meanwhile, or answered by somebody else: the visit was made all the same.
  await endRequest(ctx.tx, { id: wish.id, state: 'visited', answer: null, visit: input.id })
}
