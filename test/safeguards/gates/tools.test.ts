import { expect, it } from 'vitest'
import { format, lint, types } from '../../../tools/gates/tools.ts'
import { unused } from '../../../tools/gates/unused.ts'
import { HOUSE, plant } from './plant.ts'

const main = {
  'src/apps/cli/main.ts':
    "import { z } from 'zod'\nimport { a } from '#kernel/a.ts'\n\nexport const main = z.literal(a)\n",
}
const clean = { ...HOUSE, ...main, 'src/kernel/a.ts': 'export const a = 1\n' }

it('types: the compiler agrees', async () => {
  expect(await types(plant(clean))).toEqual({ looked: 3, faults: [] })
  const { faults } = await types(plant({ ...clean, 'src/kernel/a.ts': "export const a: number = 'one'\n" }))
  expect(faults).toEqual(["src/kernel/a.ts(1,14): error TS2322: Type 'string' is not assignable to type 'number'."])
})

const FAULTY: [rule: string, text: string][] = [
  ['no-floating-promises', 'export function go(): void {\n  read()\n}'],
  ['no-misused-promises', 'export const go = (): number[] => [1].filter(async () => (await read()) > 0)'],
  ['await-thenable', 'export async function go(): Promise<void> {\n  await Math.abs(await read())\n}'],
  [
    'return-await',
    'export async function go(): Promise<number> {\n  try {\n    return read()\n  } catch {\n    return 0\n  }\n}',
  ],
  ['no-explicit-any', 'export const go = (it: any): unknown => it'],
  ['no-non-null-assertion', 'export const go = (it: number[]): number => it[0]!'],
  ['ban-ts-comment', '// @ts-ignore\nexport const go = 1'],
  ['no-console', "console.log('x')"],
  ['no-empty', 'try {\n  void read()\n} catch {}'],
  ['max-lines-per-function', `export function go(): void {\n${'  void read()\n'.repeat(41)}}`],
  ['max-params', 'export const go = (a: 1, b: 2, c: 3, d: 4, e: 5, f: 6): number => a + b + c + d + e + f'],
  ['no-barrel-file', "export * from './tx.ts'"],
  ['no-throw-literal', "export function go(): never {\n  throw 'x'\n}"],
]

it('lint: refuses each of the faults, and nothing in their clean neighbour', async () => {
  const read = 'const read = async (): Promise<number> => 1\nvoid read\n'
  const planted = FAULTY.map(([rule, text]) => [
    `src/kernel/${rule}.ts`,
    `${rule === 'no-barrel-file' ? '' : read}${text}\n`,
  ])
  const { looked, faults } = await lint(
    plant({ ...clean, 'src/kernel/tx.ts': 'export const tx = 1\n', ...Object.fromEntries(planted) }),
  )
  expect(looked).toBe(FAULTY.length + 3)
  const said = new Set(faults.map((fault) => fault.replace(/:\d+:\d+: .*\((.*)\)\]$/, ' $1')))
  expect([...said].sort()).toEqual(FAULTY.map(([rule]) => `src/kernel/${rule}.ts ${rule}`).sort())
})

it('format: one way to write it', async () => {
  expect(await format(plant(clean))).toEqual({ looked: 2, faults: [] })
  const { faults } = await format(plant({ ...clean, 'src/kernel/a.ts': 'export const a = "one";\n' }))
  expect(faults).toEqual(['src/kernel/a.ts:1: is not formatted; run: npm run format'])
})

it('unused: no file, export or package that nobody uses', async () => {
  expect((await unused(plant(clean))).faults).toEqual([])
  const root = plant({
    ...clean,
    'package.json': HOUSE['package.json'].replace('"zod"', '"pino":"10.4.0","zod"'),
    'src/kernel/a.ts': "import fastify from 'fastify'\n\nexport const a = 1\nexport const b = fastify\n",
    'src/kernel/left.ts': 'export const left = 1\n',
  })
  expect((await unused(root)).faults.sort()).toEqual([
    'package.json:1: unused or unlisted (dependencies): pino',
    'src/kernel/a.ts:1: unused or unlisted (unlisted): fastify',
    'src/kernel/a.ts:4: unused or unlisted (exports): b',
    'src/kernel/left.ts:1: unused or unlisted (files): src/kernel/left.ts',
  ])
})
