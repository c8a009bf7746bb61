import { type Gate, files, read } from './tree.ts'

const LONGEST = 300
const LONGEST_TOOL = 60

/** A full file splits by command, never by kind. Functions are measured by the linter. */
export const length: Gate = (root) => {
  const all = files(root, ['src', 'test', 'tools', 'bench', 'demo'], /\.(tsx?|mjs|css|sql)$/)
  const faults = all.flatMap((file) => {
    const lines = read(root, file).trimEnd().split('\n').length
    const most = file.startsWith('tools/') ? LONGEST_TOOL : LONGEST
    return lines > most ? [`${file}:${lines}: has ${lines} lines, at most ${most} may be`] : []
  })
  return { looked: all.length, faults }
}
