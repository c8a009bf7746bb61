import { type Gate, files, linesWith, read } from './tree.ts'

const MACHINE =
  /(?<![\w.~-])\/(?:work|home|root|Users)\/\w|(?<![\w.-])\/tmp\/\w|\b[A-Z]:\\\w|\b(?:192\.168|10\.\d+)\.\d+\.\d+\b/

/** Nothing in the project holds on one machine only. */
export const machinePaths: Gate = (root) => {
  const own = files(
    root,
    ['src', 'test', 'tools', 'bench', 'docs', '.ci'],
    /\.(tsx?|mjs|cjs|js|json|sql|md|css|html|sh)$|\.ci\/run$/,
  )
  const all = [...own, ...files(root, ['.'], /^[^/]+\.(md|json|ts|tsx|mjs|cjs|yaml|yml)$|^\.npmrc$/)]
  const faults = all.flatMap((file) =>
    linesWith(read(root, file), MACHINE).map((line) => `${file}:${line}: a path or address of one machine`),
  )
  return { looked: all.length, faults }
}
