import { expect, it } from 'vitest'
import { codeText, newCode, plainCode } from './number.ts'

it('makes a code that is printed in groups and read back however it is typed', () => {
  for (let i = 0; i < 200; i++) {
    const code = newCode()
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{12}$/)
    expect(codeText(code)).toMatch(/^.{4}-.{4}-.{4}$/)
    expect(plainCode(` ${codeText(code).toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
  }
  expect(new Set(Array.from({ length: 200 }, newCode)).size).toBe(200)
})
