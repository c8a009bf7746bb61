import { expect, it } from 'vitest'
import { cookieIn, sessionCookie } from './cookie.ts'

it('survives the webviews of chat apps: Lax, with a life, for the whole site', () => {
  expect(sessionCookie('abc', 604_800, true)).toBe(
    'op_session=abc; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax; Secure',
  )
  expect(sessionCookie('abc', 60, false)).not.toContain('Secure')
})

it('is taken away', () => {
  expect(sessionCookie(null, 0, true)).toBe('op_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure')
})

it.each([
  [undefined, undefined],
  ['', undefined],
  ['op_session=', undefined],
  ['a=1; op_session=xyz; b=2', 'xyz'],
  ['xop_session=no', undefined],
  [' op_session = xyz ', 'xyz'],
])('finds the token in %j', (header, token) => {
  expect(cookieIn(header, 'op_session')).toBe(token)
})
