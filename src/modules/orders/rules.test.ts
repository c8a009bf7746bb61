import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '#kernel/clock.ts'
import { differenceOf } from './difference.ts'
import { commonRoot, nextChase, oppositeOf, withSilent, NOTHING } from './rules.ts'
import { counts, demandProof, saidAt, settles } from './rules-answer.ts'

const words = fc.constantFrom('甲', '乙', '丙', '丁')
const text = fc.array(words, { maxLength: 8 }).map((lines) => lines.join('\n'))

describe('the difference of two texts', () => {
  it('holds all of both: what stayed and came is the new one, what stayed and went the old one', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = differenceOf(before, after)
        const without = (kind: string): string =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('\n')
        expect(without('out')).toBe(after)
        expect(without('in')).toBe(before)
      }),
    )
  })

  it('of a text with itself is nothing', () => {
    fc.assert(fc.property(text, (same) => differenceOf(same, same).every(({ kind }) => kind === 'same')))
  })
})

describe('answers', () => {
  it('leave a recipient where the word said last says, in whatever order they arrive', () => {
    const said = fc.uniqueArray(fc.record({ at: fc.nat(50), state: words }), { selector: ({ at }) => at, minLength: 1 })
    const fold = (arriving: readonly { at: number; state: string }[]) =>
      arriving.reduce<{ at: number; state: string } | undefined>(
        (held, one) =>
          counts({ at: one.at, base: 1 }, { saidAt: held ? instant(held.at) : null, asked: 1 }) ? one : held,
        undefined,
      )
    fc.assert(
      fc.property(said, fc.infiniteStream(fc.nat()), (all, keys) => {
        const shuffled = all
          .map((one) => ({ one, key: keys.next().value as number }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one)
        expect(fold([...shuffled, ...shuffled])).toEqual(all.toSorted((a, b) => b.at - a.at)[0])
      }),
    )
  })

  it('to what was asked anew since are history, and none was said later than now', () => {
    expect(counts({ at: 9, base: 1 }, { saidAt: null, asked: 2 })).toBe(false)
    expect(saidAt(instant(9000), 5000)).toBe(5000)
    expect(saidAt(undefined, 5000)).toBe(5000)
    expect([settles('done'), settles('blocked'), settles(null)]).toEqual([true, false, false])
    expect(() => demandProof({ state: 'done', note: '' }, 'text')).toThrow('evidence_missing')
    expect(() => demandProof({ state: 'done', note: '看过了' }, 'text')).not.toThrow()
  })
})

describe('rules of an order', () => {
  it('lies at the nearest place that holds all it addresses', () => {
    expect(commonRoot(['330802211', '330802212'])).toBe('330802')
    expect(commonRoot(['330802211'])).toBe('330802211')
    expect(commonRoot(['330802', '330881'])).toBe('3308')
    expect(() => commonRoot(['3308', '3309'])).toThrow('invalid')
  })

  it('is chased at rising shares of its time, and no more after the fourth', () => {
    const shares = { app: 0.25, text: 0.5, above: 0.75, call: 0.9 }
    const span = { issuedAt: 0, dueAt: 1000 }
    expect([0, 1, 2, 3, 4].map((step) => nextChase(step, span, shares))).toEqual([250, 500, 750, 900, null])
  })

  it('knows opposites, and who is silent', () => {
    expect([oppositeOf('open'), oppositeOf('stay'), oppositeOf('check')]).toEqual(['close', 'move', null])
    expect(withSilent({ ...NOTHING, addressed: 9, done: 4, blocked: 2 }).silent).toBe(3)
  })
})
