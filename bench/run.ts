import { systemClock, instant } from '#kernel/clock.ts'
import { AREAS } from './areas/all.ts'
import { type Figure, figureOf, keepFigures } from './figures.ts'
import { FULL, openBench } from './stage.ts'

/** `npm run bench` measures everything, `npm run bench -- NAME …` the areas named; figures go to RESULTS.json and RESULTS.md. */
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !AREAS.some((area) => area.name === name))
if (unknown.length > 0) {
  console.error(`no area ${unknown.join(', ')}; there are: ${AREAS.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}

const say = (line: string): void => console.log(line)
const bench = await openBench({ sizes: FULL, say })
try {
  for (const area of AREAS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const began = performance.now()
    say(`\n${area.name}: ${area.about}`)
    const at = instant(systemClock.now())
    const figures = (await area.run(bench)).map((measured) => figureOf(area.name, measured, at))
    await bench.rest()
    // Each area is kept as it ends, so that a later one that fails loses nothing.
    keepFigures(figures)
    for (const figure of figures) say(printed(figure))
    say(`(${((performance.now() - began) / 1000).toFixed(0)} s)`)
  }
} finally {
  await bench.close()
}

function printed({ name, value, unit, goal, met }: Figure): string {
  const mark = met === null ? ' ' : met ? '+' : '-'
  return `${mark} ${String(value).padStart(9)} ${unit.padEnd(9)} ${name}${goal ? `   (${goal})` : ''}`
}
