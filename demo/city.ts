import { STAGE } from './cast.ts'
import { settleHighland } from './highland.ts'
import { type DemoLine, makeOrgans } from './organs.ts'
import type { DemoOrgan, DemoPerson, DemoPlace, DemoPost } from './records.ts'
import { makeResidents } from './residents.ts'
import { makeStaff } from './staff.ts'

/** Staff and residents are apart; the residents of the cast are in `staff` with the rest of the cast, which comes first. */
export type DemoCity = { organs: DemoOrgan[]; staff: DemoPerson[]; residents: DemoPerson[]; posts: DemoPost[] }

/** The whole city from its places and department lines: the same records on every machine, with the same ids. */
export function makeCity(places: readonly DemoPlace[], lines: readonly DemoLine[]): DemoCity {
  const organs = makeOrgans(places, lines)
  const { persons, posts } = settleHighland(makeStaff(places, organs))
  return { organs, staff: persons, residents: makeResidents(places, STAGE.grid), posts }
}
