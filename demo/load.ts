import { createHash } from 'node:crypto'
import { asOwner } from '#kernel/db.ts'
import type { Platform } from '#kernel/platform.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { cityOf } from '#modules/cases/routing.ts'
import { copyCases, type PastCase, refigure } from '#modules/cases/store-seed.ts'
import { seedDuties } from '#modules/duties/api.ts'
import { seedFields } from '#modules/fields/api.ts'
import { seedOrgans, seedPeople } from '#modules/people/api.ts'
import type { Organ } from '#modules/people/contract.ts'
import { seedPlaces } from '#modules/places/api.ts'
import { shippedLayer } from '#modules/places/shipped.ts'
import { type PostSeed, seedPosts } from '#modules/posts/api.ts'
import { hashPassword, seedLogins } from '#modules/signin/api.ts'
import { bindNewcomers, loadBonds } from './bonds.ts'
import { DEMO_PASSWORD, STAGE } from './cast.ts'
import { type DemoCity, makeCity } from './city.ts'
import { loadContests } from './contests.ts'
import { loadDoubles } from './doubles.ts'
import { loadEmergency } from './emergency.ts'
import { loadFields } from './fields.ts'
import { loadFirms } from './firms.ts'
import { demoLines, demoPlaces } from './sources.ts'
import { loadHomes } from './load-homes.ts'
import { loadVisits } from './load-visits.ts'
import { loadOrders } from './orders.ts'
import { pastCases } from './past.ts'
import { makeRandom } from './random.ts'
import { readStories } from './stories.ts'
import { loadTeams } from './teams.ts'

/** The demo city, step by step; `say` gets one line for each. */
export type Loading = {
  p: Platform
  say: (step: string) => void
  cases: number
  keep?: (code: string) => boolean
  /** Without who lives where: the bench makes homes of its own. */
  homes?: boolean
}

export async function loadCity({ p, say, cases, keep = () => true, homes = true }: Loading): Promise<void> {
  const now = p.clock.now()
  const city = makeCity(demoPlaces(), demoLines())
  say('places')
  await asOwner(p.db, async (tx) => {
    await seedPlaces(tx, shippedLayer(), keep)
    await seedDuties(tx)
    await seedFields(tx)
  })
  say('people')
  await loadPeople(p, city, keep, now)
  if (homes) {
    say('homes')
    await loadHomes(p, city, keep, now)
  }
  p.cache.drop('')
  await loadBonds(p, STAGE.city, now)
  if (homes && cases > 0) {
    await loadTeams(p, now, keep)
    await loadFirms(p, now, keep)
    await loadDoubles(p, city)
    await loadFields(p, now)
    await loadContests(p, now)
  }
  if (cases > 0) {
    say('cases')
    await loadPast(p, city, cases, now)
  }
  p.cache.drop('')
  if (homes && cases > 0) await loadVisits(p, now)
  if (homes && cases > 0) await loadOrders(p, now)
  if (homes && cases > 0) await loadEmergency(p, now)
  if (homes) await bindNewcomers(p, STAGE.city)
}

/** Places outside the part that is kept have nobody. */
async function loadPeople(p: Platform, city: DemoCity, keep: (code: string) => boolean, now: number): Promise<void> {
  const posts = city.posts.filter((post) => keep(post.place))
  const holders = new Set(posts.map((post) => post.person))
  const staff = city.staff.filter((person) => holders.has(person.id) || (person.home !== null && keep(person.home)))
  const office = new Map(posts.map((post) => [post.person, post.place]))
  const hash = await hashPassword(DEMO_PASSWORD)
  await asOwner(p.db, async (tx) => {
    await seedOrgans(tx, city.organs.filter((organ) => keep(organ.place)) as Organ[], now)
    await seedPeople(
      tx,
      staff.map(({ home, ...person }) => ({ ...person, homePlace: home, office: office.get(person.id) ?? null })),
      now,
    )
    await seedPeople(
      tx,
      city.residents
        .filter((one) => one.home !== null && keep(one.home))
        .map(({ home, ...person }) => ({ ...person, homePlace: home })),
      now,
    )
    await seedPosts(tx, posts as PostSeed[])
    // One hash for all demo logins: hashing two thousand times would only cost the first start a minute.
    await seedLogins(
      tx,
      staff.filter((one) => one.login).map((one) => ({ person: one.id, login: one.login, passwordHash: hash })),
      now,
    )
  })
}

async function loadPast(p: Platform, demo: DemoCity, count: number, now: number): Promise<void> {
  const draw = makeRandom('past')
  const random = draw.next
  const city = await cityOf(p)
  const grids = demoPlaces()
    .filter(({ level, code }) => level === 'grid' && city.tree.get(code))
    .map(({ code, centre: [lon, lat] }) => ({ code, lon, lat }))
  const reporters = demo.residents.map((one) => one.id)
  const secretOf = (id: string) => createHash('sha256').update(`past ${id}`).digest('hex')
  const all = pastCases({
    city,
    grids,
    reporters,
    stories: readStories(),
    draw,
    now,
    days: 365,
    count,
    id: (at) => seededId(at, random),
    token: secretOf,
  })
  await asOwner(p.db, async (tx) => {
    let batch: PastCase[] = []
    for (const one of all) {
      batch.push(one)
      if (batch.length === 2000) {
        await copyCases(tx, batch)
        batch = []
      }
    }
    await copyCases(tx, batch)
    await refigure(tx)
  })
}

/** Like a UUIDv7, out of the seed. */
function seededId(at: number, random: () => number): string {
  const hex = () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0')
  const time = uuidv7(at).slice(0, 13)
  const [a, b] = [hex(), hex()]
  return `${time}-7${a.slice(0, 3)}-a${a.slice(3, 6)}-${b}${hex().slice(0, 4)}`
}
