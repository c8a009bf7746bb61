import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_MS, dayOf, startOfDay } from '#kernel/clock.ts'
import { PURPOSES } from '#modules/consents/messages.ts'
import { monthOf, roundsIn } from './burden.ts'
import { Definition } from './contract.ts'
import { isCore } from './core.ts'
import { neverCollected } from './never.ts'
import { readFields } from './registry/read.ts'
import { misfit } from './parts/misfit.ts'
import { inForce, isFresh, kindOf, stricter } from './rules.ts'
import { csvOf, inWords } from './table.ts'

describe('the shipped data elements', () => {
  const shipped = readFields('2018-01-01')
  it('are well formed, each key once', () => {
    for (const one of shipped) Definition.parse({ ...one, core: isCore(one.key) })
    expect(new Set(shipped.map(({ key }) => key)).size).toBe(shipped.length)
    expect(shipped.length).toBeGreaterThan(100)
  })
  it('hold nothing that is never collected', () => {
    expect(shipped.flatMap((one) => neverCollected(one) ?? [])).toEqual([])
    expect(neverCollected({ key: 'person.note', name: { zh: '宗教信仰' }, choices: [] })).toBe('宗教')
    expect(neverCollected({ key: 'person.bloodGroup', name: { zh: '类型' }, choices: [] })).toBeDefined()
  })
  it('name purposes that exist, a law, and both languages', () => {
    const purposes = new Set(PURPOSES.map(({ key }) => key))
    for (const { purposes: asked, law, name, choices, subject, key } of shipped) {
      expect(asked.filter((one) => !purposes.has(one))).toEqual([])
      expect(law && name.zh && name.en).toBeTruthy()
      for (const { zh, en } of choices) expect(zh && en).toBeTruthy()
      expect(kindOf(key)).toBe(subject)
    }
  })
  it('ask what is sensitive by separate consent only (PIPL art. 29)', () => {
    const byConsent = new Set(PURPOSES.filter(({ basis }) => basis === 'consent').map(({ key }) => key))
    for (const { sensitivity, purposes } of shipped)
      if (sensitivity === 'S3') expect(purposes.every((key) => byConsent.has(key))).toBe(true)
  })
})

describe('freshness', () => {
  it.each([
    ['2026-09-01', '2026-09-01', 1, true],
    ['2026-08-31', '2026-09-01', 1, false],
    ['2026-06-04', '2026-09-01', 90, true],
    ['2026-06-03', '2026-09-01', 90, false],
    ['1999-01-01', '2026-09-01', null, true],
  ])('seen on %s, today %s, fresh for %s days: %s', (seen, today, days, fresh) =>
    expect(isFresh(seen, today, days)).toBe(fresh),
  )
  it('of a form is never laxer than of its field', () => {
    fc.assert(
      fc.property(fc.option(fc.nat(99)), fc.option(fc.nat(99)), (field, form) => {
        const both = stricter(field, form)
        if (field !== null) expect(both).toBeLessThanOrEqual(field)
        if (form !== null) expect(both).toBeLessThanOrEqual(form)
      }),
    )
  })
})

it('a value fits its definition or names why not', () => {
  const choices = [
    { key: 'a', zh: '甲', en: 'A' },
    { key: 'b', zh: '乙', en: 'B' },
  ]
  expect(misfit({ type: 'count', choices: [] }, 2.5)).toBe('not_a_count')
  expect(misfit({ type: 'count', choices: [] }, 2)).toBeUndefined()
  expect(misfit({ type: 'choice', choices }, 'c')).toBe('not_a_choice')
  expect(misfit({ type: 'choices', choices }, ['a', 'a'])).toBe('not_a_choices')
  expect(misfit({ type: 'choices', choices }, [])).toBeUndefined()
  expect(misfit({ type: 'day', choices: [] }, '2026-02-30')).toBe('not_a_day')
  expect(inWords(['a', 'b'], { choices }, { yes: '是', no: '否' })).toBe('甲、乙')
  expect(inWords(true, { choices: [] }, { yes: '√', no: '' })).toBe('√')
})

it('versions of a datum follow each other without a gap or two at once', () => {
  const [one] = readFields('2018-01-01')
  if (!one) throw new Error('nothing shipped')
  const versions = [
    { ...one, core: false, until: '2026-08-31' },
    { ...one, core: false, version: 2, from: '2026-09-01' },
  ]
  expect(inForce(versions, '2026-08-31').map(({ version }) => version)).toEqual([1])
  expect(inForce(versions, '2026-09-01').map(({ version }) => version)).toEqual([2])
  expect(inForce(versions, '2017-12-31')).toEqual([])
})

it('a daily table comes round each day it is open, one without a rhythm once', () => {
  const month = monthOf('2026-09', '2026-09-20')
  expect(month).toEqual({ from: '2026-09-01', to: '2026-09-20' })
  const opened = (day: string) => new Date(startOfDay(day)).toISOString()
  expect(roundsIn({ publishedAt: opened('2026-09-18'), until: null, withinDays: 1 }, month)).toBe(3)
  expect(roundsIn({ publishedAt: opened('2026-08-01'), until: '2026-09-05', withinDays: 1 }, month)).toBe(5)
  expect(roundsIn({ publishedAt: opened('2026-08-31'), until: null, withinDays: 7 }, month)).toBe(2)
  expect(roundsIn({ publishedAt: opened('2026-09-02'), until: null, withinDays: null }, month)).toBe(1)
  expect(roundsIn({ publishedAt: opened('2026-08-02'), until: null, withinDays: null }, month)).toBe(0)
})

it('rounds of a form add up over months, however the months are cut', () => {
  const first = startOfDay('2026-01-01')
  fc.assert(
    fc.property(fc.nat(60), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 80 }), (start, every, cut) => {
      const day = (n: number) => dayOf(first + n * DAY_MS)
      const form = { publishedAt: new Date(first + start * DAY_MS).toISOString(), until: null, withinDays: every }
      const whole = roundsIn(form, { from: day(0), to: day(90) })
      expect(roundsIn(form, { from: day(0), to: day(cut) }) + roundsIn(form, { from: day(cut + 1), to: day(90) })).toBe(
        whole,
      )
    }),
  )
})

it('a table as text opens in a spreadsheet as it was meant', () => {
  const text = csvOf({
    title: ['表'],
    headings: ['甲', '乙'],
    formats: [],
    rows: [
      ['=1+1', 'a,"b"'],
      [2, null],
    ],
    foot: [],
  })
  expect(text).toBe('\uFEFF表\r\n甲,乙\r\n\'=1+1,"a,""b"""\r\n2,\r\n')
})
