import { describe, expect, it } from 'vitest'
import { openId, sealId, setDataKey, tokenOfId } from './sealed.ts'

const NUMBER = '11010519491231002X'
const key = (fill: number) => new Uint8Array(32).fill(fill)

describe('a sealed id number', () => {
  it('opens for its person, and looks different each time', () => {
    setDataKey(key(1))
    const [one, two] = [sealId('zheng', NUMBER), sealId('zheng', NUMBER)]
    expect(openId('zheng', one.sealed)).toBe(NUMBER)
    expect(one.sealed.equals(two.sealed)).toBe(false)
    expect(one.token.equals(two.token)).toBe(true)
    expect(one.sealed.includes(NUMBER)).toBe(false)
  })
  it('does not open for another person, with another key, or when a bit was changed', () => {
    setDataKey(key(1))
    const { sealed } = sealId('zheng', NUMBER)
    expect(() => openId('wang', sealed)).toThrow()
    for (const at of [0, 1, 13, 29, sealed.length - 1]) {
      const bent = Buffer.from(sealed)
      bent[at] = (bent[at] ?? 0) ^ 1
      expect(() => openId('zheng', bent), String(at)).toThrow()
    }
    setDataKey(key(2))
    expect(() => openId('zheng', sealed)).toThrow()
  })
  it('has a token that says nothing without the key', () => {
    setDataKey(key(1))
    const token = tokenOfId(NUMBER)
    setDataKey(key(2))
    expect(tokenOfId(NUMBER).equals(token)).toBe(false)
  })
  it('needs a whole key', () => {
    expect(() => setDataKey(new Uint8Array(16))).toThrow('32 bytes')
  })
})
