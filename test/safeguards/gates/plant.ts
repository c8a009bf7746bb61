import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

const PROJECT = join(import.meta.dirname, '../../..')

/** A small tree of files in a temporary folder, gone after the test. */
export function plant(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'openpalm-gate-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

export const IMPORTS = {
  '#kernel/*': './src/kernel/*',
  '#engines/*': './src/engines/*',
  '#modules/*': './src/modules/*',
  '#ui/*': './src/ui/*',
  '#apps/*': './src/apps/*',
}

/** What the tools need to see a project. */
export const HOUSE = {
  'package.json': JSON.stringify({ name: 'planted', type: 'module', imports: IMPORTS, dependencies: { zod: '4.6.7' } }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      target: 'es2024',
      module: 'nodenext',
      jsx: 'react-jsx',
      strict: true,
      allowImportingTsExtensions: true,
      noEmit: true,
      skipLibCheck: true,
      types: ['node'],
    },
    include: ['src', '*.ts'],
  }),
  'boundaries.ts': "export const KNOWS = { places: [], people: ['places'], cases: ['places', 'people'] } as const\n",
}
