import { describe, expect, it } from 'vitest'
import { chosenPost, isTooSimple, maySetPassword, plainPhone } from './rules.ts'

it.each([
  ['+86 139-1234-1234', '13912341234'],
  ['8613912341234', '13912341234'],
  ['0086 13912341234', '13912341234'],
  ['13912341234', '13912341234'],
  ['86123', '86123'],
])('reads the phone %s', (written, plain) => expect(plainPhone(written)).toBe(plain))

it.each([
  ['aaaaaaaaaa', true],
  ['Password2026', true],
  ['1234567890', true],
  ['zhoujianguo!', true],
  ['my13900000001', true],
  ['four quiet lotus ponds', false],
  ['明天上午九点开村民大会', false],
])('whether %s is too simple: %s', (password, simple) => {
  expect(isTooSimple(password, ['zhoujianguo', '13900000001', null])).toBe(simple)
})

it('acts in the post last acted in while it is held, else in the oldest, else in none', () => {
  const held = [{ post: 'a' }, { post: 'b' }]
  expect(chosenPost(held, 'b')).toEqual({ post: 'b' })
  expect(chosenPost(held, 'gone')).toEqual({ post: 'a' })
  expect(chosenPost(held, null)).toEqual({ post: 'a' })
  expect(chosenPost([], 'a')).toBeUndefined()
})

describe('a system administrator of a county sets the password', () => {
  const own = { person: 'me', place: '330802' }
  it.each([
    ['of somebody in the county', 'you', [{ role: 'grid_worker', place: '330802211' }], true],
    ['of somebody who holds no post: a resident', 'you', [], false],
    ['of himself', 'me', [{ role: 'system_admin', place: '330802' }], false],
    ['of somebody of the city', 'you', [{ role: 'city_command', place: '3308' }], false],
    [
      'of somebody who also serves elsewhere',
      'you',
      [
        { role: 'operator', place: '330802' },
        { role: 'operator', place: '330803' },
      ],
      false,
    ],
    ['of the security administrator', 'you', [{ role: 'security_admin', place: '330802' }], false],
    ['of the auditor', 'you', [{ role: 'auditor', place: '330802' }], false],
    ['of another system administrator', 'you', [{ role: 'system_admin', place: '330802' }], false],
  ])('%s', (_what, target, posts, may) => expect(maySetPassword(own, target, posts)).toBe(may))
})
