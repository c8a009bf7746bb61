import type { Pass } from './field.ts'

/**
 * Candidate pairs without looking at all pairs. Each pass puts records with a common key into one block. A block of at most
 * `most` is compared whole; a larger one (a factory's telephone, 王伟) is sorted and each record meets its next `most / 2`
 * neighbours. So a pass gives at most (most / 2) pairs a key and record, whatever the data: linear, never quadratic.
 */
export type Candidates = { a: Int32Array; b: Int32Array; length: number; largestBlock: number; cut: number }
type Limits = { most: number; /** when two sets are linked: where the second begins */ border?: number }

export function candidates<R>(records: readonly R[], passes: readonly Pass<R>[], { most, border }: Limits): Candidates {
  const found = new Codes()
  const [size, limit] = [records.length, most]
  let [largestBlock, cut] = [0, 0]
  for (const pass of passes) {
    for (const block of blocksOf(records, pass).values()) {
      largestBlock = Math.max(largestBlock, block.length)
      if (block.length > limit) cut++
      const window = block.length > limit ? Math.max(1, limit >> 1) : block.length
      const sorted = block.length > limit ? inOrder(block, records, pass) : block
      for (let i = 0; i < sorted.length; i++)
        for (let j = i + 1; j < sorted.length && j <= i + window; j++)
          addPair(found, sorted[i] ?? 0, sorted[j] ?? 0, { size, border })
    }
  }
  return { ...found.split(size), largestBlock, cut }
}

function addPair(
  found: Codes,
  one: number,
  other: number,
  { size, border }: { size: number; border: number | undefined },
): void {
  if (one === other) return
  const [a, b] = one < other ? [one, other] : [other, one]
  if (border === undefined || (a < border && b >= border)) found.add(a * size + b)
}

function blocksOf<R>(records: readonly R[], pass: Pass<R>): Map<string, number[]> {
  const blocks = new Map<string, number[]>()
  records.forEach((record, at) => {
    for (const key of new Set(pass.keys(record))) {
      const block = blocks.get(key)
      if (block) block.push(at)
      else blocks.set(key, [at])
    }
  })
  return blocks
}

function inOrder<R>(block: readonly number[], records: readonly R[], pass: Pass<R>): number[] {
  const keyed = block.map((at): [string, number] => {
    const record = records[at]
    return [record === undefined ? '' : pass.order(record), at]
  })
  return keyed.sort(([a, i], [b, j]) => (a < b ? -1 : a > b ? 1 : i - j)).map(([, at]) => at)
}

/** Pairs as numbers in a growing array: a Set of some ten million costs ten times the memory. */
class Codes {
  private held = new Float64Array(1 << 16)
  private size = 0

  add(code: number): void {
    if (this.size === this.held.length) this.tidy()
    this.held[this.size++] = code
  }

  private tidy(): void {
    const kept = this.unique()
    const room = kept.length > this.held.length / 2 ? this.held.length * 2 : this.held.length
    this.held = new Float64Array(room)
    this.held.set(kept)
    this.size = kept.length
  }

  private unique(): Float64Array {
    const all = this.held.subarray(0, this.size).sort()
    let kept = 0
    for (let i = 0; i < all.length; i++) if (i === 0 || all[i] !== all[i - 1]) all[kept++] = all[i] ?? 0
    return all.subarray(0, kept)
  }

  split(size: number): { a: Int32Array; b: Int32Array; length: number } {
    const codes = this.unique()
    const [a, b] = [new Int32Array(codes.length), new Int32Array(codes.length)]
    codes.forEach((code, at) => {
      a[at] = Math.floor(code / size)
      b[at] = code % size
    })
    return { a, b, length: codes.length }
  }
}
