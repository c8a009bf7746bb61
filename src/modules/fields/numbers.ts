import { refuse } from '#kernel/errors.ts'
import type { Tx } from '#kernel/tx.ts'
import { addNumber, isNumberOf, maskedNumbers } from '#modules/people/api-numbers.ts'
import type { Made } from './answering.ts'
import { NUMBER } from './core.ts'
import type { Said } from './said.ts'
import type { CoreValue } from './store-core.ts'
import type { SubjectRef } from './rows.ts'
import type { Verdict } from './versions.ts'

/** 证件号码: read masked out of people. */
export async function numbersOf(
  tx: Tx,
  subjects: readonly SubjectRef[],
  keys: readonly string[],
): Promise<CoreValue[]> {
  if (!keys.includes(NUMBER)) return []
  const persons = subjects.filter(({ kind }) => kind === 'person').map(({ subject }) => subject)
  const masked = await maskedNumbers(tx, persons)
  return [...masked].map(([subject, value]) => ({ kind: 'person', subject, field: NUMBER, value }))
}

/**
 * What a number that was said means for the one that is held: none yet, the same, or another one. Another one is no branch, since
 * it would lie here in full: it is changed where documents are. Refuses conflict.
 */
export async function judgeNumber(tx: Tx, { subject, value }: Said): Promise<Verdict> {
  const same = await isNumberOf(tx, subject, String(value))
  if (same === undefined) return 'taken'
  return same ? 'confirmed' : refuse('conflict', { problems: [{ path: 'value', problem: 'another_number' }] })
}

export const sayNumber = (tx: Tx, { subject, place, value, entry }: Made, now: number): Promise<void> =>
  addNumber(tx, { person: subject, place, number: String(value), entry, now })
