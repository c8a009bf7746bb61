import { afterEach, describe, expect, it } from 'vitest'
import { setLocaleSource } from '#kernel/messages.ts'
import { ago, day, deadline, moment, span, workSpan } from './time.ts'

/** Tuesday, 1 September 2026, nine in the morning in Quzhou. */
const NOW = Date.parse('2026-09-01T01:00:00Z')
const at = (text: string): string => new Date(Date.parse(`${text}+08:00`)).toISOString()

describe('a deadline', () => {
  it.each([
    ['2026-09-01T10:25:00', '还剩 1 小时 25 分', 'late'],
    ['2026-09-01T13:00:00', '还剩 4 小时', 'soon'],
    ['2026-09-01T18:00:00', '今天 18:00 前', 'soon'],
    ['2026-09-02T10:00:00', '明天 10:00 前', 'calm'],
    ['2026-09-09T17:30:00', '9 月 9 日 17:30 前', 'calm'],
    ['2026-09-01T06:50:00', '超时 2 小时 10 分', 'late'],
    ['2026-08-29T08:00:00', '超时 3 天 1 小时', 'late'],
    ['2026-09-01T09:00:00', '超时 1 分', 'late'],
  ])('at %s reads %s', (due, text, tone) => {
    expect(deadline(at(due), NOW)).toEqual({ text, tone })
  })
})

describe('a moment', () => {
  it('is as near as the reader needs it, in Shanghai and not in the zone of the phone', () => {
    expect(moment('2026-08-31T16:00:00Z', NOW)).toBe('今天 00:00')
    expect(moment(at('2026-08-31T23:59:00'), NOW)).toBe('昨天 23:59')
    expect(moment(at('2025-12-31T08:05:00'), NOW)).toBe('2025 年 12 月 31 日 08:05')
    expect(day('2026-10-01', NOW)).toBe('10 月 1 日')
  })
  it('just gone is said in minutes', () => {
    expect(ago(at('2026-09-01T08:59:40'), NOW)).toBe('刚刚')
    expect(ago(at('2026-09-01T08:48:00'), NOW)).toBe('12 分钟前')
    expect(ago(at('2026-09-01T07:00:00'), NOW)).toBe('今天 07:00')
  })
})

describe('a length of time', () => {
  afterEach(() => setLocaleSource(() => 'zh-CN'))
  it('of the clock on the wall counts days, of work only hours', () => {
    expect(span(26 * 3_600_000)).toBe('1 天 2 小时')
    expect(workSpan(24 * 3600)).toBe('24 小时')
    expect(workSpan(90)).toBe('1 分')
  })
  it('is said in the language of the reader', () => {
    setLocaleSource(() => 'en')
    expect(deadline(at('2026-09-01T06:50:00'), NOW).text).toBe('2 h 10 min late')
  })
})
