import { ask } from '#kernel/ask.ts'
import { SYSTEM } from '#kernel/authorise.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { asOwner } from '#kernel/db.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { run } from '#kernel/pipeline.ts'
import { dayOf } from '#kernel/clock.ts'
import type { Platform } from '#kernel/platform.ts'
import { type NewAnswerer, type NewBond, type NewWork, seedBonds, seedKinds } from '#modules/bonds/api.ts'
import { acceptFilling, listGaps, proposeFilling } from '#modules/bonds/contract-coverage.ts'
import { type HouseholdHeld, householdsIn, type MemberHeld, membersOf } from '#modules/homes/api.ts'
import { type OrganIndex, organs } from '#modules/people/api.ts'
import { placeTree } from '#modules/places/api.ts'
import { type Holder, roster } from '#modules/posts/api.ts'
import { STAGE } from './cast.ts'
import { FIRST_DAY, makeIds, makeRandom } from './random.ts'

/** How many households one answers for is unknown in Quzhou; the demo takes thirty so that there is something to reach. */
const QUOTA = { member_household: { quota: 30, reason: '演示数据：衢州一名党员联多少户未知' } }
/** Households for one who stands ready: well under the quota, so that there is room to choose. */
const EACH = 12
/** One household in so many has chosen for itself. */
const CHOSEN = 0.12
/** 203 departments reported in to 58 communities in 2020. */
const COMMUNITIES = 58
const NOTHING = { role: '', origin: 'assigned', from: FIRST_DAY, until: null, follows: null } as const
const NOBODY = { person: null, post: null, organ: null } as const

type Village = { code: string; kind: string; households: HouseholdHeld[] }
type Making = {
  id: () => string
  random: ReturnType<typeof makeRandom>
  answerers: NewAnswerer[]
  bonds: NewBond[]
  work: NewWork[]
}

/** 小三联 and 大三联 over the whole city: every household has its party member, every grid somebody of the committees, every village its team. */
export async function loadBonds(p: Platform, city: string, now: number): Promise<void> {
  const [tree, posts, known] = [await placeTree(p), await roster(p), await organs(p)]
  await asOwner(p.db, async (tx) => {
    await seedKinds(tx, '2020-01-01', now, QUOTA)
    const households = await householdsIn(tx, city, { day: dayOf(now), limit: 1_000_000 })
    const members = Map.groupBy(
      await membersOf(
        tx,
        households.map(({ id }) => id),
        dayOf(now),
      ),
      ({ household }) => household,
    )
    const byVillage = Map.groupBy(households, ({ place }) => place.slice(0, 12))
    const villages = [...new Set(posts.all().map(({ place }) => place.slice(0, 12)))]
      .filter((code) => code.length === 12)
      .toSorted()
      .map((code): Village => ({ code, kind: tree.get(code)?.kind ?? '', households: byVillage.get(code) ?? [] }))
    const making: Making = { id: makeIds('bonds'), random: makeRandom('bonds'), answerers: [], bonds: [], work: [] }
    for (const village of villages) {
      bindHouseholds(making, village, members)
      const grids = tree.children(village.code).map(({ code }) => code)
      bindGrids(making, grids, posts.at(village.code, 'village_cadre'))
    }
    bindTeams(making, villages, known)
    bindCommunities(making, villages, known)
    await seedBonds(tx, making, now)
  })
}

/** Whoever moved in since is given somebody as a village does it: by the proposal. */
export async function bindNewcomers(p: Platform, place: string): Promise<void> {
  const kind = 'member_household'
  const request = () => uuidv7(p.clock.now())
  const gaps = (await ask(p, SYSTEM, listGaps.name, { place, kind, limit: 200 }, request())) as OutputOf<
    typeof listGaps
  >
  for (const village of new Set(gaps.rows.map((gap) => gap.place.slice(0, 12)))) {
    const wanted = { place: village, kind }
    const proposed = (await ask(p, SYSTEM, proposeFilling.name, wanted, request())) as OutputOf<typeof proposeFilling>
    const rows = proposed.rows.map(({ household, answerer }) => ({ id: request(), household, answerer }))
    const key = request()
    if (rows.length > 0) await run(p, SYSTEM, acceptFilling.name, { ...wanted, rows }, { key, request: key })
  }
}

