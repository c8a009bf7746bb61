import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { AREAS } from './areas/all.ts'
import { postmasterOf } from './city/cluster.ts'
import { type Figure, figureOf, keepFigures, type Measured, meets, readFigures } from './figures.ts'
import { median, percentile } from './measure/numbers.ts'
import { type Bench, openBench, type Sizes } from './stage.ts'

/** The bench on a town of toys: that it runs and says what it should, never how fast. */
const TINY: Sizes = {
  none: 0,
  some: 60,
  whole: 180,
  simulated: 60,
  rounds: 1,
  lanes: 2,
  share: 0.01,
  staleMs: 20,
  fewDoors: 300,
  doors: 600,
}

let bench: Bench & { close: () => Promise<void> }
let folder: string
beforeAll(async () => {
  const url = inject('databaseUrl')
  folder = await mkdtemp(join(tmpdir(), 'openpalm-bench-'))
  bench = await openBench({
    sizes: TINY,
    say: () => {},
    cluster: { url, postmaster: await postmasterOf(url), stop: () => Promise.resolve() },
  })
}, 120_000)
afterAll(async () => {
  await bench.close()
  await rm(folder, { recursive: true })
}, 60_000)

// `arrivals` runs a test of its own, which runs with the others.
it.each(AREAS.filter(({ name }) => name !== 'arrivals').map((area) => [area.name, area] as const))(
  'measures %s',
  async (_name, area) => {
    const measured = await area.run(bench)
    await bench.rest()
    expect(measured.length).toBeGreaterThan(1)
    expect(measured.some(({ goal }) => goal !== undefined)).toBe(true)
    expect(new Set(measured.map(({ name }) => name)).size).toBe(measured.length)
    for (const one of measured) expect(typeof one.name + typeof one.value + typeof one.unit).toBe('stringnumberstring')
  },
  120_000,
)

const AT = '2026-09-01T07:30:00.000Z'
const one = (area: string, measured: Measured): Figure => figureOf(area, measured, AT)

it('keeps the figures of other areas, and shows them all', async () => {
  const files = { kept: join(folder, 'kept.json'), shown: join(folder, 'shown.md') }
  keepFigures(
    [
      one('scope', { name: 'list', value: 1.1, unit: 'x', goal: '<= 1.2' }),
      one('locate', { name: 'rate', value: 5, unit: '/s' }),
    ],
    files,
  )
  keepFigures([one('scope', { name: 'list', value: 1.34567, unit: 'x', goal: '<= 1.2' })], files)
  expect(readFigures(files.kept)).toEqual([
    {
      area: 'locate',
      name: 'rate',
      value: 5,
      unit: '/s',
      goal: null,
      met: null,
      command: 'npm run bench -- locate',
      at: AT,
    },
    {
      area: 'scope',
      name: 'list',
      value: 1.35,
      unit: 'x',
      goal: '<= 1.2',
      met: false,
      command: 'npm run bench -- scope',
      at: AT,
    },
  ])
  expect(await readFile(files.shown, 'utf8')).toContain('| list | 1.35 x | <= 1.2 | **no** |')
})

it('shows RESULTS.md as RESULTS.json says', async () => {
  const shown = join(folder, 'again.md')
  keepFigures(readFigures(), { kept: join(folder, 'again.json'), shown })
  expect(await readFile(shown, 'utf8')).toBe(await readFile(new URL('./RESULTS.md', import.meta.url), 'utf8'))
})

it('reckons medians, percentiles and goals', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5])
  expect(percentile([5, 1, 4, 2, 3, 6, 7, 8, 9, 10], 0.95)).toBe(10)
  expect([meets(1.2, '<= 1.2'), meets(1.21, '<= 1.2'), meets(9, '>= 10')]).toEqual([true, false, false])
})
