import type { z } from 'zod'
import type { Change } from './contract.ts'

type Part = z.infer<typeof Change>
const paragraphs = (text: string): string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** What is different, paragraph by paragraph: the longest common run of paragraphs stays, the rest went or came. */
export function differenceOf(before: string, after: string): Part[] {
  const [old, now] = [paragraphs(before), paragraphs(after)]
  const longest = commonLengths(old, now)
  const at = (i: number, j: number): number => longest[i]?.[j] ?? 0
  const parts: Part[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    const [was, is] = [old[i], now[j]]
    if (was !== undefined && was === is) {
      parts.push({ kind: 'same', text: was })
      i++
      j++
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: 'out', text: was })
      i++
    } else if (is !== undefined) {
      parts.push({ kind: 'in', text: is })
      j++
    }
  }
  return parts
}

/** For each pair of rests, how many paragraphs they have in common in order. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => Array.from({ length: now.length + 1 }, () => 0))
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const row = table[i] ?? []
      row[j] = old[i] === now[j] ? (table[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0)
    }
  return table
}
