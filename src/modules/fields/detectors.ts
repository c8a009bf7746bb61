/**
 * What comes in is compared with what comes in nearby, so that answers nobody looked for are looked at once more. Pure. It names
 * entries, never persons; it counts nobody's work and knows no speed and no hours: fast is not false, and time online is no work.
 * Three signs, each with how unlikely it would be by chance:
 *   constant   one column has the same answer at every door of a round, though doors nearby differ
 *   copied     the same long text stands at several doors
 *   repeated   the same answers to all questions at one door after another
 */
export const SIGNS = ['constant', 'copied', 'repeated'] as const
export type Sign = (typeof SIGNS)[number]

/** One act by which answers about one subject came in. `by` only tells rounds apart and does not leave this file. */
export type Arrived = {
  entry: string
  by: string
  at: string
  subject: string
  answers: Readonly<Record<string, unknown>>
}
export type Finding = {
  sign: Sign
  fields: string[]
  entries: string[]
  /** How many doors, how much of the neighbours' answers says the same, and how likely that is by chance. */
  doors: number
  nearShare: number
  chance: number
}

/** Once in ten thousand: with a few hundred columns a month, less than one false alarm a year per township. */
export const TOO_UNLIKELY = 1e-4
const FEWEST_DOORS = 8
const FEWEST_ROUNDS = 4
const LONG_TEXT = 15
const COPIES = 3
const RUN = 5
const WIDE = 4

export function suspicious(arrived: readonly Arrived[]): Finding[] {
  const rounds = [...Map.groupBy(arrived, ({ by }) => by).values()]
  const texts = rounds.map(textsOf)
  return rounds.flatMap((round, at) => {
    const others = rounds.filter((other) => other !== round)
    const said = copiedTexts(
      texts[at] ?? [],
      texts.filter((_, other) => other !== at),
    )
    return [...constantColumns(round, others), ...said, ...repeatedAnswers(round, others)]
  })
}

type Round = readonly Arrived[]
const same = (value: unknown): string => JSON.stringify(value ?? null)
const isLong = (value: unknown): value is string => typeof value === 'string' && plain(value).length >= LONG_TEXT
/** Without what people change without reading: blanks, punctuation, full and half width. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '')

function constantColumns(round: Round, others: readonly Round[]): Finding[] {
  const fields = new Set(round.flatMap(({ answers }) => Object.keys(answers)))
  return [...fields].flatMap((field) => {
    const column = round.filter(({ answers }) => field in answers)
    const first = same(column[0]?.answers[field])
    if (doorsOf(column) < FEWEST_DOORS || column.some(({ answers }) => same(answers[field]) !== first)) return []
    if (isLong(column[0]?.answers[field])) return []
    const near = others.map((other) => shareOf(other, field, first)).filter(({ of }) => of >= RUN)
    if (near.length < FEWEST_ROUNDS || near.filter(({ mixed }) => mixed).length * 2 < near.length) return []
    const { share, chance } = chanceOfAll(column.length, near)
    return chance < TOO_UNLIKELY ? [finding('constant', [field], column, share, chance)] : []
  })
}

type Near = {
  hits: number
  of: number
  /** doors of this round differ: what is one thing for a whole hamlet says nothing */ mixed: boolean
}
function shareOf(round: Round, field: string, value: string): Near {
  const column = round.flatMap(({ answers }) => (field in answers ? [same(answers[field])] : []))
  return {
    hits: column.filter((one) => one === value).length,
    of: column.length,
    mixed: column.some((one) => one !== column[0]),
  }
}

/**
 * How likely all of `count` doors answer alike, from how the neighbouring rounds answer: a beta-binomial whose spread is the
 * spread between those rounds, because doors of one hamlet are alike without anybody's fault. The highest tenth of the rounds
 * is left out of the spread, so that one careless neighbour does not excuse another.
 */
function chanceOfAll(count: number, near: readonly Near[]): { share: number; chance: number } {
  const hits = near.reduce((sum, one) => sum + one.hits, 0)
  const of = near.reduce((sum, one) => sum + one.of, 0)
  const kept = near
    .toSorted((a, b) => a.hits / a.of - b.hits / b.of)
    .slice(0, near.length - Math.ceil(near.length / 10))
  const share = (hits + 1) / (of + 2)
  const alike = likeness(kept)
  const weight = 1 / alike - 1
  let chance = 1
  for (let i = 0; i < count; i++) chance *= (share * weight + i) / (weight + i)
  return { share, chance }
}

