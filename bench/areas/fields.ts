import { STAGE } from '../../demo/cast.ts'
import { ask } from '#kernel/ask.ts'
import { SYSTEM } from '#kernel/authorise.ts'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { run } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import { answerForm, draftForm, getForm, listDoors, publishForm } from '#modules/fields/contract.ts'
import { withSql } from '../city/cluster.ts'
import { CITY_NOW } from '../city/fill.ts'
import type { Measured } from '../figures.ts'
import { median } from '../measure/numbers.ts'
import { benchPlatform } from '../road/platform.ts'
import type { Bench } from '../stage.ts'
import type { Area } from './area.ts'

export const fields: Area = {
  name: 'fields',
  about:
    'What a form asks and what is held of it, counted over a grid and a township, among 600,000 dwellings against among 6,000; one answer that feeds 17 forms against one that feeds one. In one process, in turns.',
  run: measure,
}

const TWELVE = [
  'household.mainIncome',
  'household.incomeBand',
  'household.arable',
  'household.paddy',
  'household.dryLand',
  'household.forest',
  'household.orchard',
  'household.crops',
  'household.poultry',
  'household.loanNeed',
  'household.guesthouse',
  'household.machines',
]
const DAILY = ['household.cars', 'household.dogs']
const MANY_FORMS = 17

/** `grids`: the one that 17 daily tables ask, and the one that a single one asks. */
type Ready = { p: Platform; township: string; grid: string; grids: [string, string]; fed: string[]; alone: string[] }

async function measure(bench: Bench): Promise<Measured[]> {
  const few = await ready((await bench.homes(bench.sizes.fewDoors)).url)
  const many = await ready((await bench.homes(bench.sizes.doors)).url)
  try {
    const rounds = bench.many(15)
    const held = await inTurns(rounds, {
      'township, few': () => weigh(few, few.township),
      'township, many': () => weigh(many, many.township),
      'grid, many': () => weigh(many, many.grid),
      'doors of a grid, 17 forms': () => doors(many, many.grids[0]),
      'doors of a grid, one form': () => doors(many, many.grids[1]),
    })
    const said = await inTurns(bench.many(150), {
      '17 forms, many': (i) => answer(many, many.fed, i),
      'one form, many': (i) => answer(many, many.alone, i),
      '17 forms, few': (i) => answer(few, few.fed, i),
    })
    const cells = async (form: string): Promise<number> => (await weigh(many, form)).now.asked
    const perCell = async (name: string, form: string): Promise<number> => (held[name] ?? 0) / (await cells(form))
    return [
      ratio('a form over a township, among 600,000 dwellings against 6,000', held, 'township, many', 'township, few'),
      {
        name: 'a form over a township against one over a grid, by the cell',
        value: (await perCell('township, many', many.township)) / (await perCell('grid, many', many.grid)),
        unit: 'x',
        goal: '<= 1.2',
      },
      ratio('an answer that feeds 17 forms against one that feeds one', said, '17 forms, many', 'one form, many'),
      ratio('an answer among 600,000 dwellings against 6,000', said, '17 forms, many', '17 forms, few'),
      { name: 'cells of the form over the township', value: await cells(many.township), unit: 'cells' },
      ...Object.entries({ ...held, ...said }).map(([name, value]): Measured => ({
        name: `time: ${name}`,
        value,
        unit: 'ms',
      })),
    ]
  } finally {
    await few.p.db.close()
    await many.p.db.close()
  }
}

const ratio = (name: string, all: Record<string, number>, a: string, b: string): Measured => ({
  name,
  value: (all[a] ?? 0) / (all[b] ?? 1),
  unit: 'x',
  goal: '<= 1.2',
})

/** The middle time of each, all of them in turns, after one round to warm up. */
async function inTurns(
  rounds: number,
  works: Record<string, (i: number) => Promise<unknown>>,
): Promise<Record<string, number>> {
  const times = new Map<string, number[]>()
  for (let i = 0; i <= rounds; i++)
    for (const [name, work] of i % 2 ? Object.entries(works) : Object.entries(works).toReversed()) {
      const began = performance.now()
      await work(i)
      if (i > 0) times.set(name, [...(times.get(name) ?? []), performance.now() - began])
    }
  return Object.fromEntries([...times].map(([name, all]) => [name, median(all)]))
}

const key = (): string => uuidv7(CITY_NOW)
const send = (p: Platform, name: string, input: object): Promise<unknown> => {
  const id = key()
  return run(p, SYSTEM, name, input, { key: id, request: id })
}
const weigh = async ({ p }: Ready, id: string): Promise<{ now: { asked: number } }> =>
  (await ask(p, SYSTEM, getForm.name, { id }, key())) as { now: { asked: number } }
const doors = ({ p }: Ready, place: string): Promise<unknown> => ask(p, SYSTEM, listDoors.name, { place }, key())
const answer = ({ p }: Ready, households: readonly string[], i: number): Promise<unknown> => {
  const subject = households[i % households.length] ?? ''
  const answers = DAILY.map((field) => ({ subjectKind: 'household', subject, field, value: i, base: null }))
  return send(p, answerForm.name, { answers })
}

/** Values of every household, twelve in the township and three elsewhere; forms over the township, a grid, and the daily ones. */
async function ready(url: string): Promise<Ready> {
  const households = await withSql(url, async (sql) => {
    await sql.unsafe('truncate fields.value, fields.confirmation, fields.branch, fields.form, fields.effort')
    await sql`
      insert into fields.value (id, subject_kind, subject, field, place, value, entry, seen_on, at)
      select gen_random_uuid(), 'household', h.id, f.key, h.place, to_jsonb(f.no), h.entry, ${dayOf(CITY_NOW - DAY_MS)}, now()
      from homes.household h, unnest(${TWELVE}::text[]) with ordinality as f(key, no)
      where f.no <= 3 or starts_with(h.place, ${STAGE.township}) and (f.no < 12 or hashtext(h.id::text) % 2 = 0)`
    await sql.unsafe('vacuum (analyze) fields.value')
    const of = async (grid: string): Promise<string[]> =>
      (await sql<{ id: string }[]>`select id from homes.household where place = ${grid} order by id`).map(
        ({ id }) => id,
      )
    const [first, second] = await sql<{ place: string }[]>`
      select place from homes.household where starts_with(place, ${STAGE.township}) group by place order by place limit 2`
    const grids: [string, string] = [first?.place ?? '', second?.place ?? '']
    return { grids, fed: await of(grids[0]), alone: await of(grids[1]) }
  })
  const p = benchPlatform({ url, now: CITY_NOW })
  const [organ] = await withSql(
    url,
    (sql) => sql<{ id: string }[]>`select id from people.organ where place = ${STAGE.county} order by id limit 1`,
  )
  const form = async (area: string, asked: readonly string[], daily: boolean): Promise<string> => {
    const id = key()
    await send(p, draftForm.name, {
      id,
      organ: organ?.id,
      name: { zh: '表' },
      subject: 'household',
      area,
      purpose: daily ? 'household_service' : 'livelihood_help',
      reason: '测量',
      withinDays: daily ? 1 : null,
      layout: { title: [], columns: asked.map((from) => ({ from, heading: from })) },
      until: dayOf(CITY_NOW + 30 * DAY_MS),
    })
    await send(p, publishForm.name, { id })
    return id
  }
  for (let i = 0; i < MANY_FORMS; i++) await form(households.grids[0], DAILY, true)
  await form(households.grids[1], DAILY, true)
  const [township, grid] = [await form(STAGE.township, TWELVE, false), await form(households.grids[0], TWELVE, false)]
  return { p, township, grid, ...households }
}
