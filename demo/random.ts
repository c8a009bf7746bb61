/** The demo city is the same on every machine: all of it follows from this seed. */
export const SEED = 20200413

export type Random = {
  /** At least 0, below 1. */
  next: () => number
  /** Whole number from `from` up to but without `to`. */
  int: (from: number, to: number) => number
  pick: <T>(from: readonly T[]) => T
  /** By the weight that stands beside each. */
  weighted: <T>(from: readonly (readonly [T, number])[]) => T
  chance: (share: number) => boolean
}

/** Each part of the city draws from a stream of its own, so that one more organ does not rename every resident. */
export function makeRandom(stream: string, seed = SEED): Random {
  const next = mulberry32(hash(stream) ^ seed)
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from))
  return {
    next,
    int,
    pick: (from) => at(from, int(0, from.length)),
    weighted(from) {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [thing, weight] of from) if ((left -= weight) < 0) return thing
      return at(from, from.length - 1)[0]
    },
    chance: (share) => next() < share,
  }
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

/** 32 bits of state, period 2^32, passes gjrand: enough for a demo, never for a secret. */
function mulberry32(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** FNV-1a */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value
}

/** 2026-01-01 00:00 in Shanghai: every post of the demo city begins on this day. */
export const FIRST_DAY = '2026-01-01'
const FIRST_MOMENT = 1_767_196_800_000

/** UUIDv7 by shape: one millisecond apart from the first moment on, the rest drawn. */
export function makeIds(stream: string): () => string {
  const random = makeRandom(`id ${stream}`)
  const hex = (digits: number): string =>
    random
      .int(0, 16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  let moment = FIRST_MOMENT
  return () => {
    const time = (moment++).toString(16).padStart(12, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${random.pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(6)}${hex(6)}`
  }
}
