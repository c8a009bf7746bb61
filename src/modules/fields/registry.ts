import type { Day } from '#kernel/clock.ts'
import { dayOf } from '#kernel/clock.ts'
import { aside } from '#kernel/db.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Definition } from './contract.ts'
import { isCore } from './core.ts'
import { inForce } from './rules.ts'
import { readDefinitions } from './store.ts'

/** The registry in the process: a hundred entries that every answer is checked against. */
export type Registry = {
  /** The version in force today. */
  get(key: string): Definition | undefined
  at(key: string, day: Day): Definition | undefined
  on(day: Day): Definition[]
  history(key: string): readonly Definition[]
}

export const definitions = (p: Platform): Promise<Registry> =>
  p.cache.get('fields.definitions', async () => {
    const rows = await aside(p.db, readDefinitions)
    return registryOf(
      rows.map(({ zh, en, ...rest }) => ({ ...rest, name: { zh, en }, core: isCore(rest.key) })),
      () => dayOf(p.clock.now()),
    )
  })

export function registryOf(versions: readonly Definition[], today: () => Day): Registry {
  const days = new Map<Day, Map<string, Definition>>()
  const held = (day: Day): Map<string, Definition> => {
    const found = days.get(day) ?? new Map(inForce(versions, day).map((one) => [one.key, one]))
    // A day's answers come on that day or from phones that were away for a while.
    if (days.size > 40) days.clear()
    days.set(day, found)
    return found
  }
  return {
    get: (key) => held(today()).get(key),
    at: (key, day) => held(day).get(key),
    on: (day) => [...held(day).values()],
    history: (key) => versions.filter((one) => one.key === key),
  }
}
