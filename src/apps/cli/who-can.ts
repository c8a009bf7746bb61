import type { Grants } from '#kernel/authorise.ts'

/** Permission x role, how far each reaches; printed to docs/who-can.md and compared by the checks. */
export function grantsTable(grants: Grants, only?: string): string {
  const names = Object.keys(grants)
    .filter((name) => !only || name === only)
    .sort()
  const roles = [...new Set(names.flatMap((name) => Object.keys(grants[name] ?? {})))].sort()
  const cell = (name: string, role: string): string => [grants[name]?.[role] ?? ''].flat().join(' ')
  const row = (cells: string[]): string => `| ${cells.join(' | ')} |`
  return [
    '# Who can',
    '',
    'place: the subtree of the post. organ: rows of the own organ. self: oneself. secret: whoever knows it. any: all rows. staff: every post; everyone: strangers too.',
    '',
    row(['permission', ...roles]),
    row(['---', ...roles.map(() => '---')]),
    ...names.map((name) => row([name, ...roles.map((role) => cell(name, role))])),
  ].join('\n')
}
