import { refuse } from '#kernel/errors.ts'
import type { DocumentKind } from './contract-residents.ts'
import { isIdNumber, upgradedId } from './rules.ts'

/**
 * Numbers of documents. Those with 18 digits check themselves by GB 11643; what they begin with says whose they are: 81, 82, 83
 * the residence permits of Hong Kong, Macao and Taiwan people (GB 11643 since 2018), 9 the foreigners' permanent residence card
 * of 2023. The others have no checksum in the number, so only their shape is verified.
 */
const HMT = /^8[123]0000/
const SHAPES: Partial<Record<DocumentKind, RegExp>> = {
  // since 2023 eighteen digits; before, three letters of the country and twelve digits
  foreign_permanent: /^([A-Z]{3}\d{12}|9\d{16}[\dX])$/,
  home_return: /^[HM]\d{8}(\d{2})?$/,
  taiwan_travel: /^\d{8}$/,
  passport: /^[A-Z0-9]{5,17}$/,
  birth_certificate: /^[A-Z]\d{9}$/,
  other: /^[\p{L}\p{N}()（）/-]{4,30}$/u,
}

/** As it is stored and compared: no spaces, half width, capitals; fifteen digits become eighteen. Undefined: not such a number. */
export function readNumber(kind: DocumentKind, given: string): string | undefined {
  const text = given.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
  if (kind === 'resident_id') {
    const number = /^\d{15}$/.test(text) ? upgradedId(text) : text
    return isIdNumber(number) && !HMT.test(number) && !number.startsWith('9') ? number : undefined
  }
  if (kind === 'hmt_residence') return isIdNumber(text) && HMT.test(text) ? text : undefined
  if (!SHAPES[kind]?.test(text)) return undefined
  return kind === 'foreign_permanent' && text.startsWith('9') && !isIdNumber(text) ? undefined : text
}

/** What a number looks like that nobody said the kind of; spreadsheets rarely do. */
export function kindOfNumber(given: string): DocumentKind | undefined {
  const kinds: DocumentKind[] = [
    'resident_id',
    'hmt_residence',
    'foreign_permanent',
    'home_return',
    'taiwan_travel',
    'birth_certificate',
    'passport',
  ]
  return kinds.find((kind) => readNumber(kind, given) !== undefined)
}

export const demandNumber = (kind: DocumentKind, given: string, path: string): string =>
  readNumber(kind, given) ?? refuse('checksum', { problems: [{ path, problem: 'checksum' }] })

/** Day of birth and sex, where the number says them. Odd sequence: male. */
export function saidByNumber(kind: DocumentKind, number: string): { born: string; sex: 'female' | 'male' } | undefined {
  if (number.length !== 18 || !['resident_id', 'hmt_residence', 'foreign_permanent'].includes(kind)) return undefined
  return {
    born: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`,
    sex: Number(number[16]) % 2 === 1 ? 'male' : 'female',
  }
}
