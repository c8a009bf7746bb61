import { refuse } from '#kernel/errors.ts'

/**
 * Numbers that check themselves. GB 11643 公民身份号码: 17 digits and a check character, weights 2^(17-i) mod 11. GB 32100
 * 统一社会信用代码: 18 of 31 characters, weights 3^i mod 31. Both moduli are prime and no weight is 0, so any one wrong
 * character is caught.
 */
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_CHECKS = '10X98765432'
const ID_SHAPE = /^\d{17}[\dX]$/
const OLD_ID_SHAPE = /^\d{15}$/

const CREDIT_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_SHAPE = /^[0-9A-HJ-NPQRTUWXY]{18}$/

export const idCheck = (first17: string): string => {
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0)
  return ID_CHECKS.charAt(sum % 11)
}

export const isIdNumber = (number: string): boolean =>
  ID_SHAPE.test(number) && isDay(number.slice(6, 14)) && idCheck(number) === number.charAt(17)

/** Fifteen digits (issued until 1999) become eighteen: the century, then the check character. */
export const upgradedId = (number: string): string => {
  const first17 = `${number.slice(0, 6)}19${number.slice(6)}`
  return first17 + idCheck(first17)
}

export const creditCheck = (first17: string): string => {
  let [sum, weight] = [0, 1]
  for (const character of first17) {
    sum += weight * CREDIT_CHARACTERS.indexOf(character)
    weight = (weight * 3) % 31
  }
  return CREDIT_CHARACTERS.charAt((31 - (sum % 31)) % 31)
}

export const isCreditCode = (code: string): boolean =>
  CREDIT_SHAPE.test(code) && creditCheck(code.slice(0, 17)) === code.charAt(17)

/** As it is stored: 18 characters, capital X. Refuses `checksum`, naming the field and never the number. */
export function readIdNumber(given: string): string {
  const text = given.trim().toUpperCase()
  const number = OLD_ID_SHAPE.test(text) ? upgradedId(text) : text
  return isIdNumber(number) ? number : wrong('idNumber')
}

export function readCreditCode(given: string): string {
  const code = given.trim().toUpperCase()
  return isCreditCode(code) ? code : wrong('creditCode')
}

const wrong = (path: string): never => refuse('checksum', { problems: [{ path, problem: 'checksum' }] })

function isDay(digits: string): boolean {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))]
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return year >= 1800 && day >= 1 && day <= (days[month - 1] ?? 0)
}
