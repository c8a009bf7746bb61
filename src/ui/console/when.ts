import { dayOf, millis, secondOfDay } from '#kernel/clock.ts'
import { consoleTexts as t } from './messages.ts'

const pad = (value: number): string => String(value).padStart(2, '0')

/** 14:05 in Shanghai */
export const clockTime = (ms: number): string => {
  const minutes = Math.floor(secondOfDay(ms) / 60)
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}

/** 2026-11-22 14:05:09, for hovering and for the record. */
export const exactTime = (at: string): string => {
  const ms = millis(at)
  return `${dayOf(ms)} ${clockTime(ms)}:${pad(secondOfDay(ms) % 60)}`
}

const HOUR = 3600
/** A working day has eight working hours. */
const WORK_DAY = 8 * HOUR

/** Seconds of a clock as people count them: 4 小时, 2 个工作日. */
export function workSpan(seconds: number): string {
  if (seconds >= 2 * WORK_DAY) return t.workDays({ d: Math.round((10 * seconds) / WORK_DAY) / 10 })
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return t.minutes({ m: minutes })
  return minutes % 60 ? t.hoursMinutes({ h: Math.floor(minutes / 60), m: minutes % 60 }) : t.hours({ h: minutes / 60 })
}
