import type { Day } from '#kernel/clock.ts'
import type { Duty } from './contract.ts'
import { type Dated, dated, dutyOf, inForce, type Version } from './rules.ts'
import { makeSuggest, type Suggest } from './taxonomy/suggest.ts'

/** The duty list in the process: whom every new case is routed by, so it never waits for the database. */
export type DutyIndex = {
  /** The version in force today. */
  get(code: string): Duty | undefined
  at(code: string, day: Day): Duty | undefined
  /** A version by its number, in force or not: the one a case was received under. */
  version(code: string, version: number): Duty | undefined
  /** All entries in force on a day, by code. */
  on(day: Day): Duty[]
  /** All versions of a code, newest decision first. */
  history(code: string): Dated[]
  /** Codes of the kinds a text is about, best first; at most five. */
  suggest(text: string): string[]
}

export function indexOf(versions: readonly Version[], today: () => Day): DutyIndex {
  const byCode = new Map([...Map.groupBy(versions, (version) => version.code)].map(([code, all]) => [code, dated(all)]))
  const found = (dutyDated: Dated | undefined): Duty | undefined => dutyDated && dutyOf(dutyDated)
  const at = (code: string, day: Day): Duty | undefined => found(inForce(byCode.get(code) ?? [], day))
  const on = (day: Day): Duty[] => [...byCode.keys()].flatMap((code) => at(code, day) ?? [])
  const words = perDay(today, (day) => makeSuggest(on(day)))
  return {
    get: (code) => at(code, today()),
    at,
    version: (code, version) => found(byCode.get(code)?.find((one) => one.version === version)),
    on,
    history: (code) => (byCode.get(code) ?? []).toSorted((a, b) => b.version - a.version),
    suggest: (text) => words()(text, 5),
  }
}

/** Made once a day, since a new day may bring other versions into force. */
function perDay(today: () => Day, make: (day: Day) => Suggest): () => Suggest {
  let held: { day: Day; suggest: Suggest } | undefined
  return () => {
    const day = today()
    if (held?.day !== day) held = { day, suggest: make(day) }
    return held.suggest
  }
}
