import type { Candidates } from './block.ts'
import type { Field } from './field.ts'

/**
 * Weights learnt without labels (Fellegi and Sunter 1969, by expectation and maximisation), with a third class: kin.
 *
 * m  how often two records of one person reach a level of a field; u  how often two strangers do.
 * k  how often two of one family do. With two classes alone the families of a village are what stands out, and father and
 *    son become one person; where no field says how kin compare there is no such class.
 * p  how often any two do, from a sample, so p = λm + κk + (1-λ-κ)u: that ties u to the others, and duplicates within the
 *    sample do not pass for chance.
 * λ, κ  the shares of all possible pairs. Pairs that no block holds count as strangers.
 */
export type Weights = {
  share: number
  kinShare: number
  fields: readonly FieldWeights[]
  /** how many records it was learnt from */ records: number
}
export type FieldWeights = {
  name: string
  /** per level */ m: readonly number[]
  k: readonly number[]
  u: readonly number[]
  /** share of the records that have a value, for values that more than one has */
  terms: ReadonlyMap<string, number> | undefined
}

type Learning<R> = {
  records: readonly R[]
  fields: readonly Field<R>[]
  pairs: Candidates
  /** all pairs that could be */ possible: number
  border?: number
  /** what was learnt elsewhere, for a place too small to learn from; counts as so many pairs */
  usual?: Usual
}
export type Usual = {
  pairs: number
  fields: Readonly<
    Record<
      string,
      { m: readonly number[]; k: readonly number[]; /** absent: hangs on the place */ u?: readonly number[] }
    >
  >
}
type Table = readonly (readonly number[])[]
type Model = { m: Table; k: Table; u: Table; share: number; kinShare: number }

const ROUNDS = 40
const SAMPLE = 150_000
/** As how many pairs of strangers counts what was learnt of them elsewhere. */
const USUAL_STRANGERS = 50_000

export function learn<R>(given: Learning<R>): Weights {
  const any = sampled(given)
  const patterns = patternsOf(given)
  const caps = given.fields.map(({ atMost }) => atMost)
  const before = beforehand(given)
  let model = startingModel(given, any)
  for (let round = 0; round < ROUNDS; round++)
    model = improved(model, { patterns, any, possible: given.possible, caps, before })
  return {
    share: model.share,
    kinShare: model.kinShare,
    records: given.records.length,
    fields: given.fields.map((field, at) => ({
      name: field.name,
      m: model.m[at] ?? [],
      k: model.k[at] ?? [],
      u: model.u[at] ?? [],
      terms: field.terms && termsOf(given.records, field.terms),
    })),
  }
}

/** Before anything is known: most of one person's values agree. */
function startingModel<R>({ fields, records, possible }: Learning<R>, any: Table): Model {
  const few = Math.min(0.2, Math.max(1, records.length / 20) / possible)
  const family = fields.some(({ amongKin }) => amongKin)
  return {
    m: fields.map(({ levels }) => shares(levels.map((_, at) => (at === levels.length - 1 ? 8 : 1)))),
    k: fields.map(({ amongKin }, at) => amongKin ?? any[at] ?? []),
    u: any,
    share: few,
    kinShare: family ? few : 0,
  }
}

/** What the sums begin with: half a pair a level, or what was learnt elsewhere. */
type Before = { m: Table; k: Table }
function beforehand<R>({ fields, usual }: Learning<R>): Before {
  const of = (which: 'm' | 'k') =>
    fields.map(({ name, levels }) => {
      const known = usual?.fields[name]?.[which]
      return levels.map((_, at) => (known?.[at] ?? 0) * (usual?.pairs ?? 0) + 0.5)
    })
  return { m: of('m'), k: of('k') }
}

type Caps = readonly (readonly number[] | undefined)[]
type Evidence = { patterns: readonly Pattern[]; any: Table; possible: number; caps: Caps; before: Before }

