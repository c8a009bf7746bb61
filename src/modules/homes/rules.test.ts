import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDay, checkMembers, heldOn, readSearch } from './rules.ts'

describe('a fact over time', () => {
  it('holds from its first day on, up to but without its last', () => {
    const fact = { fromDay: '2026-03-01', untilDay: '2026-04-01' }
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) => heldOn(fact, day))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(heldOn({ ...fact, untilDay: null }, '2099-01-01')).toBe(true)
  })
  it('whose days are equal never held; of two that meet exactly one holds', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, (one, asked) => {
        expect(heldOn({ fromDay: one, untilDay: one }, asked)).toBe(false)
        const before = heldOn({ fromDay: '1999-01-01', untilDay: one }, asked)
        expect(before !== heldOn({ fromDay: one, untilDay: null }, asked)).toBe(true)
      }),
    )
  })
})

describe('members of a household', () => {
  const head = { resident: { id: 'a' }, relation: 'head' } as never
  it('have one head, are known or new, and each is there once', () => {
    expect(() => checkMembers([head])).not.toThrow()
    const wrong = (members: unknown[]): unknown[] => {
      try {
        checkMembers(members as never)
        return []
      } catch (error) {
        return (error as { detail: { problems: { problem: string }[] } }).detail.problems.map(({ problem }) => problem)
      }
    }
    expect(wrong([{ relation: 'head' }])).toEqual(['person_or_resident'])
    expect(wrong([{ person: 'a', relation: 'spouse' }])).toEqual(['one_head'])
    expect(wrong([head, { person: 'a', relation: 'head' }])).toEqual(['one_head', 'twice'])
  })
})

it('an act is on no day to come, and not before what it changes', () => {
  expect(() => checkDay('2026-09-02', '2026-09-01')).toThrow('invalid')
  expect(() => checkDay('2026-08-01', '2026-09-01', ['2026-08-02'])).toThrow('invalid')
  expect(() => checkDay('2026-09-01', '2026-09-01', ['2026-09-01'])).not.toThrow()
})

it.each([
  ['8765', { phoneEnd: '8765' }],
  ['139 1111 8765', { phoneEnd: '13911118765' }],
  ['11010519491231002x', { number: '11010519491231002X' }],
  ['110105491231002', { number: '110105491231002' }],
  ['余建平', {}],
  ['12', {}],
])('%s is looked for as %o', (text, wanted) => {
  expect(readSearch(text)).toEqual({ ...wanted, words: text })
})
