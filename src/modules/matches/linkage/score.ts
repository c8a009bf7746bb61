import type { Candidates } from './block.ts'
import type { Field } from './field.ts'
import type { FieldWeights, Weights } from './learn.ts'

/**
 * Why two records look like one: a weight in bits per field, for (+) and against (-). It is weighed against the likelier of
 * the other explanations: two strangers, or two of one family.
 */
export type Reason = { field: string; level: string; bits: number }
export type Verdict = { reasons: Reason[]; bits: number; likely: number }
export type Scored = { a: number; b: number; bits: number; likely: number }

type Logs = { field: string; level: string; same: number; kin: number; strangers: number }

export function explain<R>(fields: readonly Field<R>[], weights: Weights, [a, b]: readonly [R, R]): Verdict {
  const logs = fields.flatMap((field, at) => logsOf(field, weights.fields[at], { a, b, records: weights.records }))
  const sum = (of: 'same' | 'kin' | 'strangers'): number => logs.reduce((total, one) => total + one[of], 0)
  const same = sum('same') + Math.log2(weights.share)
  const kin = sum('kin') + Math.log2(weights.kinShare)
  const strangers = sum('strangers') + Math.log2(1 - weights.share - weights.kinShare)
  const other = kin > strangers ? 'kin' : 'strangers'
  const likely = 1 / (1 + 2 ** (kin - same) + 2 ** (strangers - same))
  return {
    reasons: logs.map((one) => ({ field: one.field, level: one.level, bits: one.same - one[other] })),
    bits: same - Math.max(kin, strangers),
    likely,
  }
}

type Compared<R> = { a: R; b: R; records: number }

function logsOf<R>(field: Field<R>, known: FieldWeights | undefined, { a, b, records }: Compared<R>): Logs[] {
  const level = field.compare(a, b)
  if (level === undefined || !known) return []
  const strangers = level === field.levels.length - 1 ? rarity(field, known, { a, b, records }) : undefined
  return [
    {
      field: field.name,
      level: field.levels[level] ?? '',
      same: Math.log2(known.m[level] ?? 1),
      kin: Math.log2(known.k[level] ?? 1),
      strangers: Math.log2(strangers ?? known.u[level] ?? 1),
    },
  ]
}

/**
 * That two strangers have just this value: its own frequency, where the level's would be the mean of all. Of a value that only
 * these two have, all that is known is that it is not more frequent than that, nor than values are in the mean.
 */
function rarity<R>(field: Field<R>, { terms, u }: FieldWeights, { a, b, records }: Compared<R>): number | undefined {
  if (!terms || !field.terms) return undefined
  const others = field.terms(b)
  const common = field.terms(a).filter((value) => others.includes(value))
  if (common.length === 0) return undefined
  const share = Math.min(...common.map((value) => terms.get(value) ?? 0))
  return share > 2 / records ? share : Math.min(2 / records, u.at(-1) ?? 1)
}

type Scoring = { weights: Weights; pairs: Candidates; /** pairs below it are left out */ least: number }

/** The likeliest first; equal ones in the order of the records. */
export function score<R>(
  records: readonly R[],
  fields: readonly Field<R>[],
  { weights, pairs, least }: Scoring,
): Scored[] {
  const found: Scored[] = []
  for (let i = 0; i < pairs.length; i++) {
    const [at, bt] = [pairs.a[i] ?? 0, pairs.b[i] ?? 0]
    const [a, b] = [records[at], records[bt]]
    if (a === undefined || b === undefined) continue
    const { bits, likely } = explain(fields, weights, [a, b])
    if (likely >= least) found.push({ a: at, b: bt, bits, likely })
  }
  return found.sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b)
}
