import { expect, it } from 'vitest'
import { excuse } from '../../../tools/gates/allowed.ts'
import { length } from '../../../tools/gates/length.ts'
import { machinePaths } from '../../../tools/gates/machine-paths.ts'
import { names } from '../../../tools/gates/names.ts'
import { packages } from '../../../tools/gates/packages.ts'
import { slices } from '../../../tools/gates/slices.ts'
import { texts } from '../../../tools/gates/texts.ts'
import { time } from '../../../tools/gates/time.ts'
import { words } from '../../../tools/gates/words.ts'
import { printed } from '../../../tools/printed.ts'
import { HOUSE, plant } from './plant.ts'

it('words: only the slice emergency names one', () => {
  const root = plant({
    'src/modules/emergency/rules.ts': 'export const emergency = 1\n',
    'src/modules/cases/rules.ts': 'export const a = 1\nexport const isEmergency = 2\n',
    'src/modules/cases/migrations/0001_a.sql': '-- why: 战时\n',
    'src/kernel/levers.ts': '// what an emergency may change\n',
  })
  expect(words(root)).toEqual({
    looked: 2,
    faults: [
      'src/modules/cases/migrations/0001_a.sql:1: names what only the slice emergency may name',
      'src/modules/cases/rules.ts:2: names what only the slice emergency may name',
    ],
  })
})

it('names: nothing is called after nothing', () => {
  const root = plant({
    'src/kernel/date-utils.ts': '',
    'src/kernel/database.ts': '',
    'src/modules/commons/store.ts': '',
    'src/modules/cases/caseService.ts': '',
    'src/modules/cases/helpers/clock.ts': '',
    'src/modules/cases/cases-store.ts': '',
    'src/apps/demo/data/city.ts': '',
  })
  expect(names(root)).toEqual({
    looked: 7,
    faults: [
      'src/kernel/date-utils.ts:1: the name "utils" says nothing',
      'src/modules/cases/caseService.ts:1: the name "service" says nothing',
      'src/modules/cases/cases-store.ts:1: repeats the name of its folder',
      'src/modules/cases/helpers/clock.ts:1: the name "helpers" says nothing',
    ],
  })
})

it('length: 300 lines are the most, and 60 for a tool', () => {
  const root = plant({
    'src/kernel/a.ts': 'a\n'.repeat(300),
    'src/kernel/b.ts': 'a\n'.repeat(301),
    'tools/a.ts': 'a\n'.repeat(61),
  })
  expect(length(root)).toEqual({
    looked: 3,
    faults: [
      'src/kernel/b.ts:301: has 301 lines, at most 300 may be',
      'tools/a.ts:61: has 61 lines, at most 60 may be',
    ],
  })
})

it('machine-paths: no path or address of one machine', () => {
  const home = ['', 'home', 'anna', 'x'].join('/')
  const root = plant({
    '.ci/run': `cd ${['', 'work', 'x'].join('/')}\n`,
    'src/a.ts': `// fine: /api/home, ./home/x, https://example.org/home/x\nconst a = '${home}'\n`,
    'test/a.ts': `const visitor = '${[10, 0, 0, 1].join('.')}'\n`,
    'docs/a.md': `on ${[192, 168, 1, 7].join('.')} version 10.4.0\n`,
  })
  expect(machinePaths(root)).toEqual({
    looked: 4,
    faults: ['.ci/run', 'docs/a.md', 'src/a.ts'].map(
      (file) => `${file}:${file === 'src/a.ts' ? 2 : 1}: a path or address of one machine`,
    ),
  })
})

it('time: only the kernel clock asks, and what is pure asks nothing', () => {
  const root = plant({
    'src/kernel/clock.ts': 'export const now = () => Date.now()\n',
    'src/kernel/a.ts': "// new Date() is for the clock\nexport const a = 'Date.now'\nexport const b = new Date(0)\n",
    'src/modules/cases/console/page.tsx': 'export const at = Date.now()\n',
    'src/modules/cases/rules.ts': 'export const a = Math.random()\nexport const b = process.env\n',
    'src/modules/cases/rules.test.ts': 'export const a = Date.now()\n',
  })
  expect(time(root)).toEqual({
    looked: 3,
    faults: [
      'src/kernel/a.ts:3: asks the time past kernel/clock.ts',
      'src/modules/cases/console/page.tsx:1: asks the time past kernel/clock.ts',
      'src/modules/cases/rules.ts:1: is not pure',
      'src/modules/cases/rules.ts:2: is not pure',
    ],
  })
})

