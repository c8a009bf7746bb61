import { instant } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { uuidv7 } from '#kernel/ids.ts'
import type { CommandContext } from '#kernel/pipeline.ts'
import type { Tx } from '#kernel/tx.ts'
import { personsMerged, personsParted } from './contract-residents.ts'
import { closeMerge, insertMerge, point, readAliases, readMerge, readStandsFor, unpoint } from './store-identity.ts'
import { readReached } from './store-residents.ts'

/** Who answers for each of the ids now; an id that was never merged answers for itself. */
export async function standsFor(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  return new Map((await readStandsFor(tx, ids)).map(({ of, id }) => [of, id]))
}

/** All entries of each person, the person's own first. */
export async function aliasesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const found = Map.groupBy(await readAliases(tx, ids), ({ of }) => of)
  return new Map([...found].map(([of, rows]) => [of, rows.map(({ id }) => id)]))
}

type Acting = Pick<CommandContext, 'tx' | 'now' | 'emit'>

/**
 * Two entries are one person: `gone` stands for `kept` from now on. Both must be in the reach of the transaction's scope. Where one
 * of them was merged before, the persons who answer for them are merged. The entry that its owner signs in as is kept in any case,
 * since what is his own is found by it. Refuses not_found, same_person, conflict.
 */
export async function mergePersons(
  { tx, now, emit }: Acting,
  { kept, gone, entry, id = uuidv7(now) }: { kept: string; gone: string; entry: string; id?: string },
): Promise<{ id: string; kept: string }> {
  const roots = await standsFor(tx, [kept, gone])
  const [named, other] = [roots.get(kept) ?? refuse('not_found'), roots.get(gone) ?? refuse('not_found')]
  if (named === other) refuse('same_person')
  const reached = await readReached(tx, [named, other])
  if (reached.length < 2) refuse('not_found')
  const claimed = new Set(reached.filter((one) => one.claimed).map((one) => one.id))
  const [stays, goes] = claimed.has(other) && !claimed.has(named) ? [other, named] : [named, other]
  const place = reached.find((one) => one.id === stays)?.homePlace ?? refuse('not_found')
  if (!(await point(tx, goes, stays))) refuse('conflict')
  await insertMerge(tx, { id, kept: stays, gone: goes, place, entry, at: instant(now) })
  emit(personsMerged, stays, place, { act: id, kept: stays, gone: goes })
  return { id, kept: stays }
}

/** The two are two again. Nothing but the pointer was changed, so nothing else has to be restored. Refuses not_found, already. */
export async function undoMerge(
  { tx, now, emit }: Acting,
  { merge, entry }: { merge: string; entry: string },
): Promise<void> {
  const found = (await readMerge(tx, merge)) ?? refuse('not_found')
  if (!(await closeMerge(tx, { id: merge, entry, at: instant(now) }))) refuse('already')
  if (!(await unpoint(tx, found.gone, found.kept))) refuse('conflict')
  emit(personsParted, found.kept, found.place, { act: merge, kept: found.kept, gone: found.gone })
}
