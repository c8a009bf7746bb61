import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startOfDay } from '#kernel/clock.ts'
import { abandonedOf, conflictsOf, repeatedIn } from './conflicts.ts'
import { fillGaps } from './fill.ts'
import { conflictRules } from './levers.ts'
import { SHIPPED_KINDS } from './kind-messages.ts'
import { changeFrom, dueOf, fits, mostOf } from './rules.ts'

const point = fc.option(
  fc.record({ lon: fc.double({ min: 118, max: 119, noNaN: true }), lat: fc.double({ min: 28, max: 29, noNaN: true }) }),
  { nil: null },
)
const gapsOf = fc.uniqueArray(fc.record({ household: fc.uuid(), at: point }), {
  maxLength: 40,
  selector: ({ household }) => household,
})
const readyOf = fc.uniqueArray(
  fc.record({
    answerer: fc.uuid(),
    load: fc.integer({ min: 0, max: 40 }),
    most: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
    at: point,
  }),
  { maxLength: 12, selector: ({ answerer }) => answerer },
)

describe('a filling', () => {
  it('never exceeds a quota, gives each gap one at most, and leaves one only when nobody has room', () => {
    fc.assert(
      fc.property(gapsOf, readyOf, (gaps, ready) => {
        const { pairs, left, loads } = fillGaps(gaps, ready)
        for (const { answerer, load, most } of ready) {
          const given = pairs.filter((pair) => pair.answerer === answerer).length
          expect(loads.get(answerer)).toBe(load + given)
          if (given > 0 && most !== null) expect(load + given).toBeLessThanOrEqual(most)
        }
        expect(new Set(pairs.map(({ household }) => household)).size).toBe(pairs.length)
        expect([...pairs.map(({ household }) => household), ...left].toSorted()).toEqual(
          gaps.map(({ household }) => household).toSorted(),
        )
        const room = ready.reduce(
          (sum, { load, most }) => sum + (most === null ? Infinity : Math.max(0, most - load)),
          0,
        )
        expect(left.length).toBe(Math.max(0, gaps.length - room))
      }),
    )
  })

  it('is balanced: nobody is filled up above the lowest level at which all gaps find room', () => {
    fc.assert(
      fc.property(gapsOf, readyOf, (gaps, ready) => {
        const { pairs, loads } = fillGaps(gaps, ready)
        const roomUnder = (level: number): number =>
          ready.reduce((sum, { load, most }) => sum + Math.max(0, Math.min(level, most ?? 99) - load), 0)
        const level = Array.from({ length: 100 }, (_, at) => at).find((at) => roomUnder(at) >= gaps.length)
        for (const { answerer } of pairs)
          if (level !== undefined) expect(loads.get(answerer)).toBeLessThanOrEqual(level)
      }),
    )
  })

  it('is the same however the lists are sorted', () => {
    fc.assert(
      fc.property(gapsOf, readyOf, (gaps, ready) => {
        const one = fillGaps(gaps, ready).pairs.map(({ household, answerer }) => `${household} ${answerer}`)
        const two = fillGaps(gaps.toReversed(), ready.toReversed()).pairs.map(
          ({ household, answerer }) => `${household} ${answerer}`,
        )
        expect(two.toSorted()).toEqual(one.toSorted())
      }),
    )
  })
})

describe('moves', () => {
  const move = (seat: string, from: string | null, newId = `new ${seat}`) => ({ seat, from, newId })
  it('abandon no post that somebody leaves', () => {
    expect(abandonedOf([move('a', 'b'), move('b', 'c'), move('c', 'a')])).toEqual([])
    expect(abandonedOf([move('a', 'b')])).toEqual(['b'])
    expect(abandonedOf([move('a', 'b'), move('b', null)])).toEqual([])
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          Array.from({ length: 20 }, (_, at) => `p${at}`),
          { minLength: 2 },
        ),
        (seats) => {
          expect(abandonedOf(seats.map((seat, at) => move(seat, seats[(at + 1) % seats.length] ?? null)))).toEqual([])
        },
      ),
    )
  })
  it('say nothing twice', () => {
    expect(repeatedIn([move('a', 'b'), move('c', 'b')])).toEqual(['b'])
    expect(repeatedIn([move('a', 'b'), move('a', 'c', 'x')])).toEqual(['a'])
    expect(repeatedIn([move('a', null, 'x'), move('b', null, 'x')])).toEqual(['x'])
    expect(repeatedIn([move('a', null), move('b', null)])).toEqual([])
  })
})

