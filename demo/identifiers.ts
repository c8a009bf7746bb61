/**
 * Identifiers that pass every checksum and belong to nobody:
 * - phone 154 0570 0000 … 154 0570 9999: 154 is a range that no operator has been given; the demo's messages go to a local fake anyway.
 * - unified social credit code (GB 32100): the organisation part begins YYYY, which no register has issued.
 * - id number (GB 11643): sequence 998 and 999, kept back for people over a hundred when numbers had 15 digits.
 */
export const PHONE_PREFIX = '1540570'
export const CREDIT_BODY = 'YYYY'

/** Of households, 154 1000 0000 and on: as many as a city of any size needs. */
export const homePhone = (number: number): string => `154${String(10_000_000 + number).padStart(8, '0')}`

/** Of members of grid teams, 154 2000 0000 and on. */
export const teamPhone = (number: number): string => `154${String(20_000_000 + number).padStart(8, '0')}`

/** Cast 0 …, staff 1000 …, residents 5000 … */
export const phone = (number: number): string => PHONE_PREFIX + String(number).padStart(4, '0')

const CREDIT_LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** `kind` 11 organ of state, 12 public institution, 91 company; `region` six digits. */
export function creditCode(kind: '11' | '12' | '91', region: string, serial: number): string {
  const body = CREDIT_BODY + String(serial).padStart(4, '0')
  const code = kind + region + body + organisationCheck(body)
  const sum = Array.from(code).reduce((total, letter, at) => total + CREDIT_LETTERS.indexOf(letter) * (3 ** at % 31), 0)
  return code + CREDIT_LETTERS.charAt((31 - (sum % 31)) % 31)
}

/** Ninth character of an organisation code (GB 11714): 0-9, or X for ten. */
function organisationCheck(body: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number.parseInt(body.charAt(at), 36), 0)
  return '0123456789X0'.charAt(11 - (sum % 11))
}

/** `region` six digits, `born` '1941-03-08'. */
export function idNumber(region: string, born: string, sex: 'female' | 'male'): string {
  const body = region + born.replaceAll('-', '') + (sex === 'female' ? '998' : '999')
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body.charAt(at)), 0)
  return body + '10X98765432'.charAt(sum % 11)
}
