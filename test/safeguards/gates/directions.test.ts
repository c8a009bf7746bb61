import { expect, it } from 'vitest'
import { directions } from '../../../tools/gates/directions.ts'
import { HOUSE, plant } from './plant.ts'

const CLEAN = {
  ...HOUSE,
  'src/kernel/sql.ts': "import { hash } from 'node:crypto'\nexport const sql = hash\n",
  'src/kernel/tx.ts': "import type { sql } from './sql.ts'\nexport type Tx = typeof sql\n",
  'src/kernel/contract.ts':
    "import { z } from 'zod'\nimport type { Tx } from './tx.ts'\nexport const q = (tx: Tx) => [z, tx]\n",
  'src/ui/button.tsx': "import { q } from '#kernel/contract.ts'\nexport const button = q\n",
  'src/engines/sms.ts':
    "import { readFile } from 'node:fs/promises'\nimport { q } from '#kernel/contract.ts'\nexport const sms = [readFile, q]\n",
  'src/modules/places/contract.ts': "export { q } from '#kernel/contract.ts'\n",
  'src/modules/places/rules.ts': "import { q } from './contract.ts'\nexport const rule = q\n",
  'src/modules/places/store.ts':
    "import { sql } from '#kernel/sql.ts'\nimport { q } from './contract.ts'\nexport const store = [sql, q]\n",
  'src/modules/places/api.ts': "import { store } from './store.ts'\nexport const findPlace = store\n",
  'src/modules/places/commands.ts':
    "import { rule } from './rules.ts'\nimport { store } from './store.ts'\nexport const commands = [rule, store]\n",
  'src/modules/places/slice.ts': "export { commands } from './commands.ts'\n",
  'src/modules/places/parts/tag.tsx': "import { q } from '../contract.ts'\nexport const tag = q\n",
  'src/modules/people/contract.ts': "import { q } from '#modules/places/contract.ts'\nexport const person = q\n",
  'src/modules/people/commands.ts':
    "import { findPlace } from '#modules/places/api.ts'\nexport const commands = findPlace\n",
  'src/modules/people/console/page.tsx':
    "import { tag } from '#modules/places/parts/tag.tsx'\nimport { button } from '#ui/button.tsx'\nimport { person } from '../contract.ts'\nexport const page = [tag, button, person]\n",
  'src/modules/people/people.test.ts':
    "import { sql } from '#kernel/sql.ts'\nimport { store } from '#modules/places/store.ts'\nexport const t = [sql, store]\n",
  'src/apps/server/main.ts':
    "import { sms } from '#engines/sms.ts'\nimport { commands } from '#modules/places/slice.ts'\nexport const main = [sms, commands]\n",
  'src/apps/console/main.tsx': "import { page } from '#modules/people/console/page.tsx'\nexport const main = page\n",
}

/** Each file, what it imports, and the rule that must refuse it. */
const PLANTED: [file: string, imports: string, rule: string, resolved: string][] = [
  ['src/kernel/a.ts', '#modules/places/contract.ts', 'kernel-below', 'src/modules/places/contract.ts'],
  ['src/kernel/b.ts', '#engines/sms.ts', 'kernel-below', 'src/engines/sms.ts'],
  ['src/engines/a.ts', '#modules/places/contract.ts', 'engines-below', 'src/modules/places/contract.ts'],
  ['src/ui/a.ts', '#modules/places/contract.ts', 'ui-below', 'src/modules/places/contract.ts'],
  ['src/modules/people/a.ts', '#apps/server/main.ts', 'modules-below', 'src/apps/server/main.ts'],
  ['src/modules/people/b.ts', '#engines/sms.ts', 'modules-below', 'src/engines/sms.ts'],
  ['src/modules/people/queries.ts', '#ui/button.tsx', 'screens-apart', 'src/ui/button.tsx'],
  ['src/apps/server/a.ts', '#modules/people/console/page.tsx', 'screens-apart', 'src/modules/people/console/page.tsx'],
  ['src/apps/field/a.ts', '#apps/server/quiet.ts', 'faces-apart', 'src/apps/server/quiet.ts'],
  ['src/apps/server/b.ts', '#modules/people/people.test.ts', 'product-alone', 'src/modules/people/people.test.ts'],
  ['src/modules/people/field/a.tsx', '../rules.ts', 'screens-decide-nothing', 'src/modules/people/rules.ts'],
  ['src/modules/people/messages.ts', './rules.ts', 'contract-first', 'src/modules/people/rules.ts'],
  ['src/modules/people/store-list.ts', './commands.ts', 'store-below', 'src/modules/people/commands.ts'],
  ['src/modules/people/reactions.ts', '#kernel/sql.ts', 'stores-query', 'src/kernel/sql.ts'],
  ['src/apps/server/c.ts', '#kernel/sql.ts', 'stores-query', 'src/kernel/sql.ts'],
  ['src/apps/server/d.ts', 'postgres', 'driver', 'node_modules/postgres/'],
  ['src/modules/places/a.ts', '#modules/people/contract.ts', 'meets-places', 'src/modules/people/contract.ts'],
  ['src/modules/people/c.ts', '#modules/places/rules.ts', 'meets-people', 'src/modules/places/rules.ts'],
  ['src/modules/people/d.ts', './nowhere.ts', 'resolves', './nowhere.ts'],
]
const QUIET = {
  'src/apps/server/quiet.ts': 'export const quiet = 1\n',
  'src/modules/people/rules.ts': 'export const rule = 1\n',
}

