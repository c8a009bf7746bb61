import { named } from '#kernel/messages.ts'
import { day } from '#ui/time.ts'
import type { HeldValue } from '../contract-contests.ts'
import { fieldWords as t } from './messages.ts'
import { sourceText } from './value.ts'

/** 上门时填写 · 9 月 1 日 · 第2网格 专职网格员 · 存疑: where a value came from, in one line. */
export function originLine(value: HeldValue, now: number): string {
  const { source, day: on, by, certainty } = value
  return [
    source ? sourceText(source) : '',
    on ? day(on, now) : '',
    by ? named(by) : '',
    certainty && certainty !== 'certain' ? t[certainty]() : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
