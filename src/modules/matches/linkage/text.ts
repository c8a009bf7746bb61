/** Edits to get from one text to the other, neighbours changed about counting one (optimal string alignment); gives up past `most`. */
export function edits(a: string, b: string, most = 3): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) row.push(step({ a, b, i, j }, before, last, row))
    if (Math.min(...row) > most) return most + 1
    ;[before, last] = [last, row]
  }
  return Math.min(last[b.length] ?? most + 1, most + 1)
}

type Spot = { a: string; b: string; i: number; j: number }

function step(
  { a, b, i, j }: Spot,
  before: readonly number[],
  last: readonly number[],
  row: readonly number[],
): number {
  const cost = a[i - 1] === b[j - 1] ? 0 : 1
  const plain = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
  return swapped ? Math.min(plain, (before[j - 2] ?? 0) + 1) : plain
}

/** 1 for the same text, 0 for nothing in common; a common beginning counts more (Jaro 1989, Winkler 1990). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Uint8Array(b.length)
  const [ofA, ofB] = [[] as string[], [] as string[]]
  for (let i = 0; i < a.length; i++) {
    const to = Math.min(b.length - 1, i + reach)
    for (let j = Math.max(0, i - reach); j <= to; j++)
      if (!taken[j] && a[i] === b[j]) {
        taken[j] = 1
        ofA.push(a.charAt(i))
        break
      }
  }
  if (ofA.length === 0) return 0
  for (let j = 0; j < b.length; j++) if (taken[j]) ofB.push(b.charAt(j))
  const moved = ofA.reduce((sum, c, at) => sum + (c === ofB[at] ? 0 : 1), 0) / 2
  const jaro = (ofA.length / a.length + ofA.length / b.length + (ofA.length - moved) / ofA.length) / 3
  return jaro + Math.min(4, commonStart(a, b)) * 0.1 * (1 - jaro)
}

function commonStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return at
}
