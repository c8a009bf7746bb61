import { join } from 'node:path'
import { PURE, SCREENS } from './slice-directions.ts'
import { type Gate, PROJECT, isTest, tool } from './tree.ts'

type Edge = { resolved: string; coreModule: boolean; dependencyTypes: string[] }
type Violation = { from: string; to: string; rule: { name: string }; comment?: string }
type Report = { modules: { source: string; dependencies: Edge[] }[]; summary: { violations: Violation[] } }

export const directions: Gate = async (root) => {
  const args = ['--config', join(PROJECT, '.dependency-cruiser.mjs'), '--output-type', 'json', 'src']
  const { text } = await tool(root, 'depcruise', args)
  if (!text.startsWith('{')) return { looked: 0, faults: [text.trim().slice(-2000)] }
  const report = JSON.parse(text) as Report
  // Under a TypeScript it does not know, dependency-cruiser sees files without imports and calls them clean: count imports.
  const imports = report.modules.reduce((sum, module) => sum + module.dependencies.length, 0)
  const broken = report.summary.violations.map(({ from, to, rule }) => `${from}:1: ${rule.name}: may not import ${to}`)
  return { looked: imports, faults: [...broken, ...reaches(report)] }
}

const RUNS_IN_A_BROWSER = new RegExp(`${SCREENS}|${PURE}|^src/ui/|^src/apps/(console|field|town)/`)
const SERVER_PACKAGE = /node_modules\/(postgres|fastify|@fastify|pino|@node-rs|sharp|openid-client)\//
const SERVER_FILE =
  /^src\/(kernel\/(pipeline|ask|sql|db|audit|outbox|seal|migrate|jobs|policies|live|holds|platform)|engines\/.*)\.ts$/

/**
 * Walks from everything pure or shown to what it loads at run time, however far: a core module such as node:fs slips
 * through a rule about paths, and through a file in between. Imports of types alone load nothing.
 */
function reaches(report: Report): string[] {
  const edges = new Map(report.modules.map((module) => [module.source, module.dependencies]))
  const via = new Map<string, string>()
  const waiting = [...edges.keys()].filter((file) => RUNS_IN_A_BROWSER.test(file) && !isTest(file))
  for (const file of waiting) via.set(file, file)
  const faults: string[] = []
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    for (const { resolved, coreModule, dependencyTypes } of edges.get(file) ?? []) {
      if (dependencyTypes.includes('type-only')) continue
      const start = via.get(file) ?? file
      const serverOnly = coreModule || SERVER_PACKAGE.test(resolved) || SERVER_FILE.test(resolved)
      if (serverOnly) faults.push(`${file}:1: loads ${resolved}, and ${start} ends up in a browser or is pure`)
      else if (!via.has(resolved) && resolved.startsWith('src/')) waiting.push(via.set(resolved, start) && resolved)
    }
  }
  return faults
}
