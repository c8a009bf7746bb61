import { type Gate, files, linesWith, read, sliceOf } from './tree.ts'

const WORD = /emergenc(y|ies)|战时/i

/** An emergency changes levers, posts and holds; a slice that names it has begun to branch on it. */
export const words: Gate = (root) => {
  const all = files(root, ['src/modules'], /\.(tsx?|sql|md|css|json)$/).filter((file) => sliceOf(file) !== 'emergency')
  const faults = all.flatMap((file) =>
    linesWith(read(root, file), WORD).map((line) => `${file}:${line}: names what only the slice emergency may name`),
  )
  return { looked: all.length, faults }
}
