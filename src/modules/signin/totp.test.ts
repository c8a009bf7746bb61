import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base32, codeAt, keyUri, matchingStep, newSecret, stepAt } from './totp.ts'

const RFC_SECRET = Buffer.from('12345678901234567890')

describe('one-time passwords by time', () => {
  // RFC 6238, appendix B, SHA-1, the last six of eight digits
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('are those of the RFC at %i s', (seconds, code) => {
    expect(codeAt(RFC_SECRET, stepAt(seconds * 1000))).toBe(code)
  })

  it('are good half a minute before and after their own', () => {
    const now = 1_234_567_890_000
    const code = codeAt(RFC_SECRET, stepAt(now))
    for (const [seconds, good] of [
      [-60, false],
      [-30, true],
      [0, true],
      [30, true],
      [60, false],
    ] as const)
      expect(matchingStep(RFC_SECRET, code, now + seconds * 1000, 0) !== undefined).toBe(good)
  })

  it('are good once: neither they nor earlier ones pass again', () => {
    const now = 1_234_567_890_000
    const step = stepAt(now)
    expect(matchingStep(RFC_SECRET, codeAt(RFC_SECRET, step), now, step - 1)).toBe(step)
    expect(matchingStep(RFC_SECRET, codeAt(RFC_SECRET, step), now, step)).toBeUndefined()
    expect(matchingStep(RFC_SECRET, codeAt(RFC_SECRET, step - 1), now, step)).toBeUndefined()
  })

  it('never match what is no six digits', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 8 }),
        (text) => /^\d{6}$/.test(text) || matchingStep(RFC_SECRET, text, 59_000, 0) === undefined,
      ),
    )
  })
})

it.each([
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foobar', 'MZXW6YTBOI'],
])('writes %s in base 32', (text, written) => {
  expect(base32(Buffer.from(text))).toBe(written)
})

it('tells an authenticator all it must know', () => {
  const secret = newSecret()
  const uri = new URL(keyUri(secret, '周 建国'))
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    secret: base32(secret),
    issuer: 'OpenPalm',
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  })
  expect(secret).toHaveLength(20)
})
