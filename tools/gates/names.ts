import { type Gate, files } from './tree.ts'

const REFUSED = new Set('util utils helper helpers common manager managers service base impl data info misc'.split(' '))
/** A folder may hold data or be called after its content; a file of source says what it does. */
const FOLDERS_TOO = new Set('util utils helper helpers common misc'.split(' '))

const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z]+/)

/** Names that say nothing attract everything. */
export const names: Gate = (root) => {
  const all = files(root, ['src', 'test', 'tools', 'bench', 'demo'], /\.(tsx?|mjs|css|sql)$/)
  const faults = all.flatMap((file) => {
    const parts = file.split('/')
    const base = (parts.pop() ?? '').replace(/\.[a-z]+$/, '')
    const said = wordsOf(base).find((word) => REFUSED.has(word)) ?? parts.find((part) => FOLDERS_TOO.has(part))
    const repeated = parts.at(-1) !== undefined && base.startsWith(`${parts.at(-1)}-`)
    return [
      ...(said ? [`${file}:1: the name "${said}" says nothing`] : []),
      ...(repeated ? [`${file}:1: repeats the name of its folder`] : []),
    ]
  })
  return { looked: all.length, faults }
}
