import { SYSTEM } from '#kernel/authorise.ts'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import { asOwner } from '#kernel/db.ts'
import { run } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import { seedValues, type ValueSeed } from '#modules/fields/api.ts'
import { draftForm, publishForm } from '#modules/fields/contract.ts'
import { householdsIn } from '#modules/homes/api.ts'
import { enter, organs } from '#modules/people/api.ts'
import { roster } from '#modules/posts/api.ts'
import { STAGE } from './cast.ts'
import { type DemoForm, demoForms } from './forms.ts'
import { HIGHLAND } from './highland.ts'
import { makeIds, makeRandom, type Random } from './random.ts'

/** What the two villages know of their households already, and what offices ask: some of it held, some stale, some never said. */
export async function loadFields(p: Platform, now: number): Promise<void> {
  await asOwner(p.db, async (tx) => {
    const random = makeRandom('fields')
    const nextId = makeIds('fields')
    const posts = await roster(p)
    const homesOf = (village: string) => householdsIn(tx, village, { day: dayOf(now), limit: 5000 })
    const homes = [...(await homesOf(STAGE.village)), ...(await homesOf(HIGHLAND.village))]
    const values: ValueSeed[] = []
    for (const home of homes) {
      const { id, dwelling, place } = home
      const visited = Math.floor(random.next() * 420)
      const post = posts.at(place, 'grid_worker')[0]?.post ?? null
      const entry = await enter(tx, { source: 'visit', place, day: dayOf(now - visited * DAY_MS), post, now })
      const said = { ...about('household', id, random), ...about('dwelling', dwelling, random) }
      // The same sentence at several doors, so that there is something to look at.
      if (place.endsWith('001') && homes.indexOf(home) % 30 === 7)
        said['dwelling.landlord'] = { kind: 'dwelling', subject: dwelling, value: COPIED }
      for (const [field, { kind, subject, value }] of Object.entries(said))
        values.push({ id: nextId(), kind, subject, field, place, value, entry, day: dayOf(now - visited * DAY_MS) })
    }
    await seedValues(tx, values, now)
  })
  const ids = makeIds('forms')
  for (const form of demoForms) await ask(p, form, ids, now)
}

const COPIED = '房东长年在外地，钥匙放在村委会，有事打村里电话'

type Said = { kind: 'household' | 'dwelling'; subject: string; value: ValueSeed['value'] }

/** Each datum of a kind with the share of households where somebody has said it. */
function about(kind: 'household' | 'dwelling', subject: string, random: Random): Record<string, Said> {
  const all: Record<string, Said> = {}
  for (const [field, share, draw] of KNOWN)
    if (field.startsWith(kind) && random.chance(share)) all[field] = { kind, subject, value: draw(random) }
  return all
}

const mu = (most: number) => (random: Random) => Math.round(random.next() * most * 10) / 10
const one =
  (...from: readonly (readonly [string, number])[]) =>
  (random: Random) =>
    random.weighted(from)
const KNOWN: [string, number, (random: Random) => ValueSeed['value']][] = [
  ['household.atHome', 0.9, (random) => random.int(1, 5)],
  ['household.arable', 0.95, mu(5)],
  ['household.paddy', 0.9, mu(3)],
  ['household.forest', 0.9, mu(12)],
  ['household.crops', 0.8, (random) => (random.chance(0.6) ? ['rice', 'vegetable'] : ['orange'])],
  ['household.poultry', 0.7, (random) => random.int(0, 30)],
  ['household.mainIncome', 0.75, one(['wage', 6], ['farm', 3], ['business', 2], ['pension', 2])],
  ['household.water', 0.85, one(['tap', 8], ['village', 2])],
  ['household.fuel', 0.8, one(['bottle', 7], ['electric', 2], ['wood', 1])],
  ['household.contactTime', 0.6, one(['evening', 5], ['noon', 3], ['weekend', 2])],
  ['household.shelter', 0.45, one(['kin', 4], ['point', 3], ['upper', 2])],
  // As counted in 余东村 in 2019.
  [
    'dwelling.floors',
    0.95,
    (random) =>
      random.weighted([
        [1, 77],
        [2, 72],
        [3, 131],
        [4, 21],
      ] as const),
  ],
  ['dwelling.structure', 0.9, one(['brick', 6], ['frame', 3], ['wood', 1], ['earth', 1])],
  ['dwelling.area', 0.8, (random) => random.int(80, 420)],
  ['dwelling.grade', 0.5, one(['a', 5], ['b', 3], ['c', 1])],
]

async function ask(p: Platform, form: DemoForm, nextId: () => string, now: number): Promise<void> {
  const { office, publish, days, ...asked } = form
  const known = await organs(p)
  const organ =
    office.line === 'room'
      ? known.at(form.area.slice(0, 9)).find(({ kind }) => kind === 'command_room')
      : known.byLine(form.area.slice(0, 6), office.line)
  if (!organ) return
  const id = nextId()
  const key = nextId()
  const until = dayOf(now + days * DAY_MS)
  await run(p, SYSTEM, draftForm.name, { ...asked, id, organ: organ.id, until }, { key, request: key })
  const second = nextId()
  if (publish) await run(p, SYSTEM, publishForm.name, { id }, { key: second, request: second })
}
