import { dayOf } from '#kernel/clock.ts'
import { covers } from '#kernel/authorise.ts'
import { type AskContext, answer } from '#kernel/ask.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { refuse } from '#kernel/errors.ts'
import type { PurposeKey } from '#modules/consents/messages.ts'
import type { Definition, Value } from './contract.ts'
import { careCard, householdCard, type HeldSubject, minorCard } from './contract-contests.ts'
import { type Family, familyOf } from './family.ts'
import { type Cells, cellsOf, neededOf } from './origins.ts'
import { definitions } from './registry.ts'
import { type Holdable, holdable, isSensitive, MINOR_CARE, sensitiveReach } from './sensitive.ts'
import { shownContests } from './showing-contests.ts'
import { contestsAbout } from './store-contests.ts'
import { maskName, maskPhone } from '#modules/people/api.ts'

/** 户情卡: what came home to who answers for the door: everything held of a household, from whom, since when, for what. */
const card = answer(householdCard, {
  permission: 'fields.card',
  purpose: 'household_service',
  async run(ctx, { household }) {
    const family = await within(ctx, household)
    const registry = (await definitions(ctx.platform)).on(dayOf(ctx.now))
    const holds = await holdable(ctx, family.persons)
    const reads = (one: Definition) => one.readers.includes(ctx.actor.role)
    const plain = (one: Definition, minor: boolean) => !isSensitive(one, minor) && reads(one)
    const subjects = await cellsOf(ctx, family.subjects(), cellsWhere(registry, holds, plain))
    const hidden = await cellsOf(
      ctx,
      family.subjects(),
      cellsWhere(registry, holds, (one, minor) => !plain(one, minor)),
    )
    const more = (await sensitiveReach(ctx))('', family.place) ? moreOf(hidden, registry, holds) : NO_MORE
    ctx.saw(family.persons, { subject: household, place: family.place, fields: 'household' })
    const refs = family.subjects().map(({ subject }) => subject)
    const readable = ({ field, subject }: { field: string; subject: string }) =>
      registry.some((one) => one.key === field && plain(one, holds.minor(subject)))
    return {
      household,
      name: family.name,
      place: family.place,
      address: family.address,
      subjects: masked(subjects, holds),
      withheld: hidden.reduce((sum, { rows }) => sum + rows.length, 0),
      ...more,
      closed: await neededOf(ctx, family, registry, holds, (name, minor) => (minor ? maskName(name) : name)),
      contests: await shownContests(ctx, await contestsAbout(ctx.tx, refs), readable),
    }
  },
})

const NO_MORE = { care: false, minors: false }
/** Whether there is something behind the two cards of their own. */
function moreOf(hidden: readonly HeldSubject[], registry: readonly Definition[], holds: Holdable) {
  const there = (minor: boolean): boolean =>
    hidden.some(
      ({ kind, subject, rows }) =>
        kind === 'person' && holds.minor(subject) === minor && rows.some(({ field }) => isS3(registry, field, minor)),
    )
  return { care: there(false), minors: there(true) }
}

const isS3 = (registry: readonly Definition[], field: string, minor: boolean): boolean =>
  registry.some((one) => one.key === field && isSensitive(one, minor))

/** Outside the reader's reach it is as if there were no such household. */
async function within(ctx: AskContext, household: string): Promise<Family> {
  const family = await familyOf(ctx, household)
  if (!family || !covers({ ...ctx.scope, organ: '' }, { place: family.place })) return refuse('not_found')
  return family
}

const cellsWhere =
  (registry: readonly Definition[], holds: Holdable, wanted: (one: Definition, minor: boolean) => boolean): Cells =>
  (kind, subject) =>
    registry.filter(
      (one) =>
        one.subject === kind && wanted(one, kind === 'person' && holds.minor(subject)) && holds.may(one, kind, subject),
    )

/** Numbers in part; of a child only the family name and the year (people shows the rest for a stated reason). */
function masked(subjects: HeldSubject[], holds: Holdable): HeldSubject[] {
  return subjects.map((one) => {
    const minor = one.kind === 'person' && holds.minor(one.subject)
    const hide: Record<string, (value: Value) => Value> = {
      'person.phone': (value) => maskPhone(String(value)),
      ...(minor
        ? { 'person.name': (value) => maskName(String(value)), 'person.born': (value) => String(value).slice(0, 4) }
        : {}),
    }
    return {
      ...one,
      name: minor ? maskName(one.name) : one.name,
      rows: one.rows.map((row) => ({
        ...row,
        value: row.value === null ? null : (hide[row.field]?.(row.value) ?? row.value),
      })),
    }
  })
}

type SensitiveCard = typeof careCard | typeof minorCard
/** A read of its own, with its own purpose: it is made only when somebody needs it, and is told so. */
const sensitive = (contract: SensitiveCard, purpose: PurposeKey, minors: boolean) =>
  answer(contract, {
    permission: 'fields.sensitive',
    purpose,
    async run(ctx, { household }): Promise<OutputOf<SensitiveCard>> {
      const family = await within(ctx, household)
      const registry = (await definitions(ctx.platform)).on(dayOf(ctx.now))
      const holds = await holdable(ctx, family.persons)
      const reach = await sensitiveReach(ctx)
      const wanted = (one: Definition, minor: boolean) =>
        minor === minors && isSensitive(one, minor) && reach(one.source, family.place)
      const persons = family
        .subjects()
        .filter(({ kind, subject }) => kind === 'person' && holds.minor(subject) === minors)
      const subjects = (await cellsOf(ctx, persons, cellsWhere(registry, holds, wanted))).filter(
        ({ rows }) => rows.length > 0,
      )
      ctx.saw(
        subjects.map(({ subject }) => subject),
        { subject: household, place: family.place, fields: purpose },
      )
      return { household, place: family.place, subjects: masked(subjects, holds) }
    },
  })

export const cardAnswers = [card, sensitive(careCard, 'care_support', false), sensitive(minorCard, MINOR_CARE, true)]
