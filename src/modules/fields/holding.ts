import { dayOf } from '#kernel/clock.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import { isCore } from './core.ts'
import { definitions } from './registry.ts'
import type { Held, SubjectRef } from './rows.ts'
import { isFresh } from './rules.ts'
import { findCurrent } from './store.ts'
import { findCore } from './store-core.ts'

export type Asking = { tx: Tx; now: number; platform: Platform }

/**
 * What is held of these fields of these subjects, and whether it is fresh; the caller's query states a purpose and calls `saw`.
 * Core fields come out of people and homes.
 */
export async function held(
  { tx, now, platform }: Asking,
  subjects: readonly SubjectRef[],
  fieldKeys: readonly string[],
): Promise<Held[]> {
  const registry = await definitions(platform)
  const today = dayOf(now)
  const ids = subjects.map(({ subject }) => subject)
  const own = fieldKeys.filter((key) => !isCore(key))
  const kept = own.length > 0 ? await findCurrent(tx, ids, own) : []
  const core = await findCore(tx, subjects, fieldKeys.filter(isCore))
  return [
    ...kept.map((one) => ({ ...one, fresh: isFresh(one.day, today, registry.get(one.field)?.freshDays ?? null) })),
    ...core.map((one) => ({ ...one, id: null, entry: null, contested: false, day: today, fresh: true })),
  ]
}
