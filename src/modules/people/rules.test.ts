import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#kernel/errors.ts'
import { maskId, maskName, maskPhone } from './masks.ts'
import { creditCheck, idCheck, isCreditCode, isIdNumber, readCreditCode, readIdNumber, upgradedId } from './rules.ts'

const LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: length, maxLength: length })
const born = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
const idNumber = fc.tuple(digits(6), born, digits(3)).map(([area, day, serial]) => {
  const first17 = area + day.toISOString().slice(0, 10).replaceAll('-', '') + serial
  return first17 + idCheck(first17)
})
const creditCode = fc
  .string({ unit: fc.constantFrom(...LETTERS.split('')), minLength: 17, maxLength: 17 })
  .map((first17) => first17 + creditCheck(first17))
const changed = (text: string, at: number, to: string): string => text.slice(0, at) + to + text.slice(at + 1)

describe('id numbers (GB 11643)', () => {
  it.each(['11010519491231002X', '440524188001010014'])('%s is right', (number) =>
    expect(isIdNumber(number)).toBe(true),
  )
  it.each(['110105194912310021', '11010519491331002X', '11010519490230002X', '1101051949123100', ''])(
    '%s is wrong',
    (number) => expect(isIdNumber(number)).toBe(false),
  )
  it('catch every single wrong character', () => {
    fc.assert(
      fc.property(idNumber, fc.nat(17), fc.constantFrom(...'0123456789X'.split('')), (number, at, to) => {
        expect(isIdNumber(number)).toBe(true)
        expect(isIdNumber(changed(number, at, to))).toBe(number[at] === to)
      }),
    )
  })
  it('catch neighbours that were swapped', () => {
    fc.assert(
      fc.property(idNumber, fc.nat(15), (number, at) => {
        const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2)
        expect(isIdNumber(swapped)).toBe(number[at] === number[at + 1])
      }),
    )
  })
  it('of fifteen digits are upgraded', () => {
    expect(upgradedId('110105491231002')).toBe('11010519491231002X')
    expect(readIdNumber('110105491231002')).toBe('11010519491231002X')
    expect(readIdNumber(' 11010519491231002x ')).toBe('11010519491231002X')
  })
  it('are refused by field, and never told', () => {
    const refused = catching(() => readIdNumber('110105194912310021'))
    expect(refused).toMatchObject({
      code: 'checksum',
      detail: { problems: [{ path: 'idNumber', problem: 'checksum' }] },
    })
    expect(JSON.stringify(refused.detail)).not.toContain('1949')
  })
})

describe('unified codes (GB 32100)', () => {
  it.each(['91330100799655058B', '91350100M000100Y43'])('%s is right', (code) => expect(isCreditCode(code)).toBe(true))
  it.each(['91330100799655058A', '9133010079965505OB', ''])('%s is wrong', (code) =>
    expect(isCreditCode(code)).toBe(false),
  )
  it('catch every single wrong character', () => {
    fc.assert(
      fc.property(creditCode, fc.nat(17), fc.constantFrom(...LETTERS.split('')), (code, at, to) => {
        expect(isCreditCode(code)).toBe(true)
        expect(isCreditCode(changed(code, at, to))).toBe(code[at] === to)
      }),
    )
  })
  it('are refused by field', () => {
    expect(catching(() => readCreditCode('91330100799655058A'))).toMatchObject({
      code: 'checksum',
      detail: { problems: [{ path: 'creditCode' }] },
    })
  })
})

it('masks leave what is needed to recognise oneself', () => {
  expect(maskName('郑美兰')).toBe('郑**')
  expect(maskName('𠮷田')).toBe('𠮷*')
  expect(maskName('')).toBe('')
  expect(maskPhone('13912341234')).toBe('139****1234')
  expect(maskId('11010519491231002X')).toBe('11**************2X')
})

function catching(act: () => unknown): Refusal {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}