/** Party members live among those they answer for; that they are such is known by this alone. */
function bindHouseholds(
  { id, random, answerers, bonds }: Making,
  { code, households }: Village,
  members: Map<string, MemberHeld[]>,
): void {
  const adults = households.flatMap(({ id: household, head }) =>
    (head ?? members.get(household)?.[0]?.person) ? [head ?? members.get(household)?.[0]?.person ?? ''] : [],
  )
  const wanted = Math.ceil(households.length / EACH) + (households.length > EACH ? 2 : 0)
  const every = Math.max(1, Math.floor(adults.length / Math.max(1, wanted)))
  const ready = adults.filter((_, at) => at % every === 0).slice(0, wanted)
  for (const person of ready)
    answerers.push({ id: id(), kind: 'member_household', place: code, ...NOBODY, person, most: null, from: FIRST_DAY })
  for (const [at, { id: household, place, head }] of households.entries()) {
    // Nobody answers for himself, unless he is the only one there.
    const near = ready.length > 1 ? ready.filter((person) => person !== head) : ready
    const person = near[Math.floor((at * near.length) / households.length)] ?? near[0]
    if (!person) continue
    const origin = random.chance(CHOSEN) ? 'chosen' : 'assigned'
    bonds.push({
      id: id(),
      kind: 'member_household',
      place,
      toKind: 'household',
      toId: household,
      ...NOBODY,
      person,
      ...NOTHING,
      origin,
    })
  }
}

function bindGrids({ id, bonds }: Making, grids: readonly string[], cadres: readonly Holder[]): void {
  for (const [at, place] of grids.entries()) {
    const cadre = cadres[at % Math.max(1, cadres.length)]
    if (cadre)
      bonds.push({
        id: id(),
        kind: 'committee_grid',
        place,
        toKind: 'place',
        toId: null,
        ...NOBODY,
        post: cadre.post,
        ...NOTHING,
      })
  }
}

/** Each village a department of its county, in turn. */
function bindTeams({ id, bonds }: Making, villages: readonly Village[], known: OrganIndex): void {
  for (const [at, { code, kind }] of villages.entries()) {
    const departments = known.at(code.slice(0, 6)).filter((organ) => organ.kind === 'department')
    const organ = departments[at % Math.max(1, departments.length)]
    if (!organ) continue
    const team = kind === 'community' ? 'team_community' : 'team_village'
    bonds.push({
      id: id(),
      kind: team,
      place: code,
      toKind: 'place',
      toId: null,
      ...NOBODY,
      organ: organ.id,
      ...NOTHING,
      role: '牵头单位',
    })
  }
}

const WORK = [
  ['老小区电梯加装意愿上门听一听', '一户一户听，写成几句话交给社区，不签到'],
  ['帮独居老人看一看用电用气', '带上社区的名单，看完当场告诉老人'],
  ['小区停车难的办法一起议一议', '和业委会、物业坐下来谈一次，拿出一个办法'],
] as const

/** Departments report in where communities are, as many as there are; the stage has one too. */
function bindCommunities({ id, bonds, work }: Making, villages: readonly Village[], known: OrganIndex): void {
  const towns = villages.filter(({ kind }) => kind === 'community').slice(0, COMMUNITIES)
  const stage = villages.filter(({ code }) => code === STAGE.village)
  for (const [at, { code }] of [...stage, ...towns].entries()) {
    const departments = known.at(code.slice(0, 6)).filter((organ) => organ.kind === 'department')
    for (const organ of new Set(
      [0, 1, 2].map((step) => departments[(at * 3 + step) % Math.max(1, departments.length)]),
    ))
      if (organ)
        bonds.push({
          id: id(),
          kind: 'department_community',
          place: code,
          toKind: 'place',
          toId: null,
          ...NOBODY,
          organ: organ.id,
          ...NOTHING,
          until: '2026-12-31',
        })
    const [title, about] = WORK[at % WORK.length] ?? WORK[0]
    work.push({ id: id(), place: code, title, about, seats: 6, from: FIRST_DAY, until: '2026-12-31' })
  }
}
