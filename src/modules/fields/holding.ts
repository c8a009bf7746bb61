import { dayOf } from '#kernel/clock.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import { organs } from '#modules/people/api.ts'
import { placeTree } from '#modules/places/api.ts'
import { type CoreKey, isCore } from './core.ts'
import { definitions } from './registry.ts'
import type { Held, SubjectRef } from './rows.ts'
import { isFresh } from './rules.ts'
import { holdable } from './sensitive.ts'
import { openMarks } from './store-contests.ts'
import { type CoreValue, findCore } from './store-core.ts'
import { findCurrent } from './store.ts'

export type Asking = { tx: Tx; now: number; platform: Platform }

/**
 * What is held of these fields of these subjects, and whether it is fresh; the caller's query states a purpose and calls `saw`.
 * Core fields come out of people, homes and places. What needs a consent that is not there is not held, for nobody.
 */
export async function held(
  ctx: Asking,
  subjects: readonly SubjectRef[],
  fieldKeys: readonly string[],
): Promise<Held[]> {
  const registry = await definitions(ctx.platform)
  const today = dayOf(ctx.now)
  const own = fieldKeys.filter((key) => !isCore(key))
  const ids = subjects.map(({ subject }) => subject)
  const found = own.length > 0 && ids.length > 0 ? await findCurrent(ctx.tx, ids, own) : []
  const persons = found.filter(({ kind }) => kind === 'person').map(({ subject }) => subject)
  const holds = await holdable(ctx, [...new Set(persons)])
  const kept = found.filter(({ kind, subject, field }) => {
    const definition = registry.get(field)
    return kind !== 'person' || (definition !== undefined && holds.may(definition, kind, subject))
  })
  const core = await coreOf(ctx, subjects, fieldKeys.filter(isCore), today)
  const marks = core.length > 0 ? await openMarks(ctx.tx, ids) : new Map<string, string>()
  const marked = ({ subject, field }: CoreValue): boolean => marks.has(`${subject} ${field}`)
  return [
    ...kept.map((one) => ({ ...one, fresh: isFresh(one.day, today, registry.get(one.field)?.freshDays ?? null) })),
    ...core.map((one) => ({ ...one, id: null, entry: null, contested: marked(one), day: today, fresh: true })),
  ]
}

async function coreOf(
  { tx, platform }: Asking,
  subjects: readonly SubjectRef[],
  keys: readonly CoreKey[],
  day: string,
): Promise<CoreValue[]> {
  if (keys.length === 0) return []
  const found = await findCore(tx, subjects, keys, day)
  return [...found, ...(await codes(platform, subjects, keys)), ...(await placeNames(platform, subjects, keys))]
}

async function codes(p: Platform, subjects: readonly SubjectRef[], keys: readonly string[]): Promise<CoreValue[]> {
  if (!keys.includes('organ.creditCode')) return []
  const index = await organs(p)
  return subjects.flatMap(({ kind, subject }): CoreValue[] => {
    const code = kind === 'organ' ? index.get(subject)?.creditCode : null
    return code ? [{ kind, subject, field: 'organ.creditCode', value: code }] : []
  })
}

async function placeNames(p: Platform, subjects: readonly SubjectRef[], keys: readonly string[]): Promise<CoreValue[]> {
  if (!keys.includes('place.name') || !subjects.some(({ kind }) => kind === 'place')) return []
  const names = new Map((await placeTree(p)).all().map(({ id, name }) => [id, name]))
  return subjects.flatMap(({ kind, subject }): CoreValue[] => {
    const name = kind === 'place' ? names.get(subject) : undefined
    return name === undefined ? [] : [{ kind, subject, field: 'place.name', value: name }]
  })
}