it('packages: exact versions, and a whole lock without a registry', () => {
  const whole = { version: '1.0.0', integrity: 'sha512-a' }
  const lock = {
    '': {},
    'node_modules/a': { ...whole, optionalDependencies: { b: '1.0.0', 'd-for-another-platform': '1.0.0' } },
    'node_modules/b': { ...whole, resolved: 'https://registry.example/b.tgz' },
    'node_modules/c-for-another-platform': { optional: true },
  }
  const root = plant({
    'package.json': JSON.stringify({
      dependencies: { a: '1.0.0', b: '^1.0.0' },
      devDependencies: { c: '2.0.0-beta.1', d: 'latest' },
    }),
    'package-lock.json': JSON.stringify({ packages: lock }, null, 1),
  })
  expect(packages(root)).toEqual({
    looked: 7,
    faults: [
      'package.json:1: b is "^1.0.0", not one exact version',
      'package.json:1: d is "latest", not one exact version',
      'package-lock.json:1: node_modules/c-for-another-platform has no version or no checksum',
      'package-lock.json:1: d-for-another-platform is asked for and left out',
      'package-lock.json:15: names a registry',
    ],
  })
})

it('texts: people read only what the catalogue holds', () => {
  const root = plant({
    'src/modules/cases/messages.ts': "export const m = { a: ['受理', 'Accepted'] }\n",
    'src/modules/cases/rules.ts': "// 受理\nexport const a = '受理'\nexport const b = `${a}超时`\n",
    'src/modules/cases/contract.ts':
      "/** 事件 */\nexport const c = command('cases.list', { doc: '事件' })\nexport const d = act('One level up: 小事不出格')\n",
    'src/modules/cases/console/page.tsx': `export const Page = (p) => (
  <main className="wide page" aria-label={p.name}>
    <b title="Close it">{m.title()} · 3</b>
    <i>Loading</i><kbd>Ctrl K</kbd>
    {p.open ? 'Open now' : m.closed()}
    {p.state === 'open' && <b>{m.open()}</b>}
  </main>
)
`,
    'src/modules/cases/rules.test.ts': "export const a = '受理'\n",
  })
  const say = (at: string, text: string): string =>
    `src/modules/cases/${at}: a text for people outside messages: ${text}`
  expect(texts(root)).toEqual({
    looked: 3,
    faults: [
      say('console/page.tsx:3', 'Close it'),
      say('console/page.tsx:4', 'Loading'),
      say('console/page.tsx:5', 'Open now'),
      say('rules.ts:2', '受理'),
      say('rules.ts:3', '$1超时'),
    ],
  })
})

it('slices: folders and boundaries agree, ranks hold, and each introduces itself', async () => {
  const lines = 'a line\n'.repeat(10)
  const good = { 'src/modules/places/README.md': lines, 'src/modules/people/README.md': lines }
  expect(
    await slices(plant({ ...good, 'boundaries.ts': "export const KNOWS = { places: [], people: ['places'] }\n" })),
  ).toEqual({ looked: 2, faults: [] })
  const root = plant({
    'src/modules/places/README.md': 'short\n',
    'src/modules/people/store.ts': '',
    'src/modules/credit/README.md': lines,
    'boundaries.ts': "export const KNOWS = { places: ['people'], people: [], cases: [] }\n",
  })
  expect((await slices(root)).faults).toEqual([
    'src/modules/credit:1: is not in boundaries.ts',
    'boundaries.ts:1: cases has no folder',
    'boundaries.ts:1: places may not know people, which does not stand above it',
    'src/modules/people/README.md:1: is missing',
    'src/modules/places/README.md:1: has 1 lines, 5 to 25 are wanted',
  ])
})

it('printed: what is kept equals what is printed anew', async () => {
  const root = plant({ ...HOUSE, 'docs/a.md': 'one\n', 'docs/b.md': 'two\n' })
  const gate = printed([
    { file: 'docs/a.md', command: ['node', '-e', 'console.log("one")'] },
    { file: 'docs/b.md', command: ['node', '-p', '3'] },
    { file: 'docs/b.md', command: ['node', '-e', 'process.exit(2)'] },
  ])
  expect(await gate(root)).toEqual({
    looked: 3,
    faults: [
      'docs/b.md:1: is not what is printed by: node -p 3 > docs/b.md',
      'docs/b.md:1: node -e process.exit(2) failed: ',
    ],
  })
})

it('an excuse covers one gate and one file, and must be needed', () => {
  const allowed = [
    { gate: 'words', file: 'src/a.ts', why: 'a' },
    { gate: 'words', file: 'src/old/', why: 'b' },
    { gate: 'texts', file: 'src/b.ts', why: 'c' },
  ]
  expect(excuse('words', ['src/a.ts:1: x', 'src/a.tsx:1: x', 'src/b.ts:1: x'], allowed)).toEqual([
    'src/a.tsx:1: x',
    'src/b.ts:1: x',
    'tools/gates/allowed.ts:1: words needs no excuse for src/old/ any more',
  ])
})
