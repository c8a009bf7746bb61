import { answer } from '#kernel/ask.ts'
import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { handler } from '#kernel/pipeline.ts'
import { giveFor, withdrawFor } from '#modules/consents/api.ts'
import { consentWithdrawn } from '#modules/consents/contract.ts'
import { householdOf } from '#modules/homes/api.ts'
import type { Definition } from './contract.ts'
import { consentFor, myData, withdrawFor as withdrawForContract } from './contract-contests.ts'
import { type Family, type FamilySubject, familyOf } from './family.ts'
import { cellsOf, neededOf } from './origins.ts'
import { definitions } from './registry.ts'
import { holdable, MINOR_CARE } from './sensitive.ts'
import { findNamed } from './store-named.ts'
import { grownOf } from './whereabouts.ts'

/** What is held about me, my children under 14, my household and its door. Of other grown members: nothing, it is theirs. */
export const mine = answer(myData, {
  permission: 'fields.mine',
  purpose: 'own_data',
  async run(ctx) {
    const me = ctx.actor.person ?? refuse('forbidden')
    const member = await householdOf(ctx.tx, me, dayOf(ctx.now))
    const family = member ? await familyOf(ctx, member.household) : undefined
    const persons = family?.persons ?? [me]
    const holds = await holdable(ctx, persons)
    const guardian = member ? (await grownOf(ctx, member.household)).includes(me) : false
    const mineOf = ({ kind, subject }: FamilySubject) =>
      kind !== 'person' || subject === me || (guardian && holds.minor(subject))
    const subjects = (family ? ours(family, me, holds.minor) : [await alone(ctx, me)]).filter(mineOf)
    const registry = (await definitions(ctx.platform)).on(dayOf(ctx.now))
    const cells = (kind: FamilySubject['kind'], subject: string): Definition[] =>
      registry.filter((one) => one.subject === kind && holds.may(one, kind, subject))
    const children = subjects.filter(({ role }) => role === 'child').map(({ subject }) => subject)
    // Who is the head is told to everybody of the household, so it is a look at the head.
    const head = family?.head && family.head !== me ? [family.head] : []
    ctx.saw([...children, ...head], { fields: 'own' })
    return {
      subjects: await cellsOf(ctx, subjects, cells),
      consents: await neededOf(ctx, { subjects: () => subjects }, registry, holds, (name) => name),
    }
  },
})

const ours = (family: Family, me: string, minor: (person: string) => boolean): FamilySubject[] =>
  family
    .subjects()
    .map((one) =>
      one.kind !== 'person'
        ? one
        : { ...one, role: one.subject === me ? ('me' as const) : minor(one.subject) ? ('child' as const) : one.role },
    )
    .toSorted((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role))
const ORDER = ['me', 'child', 'member', 'household', 'dwelling']

async function alone({ tx }: { tx: Parameters<typeof findNamed>[0] }, me: string): Promise<FamilySubject> {
  const [person] = await findNamed(tx, [me])
  return {
    kind: 'person',
    subject: me,
    name: person?.name ?? '',
    relation: null,
    role: 'me',
    entry: person?.entry ?? null,
  }
}

/** Whether there is such a child is told to its guardians alone. */
const give = handler(consentFor, {
  async load(ctx, { child }) {
    const me = ctx.actor.person ?? refuse('forbidden')
    const member = await householdOf(ctx.tx, child, dayOf(ctx.now))
    const guardians = member ? await grownOf(ctx, member.household) : []
    const holds = await holdable(ctx, [child])
    if (!holds.minor(child) || !guardians.includes(me)) refuse('not_found')
    return { guardian: me }
  },
  allow: {
    permission: 'fields.consentFor',
    where: ({ guardian }, { child }) => ({ person: guardian, subject: child }),
  },
  async handle(ctx, { id, child, purpose }, { guardian }) {
    if (purpose !== MINOR_CARE) refuse('invalid', { problems: [{ path: 'purpose', problem: 'not_by_consent' }] })
    if (!(await giveFor(ctx.tx, { id, child, guardian, purpose: MINOR_CARE, now: ctx.now }))) refuse('already')
    ctx.concerns(child)
    return { id }
  },
})

const withdraw = handler(withdrawForContract, {
  load: (ctx) => Promise.resolve({ person: ctx.actor.person }),
  allow: { permission: 'fields.withdrawFor', where: ({ person }) => ({ person }) },
  async handle(ctx, { id }) {
    const taken = (await withdrawFor(ctx.tx, id, ctx.now)) ?? refuse('not_found')
    ctx.emit(consentWithdrawn, taken.person, null, taken)
    ctx.concerns(taken.person)
    return { id }
  },
})
export const mineHandlers = [give, withdraw]
