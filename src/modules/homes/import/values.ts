import type { Relation, Residence } from '../contract.ts'
import { readDay } from './days.ts'
import type { Cell } from './sheet.ts'

/** What stands wrong or odd in a cell. A fault keeps the row out, a note does not. Words: `homes/import-messages.ts`. */
export const FAULTS = [
  'missing',
  'lost_digits',
  'checksum',
  'no_day',
  'in_the_future',
  'no_phone',
  'too_long',
  'unknown_grid',
  'grid_missing',
  'address_missing',
  'two_addresses',
  'two_heads',
  'twice_in_file',
] as const
export const NOTES = [
  'upgraded',
  'only_month',
  'lunar',
  'not_the_number',
  'first_of_several',
  'unknown_sex',
  'unknown_relation',
  'unknown_residence',
  'no_head',
  'number_of_another',
] as const
export type Fault = (typeof FAULTS)[number]
export type Note = (typeof NOTES)[number]
export type Said = Fault | Note
export const isFault = (said: Said): said is Fault => (FAULTS as readonly string[]).includes(said)

export type Read<T> = { value: T | null; said?: Said }
const nothing = { value: null } as const

/** What stands in a cell that holds nothing. */
const BLANK = /^(无|没有|未知|不详|不明|暂无|null|none|n\/a|[-—/\\.*?？0]+)$/i
export const textOf = (cell: Cell | undefined): string => {
  const text = cell?.text ?? ''
  return BLANK.test(text) ? '' : text
}

export function readName(cell: Cell | undefined): Read<string> {
  const text = textOf(cell).replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
  if (text === '') return { value: null, said: 'missing' }
  return text.length > 60 ? { value: null, said: 'too_long' } : { value: text }
}

export function readSex(cell: Cell | undefined): Read<'female' | 'male'> {
  const text = textOf(cell).toLowerCase()
  if (text === '') return nothing
  if (/^(女|女性|f|female|2)$/.test(text)) return { value: 'female' }
  return /^(男|男性|m|male|1)$/.test(text) ? { value: 'male' } : { value: null, said: 'unknown_sex' }
}

export function readBorn(cell: Cell | undefined, today: string): Read<string> {
  if (cell?.day) return cell.day > today ? { value: null, said: 'in_the_future' } : { value: cell.day }
  const text = textOf(cell)
  if (text === '') return nothing
  const read = readDay(text, today)
  if ('day' in read) return { value: read.day }
  return { value: null, said: 'month' in read ? 'only_month' : read.problem }
}

/** A day on which something began; a month begins on its first day. */
export function readSince(cell: Cell | undefined, today: string): Read<string> {
  if (cell?.day) return cell.day > today ? { value: null, said: 'in_the_future' } : { value: cell.day }
  const text = textOf(cell)
  if (text === '') return nothing
  const read = readDay(text, today)
  if ('day' in read) return { value: read.day }
  return 'month' in read
    ? { value: `${read.month}-01` }
    : { value: null, said: read.problem === 'lunar' ? 'no_day' : read.problem }
}

export function readPhone(cell: Cell | undefined): Read<string> {
  if (cell?.lost) return { value: null, said: 'lost_digits' }
  const numbers = textOf(cell)
    .split(/[,;、，；/|]|\s(?=1\d{10})/)
    .map((one) => one.replaceAll(/[\s()-]/g, '').replace(/^(\+?86)(?=1\d{10}$)/, ''))
    .filter(Boolean)
  const [first] = numbers
  if (first === undefined) return nothing
  if (!/^(1\d{10}|0\d{9,11})$/.test(first)) return { value: null, said: 'no_phone' }
  return numbers.length > 1 ? { value: first, said: 'first_of_several' } : { value: first }
}

const RELATIONS: readonly (readonly [RegExp, Relation])[] = [
  [/^(户主|本人|户长|自己)$/, 'head'],
  [/^(配偶|妻|妻子|丈夫|夫|夫妻|爱人|老婆|老公)$/, 'spouse'],
  [/^(儿媳|媳|媳妇|儿媳妇|女婿|.{0,1}媳|.{0,1}婿)$/, 'child_in_law'],
  [/^(外)?(曾)?孙.*$/, 'grandchild'],
  [/^(岳父|岳母|公公|婆婆|公婆|岳父母|配偶的父母)$/, 'parent_in_law'],
  [/^(外)?(祖父|祖母|祖父母|爷爷|奶奶|外公|外婆)$/, 'grandparent'],
  [/^(父|母|父亲|母亲|父母|爸爸|妈妈|继父|继母|养父|养母)$/, 'parent'],
  [/^((长|次|三|四|五|独生|继|养|非婚生)?(子|女|儿子|女儿|子女|男|孩子))$/, 'child'],
  [/^(兄|弟|姐|妹|哥哥|弟弟|姐姐|妹妹|兄弟|姐妹|兄弟姐妹)$/, 'sibling'],
  [/^(租客|租户|房客|承租人|借住|寄住|暂住)$/, 'lodger'],
  [/^(雇工|员工|工人|务工人员|保姆|护工)$/, 'worker'],
  [/^(其他|其它|亲属|其他亲属|侄.*|外甥.*|叔.*|姑.*|舅.*|姨.*|伯.*|婶.*|非亲属)$/, 'other_kin'],
]

export function readRelation(cell: Cell | undefined): Read<Relation> {
  const text = textOf(cell).replaceAll(/^之|^户主(的|之)?(?=.)/g, '')
  if (text === '') return nothing
  const found = RELATIONS.find(([shape]) => shape.test(text))
  return found ? { value: found[1] } : { value: 'unknown', said: 'unknown_relation' }
}

const RESIDENCES: readonly (readonly [RegExp, Residence])[] = [
  [/^(自有|自住|自建|自有住房|常住|户籍|人户一致|own)$/, 'own'],
  [/租/, 'rent'],
  [/^(借住|寄住|投靠|寄居|lodge)$/, 'lodge'],
  [/(外出|在外|人户分离|空挂|不在|away)/, 'away'],
]

export function readResidence(cell: Cell | undefined): Read<Residence> {
  const text = textOf(cell)
  if (text === '') return nothing
  const found = RESIDENCES.find(([shape]) => shape.test(text))
  return found ? { value: found[1] } : { value: null, said: 'unknown_residence' }
}