it('lets a clean house pass, and has looked at its imports', async () => {
  const { looked, faults } = await directions(plant({ ...CLEAN, ...QUIET }))
  expect(faults).toEqual([])
  expect(looked).toBeGreaterThan(25)
})

it('refuses every wrong direction, and nothing else', async () => {
  const planted = PLANTED.map(([file, imports]) => [file, `import * as it from '${imports}'\nexport const a = it\n`])
  const { faults } = await directions(plant({ ...CLEAN, ...QUIET, ...Object.fromEntries(planted) }))
  const said = faults.map(short).sort()
  expect(said).toEqual(PLANTED.map(([file, , rule, to]) => `${file}:1: ${rule}: may not import ${to}`).sort())
})

it('refuses a type from a stranger too', async () => {
  const root = plant({
    ...CLEAN,
    'src/modules/places/a.ts':
      "import type { person } from '#modules/people/contract.ts'\nexport type A = typeof person\n",
  })
  expect((await directions(root)).faults).toEqual([
    'src/modules/places/a.ts:1: meets-places: may not import src/modules/people/contract.ts',
  ])
})

it('refuses a circle', async () => {
  const root = plant({
    ...CLEAN,
    'src/kernel/a.ts': "import { b } from './b.ts'\nexport const a = b\n",
    'src/kernel/b.ts': "import { a } from './a.ts'\nexport const b = a\n",
  })
  expect((await directions(root)).faults).toEqual(['src/kernel/a.ts:1: no-circle: may not import src/kernel/b.ts'])
})

it('follows what is pure or shown through files in between to core modules and the server', async () => {
  const { faults } = await directions(
    plant({
      ...CLEAN,
      'src/kernel/between.ts': "import { further } from './further.ts'\nexport const between = further\n",
      'src/kernel/further.ts': "import { readFileSync } from 'node:fs'\nexport const further = readFileSync\n",
      'src/modules/people/levers.ts': "import { between } from '#kernel/between.ts'\nexport const lever = between\n",
      'src/modules/people/town/page.tsx': "import { q } from '../queries.ts'\nexport const page = q\n",
      'src/modules/people/queries.ts': "import fastify from 'fastify'\nexport const q = fastify\n",
    }),
  )
  expect(faults.map(short).sort()).toEqual([
    'src/kernel/further.ts:1: loads fs, and src/modules/people/levers.ts ends up in a browser or is pure',
    'src/modules/people/queries.ts:1: loads node_modules/fastify/, and src/modules/people/town/page.tsx ends up in a browser or is pure',
    'src/modules/people/town/page.tsx:1: screens-decide-nothing: may not import src/modules/people/queries.ts',
  ])
})

/** Without the way through the link to the project's own packages. */
function short(fault: string): string {
  return fault.replace(/[^ ]*(node_modules\/\w+\/)[^ ,]*/, '$1')
}