function improved(model: Model, { patterns, any, possible, caps, before }: Evidence): Model {
  const [ofM, ofK] = [before.m.map((levels) => [...levels]), before.k.map((levels) => [...levels])]
  let [matched, kin] = [0, 0]
  for (const { levels, count } of patterns) {
    const { same, family } = classesOf(levels, model)
    matched += same * count
    kin += family * count
    levels.forEach((level, field) => {
      if (level < 0) return
      addTo(ofM[field], level, same * count)
      addTo(ofK[field], level, family * count)
    })
  }
  const share = Math.min(0.5, Math.max(matched, 1) / possible)
  const kinShare = model.kinShare === 0 ? 0 : Math.min(0.4, Math.max(kin, 1) / possible)
  const m = ofM.map((sums, at) => capped(shares(sums), caps[at]))
  const k = kinShare === 0 ? model.k : ofK.map(shares)
  const u = any.map((p, at) => untangled(p, { m: m[at] ?? [], k: k[at] ?? [], share, kinShare }))
  return { m, k, u, share, kinShare }
}

const shares = (sums: readonly number[]): number[] => {
  const total = sums.reduce((sum, one) => sum + one, 0)
  return sums.map((one) => one / total)
}

const capped = (m: readonly number[], most: readonly number[] | undefined): readonly number[] =>
  most ? shares(m.map((one, level) => Math.min(one, most[level] ?? 1))) : m

const FLOOR = 2e-6
type Parts = { m: readonly number[]; k: readonly number[]; share: number; kinShare: number }
const untangled = (p: readonly number[], { m, k, share, kinShare }: Parts): number[] =>
  shares(
    p.map((any, level) =>
      Math.max(FLOOR, (any - share * (m[level] ?? 0) - kinShare * (k[level] ?? 0)) / (1 - share - kinShare)),
    ),
  )

function classesOf(levels: readonly number[], { m, k, u, share, kinShare }: Model): { same: number; family: number } {
  let [same, family, strangers] = [share, kinShare, 1 - share - kinShare]
  levels.forEach((level, field) => {
    if (level < 0) return
    same *= m[field]?.[level] ?? 1
    family *= k[field]?.[level] ?? 1
    strangers *= u[field]?.[level] ?? 1
  })
  const total = same + family + strangers
  return { same: same / total, family: family / total }
}

function addTo(sums: number[] | undefined, level: number, much: number): void {
  if (sums) sums[level] = (sums[level] ?? 0) + much
}

type Pattern = { levels: number[]; count: number }

function patternsOf<R>({ records, fields, pairs }: Learning<R>): Pattern[] {
  const found = new Map<string, Pattern>()
  for (let i = 0; i < pairs.length; i++) {
    const levels = levelsOf(fields, records[pairs.a[i] ?? 0], records[pairs.b[i] ?? 0])
    const key = String.fromCharCode(...levels.map((level) => level + 1))
    const known = found.get(key)
    if (known) known.count++
    else found.set(key, { levels, count: 1 })
  }
  return [...found.values()]
}

const levelsOf = <R>(fields: readonly Field<R>[], a: R | undefined, b: R | undefined): number[] =>
  fields.map(({ compare }) => (a === undefined || b === undefined ? -1 : (compare(a, b) ?? -1)))

/** Pairs by fixed strides through all records: the same in every run, and no record is met much more often than another. */
function sampled<R>({ records, fields, border, usual }: Learning<R>): number[][] {
  const sums = fields.map(({ name, levels }) => {
    const known = usual?.fields[name]?.u
    return levels.map((_, at) => (known ? (known[at] ?? 0) * USUAL_STRANGERS : 0.5))
  })
  const [first, second] = border === undefined ? [records.length, records.length] : [border, records.length - border]
  const start = border ?? 0
  const wanted = Math.min(SAMPLE, first * second)
  for (let i = 0; i < wanted; i++) {
    const a = (i * 7919) % first
    const b = start + ((Math.floor(i / first) * 104_729 + i * 15_485_863 + 1) % second)
    if (a === b) continue
    levelsOf(fields, records[a], records[b]).forEach((level, field) => level >= 0 && addTo(sums[field], level, 1))
  }
  return sums.map(shares)
}

function termsOf<R>(records: readonly R[], terms: (record: R) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const record of records)
    for (const value of new Set(terms(record))) counts.set(value, (counts.get(value) ?? 0) + 1)
  return new Map([...counts].filter(([, count]) => count > 1).map(([value, count]) => [value, count / records.length]))
}