/** 0: doors of one round are no more alike than any two; 1: each round is all of one kind (by the method of moments). */
function likeness(rounds: readonly Near[]): number {
  const of = rounds.reduce((sum, one) => sum + one.of, 0)
  const share = (rounds.reduce((sum, one) => sum + one.hits, 0) + 1) / (of + 2)
  const between = rounds.reduce((sum, one) => sum + one.of * (one.hits / one.of - share) ** 2, 0) / of
  const within = share * (1 - share)
  const byChance = rounds.length / of
  return Math.min(0.99, Math.max(0.005, (between / within - byChance) / (1 - byChance)))
}

type Text = { one: Arrived; field: string; text: string; threes: Set<string> }
const textsOf = (round: Round): Text[] =>
  round.flatMap((one) =>
    Object.entries(one.answers).flatMap(([field, said]) => {
      const text = isLong(said) ? plain(said) : ''
      return text ? [{ one, field, text, threes: threes(text) }] : []
    }),
  )

function copiedTexts(texts: readonly Text[], others: readonly (readonly Text[])[]): Finding[] {
  const found: Finding[] = []
  let left = texts
  while (left.length >= COPIES) {
    const [first, ...rest] = left
    if (!first) break
    const copies = [first, ...rest.filter((other) => isCopy(first, other))]
    left = rest.filter((text) => !copies.includes(text))
    const entries = copies.map(({ one }) => one)
    if (doorsOf(entries) < COPIES) continue
    // What many write alike is a phrase of the house: the form asks badly, nobody copied.
    const phrase = others.filter((other) => other.some((text) => isCopy(first, text))).length
    if (phrase < Math.max(2, others.length / 4))
      found.push(finding('copied', [first.field], entries, others.length ? phrase / others.length : 0, 0))
  }
  return found
}

/** The same, or but for a name or number: four fifths of the groups of three characters. */
function isCopy(one: Text, other: Text): boolean {
  if (one.field !== other.field || Math.abs(one.text.length - other.text.length) > 4) return false
  if (one.text === other.text) return true
  let common = 0
  for (const three of one.threes) if (other.threes.has(three)) common++
  return common / (one.threes.size + other.threes.size - common) >= 0.8
}
const threes = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(1, text.length - 2) }, (_, i) => text.slice(i, i + 3)))

function repeatedAnswers(round: Round, others: readonly Round[]): Finding[] {
  const walked = round
    .filter(({ answers }) => Object.keys(answers).length >= WIDE)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const runs: Arrived[][] = []
  for (const one of walked) {
    const run = runs.at(-1)
    if (run?.[0] && vector(run[0]) === vector(one)) run.push(one)
    else runs.push([one])
  }
  if (others.length < FEWEST_ROUNDS) return []
  return runs.flatMap((run) => {
    if (run.length < RUN || doorsOf(run) < RUN || !run[0]) return []
    const share = usual(vector(run[0]), others)
    const chance = Math.min(1, walked.length * share ** (run.length - 1))
    return chance < TOO_UNLIKELY ? [finding('repeated', Object.keys(run[0].answers), run, share, chance)] : []
  })
}

const vector = ({ answers }: Arrived): string =>
  JSON.stringify(Object.entries(answers).toSorted(([a], [b]) => (a < b ? -1 : 1)))

/** How common these answers are where they are second most common: at home in some hamlet, and not excused by one careless round. */
function usual(wanted: string, others: readonly Round[]): number {
  const shares = others.map((other) => (other.filter((one) => vector(one) === wanted).length + 1) / (other.length + 2))
  return shares.toSorted((a, b) => b - a)[1] ?? 1
}

const doorsOf = (round: Round): number => new Set(round.map(({ subject }) => subject)).size

const finding = (sign: Sign, fields: string[], round: Round, nearShare: number, chance: number): Finding => ({
  sign,
  fields,
  entries: round.map(({ entry }) => entry),
  doors: doorsOf(round),
  nearShare,
  chance,
})
