/** The three faces, and where in each something of a kind is read. */
export type Face = 'town' | 'field' | 'console'

const CASE: Record<Face, string> = { town: '/case/', field: '/case/', console: '/cases/' }
/** By the first word of the kind. What is not here tells something that has no screen of its own. */
const LEADS: Record<string, Partial<Record<Face, string>>> = {
  visit: { town: '/visits', field: '/doors', console: '/visits' },
  promise: { town: '/visits', field: '/promises', console: '/visits' },
  meeting: { console: '/tuesday' },
  outing: { console: '/tuesday' },
  problem: { console: '/tuesday' },
  mandate: { town: '/me/mandates' },
  order: { field: '/orders', console: '/orders', town: '/orders' },
  hand: { field: '/bonds', console: '/bonds/rotation' },
  bond: { town: '/door', field: '/bonds', console: '/bonds' },
  glass: { town: '/me/looks' },
  looks: { town: '/me/looks' },
  parcel: { field: '/outbox', console: '/phones' },
  parcels: { field: '/outbox', console: '/phones' },
  phone: { field: '/me/phones', console: '/phones' },
  contest: { town: '/me/contests', console: '/contests' },
  paper: { town: '/me/held' },
}
const OF_A_CASE = ['case', 'report']

/** The address that a notice opens in a face, if there is anything to open. */
export function leadOf({ kind, subject }: { kind: string; subject: string | null }, face: Face): string | undefined {
  const about = kind.split('_')[0] ?? ''
  if (OF_A_CASE.includes(about)) return subject === null ? undefined : CASE[face] + subject
  return LEADS[about]?.[face]
}
