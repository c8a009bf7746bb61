import type { DemoPlace, DemoRole } from './records.ts'

/** The posts that one person holds in villages and grids. */
export type Round = { role: DemoRole; title: string; place: string }[]

/**
 * A secretary leads his village and is the head of its first grid. Where villages are small, one joint secretary
 * (联村党总支) leads up to three neighbouring ones of the same township, six grids in all. Communities have their own.
 */
const GRIDS_OF_A_SECRETARY = 6
/** A full-time worker walks the remaining grids of one village or of neighbouring ones, five at most. */
const GRIDS_OF_A_WORKER = 5

/** Rounds for every village and grid that `open` says nobody holds yet; each gets exactly one holder. */
export function makeRounds(places: readonly DemoPlace[], open: (place: DemoPlace) => boolean): Round[] {
  const gridsOf = Map.groupBy(
    places.filter(({ level }) => level === 'grid'),
    ({ code }) => code.slice(0, 12),
  )
  const villages = places.filter(({ level }) => level === 'village')
  const townships = Map.groupBy(villages, ({ code }) => code.slice(0, 9))
  return [...townships.values()].flatMap((inside) => {
    const wards = walk(inside).map((village) => wardOf(village, gridsOf.get(village.code) ?? [], open))
    return [...secretaries(wards), ...workers(wards)]
  })
}

/** A village with what is still without a holder: the village itself, its first grid, the others. */
type Ward = { village: DemoPlace; led: boolean; first: DemoPlace[]; others: DemoPlace[]; size: number }

function wardOf(village: DemoPlace, grids: readonly DemoPlace[], open: (place: DemoPlace) => boolean): Ward {
  const [first, ...others] = grids
  return {
    village,
    led: !open(village),
    first: first && open(first) ? [first] : [],
    others: others.filter(open),
    size: grids.length,
  }
}

function secretaries(wards: readonly Ward[]): Round[] {
  const groups: Ward[][] = []
  let size = GRIDS_OF_A_SECRETARY
  for (const ward of wards.filter(({ led }) => !led)) {
    const alone = ward.village.kind !== 'village'
    if (alone || size + ward.size > GRIDS_OF_A_SECRETARY) groups.push([])
    size = alone ? GRIDS_OF_A_SECRETARY : groups.at(-1)?.length ? size + ward.size : ward.size
    groups.at(-1)?.push(ward)
  }
  return groups.map((group) =>
    group.flatMap(({ village, first }): Round => [
      { role: 'village_cadre', title: secretaryTitle(village, group.length), place: village.code },
      ...first.map(({ code }) => ({ role: 'grid_worker' as const, title: '网格长', place: code })),
    ]),
  )
}

const secretaryTitle = ({ kind }: DemoPlace, villages: number): string =>
  kind === 'community' ? '社区党委书记' : villages > 1 ? '联村党总支书记' : '村党支部书记'

/** In walking order, so that whoever has grids of two villages has them side by side. */
function workers(wards: readonly Ward[]): Round[] {
  const orphans = wards.flatMap(({ led, first, others }) => (led ? [...first, ...others] : others))
  const rounds: Round[] = []
  for (let at = 0; at < orphans.length; at += GRIDS_OF_A_WORKER)
    rounds.push(
      orphans
        .slice(at, at + GRIDS_OF_A_WORKER)
        .map(({ code }) => ({ role: 'grid_worker', title: '专职网格员', place: code })),
    )
  return rounds
}

/** The villages of a township in an order in which each is near the one before: always on to the nearest that is left. */
function walk(villages: readonly DemoPlace[]): DemoPlace[] {
  const left = villages.toSorted((a, b) => a.centre[0] - b.centre[0])
  const path: DemoPlace[] = []
  for (let here = left.shift(); here;) {
    path.push(here)
    const near = left.toSorted((a, b) => apart(a, here) - apart(b, here))[0]
    if (near) left.splice(left.indexOf(near), 1)
    here = near
  }
  return path
}

const apart = (a: DemoPlace, b: DemoPlace | undefined): number =>
  b ? ((a.centre[0] - b.centre[0]) * 0.875) ** 2 + (a.centre[1] - b.centre[1]) ** 2 : Infinity
