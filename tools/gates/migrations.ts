import { basename, dirname } from 'node:path'
import { source } from './source.ts'
import { found } from './sql-text.ts'
import { type Gate, files, isTest, read, sliceOf } from './tree.ts'

const FILES = /\/migrations\/[^/]+\.sql$/
const CREATED = /\bcreate\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?([\w.]+)(?![\w.]|\s+partition\b)/gi

/** Forward only: numbered without gaps, one reason each, said first. */
export const migrations: Gate = (root) => {
  const all = files(root, ['src'], FILES)
  const faults = all.flatMap((file) => {
    const said = /^\d{4}_[a-z0-9_]+\.sql$/.test(basename(file)) && !/undo|rollback|(^|_)down/.test(basename(file))
    const turn = all.filter((other) => dirname(other) === dirname(file)).indexOf(file) + 1
    return [
      ...(said ? [] : [`${file}:1: is not named 0000_what_it_does.sql, forward only`]),
      ...(Number.parseInt(basename(file), 10) === turn
        ? []
        : [`${file}:1: is the ${turn}. migration here by order, not by number`]),
      ...(/^-- why: \S+/.test(read(root, file)) ? [] : [`${file}:1: does not open with "-- why: …"`]),
    ]
  })
  return { looked: all.length, faults }
}

/** Each table says how long its rows are kept and why. */
export const retention: Gate = (root) => {
  const tables = files(root, ['src'], FILES).flatMap((file) =>
    found({ file, line: 1, text: read(root, file).replace(/--[^\n]*/g, '') }, CREATED).map(({ match, at }) => ({
      name: match[1] ?? '',
      at,
      file,
    })),
  )
  const said = new Map<string, Set<string>>()
  const declared = (folder: string): Set<string> => {
    const known = said.get(folder) ?? declaredIn(root, folder)
    said.set(folder, known)
    return known
  }
  const folderOf = (file: string): string => (sliceOf(file) ? `src/modules/${sliceOf(file)}` : dirname(dirname(file)))
  const silent = tables.filter((table) => !declared(folderOf(table.file)).has(table.name))
  return {
    looked: tables.length,
    faults: silent.map((table) => `${table.at}: nothing says how long rows of ${table.name} are kept`),
  }
}

const declaredIn = (root: string, folder: string): Set<string> =>
  new Set(
    files(root, [folder], /\.ts$/)
      .filter((file) => !isTest(file))
      .map((file) => source(file, read(root, file)))
      .filter(({ code }) => /\bretention\b/i.test(code))
      .flatMap(({ literals }) =>
        literals.filter((literal) => literal.kind === 'string').map((literal) => literal.text),
      ),
  )
