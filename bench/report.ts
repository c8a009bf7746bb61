import type { Figure } from './figures.ts'
import { AREAS } from './areas/all.ts'

/** RESULTS.md, from RESULTS.json alone. */
export function render(figures: readonly Figure[]): string {
  const areas = [...new Set(figures.map(({ area }) => area))]
  return `# Bench results

Rendered from RESULTS.json by \`npm run bench\`; read bench/README.md for what is measured and how.
Trust ratios inside one table first, CPU before wall time, and wall times of two runs never against each other.

${areas
  .map((area) =>
    section(
      area,
      figures.filter((figure) => figure.area === area),
    ),
  )
  .join('\n')}`
}

function section(area: string, figures: readonly Figure[]): string {
  const about = AREAS.find(({ name }) => name === area)?.about ?? ''
  const at = figures[0]?.at.slice(0, 10) ?? ''
  return `## ${area}
${about} (\`npm run bench -- ${area}\`, ${at})

| figure | value | goal | met |
|---|---:|---:|---|
${figures.map(line).join('\n')}
`
}

const line = ({ name, value, unit, goal, met }: Figure): string =>
  `| ${name} | ${shown(value)} ${unit} | ${goal ?? ''} | ${met === null ? '' : met ? 'yes' : '**no**'} |`
const shown = (value: number): string => (value >= 1000 ? Math.round(value).toLocaleString('en') : String(value))
