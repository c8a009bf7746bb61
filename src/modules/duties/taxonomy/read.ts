import { readFileSync } from 'node:fs'
import { parseTaxonomy, type Taxonomy } from './taxonomy.ts'

const sheet = (name: string): string => readFileSync(new URL(`./${name}.tsv`, import.meta.url), 'utf8')

/** The taxonomy a city starts with: 14 classes, 124 kinds. */
export const readTaxonomy = (): Taxonomy =>
  parseTaxonomy({ lines: sheet('lines'), classes: sheet('classes'), kinds: sheet('kinds') })
