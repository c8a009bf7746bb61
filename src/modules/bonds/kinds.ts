import { type Day, dayOf } from '#kernel/clock.ts'
import { aside } from '#kernel/db.ts'
import { refuse } from '#kernel/errors.ts'
import type { Platform } from '#kernel/platform.ts'
import type { BondKind } from './contract.ts'
import { GRID_POST } from './kind-messages.ts'
import { readKinds } from './store-kinds.ts'

export type Kinds = {
  get(code: string): BondKind | undefined
  demand(code: string): BondKind
  nameOf(code: string): BondKind['name']
  all(): readonly BondKind[]
  near(): readonly string[]
}

/** Kinds in force today, held until one changes or the day ends. */
export function kindsOf(p: Platform, day: Day = dayOf(p.clock.now())): Promise<Kinds> {
  return p.cache.get(`bonds.kinds ${day}`, () => aside(p.db, async (tx) => indexOf(await readKinds(tx, day))))
}

function indexOf(all: readonly BondKind[]): Kinds {
  const byCode = new Map(all.map((kind) => [kind.code, kind]))
  return {
    get: (code) => byCode.get(code),
    demand: (code) =>
      byCode.get(code) ?? refuse('not_found', { problems: [{ path: 'kind', problem: 'unknown_kind' }] }),
    nameOf: (code) => byCode.get(code)?.name ?? (code === GRID_POST.code ? GRID_POST.name : { zh: code }),
    all: () => all,
    near: () => all.filter(({ near }) => near).map(({ code }) => code),
  }
}
