import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Value } from './contract.ts'
import { sameValue, verdict } from './versions.ts'

const values = fc.constantFrom<Value>('a', 'b', 3, true, ['x', 'y'])
type Answer = { id: string; base: string | null; value: Value }
/** Answers as phones make them: each has seen some earlier answer, or nothing. */
const histories = fc.array(fc.record({ value: values, seen: fc.nat() }), { minLength: 1, maxLength: 12 }).map((raw) =>
  raw.map(({ value, seen }, i): Answer => ({
    id: `v${i}`,
    value,
    base: i === 0 || seen % (i + 1) === i ? null : `v${seen % i}`,
  })),
)

function replay(answers: readonly Answer[]) {
  let trunk: { id: string; value: Value } | undefined
  const kept: Answer[] = []
  const branches: Answer[] = []
  const confirmed: Answer[] = []
  for (const answer of answers) {
    const judged = verdict(trunk, answer.base, answer.value)
    if (judged === 'taken') {
      kept.push(answer)
      trunk = { id: answer.id, value: answer.value }
    } else (judged === 'branch' ? branches : confirmed).push(answer)
  }
  return { trunk, kept, branches, confirmed }
}

describe('the versions rule', () => {
  it.each<[string, Parameters<typeof verdict>, ReturnType<typeof verdict>]>([
    ['no value yet', [undefined, null, 1], 'taken'],
    ['no value any more, though one was seen', [undefined, 'v1', 1], 'taken'],
    ['the same again', [{ id: 'v1', value: 1 }, 'v1', 1], 'confirmed'],
    ['two say the same without knowing of each other', [{ id: 'v2', value: 1 }, 'v1', 1], 'confirmed'],
    ['seen and replaced', [{ id: 'v1', value: 1 }, 'v1', 2], 'taken'],
    ['another value came meanwhile', [{ id: 'v2', value: 1 }, 'v1', 2], 'branch'],
    ['a value came where none had been seen', [{ id: 'v2', value: 1 }, null, 2], 'branch'],
    ['kept by people, never seen by an id', [{ id: null, value: 'a' }, null, 'b'], 'branch'],
  ])('%s', (_, args, expected) => expect(verdict(...args)).toBe(expected))

  it('loses nothing: every answer is the trunk once, agrees with it, or waits beside it', () => {
    fc.assert(
      fc.property(histories, (answers) => {
        const { kept, branches, confirmed } = replay(answers)
        expect(kept.length + branches.length + confirmed.length).toBe(answers.length)
      }),
    )
  })
  it('replaces only what its author had seen', () => {
    fc.assert(
      fc.property(histories, (answers) => {
        const { kept } = replay(answers)
        kept.slice(1).forEach((answer, i) => expect(answer.base).toBe(kept[i]?.id))
      }),
    )
  })
  it('is the same however often an answer arrives again', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (answers, at) => {
        const { trunk } = replay(answers)
        const again = answers[at % answers.length]
        if (!trunk || !again || !sameValue(again.value, trunk.value)) return
        expect(verdict(trunk, again.base, again.value)).toBe('confirmed')
      }),
    )
  })
  it('agreeing answers end alike in any order', () => {
    fc.assert(
      fc.property(values, fc.array(fc.constantFrom(null, 'v0', 'v1'), { maxLength: 6 }), (value, bases) => {
        const answers = bases.map((base, i) => ({ id: `w${i}`, base, value }))
        for (const order of [answers, answers.toReversed()]) {
          const { branches, trunk } = replay(order)
          expect(branches).toEqual([])
          if (order.length > 0) expect(trunk?.value).toEqual(value)
        }
      }),
    )
  })
  it('takes choices as a set', () => {
    expect(sameValue(['rice', 'tea'], ['tea', 'rice'])).toBe(true)
    expect(sameValue('余', ' 余 ')).toBe(true)
    expect(sameValue(1, '1')).toBe(false)
  })
})
