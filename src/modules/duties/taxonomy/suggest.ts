/** What a kind of matter is called, officially and by residents. */
export type Named = { code: string; name: { zh: string }; synonyms: readonly string[] }
/** Codes of the kinds a text is most likely about, best first; none when no word of it is known. */
export type Suggest = (text: string, limit?: number) => string[]

/** A word that is only half there counts for this much of its weight, and only from this share on. */
const HALF_HEARD = 0.3
const LEAST_SHARE = 0.5
/** 文化礼堂旁边的垃圾: a word that only says where something lies tells little of what it is. */
const WHERE = /^(旁边|旁|边上|门口|对面|附近|后面|前面|隔壁|周围|里面|外面|那边|路口|这边|楼下|门前)/
const ONLY_WHERE = 0.2
/** Later words of the same kind count less: five words for one thing are not five things. */
const FADE = 0.5

/**
 * Ranks kinds by the words of theirs that a text contains. A word weighs the more, the fewer kinds use its pairs of
 * characters; a word inside a longer one that was found does not count again. Words half present count a little, so
 * that 路灯都不亮了 finds 路灯不亮. No learning and no dictionary: whoever edits the synonyms sees the effect.
 */
export function makeSuggest(kinds: readonly Named[]): Suggest {
  const listed = kinds.map(({ code, name, synonyms }) => ({
    code,
    words: [...new Set([name.zh, ...synonyms].map(plain))],
  }))
  const rarity = rarityOf(listed.map(({ words }) => words))
  return (text, limit = 5) => {
    const said = plain(text)
    return listed
      .map(({ code, words }) => ({ code, score: scoreOf(words, said, rarity) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
      .slice(0, limit)
      .map(({ code }) => code)
  }
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const pairsOf = (word: string): string[] => Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))

type Rarity = (pair: string) => number

function rarityOf(kinds: readonly (readonly string[])[]): Rarity {
  const users = new Map<string, number>()
  for (const words of kinds)
    for (const pair of new Set(words.flatMap(pairsOf))) users.set(pair, (users.get(pair) ?? 0) + 1)
  return (pair) => Math.log2(1 + kinds.length / (users.get(pair) ?? kinds.length))
}

function scoreOf(words: readonly string[], said: string, rarity: Rarity): number {
  const weight = (pairs: readonly string[]): number => pairs.reduce((sum, pair) => sum + rarity(pair), 0)
  const whole = words.filter((word) => said.includes(word))
  const outermost = whole.filter((word) => !whole.some((longer) => longer !== word && longer.includes(word)))
  const scores = outermost.map((word) => weight(pairsOf(word)) * (onlyWhere(word, said) ? ONLY_WHERE : 1))
  for (const word of words) {
    if (whole.includes(word) || word.length < 3) continue
    const pairs = pairsOf(word)
    const heard = weight(pairs.filter((pair) => said.includes(pair)))
    if (heard >= LEAST_SHARE * weight(pairs)) scores.push(HALF_HEARD * heard)
  }
  return scores.toSorted((a, b) => b - a).reduce((sum, score, at) => sum + score * FADE ** at, 0)
}

const onlyWhere = (word: string, said: string): boolean =>
  said
    .split(word)
    .slice(1)
    .every((rest) => WHERE.test(rest))
