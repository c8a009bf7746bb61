import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DAY_MS, HOUR_MS, startOfDay } from '#kernel/clock.ts'
import { setLocaleSource } from '#kernel/messages.ts'
import { NOTICE_KINDS, noticeText } from './messages.ts'
import { afterQuiet, wantsSms } from './rules.ts'

const DAY = startOfDay('2026-09-01')
const NIGHT = { from: 22, to: 7 }

it.each([
  [6.99, 7],
  [7, 7],
  [12, 12],
  [21.99, 21.99],
  [22, 31],
  [23.5, 31],
  [24, 31],
])('at hour %d of the day a text message may go out from hour %d on', (hour, from) => {
  expect(afterQuiet(NIGHT, DAY + hour * HOUR_MS)).toBe(DAY + from * HOUR_MS)
})

it('is never quiet from an hour to the same hour, and knows a quiet time within one day', () => {
  expect(afterQuiet({ from: 7, to: 7 }, DAY + 3 * HOUR_MS)).toBe(DAY + 3 * HOUR_MS)
  expect(afterQuiet({ from: 12, to: 14 }, DAY + 13 * HOUR_MS)).toBe(DAY + 14 * HOUR_MS)
  expect(afterQuiet({ from: 12, to: 14 }, DAY + 23 * HOUR_MS)).toBe(DAY + 23 * HOUR_MS)
})

it('never goes back, waits less than a day, and what it names is not quiet', () => {
  const hour = fc.integer({ min: 0, max: 24 })
  fc.assert(
    fc.property(hour, hour, fc.integer({ min: 0, max: 2 * DAY_MS }), (from, to, ms) => {
      // Quiet all day long is no quiet hours.
      fc.pre(Math.abs(to - from) < 24)
      const next = afterQuiet({ from, to }, DAY + ms)
      expect(next).toBeGreaterThanOrEqual(DAY + ms)
      expect(next - DAY - ms).toBeLessThanOrEqual(DAY_MS)
      expect(afterQuiet({ from, to }, next)).toBe(next)
    }),
  )
})

it('texts staff only when it is urgent, reporters when they have to know or act, strangers always', () => {
  expect(wantsSms({ post: 'x' }, 'case_assigned', false)).toBe(false)
  expect(wantsSms({ post: 'x' }, 'case_assigned', true)).toBe(true)
  expect(wantsSms({ person: 'x' }, 'case_accepted', false)).toBe(false)
  expect(wantsSms({ person: 'x' }, 'case_please_confirm', false)).toBe(true)
  expect(wantsSms({ phone: 'x' }, 'case_accepted', false)).toBe(true)
})

/** What is told of a case or visit names it. */
const NUMBERED = /^(case|report|promise)_|^visit_(noted|missed)$/
it.each(['zh-CN', 'en'] as const)('says every kind in %s without a gap', (locale) => {
  setLocaleSource(() => locale)
  for (const kind of NOTICE_KINDS) {
    const named = [...noticeText(kind, {}).matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, '余东村'] as const)
    const text = noticeText(kind, { ...Object.fromEntries(named), number: 'QZ2026000001', level: 'township' })
    if (NUMBERED.test(kind)) expect(text).toContain('QZ2026000001')
    expect(text).not.toMatch(/[{}]|undefined/)
  }
  expect(noticeText('case_climbed', { number: '1', title: 't', level: 'county' })).toContain(
    locale === 'en' ? 'county' : '县级',
  )
  setLocaleSource(() => 'zh-CN')
})

it('says a number as it is read out', () => {
  expect(noticeText('case_answer', { number: '2600201004' })).toContain('26-0020100-4')
  expect(noticeText('visit_noted', { number: '26000000017' })).toContain('26-00000001-7')
})
