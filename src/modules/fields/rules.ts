import type { Day } from '#kernel/clock.ts'
import { DAY_MS, startOfDay } from '#kernel/clock.ts'
import type { Definition, SubjectKind } from './contract.ts'

/** Whether a value seen on a day still counts today. A field that is fresh for one day was seen today. */
export function isFresh(seenOn: Day, today: Day, freshDays: number | null): boolean {
  return freshDays === null || startOfDay(today) - startOfDay(seenOn) < freshDays * DAY_MS
}

/** A form may ask for fresher values than the field by itself, never for staler ones. */
export const stricter = (field: number | null, form: number | null): number | null =>
  field === null ? form : form === null ? field : Math.min(field, form)

export const kindOf = (key: string): SubjectKind => key.slice(0, key.indexOf('.')) as SubjectKind

/** Which version of each datum is in force on a day. */
export function inForce(versions: readonly Definition[], day: Day): Definition[] {
  const live = versions.filter(({ from, until }) => from <= day && (until === null || until >= day))
  const newest = new Map<string, Definition>()
  for (const one of live) if ((newest.get(one.key)?.version ?? 0) < one.version) newest.set(one.key, one)
  return [...newest.values()]
}
