import { type Literal, source } from './source.ts'
import { files, isTest, read } from './tree.ts'

export type Sql = { file: string; line: number; text: string }

const STATEMENT = /^\s*(select|with|insert into|update|delete from|merge into|create|alter|drop|truncate|copy)\s/i
const HOLDS_SQL = /\b(from|join|into|update|references)\s/i

/** Templates handed to a tag are SQL unless the tag is plainly another one; strings are when they begin like a statement. */
const isSql = ({ kind, text, of }: Literal): boolean =>
  (kind === 'tagged' && of !== 'String.raw') || (kind === 'string' && STATEMENT.test(text) && HOLDS_SQL.test(text))

/** Every piece of SQL below the folders: migrations, and what TypeScript holds of it. */
export function sqlIn(root: string, folders: readonly string[]): Sql[] {
  return files(root, folders, /\.(sql|tsx?)$/).flatMap((file) => {
    if (isTest(file)) return []
    const text = read(root, file)
    if (file.endsWith('.sql')) return [{ file, line: 1, text: plain(text) }]
    return source(file, text)
      .literals.filter(isSql)
      .map((literal) => ({ file, line: literal.line, text: plain(literal.text) }))
  })
}

/** A column may be called "from"; without its quotes it would read as a clause. */
const KEYWORD = /^(from|join|into|update|references|with|table)$/

/** Without comments, quotes round names, and quoted values (unless they hold SQL themselves), line for line. */
const plain = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/--[^\n]*/g, '')
    .replace(/'(?:[^']|'')*'/g, (value) => (HOLDS_SQL.test(value) ? value.replaceAll("'", ' ') : "''"))
    .replace(/"(\w+)"/g, (_, name: string) => (KEYWORD.test(name) ? `${name}_` : name))

/** All matches of a pattern with the line each is on. */
export function found(sql: Sql, pattern: RegExp): { match: RegExpExecArray; at: string }[] {
  return [...sql.text.matchAll(pattern)].map((match) => ({
    match,
    at: `${sql.file}:${sql.line + sql.text.slice(0, match.index).split('\n').length - 1}`,
  }))
}
