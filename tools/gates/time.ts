import { source } from './source.ts'
import { type Gate, files, isTest, linesWith, read } from './tree.ts'

const ASKS = /\bnew Date\b|\bDate\.now\b|(?<![.\w])Date\(/
const PURE = /\/(contract|rules|levers|grants|messages)(-[\w-]+)?\.ts$/
const SURPRISES = /\bMath\.random\b|\bprocess\.|(?<![.\w])fetch\(|\bglobalThis\b|\bcrypto\./

/** Only the kernel's clock knows what time it is, and what is pure asks nobody for anything. */
export const time: Gate = (root) => {
  const all = files(root, ['src'], /\.tsx?$/).filter((file) => !isTest(file) && file !== 'src/kernel/clock.ts')
  const faults = all.flatMap((file) => {
    const { code } = source(file, read(root, file))
    const pure = file.startsWith('src/modules/') && PURE.test(file)
    return [
      ...linesWith(code, ASKS).map((line) => `${file}:${line}: asks the time past kernel/clock.ts`),
      ...(pure ? linesWith(code, SURPRISES).map((line) => `${file}:${line}: is not pure`) : []),
    ]
  })
  return { looked: all.length, faults }
}
