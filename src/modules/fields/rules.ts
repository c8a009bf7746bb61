import type { Day } from '#kernel/clock.ts'
import { DAY_MS, isDay, startOfDay } from '#kernel/clock.ts'
import type { Definition, SubjectKind, Value } from './contract.ts'

/** Whether a value seen on a day still counts today. A field that is fresh for one day was seen today. */
export function isFresh(seenOn: Day, today: Day, freshDays: number | null): boolean {
  return freshDays === null || startOfDay(today) - startOfDay(seenOn) < freshDays * DAY_MS
}

/** A form may ask for fresher values than the field by itself, never for staler ones. */
export const stricter = (field: number | null, form: number | null): number | null =>
  field === null ? form : form === null ? field : Math.min(field, form)

export const kindOf = (key: string): SubjectKind => key.slice(0, key.indexOf('.')) as SubjectKind

/** What is wrong with a value, as a problem's word; undefined when it fits its definition. */
export function misfit({ type, choices }: Pick<Definition, 'type' | 'choices'>, value: Value): string | undefined {
  const known = (key: unknown): boolean => choices.some((choice) => choice.key === key)
  const fits: Record<Definition['type'], () => boolean> = {
    text: () => typeof value === 'string' && value.trim() !== '',
    number: () => typeof value === 'number',
    count: () => Number.isInteger(value) && (value as number) >= 0,
    money: () => typeof value === 'number' && value >= 0,
    day: () => typeof value === 'string' && isDay(value),
    choice: () => known(value),
    choices: () => Array.isArray(value) && value.every(known) && new Set(value).size === value.length,
    yesno: () => typeof value === 'boolean',
  }
  return fits[type]() ? undefined : `not_a_${type}`
}

/** Which version of each datum is in force on a day. */
export function inForce(versions: readonly Definition[], day: Day): Definition[] {
  const live = versions.filter(({ from, until }) => from <= day && (until === null || until >= day))
  const newest = new Map<string, Definition>()
  for (const one of live) if ((newest.get(one.key)?.version ?? 0) < one.version) newest.set(one.key, one)
  return [...newest.values()]
}
