import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What a gate found: how much it looked at, and each fault as `file:line: what is wrong`. */
export type Verdict = { looked: number; faults: string[] }
export type Gate = (root: string) => Verdict | Promise<Verdict>

export const PROJECT = join(import.meta.dirname, '../..')
const SKIPPED = new Set(['node_modules', '.git', 'dist', 'test-results'])

/** Paths below the given folders, relative to the root, with forward slashes, sorted. */
export function files(root: string, folders: readonly string[], wanted: RegExp): string[] {
  const found: string[] = []
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) walk(path)
      else if (entry.isFile() && wanted.test(path)) found.push(path)
    }
  }
  for (const folder of folders) if (existsSync(join(root, folder))) walk(folder)
  return found.sort()
}

export const read = (root: string, file: string): string => readFileSync(join(root, file), 'utf8')

/** 1-based lines on which the pattern occurs. */
export const linesWith = (text: string, pattern: RegExp): number[] =>
  text.split('\n').flatMap((line, at) => (pattern.test(line) ? [at + 1] : []))

export const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)

/** `src/modules/cases/store.ts` -> `cases` */
export const sliceOf = (file: string): string | undefined => /^src\/modules\/([^/]+)\//.exec(file)?.[1]

export const slicesIn = (root: string): string[] => [
  ...new Set(files(root, ['src/modules'], /./).flatMap((file) => sliceOf(file) ?? [])),
]

export async function knows(root: string): Promise<Record<string, readonly string[]>> {
  const loaded = (await import(join(root, 'boundaries.ts'))) as { KNOWS: Record<string, readonly string[]> }
  return loaded.KNOWS
}

/** Runs one of the project's tools in the root and gives everything it printed. */
export function tool(root: string, name: string, args: readonly string[]): Promise<{ failed: boolean; text: string }> {
  const bin = join(PROJECT, 'node_modules/.bin')
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, NO_COLOR: '1' }
  return new Promise((done) => {
    execFile(join(bin, name), args, { cwd: root, env, maxBuffer: 1 << 28, timeout: 300_000 }, (error, out, err) =>
      done({ failed: error !== null, text: out + err }),
    )
  })
}
