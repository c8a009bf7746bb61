import { type Day, dayOf } from '#kernel/clock.ts'
import { aside } from '#kernel/db.ts'
import { refuse } from '#kernel/errors.ts'
import type { Lever } from '#kernel/levers.ts'
import type { Platform } from '#kernel/platform.ts'
import type { LevelPlan, Playbook } from './contract-playbooks.ts'
import { SHIPPED } from './playbooks.ts'
import { readPlaybooks } from './store-playbooks.ts'

/** A city that never set a playbook has the shipped ones, from before anything it could declare. */
const FIRST_DAY: Day = '2018-01-01'

export type Playbooks = {
  /** In force on a day. */
  on(code: string, day: Day): Playbook | undefined
  /** Of a version: what an activation was decided with. */
  get(code: string, version: number): Playbook | undefined
  all(): readonly Playbook[]
  inForce(day: Day): Playbook[]
}

export const playbooks = (p: Platform): Promise<Playbooks> =>
  p.cache.get('emergency.playbooks', async () => indexOf(await aside(p.db, readPlaybooks)))

export function indexOf(stored: readonly Playbook[]): Playbooks {
  const held = new Set(stored.filter(({ version }) => version === 1).map(({ code }) => code))
  const shipped = SHIPPED.filter(({ code }) => !held.has(code)).map((one) => ({
    ...one,
    version: 1,
    fromDay: FIRST_DAY,
  }))
  const all = [...stored, ...shipped].toSorted((a, b) =>
    a.code < b.code ? -1 : a.code > b.code ? 1 : a.version - b.version,
  )
  const on = (code: string, day: Day): Playbook | undefined =>
    all.findLast((one) => one.code === code && one.fromDay <= day)
  return {
    on,
    get: (code, version) => all.find((one) => one.code === code && one.version === version),
    all: () => all,
    inForce: (day) => [...new Set(all.map(({ code }) => code))].flatMap((code) => on(code, day) ?? []),
  }
}

export async function demandPlaybook(p: Platform, code: string, now: number): Promise<Playbook> {
  return (
    (await playbooks(p)).on(code, dayOf(now)) ??
    refuse('not_found', { problems: [{ path: 'playbook', problem: 'unknown_playbook' }] })
  )
}

// ---- the levers of this installation -----------------------------------------------------------------------------------

export const leversOf = (p: Platform): Map<string, Lever<unknown>> =>
  new Map(
    p.slices.all.flatMap(({ levers = [] }) => levers as unknown as Lever<unknown>[]).map((one) => [one.name, one]),
  )

/** Closed in peace: no is its usual answer. */
export const isCapability = ({ usual }: Lever<unknown>): boolean => usual === false

export type Changes = {
  levers: { lever: Lever<unknown>; value: unknown; why: LevelPlan['levers'][number]['why'] }[]
  opens: Lever<unknown>[]
  /** Named by the playbook, and not there or not so. */
  missing: string[]
}

/** What of a plan this installation knows; a lever that another version of the platform has is named, never guessed. */
export function changesOf(p: Platform, plan: LevelPlan): Changes {
  const known = leversOf(p)
  const levers = plan.levers.flatMap(({ lever, value, why }) => {
    const one = known.get(lever)
    return one?.shape.safeParse(value).success ? [{ lever: one, value: value as unknown, why }] : []
  })
  const opens = plan.opens.flatMap((name) => {
    const one = known.get(name)
    return one && isCapability(one) ? [one] : []
  })
  const found = new Set([...levers.map(({ lever }) => lever.name), ...opens.map(({ name }) => name)])
  const missing = [...plan.levers.map(({ lever }) => lever), ...plan.opens].filter((name) => !found.has(name))
  return { levers, opens, missing }
}
