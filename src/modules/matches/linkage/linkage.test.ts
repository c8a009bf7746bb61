import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidates } from './block.ts'
import { groups, oneToOne } from './decide.ts'
import type { Field, Pass } from './field.ts'
import { learn } from './learn.ts'
import { explain, score } from './score.ts'
import { edits, likeness } from './text.ts'

type Row = { name: string; day: string }
const row = fc.record({ name: fc.stringMatching(/^[ab]{1,3}$/), day: fc.stringMatching(/^[12]{1,2}$/) })
const pass = (name: keyof Row): Pass<Row> => ({ name, keys: (one) => [one[name]], order: (one) => one.name + one.day })
const PASSES = [pass('name'), pass('day')]
const FIELDS: Field<Row>[] = (['name', 'day'] as const).map((name) => ({
  name,
  levels: ['differs', 'same'],
  compare: (a, b) => (a[name] === b[name] ? 1 : 0),
  terms: (one) => [one[name]],
}))
const pairsOf = (rows: Row[], most: number, border?: number): string[] => {
  const found = candidates(rows, PASSES, { most, border })
  return Array.from({ length: found.length }, (_, at) => `${found.a[at]} ${found.b[at]}`)
}

describe('texts', () => {
  it.each([
    ['', '', 0],
    ['王伟', '王维', 1],
    ['330802', '330820', 1],
    ['abc', 'ab', 1],
    ['abcdef', 'ghijkl', 4],
  ])('%s and %s are %i edits apart', (a, b, apart) => expect(edits(a, b, 3)).toBe(apart))

  it('are as far there as back, and nothing lies between equals', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
        expect(edits(a, b, 8)).toBe(edits(b, a, 8))
        expect(edits(a, b, 8) === 0).toBe(a === b)
        expect(likeness(a, b)).toBeCloseTo(likeness(b, a), 10)
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0)
        expect(likeness(a, b)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('candidate pairs', () => {
  it('are just those with a common key while blocks are small', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const all = rows.flatMap((a, i) =>
          rows.slice(i + 1).flatMap((b, j) => (a.name === b.name || a.day === b.day ? [`${i} ${i + 1 + j}`] : [])),
        )
        expect(pairsOf(rows, 100).toSorted()).toEqual(all.toSorted())
      }),
    )
  })

  it('never grow beyond half the limit a key and record, though all are called the same', () => {
    const rows = Array.from({ length: 5000 }, () => ({ name: '王伟', day: '1' }))
    expect(pairsOf(rows, 60).length).toBeLessThanOrEqual(5000 * 30)
  })

  it('go across when two sets are linked', () => {
    const rows = [1, 2, 3, 4].map(() => ({ name: 'a', day: '1' }))
    expect(pairsOf(rows, 60, 2)).toEqual(['0 2', '0 3', '1 2', '1 3'])
  })
})

describe('weights', () => {
  const rows = Array.from({ length: 400 }, (_, at) => ({ name: `n${at % 200}`, day: `d${at % 200}` }))
  rows.push(...Array.from({ length: 100 }, (_, at) => ({ name: 'n0', day: `x${at}` })))
  const pairs = candidates(rows, PASSES, { most: 200 })
  const weights = learn({ records: rows, fields: FIELDS, pairs, possible: (rows.length * (rows.length - 1)) / 2 })

  it('are learnt without labels: agreement speaks for, difference against', () => {
    for (const { m, u } of weights.fields) {
      expect((m[1] ?? 0) / (u[1] ?? 1)).toBeGreaterThan(10)
      expect((m[0] ?? 1) / (u[0] ?? 0)).toBeLessThan(0.5)
    }
  })

  it('are explained field by field, and the reasons add up', () => {
    const verdict = explain(FIELDS, weights, [
      { name: 'n7', day: 'd7' },
      { name: 'n7', day: 'd9' },
    ])
    expect(verdict.reasons.map(({ field, level }) => [field, level])).toEqual([
      ['name', 'same'],
      ['day', 'differs'],
    ])
    const start = Math.log2(weights.share / (1 - weights.share - weights.kinShare))
    expect(verdict.reasons.reduce((sum, { bits }) => sum + bits, start)).toBeCloseTo(verdict.bits, 6)
  })

  it('weigh a rare value more than a usual one', () => {
    const bits = (name: string): number =>
      explain(FIELDS, weights, [
        { name, day: 'a' },
        { name, day: 'a' },
      ]).reasons[0]?.bits ?? 0
    expect(bits('n7')).toBeGreaterThan(bits('n0'))
  })

  it('find the doubles', () => {
    const found = score(rows, FIELDS, { weights, pairs, least: 0.5 }).filter(({ a, b }) => b - a === 200)
    expect(found).toHaveLength(200)
  })
})

describe('decisions', () => {
  const pair = (a: number, b: number, bits: number) => ({ a, b, bits, likely: bits > 0 ? 0.9 : 0.1 })

  it('give each record once when two sets are linked', () => {
    expect(oneToOne([pair(0, 5, 9), pair(0, 6, 8), pair(1, 5, 7), pair(1, 6, 6)])).toEqual([
      pair(0, 5, 9),
      pair(1, 6, 6),
    ])
  })

  it('bring groups together by all pairs between them, not by one', () => {
    expect(groups([pair(0, 1, 9), pair(1, 2, 8)])).toEqual([[0, 1, 2]])
    expect(groups([pair(0, 1, 20), pair(2, 3, 20), pair(1, 2, 3)])).toEqual([
      [0, 1],
      [2, 3],
    ])
  })
})
