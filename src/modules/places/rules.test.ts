import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelOf, parentOf } from './contract.ts'
import { type Begun, type Ground, type Plan, planMerge, planSplit } from './rules.ts'
import { livesOn, type TreePlace } from './tree.ts'

const DAY = '2026-10-01'
const place = (code: string, more: Partial<TreePlace> = {}): TreePlace => ({
  id: `old ${code}`,
  code,
  name: `n${code}`,
  level: levelOf(code),
  parent: parentOf(code) ?? null,
  kind: 'village',
  lon: 118,
  lat: 29,
  initials: 'n',
  reading: 'n',
  validFrom: '2020-01-01',
  validTo: null,
  otherNames: [],
  ...more,
})
const ground = (...everyone: TreePlace[]): Ground => ({ day: DAY, everyone, mint: (code) => `new ${code}` })
const into = (code: string, children?: string[]) => ({
  id: `new ${code}`,
  code,
  name: '并村',
  ...(children ? { children } : {}),
})

const A = '330802001001'
const B = '330802001002'
const NEW = '330802001009'
const two = () => [
  ...['3308', '330802', '330802001', A, B].map((code) => place(code)),
  ...[`${A}001`, `${A}002`, `${B}001`, `${B}002`, `${B}00201`].map((code) => place(code)),
]
const codesOf = (plan: Plan) => plan.begins.map((one: Begun) => one.code)

describe('a merge', () => {
  it('into a new code moves what lies below both, keeping last digits where they are free', () => {
    const plan = planMerge(ground(...two()), [A, B], into(NEW))
    expect(codesOf(plan)).toEqual([NEW, `${NEW}001`, `${NEW}002`, `${NEW}003`, `${NEW}004`, `${NEW}00401`])
    expect(plan.ends).toHaveLength(7)
    expect(plan.follows.filter(({ became }) => became === `new ${NEW}`)).toHaveLength(2)
  })
  it('into the code of one of them leaves what lies below that one alone', () => {
    const plan = planMerge(ground(...two()), [A, B], into(A))
    expect(codesOf(plan)).toEqual([A, `${A}003`, `${A}004`, `${A}00401`])
    expect(plan.ends).not.toContain(`old ${A}001`)
  })
  it('never gives a code that once meant another place', () => {
    const plan = planMerge(ground(...two(), place(`${NEW}001`, { validTo: '2021-01-01' })), [A, B], into(NEW))
    expect(codesOf(plan)).toEqual([NEW, `${NEW}002`, `${NEW}003`, `${NEW}004`, `${NEW}005`, `${NEW}00501`])
  })
  it.each([
    ['not_found', [A, '330802001077'], NEW],
    ['invalid', [A, A], NEW],
    ['invalid', [A, '330802001'], NEW],
    ['invalid', [A, B], '330802002009'],
    ['invalid', [A, B], `${A}009`],
  ] as const)('refuses %s for %j into %s', (code, codes, to) => {
    expect(() => planMerge(ground(...two()), codes, into(to))).toThrow(code)
  })
  it('refuses a code that belonged to somebody else, and a place that another decision already touches', () => {
    expect(() => planMerge(ground(...two(), place(NEW, { validTo: '2021-01-01' })), [A, B], into(NEW))).toThrow(
      'conflict',
    )
    const ending = two().map((one) => (one.code === `${B}001` ? { ...one, validTo: '2027-01-01' } : one))
    expect(() => planMerge(ground(...ending), [A, B], into(NEW))).toThrow('conflict')
    const coming = place(`${B}003`, { validFrom: '2027-01-01' })
    expect(() => planMerge(ground(...two(), coming), [A, B], into(NEW))).toThrow('conflict')
  })
  it('leaves one live place a code, each below a live parent, whatever is merged', () => {
    const suffixes = fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 0, maxLength: 8 })
    fc.assert(
      fc.property(fc.array(suffixes, { minLength: 2, maxLength: 4 }), fc.boolean(), (villages, reuse) => {
        const codes = villages.map((_, at) => `330802001${String(at + 1).padStart(3, '0')}`)
        const below = villages.flatMap((grids, at) =>
          grids.map((n) => place(`${codes[at]}${String(n).padStart(3, '0')}`)),
        )
        const everyone = [...['3308', '330802', '330802001', ...codes].map((code) => place(code)), ...below]
        const plan = planMerge(ground(...everyone), codes, into(reuse ? (codes[0] ?? '') : NEW))
        const after = apply(everyone, plan)
        const live = after.filter((one) => livesOn(one, DAY)).map(({ code }) => code)
        expect(new Set(live).size).toBe(live.length)
        for (const one of after.filter((p) => livesOn(p, DAY)))
          expect(one.parent === null || live.includes(one.parent)).toBe(true)
        expect(live.filter((code) => code.length === 15)).toHaveLength(below.length)
        // everything that ended has a successor
        expect(plan.ends.filter((id) => !plan.follows.some(({ was }) => was === id))).toEqual([])
      }),
    )
  })
})

describe('a split', () => {
  it('sends the children that are named with their part and the rest with the first', () => {
    const plan = planSplit(ground(...two()), B, [into(B), into(NEW, [`${B}002`])])
    expect(codesOf(plan)).toEqual([B, NEW, `${NEW}002`, `${NEW}00201`])
    expect(plan.follows.filter(({ was }) => was === `old ${B}`)).toEqual([
      { was: `old ${B}`, became: `new ${B}`, rank: 0 },
      { was: `old ${B}`, became: `new ${NEW}`, rank: 1 },
    ])
  })
  it('refuses a child of somebody else, and one code twice', () => {
    expect(() => planSplit(ground(...two()), B, [into(B), into(NEW, [`${A}001`])])).toThrow('invalid')
    expect(() => planSplit(ground(...two()), B, [into(NEW), into(NEW)])).toThrow('invalid')
    expect(() => planSplit(ground(...two()), '3308', [into('3309'), into('3310')])).toThrow('invalid')
  })
})

const apply = (everyone: TreePlace[], plan: Plan): TreePlace[] => [
  ...everyone.map((one) => (plan.ends.includes(one.id) ? { ...one, validTo: DAY } : one)),
  ...plan.begins.map((one) => ({ ...one, validTo: null, otherNames: [] })),
]
