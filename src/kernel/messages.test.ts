import { afterEach, expect, it } from 'vitest'
import { defineMessages, type Locale, locale, localeFrom, named, setLocaleSource } from './messages.ts'

const texts = defineMessages({
  hello: ['您好', 'Hello'],
  left: ['还有 {hours} 小时,共 {total} 小时', '{hours} of {total} hours left'],
})
const speak = (language: Locale) => setLocaleSource(() => language)
afterEach(() => speak('zh-CN'))

it('speaks Chinese first, and English to whoever asks for it', () => {
  expect(locale()).toBe('zh-CN')
  expect(texts.hello()).toBe('您好')
  speak('en')
  expect(texts.hello()).toBe('Hello')
})

it('fills parameters in either language, wherever they stand', () => {
  expect(texts.left({ hours: 2, total: 8 })).toBe('还有 2 小时,共 8 小时')
  speak('en')
  expect(texts.left({ hours: 2, total: 8 })).toBe('2 of 8 hours left')
})

it('does not read parameters out of what was filled in', () => {
  expect(texts.left({ hours: '{total}', total: 8 })).toBe('还有 {total} 小时,共 8 小时')
})

it('misses no parameter, by its type', () => {
  // @ts-expect-error total is missing
  expect(texts.left({ hours: 2 })).toContain('{total}')
  // @ts-expect-error nothing is asked for
  expect(texts.hello({ name: 'x' })).toBe('您好')
  // @ts-expect-error English is missing
  expect(defineMessages({ alone: ['一个人'] })).toBeTruthy()
})

it('picks the name of a thing, Chinese where there is no other', () => {
  const lamp = { zh: '路灯', en: 'Street lamp' }
  expect(named(lamp)).toBe('路灯')
  speak('en')
  expect([named(lamp), named({ zh: '沟溪乡' }), named({ zh: '沟溪乡', en: '' })]).toEqual([
    'Street lamp',
    '沟溪乡',
    '沟溪乡',
  ])
})

it.each([
  [undefined, 'zh-CN'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['en-GB,en;q=0.9,zh;q=0.1', 'en'],
  ['fr, de', 'zh-CN'],
  ['fr, EN', 'en'],
] as const)('hears %s as %s', (header, heard) => expect(localeFrom(header)).toBe(heard))
