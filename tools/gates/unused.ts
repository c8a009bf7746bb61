import { join } from 'node:path'
import { CODE, FOLDERS, said } from './tools.ts'
import { type Gate, PROJECT, files, tool } from './tree.ts'

type Unused = { issues: ({ file: string } & Record<string, unknown>)[] }

/** Files, exports and packages that nobody uses, and packages used without being asked for. */
export const unused: Gate = async (root) => {
  const { failed, text } = await tool(root, 'knip', [
    '-c',
    join(PROJECT, 'knip.json'),
    '--reporter',
    'json',
    '--no-progress',
    '--no-config-hints',
  ])
  const report = text.startsWith('{') ? (JSON.parse(text.split('\n')[0] ?? '{}') as Unused) : { issues: [] }
  const faults = report.issues.flatMap((issue) =>
    Object.entries(issue).flatMap(([kind, found]) =>
      Array.isArray(found)
        ? (found as { name?: string; line?: number }[]).map(
            (one) => `${issue.file}:${one.line ?? 1}: unused or unlisted (${kind}): ${one.name ?? ''}`,
          )
        : [],
    ),
  )
  return { looked: files(root, FOLDERS, CODE).length, faults: said(failed, faults, text) }
}
