import { readFileSync } from 'node:fs'
import { type Key, KEYS } from './keys.ts'

const bare = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[（(【[].*?[）)】\]]/g, '')
    .replaceAll(/[\s*:_.-]|必填|选填/g, '')

/** How heads of columns are called in lists of villages; compared without blanks, brackets and stars. */
const lines = readFileSync(new URL('./columns.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
const known = new Map<string, Key>(
  lines.flatMap((line) => {
    const [name = '', heads = ''] = line.split('\t')
    const key = KEYS.find((one) => one === name)
    return key ? heads.split(' ').map((head): [string, Key] => [bare(head), key]) : []
  }),
)

export const keyOfHeader = (header: string): Key | null => known.get(bare(header)) ?? null

export type Column = { at: number; header: string; key: Key | null }

/** Each key once: the first column of that name. */
export function proposed(headers: readonly string[]): Column[] {
  const taken = new Set<Key>()
  return headers.map((header, at) => {
    const key = keyOfHeader(header)
    if (!key || taken.has(key)) return { at, header, key: null }
    taken.add(key)
    return { at, header, key }
  })
}
