import { type Gate, files, isTest, linesWith, read } from './tree.ts'

const PATH = /(?<![\w.~-])\/(?:work|home|root|Users)\/\w|(?<![\w.-])\/tmp\/\w|\b[A-Z]:\\\w/
const MACHINE = new RegExp(String.raw`${PATH.source}|\b(?:192\.168|10\.\d+)\.\d+\.\d+\b`)
/** Tests may make up visitors with addresses. */
const isPlay = (file: string): boolean => file.startsWith('test/') || isTest(file)

/** Nothing in the project holds on one machine only. */
export const machinePaths: Gate = (root) => {
  const own = files(
    root,
    ['src', 'test', 'tools', 'bench', 'demo', 'docs', '.ci'],
    /\.(tsx?|mjs|cjs|js|json|sql|md|css|html|sh)$|\.ci\/run$/,
  )
  const all = [...own, ...files(root, ['.'], /^[^/]+\.(md|json|ts|tsx|mjs|cjs|yaml|yml)$|^\.npmrc$/)]
  const faults = all.flatMap((file) =>
    linesWith(read(root, file), isPlay(file) ? PATH : MACHINE).map(
      (line) => `${file}:${line}: a path or address of one machine`,
    ),
  )
  return { looked: all.length, faults }
}
