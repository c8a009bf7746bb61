import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Gate, PROJECT, files, tool } from './tree.ts'

export const FOLDERS = ['src', 'test', 'tools', 'bench', 'demo']
export const CODE = /\.(tsx?|mjs)$/
const present = (root: string): string[] => FOLDERS.filter((folder) => existsSync(join(root, folder)))
/** Without a folder named, oxlint and oxfmt would walk node_modules. */
const NOTHING = { looked: 0, faults: [] }
const lines = (text: string, wanted: RegExp): string[] => text.split('\n').filter((line) => wanted.test(line))

/** What a tool that failed said, or that it failed without saying anything this gate could read. */
export const said = (failed: boolean, faults: string[], text: string): string[] =>
  failed && faults.length === 0 ? [text.trim().slice(-2000)] : faults

export const types: Gate = async (root) => {
  const { failed, text } = await tool(root, 'tsc', ['-p', '.', '--pretty', 'false', '--listFiles'])
  const own = lines(text, CODE).filter((line) => !line.includes('/node_modules/') && !line.includes('): error'))
  return { looked: own.length, faults: said(failed, lines(text, /^\S.*\): error TS|^error TS/), text) }
}

export const lint: Gate = async (root) => {
  if (present(root).length === 0) return NOTHING
  const config = ['-c', join(PROJECT, '.oxlintrc.json'), '--type-aware', '--deny-warnings', '--format', 'unix']
  const { failed, text } = await tool(root, 'oxlint', [...config, ...present(root)])
  return { looked: files(root, FOLDERS, CODE).length, faults: said(failed, lines(text, /^\S+:\d+:\d+: /), text) }
}

export const format: Gate = async (root) => {
  if (present(root).length === 0) return NOTHING
  const { failed, text } = await tool(root, 'oxfmt', [
    '-c',
    join(PROJECT, '.oxfmtrc.json'),
    '--list-different',
    ...present(root),
  ])
  const faults = lines(text, CODE).map((line) => `${line.trim()}:1: is not formatted; run: npm run format`)
  return { looked: files(root, FOLDERS, CODE).length, faults: said(failed, faults, text) }
}
