import { refuse } from '#kernel/errors.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import { placeTree } from '#modules/places/api.ts'
import type { SubjectRef } from './rows.ts'
import { type About, aboutSubject } from './whereabouts.ts'

type Asking = { tx: Tx; now: number; platform: Platform }

/** Where each subject is and whose data its values are, once each. Refuses not_found. */
export async function locate(ctx: Asking, refs: readonly SubjectRef[]): Promise<Map<string, About>> {
  const found = new Map<string, About>()
  for (const { kind, subject } of refs)
    if (!found.has(subject)) found.set(subject, (await aboutOf(ctx, kind, subject)) ?? refuse('not_found', { subject }))
  return found
}

export async function aboutOf(ctx: Asking, kind: SubjectRef['kind'], subject: string): Promise<About | undefined> {
  if (kind !== 'place') return aboutSubject(ctx, kind, subject)
  const place = (await placeTree(ctx.platform)).all().find(({ id }) => id === subject)
  return place && { kind, subject, place: place.code, name: place.name, persons: [], entry: null }
}
