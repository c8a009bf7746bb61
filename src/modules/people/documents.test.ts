import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindOfNumber, readNumber, saidByNumber } from './documents.ts'
import { maskNumber } from './masks.ts'
import { forbidden } from './never.ts'
import { ageOn, isMinor } from './residents.ts'
import { idCheck } from './rules.ts'

const withCheck = (first17: string): string => first17 + idCheck(first17)
const HONG_KONG = withCheck('81000019850102001')
const PERMANENT = withCheck('91112419900101001')

describe('a number of a document', () => {
  it.each([
    ['resident_id', ' 11010519491231002x ', '11010519491231002X'],
    ['resident_id', '１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ['resident_id', '110105491231002', '11010519491231002X'],
    ['resident_id', '110105194912310021', undefined],
    ['resident_id', '11010519490231002X', undefined],
    ['resident_id', HONG_KONG, undefined],
    ['resident_id', PERMANENT, undefined],
    ['resident_id', '1.10105E+17', undefined],
    ['hmt_residence', HONG_KONG, HONG_KONG],
    ['hmt_residence', withCheck('83000019850102001'), withCheck('83000019850102001')],
    ['hmt_residence', `${HONG_KONG.slice(0, 17)}${HONG_KONG.endsWith('0') ? '1' : '0'}`, undefined],
    ['hmt_residence', '11010519491231002X', undefined],
    ['foreign_permanent', PERMANENT, PERMANENT],
    ['foreign_permanent', 'usa110082041803', 'USA110082041803'],
    ['foreign_permanent', `${PERMANENT.slice(0, 17)}${PERMANENT.endsWith('0') ? '1' : '0'}`, undefined],
    ['home_return', 'h12345678', 'H12345678'],
    ['home_return', 'H1234567800', 'H1234567800'],
    ['home_return', 'K12345678', undefined],
    ['taiwan_travel', '12345678', '12345678'],
    ['passport', 'E 1234 5678', 'E12345678'],
    ['birth_certificate', 'R330123456', 'R330123456'],
    ['other', '军字 第0001号', '军字第0001号'],
  ] as const)('%s %s is read as %s', (kind, given, number) => {
    expect(readNumber(kind, given)).toBe(number)
  })

  it('says what it is by what it begins with', () => {
    expect([HONG_KONG, PERMANENT, '110105491231002', 'H12345678', '12345678'].map(kindOfNumber)).toEqual([
      'hmt_residence',
      'foreign_permanent',
      'resident_id',
      'home_return',
      'taiwan_travel',
    ])
    expect(kindOfNumber('1.10105E+17')).toBeUndefined()
  })

  it('says day of birth and sex, odd for men', () => {
    expect(saidByNumber('resident_id', '11010519491231002X')).toEqual({ born: '1949-12-31', sex: 'female' })
    expect(saidByNumber('passport', 'E12345678')).toBeUndefined()
  })

  it('with one wrong character is always found out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digit = (Number(HONG_KONG[at]) + by) % 10
        expect(
          readNumber('hmt_residence', HONG_KONG.slice(0, at) + String(digit) + HONG_KONG.slice(at + 1)),
        ).toBeUndefined()
      }),
    )
  })

  it('shown masked has its length and tells at most four characters', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{4,30}$/), (number) => {
        const masked = maskNumber(number)
        expect(masked).toHaveLength(number.length)
        expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(4)
      }),
    )
  })
})

describe('age', () => {
  it.each([
    ['2012-09-01', '2026-08-31', 13, true],
    ['2012-09-01', '2026-09-01', 14, false],
    ['2012-02-29', '2026-02-28', 13, true],
    ['2012-02-29', '2026-03-01', 14, false],
  ])('of somebody born on %s is on %s %d', (born, day, age, minor) => {
    expect([ageOn(born, day), isMinor(born, day)]).toEqual([age, minor])
  })
})

describe('what is never collected', () => {
  it.each([
    '宗教信仰',
    '是否党员',
    '政治面貌',
    '血型',
    '民族',
    '指纹',
    'religion',
    'bloodType',
    'blood_type',
    '上 访 史',
    'xinfang_cishu',
    '避孕措施',
  ])('%s is refused', (name) => {
    expect(forbidden(name)).toBeDefined()
  })
  it.each(['姓名', '联系电话', '门牌', 'general', 'residence', 'trace', 'disability', '慢性病', 'generation'])(
    '%s is not',
    (name) => {
      expect(forbidden(name)).toBeUndefined()
    },
  )
})
