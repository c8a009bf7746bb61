import { locatorOf, shippedLayer } from '#modules/places/shipped.ts'
import { makeRandom } from '../../demo/random.ts'
import type { Measured } from '../figures.ts'
import { median } from '../measure/numbers.ts'
import type { Bench } from '../stage.ts'
import type { Area } from './area.ts'

/** (e) Points all over the box of the city, about half of them inside it, against its 4,236 grids. */
export const locate: Area = {
  name: 'locate',
  about: 'Point -> grid in the process, points uniformly inside grids of the shipped layer; one thread.',
  run: measure,
}

async function measure({ many }: Bench): Promise<Measured[]> {
  const layer = shippedLayer()
  const locator = locatorOf(layer, () => true)
  const centres = layer.places.filter(({ level }) => level === 'grid').map(({ centre }) => centre)
  if (!locator) throw new Error('the shipped layer has no grids')
  const random = makeRandom('bench').next
  const points = Array.from({ length: many(100_000) }, () => near(centres, random))
  const rates: number[] = []
  let inside = 0
  for (let round = 0; round < 6; round++) {
    const began = performance.now()
    inside = points.reduce((sum, [lon, lat]) => sum + (locator.at(lon, lat).inside ? 1 : 0), 0)
    if (round > 0) rates.push(points.length / ((performance.now() - began) / 1000))
  }
  return [
    { name: 'point -> grid', value: median(rates), unit: 'points/s', goal: '>= 100000' },
    { name: 'of them inside a grid', value: inside / points.length, unit: 'share' },
  ]
}

/** Within some three hundred metres of the middle of a grid. */
function near(centres: readonly (readonly [number, number])[], random: () => number): [number, number] {
  const [lon, lat] = centres[Math.floor(random() * centres.length)] ?? [118.87, 28.94]
  return [lon + (random() - 0.5) * 0.006, lat + (random() - 0.5) * 0.006]
}
