import { type Sql, found, sqlIn } from './sql-text.ts'
import { type Gate, knows, sliceOf } from './tree.ts'

const TABLE =
  /(?<!\b(?:do|for|key|on|or|before|after|distinct)\s+)\b(from|join|into|update|references)\s+(?:only\s+|lateral\s+)?([a-z_]\w*)(?![\w.])(\s*\()?/gi
const NOT_A_TABLE =
  /^(select|lateral|set|on|unnest|values|strict|only|skip|where|now|stdin|stdout|pg_\w+|information_schema)$/i
/** `extract(day from x)`, `substring(code from 1)` and their like read no table. */
const INSIDE_A_FUNCTION = /\b(extract|substring|trim|overlay|position)\s*\([^()]*$/i
const CTE =
  /(?:\bwith\s+(?:recursive\s+)?|,\s*|^\s*)([a-z_]\w*)\s*(?:\([^()]*\)\s*)?as\s+(?:not\s+)?(?:materialized\s*)?\(/gim

/** A slice's SQL names its own schema, and of the slices it knows their `pub_` views; the kernel's SQL names only the kernel's. */
export const schemas: Gate = async (root) => {
  const allowed = await knows(root)
  const known = [...Object.keys(allowed), 'kernel', 'public']
  const qualified = new RegExp(
    String.raw`(?:\b(into|from|join|update|references|table)\s+(?:only\s+)?)?(?<![\w.$])(${known.join('|')})\.(\w+)(\s*\()?`,
    'gi',
  )
  const all = sqlIn(root, ['src/modules', 'src/kernel'])
  const ctes = new Map<string, Set<string>>()
  for (const sql of all)
    for (const { match } of found(sql, CTE)) ctes.set(sql.file, (ctes.get(sql.file) ?? new Set()).add(match[1] ?? ''))
  const faults = all.flatMap((sql) => {
    const own = sliceOf(sql.file) ?? 'kernel'
    const foreign = found(sql, qualified).flatMap(({ match, at }) => {
      const [, verb, schema = '', name = '', call] = match
      if (schema === own || (name.startsWith('pub_') && allowed[own]?.includes(schema))) return []
      const asked =
        schema === 'kernel' &&
        (name.startsWith('pub_') || (call && !/^(into|update|references|table)$/i.test(verb ?? '')))
      return asked ? [] : [`${at}: SQL of ${own} names ${schema}.${name}`]
    })
    return [...foreign, ...unqualified(sql, ctes.get(sql.file) ?? new Set())]
  })
  return { looked: all.length, faults }
}

/** A name without a schema would be found on the search path, where this gate cannot see whose it is. */
function unqualified(sql: Sql, ctes: ReadonlySet<string>): string[] {
  if (sql.file.endsWith('.sql')) return []
  return found(sql, TABLE).flatMap(({ match, at }) => {
    const [, verb = '', name = '', bracket] = match
    if (bracket && !/^(into|references)$/i.test(verb)) return []
    const elsewhere = INSIDE_A_FUNCTION.test(sql.text.slice(0, match.index))
    return elsewhere || ctes.has(name) || NOT_A_TABLE.test(name) ? [] : [`${at}: SQL names ${name} without its schema`]
  })
}
