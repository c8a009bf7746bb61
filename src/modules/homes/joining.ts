import { refuse } from '#kernel/errors.ts'
import type { CommandContext } from '#kernel/pipeline.ts'
import { addResidents, moveHomes, readReached } from '#modules/people/api.ts'
import type { MemberGiven } from './contract.ts'
import { insertMembers, type MemberRow, readLivingSomewhere } from './store.ts'

/** Those who are known must be in reach and live in no other household; whoever moved out elsewhere left that one first. */
export async function checkKnown(ctx: CommandContext, members: readonly MemberGiven[]): Promise<void> {
  const known = members.flatMap(({ person }) => person ?? [])
  const reached = new Set((await readReached(ctx.tx, known)).map(({ id }) => id))
  const unknown = members.flatMap(({ person }, at) =>
    person && !reached.has(person) ? [{ path: `members.${at}.person`, problem: 'unknown' }] : [],
  )
  if (unknown.length > 0) refuse('not_found', { problems: unknown })
  const staying = members.filter(({ residence }) => residence !== 'away').flatMap(({ person }) => person ?? [])
  const elsewhere = new Set((await readLivingSomewhere(ctx.tx, staying)).map(({ person }) => person))
  const problems = members.flatMap(({ person }, at) =>
    person && elsewhere.has(person) ? [{ path: `members.${at}.person`, problem: 'lives_elsewhere' }] : [],
  )
  if (problems.length > 0) refuse('conflict', { problems })
}

type Into = { household: string; place: string; entry: string; day: string }

/** Enters those who are new, and makes all of them members; whoever comes to live here has the home here. */
export async function join(
  ctx: CommandContext,
  members: readonly MemberGiven[],
  { household, place, entry, day }: Into,
): Promise<MemberRow[]> {
  const fresh = members.flatMap(({ resident }) => (resident ? [{ ...resident, homePlace: place }] : []))
  if (fresh.length > 0) await addResidents(ctx, fresh, entry)
  const rows = members.map(({ id, person, resident, relation, residence }) => ({
    id,
    household,
    person: person ?? resident?.id ?? refuse('invalid'),
    place,
    relation,
    residence,
    entry,
    fromDay: day,
    replaces: null,
  }))
  await insertMembers(ctx.tx, rows)
  const moving = members.filter(({ residence }) => residence !== 'away').flatMap(({ person }) => person ?? [])
  await moveHomes(ctx, moving, place, entry)
  ctx.concerns(...rows.map(({ person }) => person))
  return rows.map((row) => ({ ...row, untilDay: null, endedEntry: null }))
}
