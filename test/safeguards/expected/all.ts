import { ofBonds } from './bonds.ts'
import { ofCases } from './cases.ts'
import { ofContests } from './contests.ts'
import { ofEmergency } from './emergency.ts'
import { ofFields } from './fields.ts'
import { ofHomes } from './homes.ts'
import { ofTheHouse } from './house.ts'
import { ofLooks } from './looks.ts'
import { ofMatches } from './matches.ts'
import { ofOrders } from './orders.ts'
import { ofPeople } from './people.ts'
import { ofRelief } from './relief.ts'
import { ofSync } from './sync.ts'
import { ofVisits } from './visits.ts'
import type { Expected } from './trial.ts'

/** What must come back for every contract of every slice. */
export const EXPECTED: Expected = {
  ...ofCases,
  ...ofPeople,
  ...ofHomes,
  ...ofMatches,
  ...ofFields,
  ...ofContests,
  ...ofBonds,
  ...ofOrders,
  ...ofLooks,
  ...ofVisits,
  ...ofSync,
  ...ofRelief,
  ...ofEmergency,
  ...ofTheHouse,
}
