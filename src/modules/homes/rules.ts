import { type Problem, refuse } from '#kernel/errors.ts'
import type { MemberGiven, Relation } from './contract.ts'

/** A fact held on a day: from its first day on, up to but without its last. One whose days are equal never held. */
export const heldOn = ({ fromDay, untilDay }: { fromDay: string; untilDay: string | null }, day: string): boolean =>
  fromDay <= day && (untilDay === null || untilDay > day)

/** Exactly one head, and each member either somebody known or somebody new. */
export function checkMembers(members: readonly Pick<MemberGiven, 'person' | 'resident' | 'relation'>[]): void {
  const problems: Problem[] = members.flatMap(({ person, resident }, at) =>
    (person === undefined) === (resident === undefined)
      ? [{ path: `members.${at}`, problem: 'person_or_resident' }]
      : [],
  )
  if (!oneHead(members)) problems.push({ path: 'members', problem: 'one_head' })
  const known = members.flatMap(({ person, resident }) => person ?? resident?.id ?? [])
  if (new Set(known).size < known.length) problems.push({ path: 'members', problem: 'twice' })
  if (problems.length > 0) refuse('invalid', { problems })
}

export const oneHead = (members: readonly { relation: Relation }[]): boolean =>
  members.filter(({ relation }) => relation === 'head').length === 1

/** A day of an act: not after today, since a household that will move may not; not before what it changes began. */
export function checkDay(day: string, today: string, notBefore: readonly string[] = []): void {
  if (day > today) refuse('invalid', { problems: [{ path: 'day', problem: 'in_the_future' }] })
  if (notBefore.some((from) => day < from))
    refuse('invalid', { problems: [{ path: 'day', problem: 'before_it_began' }] })
}

/** What somebody may be looking for: the whole number of a document, the end of a phone, otherwise words. */
export function readSearch(text: string): { number?: string; phoneEnd?: string; words: string } {
  const plain = text.replaceAll(/\s/g, '').toUpperCase()
  if (/^(\d{15}|\d{17}[\dX])$/.test(plain)) return { number: plain, words: text }
  if (/^\d{4,12}$/.test(plain)) return { phoneEnd: plain, words: text }
  return { words: text }
}
