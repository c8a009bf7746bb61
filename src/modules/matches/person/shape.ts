import { readFileSync } from 'node:fs'

/** Characters of names that a hand or a scanner takes for one another; each line of the list is one family. */
const lines = readFileSync(new URL('./shapes.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')

const families = new Map<string, Set<string>>()
for (const family of lines)
  for (const one of family) families.set(one, new Set([...(families.get(one) ?? []), ...family]))

export const looksLike = (a: string, b: string): boolean => families.get(a)?.has(b) ?? false
