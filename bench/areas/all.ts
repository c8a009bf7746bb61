import type { Area } from './area.ts'
import { arrivals } from './arrivals.ts'
import { audit } from './audit.ts'
import { bonds } from './bonds.ts'
import { dashboard } from './dashboard.ts'
import { er } from './er.ts'
import { everybody } from './everybody.ts'
import { fields } from './fields.ts'
import { homes } from './homes.ts'
import { lifecycle } from './lifecycle.ts'
import { locate } from './locate.ts'
import { looks } from './looks.ts'
import { orders } from './orders.ts'
import { roadVsFloor } from './road-vs-floor.ts'
import { scope } from './scope.ts'
import { sync } from './sync.ts'
import { visits } from './visits.ts'

/** In the order in which they run: those that only read come first. */
export const AREAS: readonly Area[] = [
  locate,
  er,
  dashboard,
  scope,
  homes,
  bonds,
  visits,
  fields,
  lifecycle,
  roadVsFloor,
  audit,
  looks,
  orders,
  everybody,
  sync,
  arrivals,
]