describe('conflicts of interest', () => {
  const facts = {
    seat: { id: 's', place: '330802211209001', organ: null, role: 'grid_worker' },
    person: { id: 'p', name: '余学文' },
    homes: [] as { household: string; place: string }[],
    relatives: [] as { person: string; place: string; organ: string | null }[],
    offices: [] as {
      post: string
      place: string
      organ: string | null
      role: string
      from: string
      to: string | null
    }[],
    firms: new Set<string>(),
    targets: [] as { kind: string; id: string | null; place: string }[],
  }
  const rules = (more: Partial<typeof facts>) =>
    conflictsOf({ ...facts, ...more }, '2026-09-01', conflictRules.usual).map(({ rule, weight }) => `${rule} ${weight}`)
  const office = (more: object) => ({
    post: 'x',
    place: facts.seat.place,
    organ: null,
    role: 'grid_worker',
    from: '2020-01-01',
    to: null,
    ...more,
  })
  it.each<[string, Partial<typeof facts>, string[]]>([
    ['nothing known', {}, []],
    [
      'own household',
      {
        homes: [{ household: 'h', place: '330802211209002001' }],
        targets: [{ kind: 'household', id: 'h', place: '' }],
      },
      ['own_household refuse'],
    ],
    ['lives in the grid', { homes: [{ household: 'h', place: facts.seat.place }] }, ['home_grid warn']],
    [
      'lives with somebody who has a post there',
      { relatives: [{ person: 'q', place: facts.seat.place, organ: null }] },
      ['relative_in_office refuse'],
    ],
    ['lives with somebody of another organ', { relatives: [{ person: 'q', place: facts.seat.place, organ: 'o' }] }, []],
    [
      'of the firm it answers for',
      {
        firms: new Set(['f']),
        offices: [office({ organ: 'f', place: '330802' })],
        targets: [{ kind: 'organ', id: 'f', place: '' }],
      },
      ['own_firm refuse'],
    ],
    [
      'left the firm',
      {
        firms: new Set(['f']),
        offices: [office({ organ: 'f', place: '330802', to: '2025-01-01' })],
        targets: [{ kind: 'organ', id: 'f', place: '' }],
      },
      [],
    ],
    ['comes back after two years', { offices: [office({ to: '2024-09-01' })] }, ['former_office warn']],
    ['comes back after four years', { offices: [office({ to: '2022-08-31' })] }, []],
  ])('%s', (_, more, expected) => expect(rules(more)).toEqual(expected))
  it('looks for nothing that is switched off', () => {
    const off = { ...conflictRules.usual, weights: { ...conflictRules.usual.weights, home_grid: 'off' as const } }
    expect(conflictsOf({ ...facts, homes: [{ household: 'h', place: facts.seat.place }] }, '2026-09-01', off)).toEqual(
      [],
    )
  })
})

describe('clocks and numbers', () => {
  it('ten working days pass over the holidays of October; ten days of the calendar do not', () => {
    expect(new Date(dueOf('2026-09-25', { days: 10, unit: 'work' })).toISOString().slice(0, 10) > '2026-10-08').toBe(
      true,
    )
    expect(dueOf('2026-09-25', { days: 10, unit: 'natural' })).toBe(startOfDay('2026-10-06') - 1000)
  })
  it('lets a household change again on the day', () => expect(changeFrom('2026-09-01', 30)).toBe('2026-10-01'))
  it.each([
    [null, null, null],
    [30, null, 30],
    [null, 5, 5],
    [30, 5, 5],
    [30, 40, 30],
  ])('quota %s, own %s: %s', (quota, own, most) => expect(mostOf(quota, own)).toBe(most))
  it('no kind is shipped with a number that nobody knows, and only party members are chosen', () => {
    expect(SHIPPED_KINDS.map(({ quota }) => quota)).toEqual(Array.from({ length: SHIPPED_KINDS.length }, () => null))
    expect(SHIPPED_KINDS.filter(({ choosable }) => choosable).map(({ code }) => code)).toEqual(['member_household'])
  })
  it('ends of a bond are of its kind', () => {
    const kind = SHIPPED_KINDS.find(({ code }) => code === 'department_community')
    if (!kind) throw new Error('no such kind')
    expect(() => fits(kind, { kind: 'organ', id: 'o' }, { kind: 'place', id: '330802211209' })).not.toThrow()
    expect(() => fits(kind, { kind: 'person', id: 'p' }, { kind: 'household', id: 'h' })).toThrow('invalid')
  })
})
