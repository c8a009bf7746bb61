import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Gate, knows, read, slicesIn } from './tree.ts'

/** boundaries.ts and the folders tell the same story, and each slice introduces itself. */
export const slices: Gate = async (root) => {
  const known = await knows(root)
  const rank = Object.keys(known)
  const here = slicesIn(root)
  const faults = [
    ...here.filter((slice) => !rank.includes(slice)).map((slice) => `src/modules/${slice}:1: is not in boundaries.ts`),
    ...rank.filter((slice) => !here.includes(slice)).map((slice) => `boundaries.ts:1: ${slice} has no folder`),
    ...Object.entries(known).flatMap(([slice, others]) =>
      others
        .filter((other) => !(rank.indexOf(other) >= 0 && rank.indexOf(other) < rank.indexOf(slice)))
        .map((other) => `boundaries.ts:1: ${slice} may not know ${other}, which does not stand above it`),
    ),
    ...here.flatMap((slice) => readme(root, `src/modules/${slice}/README.md`)),
  ]
  return { looked: here.length, faults }
}

function readme(root: string, file: string): string[] {
  if (!existsSync(join(root, file))) return [`${file}:1: is missing`]
  const lines = read(root, file).trimEnd().split('\n').length
  return lines < 5 || lines > 25 ? [`${file}:1: has ${lines} lines, 5 to 25 are wanted`] : []
}
