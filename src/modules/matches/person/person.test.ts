import { describe, expect, it } from 'vitest'
import { PERSON_FIELDS } from './fields.ts'
import { soundOf } from './sound.ts'
import { plainName, type Traits } from './traits.ts'

const nobody: Traits = { name: '', sex: null, born: null, number: null, phones: [], place: null, door: null }
const levelOf = (field: string, a: Partial<Traits>, b: Partial<Traits>): string | undefined => {
  const found = PERSON_FIELDS.find(({ name }) => name === field)
  const level = found?.compare({ ...nobody, ...a }, { ...nobody, ...b })
  return level === undefined ? undefined : found?.levels[level]
}
const whole = (value: string) => ({ value, whole: true })
const torn = (value: string) => ({ value, whole: false })

it('hears southern: 郑 and 曾 are near, 陈 and 程 are one', () => {
  expect(soundOf('程兰英')).toBe(soundOf('陈南鹰'))
  expect(soundOf('余东')).not.toBe(soundOf('徐东'))
})

it.each([
  ['王伟', '王伟', 'same'],
  ['王建国', '王见国', 'sounds_alike'],
  ['王玲', '王铃', 'sounds_alike'],
  ['周明', '周朋', 'looks_alike'],
  ['郑荣华', '郑荣毕', 'looks_alike'],
  ['徐浩刚', '徐浩香', 'one_apart'],
  ['江云', '江云月', 'part_of'],
  ['王伟', '王芳', 'same_surname'],
  ['王伟', '李芳', 'differs'],
])('%s and %s: %s', (a, b, level) => expect(levelOf('name', { name: a }, { name: b })).toBe(level))

it.each([
  ['1962-07-03', '1962-07-03', 'same'],
  ['1962-07-03', '1962-03-07', 'slip'],
  ['1962-07-03', '1962-07-08', 'slip'],
  ['1962-07-23', '1962-06-12', 'near'],
  ['1962-07-23', '1962-01-01', 'near'],
  ['1962-07-23', '1963-05-02', 'year_apart'],
  ['1962-07-23', '1985-12-11', 'differs'],
])('born on %s and on %s: %s', (a, b, level) => expect(levelOf('born', { born: a }, { born: b })).toBe(level))

describe('numbers', () => {
  it('that are both whole and differ are two persons: twins have all the rest in common', () => {
    expect(levelOf('number', { number: whole('a') }, { number: whole('b') })).toBe('two_whole')
    expect(levelOf('number', { number: torn('12345') }, { number: whole('12346') })).toBe('slip')
    expect(levelOf('number', {}, { number: whole('a') })).toBeUndefined()
  })
  it('that agree speak for birthday and sex too, which do not count again', () => {
    const same = { number: whole('a'), born: '1962-07-03', sex: 'male' }
    expect(levelOf('born', same, same)).toBeUndefined()
    expect(levelOf('sex', same, same)).toBeUndefined()
  })
})

it('compares homes from the door up', () => {
  const at = (place: string, door: string | null = null) => ({ place, door })
  expect(levelOf('home', at('330802211209002', 'x'), at('330802211209002', 'x'))).toBe('same')
  expect(levelOf('home', at('330802211209002', 'x'), at('330802211209002', 'y'))).toBe('grid')
  expect(levelOf('home', at('330802211209002'), at('330802211209'))).toBe('village')
  expect(levelOf('home', at('330802211209'), at('330802211210'))).toBe('township')
  expect(levelOf('home', at('330802211209'), at('330803211209'))).toBe('elsewhere')
})

it('takes blanks and dots out of names', () => expect(plainName(' 阿依·古丽 ')).toBe('阿依古丽'))
