import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rounded } from './measure/numbers.ts'
import { render } from './report.ts'

/** One measured figure as it is kept. `goal` is '<= 1.2' or '>= 100000', null for what is only told. */
export type Figure = {
  area: string
  name: string
  value: number
  unit: string
  goal: string | null
  met: boolean | null
  command: string
  at: string
}
/** As an area gives it. */
export type Measured = { name: string; value: number; unit: string; goal?: string }

const KEPT = fileURLToPath(new URL('./RESULTS.json', import.meta.url))
const SHOWN = fileURLToPath(new URL('./RESULTS.md', import.meta.url))

export function meets(value: number, goal: string): boolean {
  const [sign, bound] = goal.split(' ')
  return sign === '<=' ? value <= Number(bound) : value >= Number(bound)
}

export const figureOf = (area: string, m: Measured, at: string): Figure => {
  const value = rounded(m.value)
  const goal = m.goal ?? null
  return {
    area,
    name: m.name,
    value,
    unit: m.unit,
    goal,
    met: goal === null ? null : meets(value, goal),
    command: `npm run bench -- ${area}`,
    at,
  }
}

export const readFigures = (file = KEPT): Figure[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Figure[]) : []

/** The figures of the areas that ran take the place of their older ones. */
export function keepFigures(fresh: readonly Figure[], files = { kept: KEPT, shown: SHOWN }): void {
  const ran = new Set(fresh.map(({ area }) => area))
  const all = [...readFigures(files.kept).filter(({ area }) => !ran.has(area)), ...fresh].sort((a, b) =>
    a.area < b.area ? -1 : a.area > b.area ? 1 : 0,
  )
  writeFileSync(files.kept, `[\n${all.map((figure) => `  ${JSON.stringify(figure)}`).join(',\n')}\n]\n`)
  writeFileSync(files.shown, render(all))
}
