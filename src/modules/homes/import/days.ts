import { dayOfNumber, isDay } from '#kernel/clock.ts'

/** Days as people write them. `month`: only year and month are said; no day is made up for them. */
export type DayRead = { day: string } | { month: string } | { problem: 'no_day' | 'in_the_future' | 'lunar' }

const DIGITS: Record<string, string> = {
  〇: '0',
  零: '0',
  '○': '0',
  O: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}

const digit = (character: string | undefined): string => (character ? (DIGITS[character] ?? '') : '0')

/** 二〇一九年十二月廿五日 -> 2019年12月25日 */
function arabic(text: string): string {
  if (!/[〇零○一二三四五六七八九十廿卅]/.test(text)) return text
  return text
    .replaceAll(/廿([一二三四五六七八九])?/g, (_, one?: string) => `2${digit(one)}`)
    .replaceAll(/卅([一])?/g, (_, one?: string) => `3${digit(one)}`)
    .replaceAll(
      /([一二三四五六七八九])?十([一二三四五六七八九])?/g,
      (_, ten?: string, one?: string) => `${ten ? digit(ten) : '1'}${digit(one)}`,
    )
    .replaceAll(/[〇零○一二三四五六七八九]/g, digit)
}

/** Excel counts days from 30 December 1899, having taken 1900 for a leap year; we count them from 1970. */
const SERIAL_OF_1970 = 25_569
const serialDay = (serial: number): string => dayOfNumber(Math.floor(serial) - SERIAL_OF_1970)
const FIRST_SERIAL = 1000
const LAST_SERIAL = 80_000

export function readDay(given: string, today: string): DayRead {
  if (/农历|阴历|旧历|腊月|正月|闰|初/.test(given)) return { problem: 'lunar' }
  const text = arabic(given.replace(/[ T]\d{1,2}:.*$/, '')).replaceAll(' ', '')
  if (
    /^\d{4,5}$/.test(text) &&
    Number(text) >= FIRST_SERIAL &&
    Number(text) <= LAST_SERIAL &&
    !/^(19|20)\d\d$/.test(text)
  )
    return checked(serialDay(Number(text)), today)
  const whole =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{2}|\d{4})[年./\-、](\d{1,2})[月./\-、](\d{1,2})[日号]?(?:\D.*)?$/.exec(text)
  if (whole) return checked(dayText(whole[1] ?? '', whole[2] ?? '', whole[3] ?? '', today), today)
  const month = /^(\d{4})(\d{2})$/.exec(text) ?? /^(\d{2}|\d{4})[年./-](\d{1,2})月?$/.exec(text)
  if (!month) return { problem: 'no_day' }
  const first = checked(dayText(month[1] ?? '', month[2] ?? '', '1', today), today)
  return 'day' in first ? { month: first.day.slice(0, 7) } : first
}

const dayText = (year: string, month: string, day: string, today: string): string =>
  `${fullYear(year, today)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

/** 62年 is 1962 and 05年 is 2005: the last hundred years. */
function fullYear(year: string, today: string): string {
  if (year.length === 4) return year
  return Number(year) <= Number(today.slice(2, 4)) ? `20${year}` : `19${year}`
}

function checked(day: string, today: string): DayRead {
  if (!isDay(day) || day < '1850-01-01') return { problem: 'no_day' }
  return day > today ? { problem: 'in_the_future' } : { day }
}
