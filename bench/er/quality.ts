import { candidates } from '#modules/matches/linkage/block.ts'
import { groups, oneToOne } from '#modules/matches/linkage/decide.ts'
import type { Field, Pass } from '#modules/matches/linkage/field.ts'
import { learn, type Usual } from '#modules/matches/linkage/learn.ts'
import { score } from '#modules/matches/linkage/score.ts'

/** How well pairs are found that are known to be one person. Labels are looked at here and nowhere before. */
export type Quality = {
  precision: number
  recall: number
  f1: number
  blocked: number
  candidates: number
  seconds: number
}

type Labelled<R> = {
  records: readonly R[]
  fields: readonly Field<R>[]
  passes: readonly Pass<R>[]
  most: number
  personOf: (record: R) => string
  /** where the second set begins */ border?: number
  usual?: Usual
}

export function measure<R>({ records, fields, passes, most, personOf, border, usual }: Labelled<R>): Quality {
  const began = performance.now()
  const pairs = candidates(records, passes, { most, border })
  const size = records.length
  const possible = border === undefined ? (size * (size - 1)) / 2 : border * (size - border)
  const weights = learn({ records, fields, pairs, possible, border, usual })
  const scored = score(records, fields, { weights, pairs, least: 0.05 })
  const found =
    border === undefined
      ? groups(scored).flatMap((group) => within(group))
      : oneToOne(scored.filter(({ likely }) => likely >= 0.5)).map(({ a, b }) => [a, b] as const)
  const seconds = (performance.now() - began) / 1000
  const truth = trueKeys(records, personOf, border)
  const right = found.filter(([a, b]) => truth.has(keyOf(a, b))).length
  let blocked = 0
  for (let i = 0; i < pairs.length; i++) if (truth.has(keyOf(pairs.a[i] ?? 0, pairs.b[i] ?? 0))) blocked++
  const [precision, recall] = [right / Math.max(1, found.length), right / truth.size]
  const f1 = (2 * precision * recall) / (precision + recall)
  return { precision, recall, f1, blocked: blocked / truth.size, candidates: pairs.length, seconds }
}

const keyOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

const within = (group: readonly number[]): (readonly [number, number])[] =>
  group.flatMap((one, at) => group.slice(at + 1).map((other) => [one, other] as const))

function trueKeys<R>(records: readonly R[], personOf: (record: R) => string, border: number | undefined): Set<string> {
  const persons = Map.groupBy(
    records.map((record, at) => [personOf(record), at] as const),
    ([person]) => person,
  )
  const pairs = [...persons.values()].flatMap((same) => within(same.map(([, at]) => at)))
  return new Set(
    pairs.filter(([a, b]) => border === undefined || a < border !== b < border).map(([a, b]) => keyOf(a, b)),
  )
}
