import { found, sqlIn } from './sql-text.ts'
import type { Gate } from './tree.ts'

const WRITES =
  /\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?|copy|alter\s+table|drop\s+table)\s+(?:only\s+)?kernel\.(record|outbox|seal|anchor)\b/gi

/** Record and outbox are written by the two roads alone, which live in the kernel. */
export const roads: Gate = (root) => {
  const all = sqlIn(root, ['src'])
  const outside = all.filter((sql) => !sql.file.startsWith('src/kernel/'))
  const faults = outside.flatMap((sql) =>
    found(sql, WRITES).map(({ match, at }) => `${at}: writes kernel.${match[1]}, which only the two roads do`),
  )
  return { looked: all.length, faults }
}
