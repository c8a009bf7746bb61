import { dayOf, millis } from '#kernel/clock.ts'
import { type Looked, whatText } from './look-row.tsx'

export type Folded = { look: Looked; times: number }

/** Looks of one office for one reason, one after the other on one day, are told once with their number: nothing is left out. */
export function fold(looks: readonly Looked[]): Folded[] {
  const folded: Folded[] = []
  for (const look of looks) {
    const last = folded.at(-1)
    if (last && alike(last.look, look)) last.times++
    else folded.push({ look, times: 1 })
  }
  return folded
}

const alike = (one: Looked, other: Looked): boolean => told(one) === told(other)

/** All that a row would say. */
function told(look: Looked): string {
  const { at, office, organ, role, post, purpose, basis, what, fields, subject, glass, withheld } = look
  return JSON.stringify([
    dayOf(millis(at)),
    office,
    organ,
    role,
    post,
    purpose?.key,
    basis,
    what === 'outside' ? fields : whatText(look),
    // Which case it was is read by a link; which visit or door, by nothing.
    what.startsWith('cases.') ? subject : null,
    glass,
    withheld,
  ])
}
