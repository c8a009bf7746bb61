import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { HOUR_MS, instant } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { readAlert } from './cap/read.ts'
import { endWarning, listWarnings, readCap, warn, warningCap } from './contract-warnings.ts'

describe('what the public is warned of', () => {
  let house: House
  beforeEach(async () => void (house = await openHouse()))
  afterEach(() => house.close())
  const county = () => house.as('chenLixin')
  const rain = (more: object = {}) => ({
    id: uuidv7(house.clock.now()) as never,
    hazard: 'rainstorm' as const,
    grade: 'II' as const,
    startsAt: instant(house.clock.now() + HOUR_MS),
    endsAt: instant(house.clock.now() + 24 * HOUR_MS),
    area: [STAGE.township, '330802212'],
    matter: '未来 6 小时降雨量将超过 50 毫米 <山区>',
    measures: '远离山塘 & 溪边,听从转移通知',
    ...more,
  })
  const holding = (place: string) => house.ask(house.nobody, listWarnings, { place })

  it('has all eight items, is read by everybody where it holds, and is over by itself', async () => {
    const warning = await house.send(county(), warn, rain())
    expect(warning).toMatchObject({
      state: 'live',
      areaNames: ['沟溪乡', '华墅乡'],
      issuerName: { zh: expect.stringContaining('柯城区') as string },
    })
    expect(warning.can).toEqual(['update', 'end'])
    // Whoever reads it may do nothing with it.
    expect((await holding(STAGE.grid)).rows).toEqual([{ ...warning, can: [] }])
    expect((await holding(STAGE.county)).rows).toHaveLength(1)
    expect((await holding(ELSEWHERE.grid)).rows).toEqual([])
    house.clock.advance(25 * HOUR_MS)
    expect((await holding(STAGE.grid)).rows).toEqual([])
    expect((await house.ask(house.nobody, listWarnings, { past: true })).rows).toMatchObject([{ state: 'over' }])
  })

  it('is updated and lifted by its own office, and says so', async () => {
    const first = await house.send(county(), warn, rain())
    house.clock.advance(HOUR_MS)
    const next = await house.send(county(), warn, rain({ grade: 'I', follows: first.id }))
    expect((await holding(STAGE.grid)).rows.map(({ id }) => id)).toEqual([next.id])
    await expect(house.send(county(), warn, rain({ follows: first.id }))).rejects.toMatchObject({ code: 'conflict' })
    await expect(house.send(house.as('zhuGuoliang'), warn, rain({ follows: next.id }))).rejects.toMatchObject({
      code: 'forbidden',
    })
    const canDo = async (who: 'chenLixin' | 'zhuGuoliang' | 'zhuJianjun') =>
      (await house.ask(house.as(who), listWarnings, { place: STAGE.grid })).rows[0]?.can
    expect(await canDo('chenLixin')).toEqual(['update', 'end'])
    expect(await canDo('zhuGuoliang')).toEqual(['end'])
    expect(await canDo('zhuJianjun')).toEqual([])
    const lifting = { id: next.id, reason: '雨已停' }
    await expect(house.send(house.as('zhuJianjun'), endWarning, lifting)).rejects.toMatchObject({ code: 'forbidden' })
    expect((await house.send(county(), endWarning, lifting)).state).toBe('cancelled')
    expect((await holding(STAGE.grid)).rows).toEqual([])
  })

  it('is refused with an item missing, beyond the own place, or from who may not warn', async () => {
    await expect(house.send(county(), warn, rain({ measures: '' }))).rejects.toMatchObject({ code: 'invalid' })
    await expect(house.send(county(), warn, rain({ endsAt: instant(house.clock.now()) }))).rejects.toMatchObject({
      code: 'invalid',
    })
    await expect(house.send(county(), warn, rain({ area: [STAGE.city] }))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(house.send(house.as('yuXuewen'), warn, rain())).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('leaves as CAP 1.2 and comes back the same', async () => {
    const first = await house.send(county(), warn, rain({ mark: '演练' }))
    const next = await house.send(county(), warn, rain({ follows: first.id }))
    const { xml, name } = await house.ask(house.nobody, warningCap, { id: next.id })
    expect(name).toBe(`${next.id}.cap.xml`)
    const back = await house.ask(county(), readCap, { xml })
    expect(back).toMatchObject({
      identifier: next.id,
      status: 'Actual',
      msgType: 'Update',
      sent: next.issuedAt.replace(/\.\d+/, '.000'),
    })
    expect(back.infos.map(({ language, hazard, grade }) => [language, hazard, grade])).toEqual([
      ['zh-CN', 'rainstorm', 'II'],
      ['en-US', 'rainstorm', 'II'],
    ])
    expect(back.infos[0]).toMatchObject({
      description: next.matter,
      instruction: next.measures,
      areas: ['沟溪乡', '华墅乡'],
    })
    expect(readAlert((await house.ask(house.nobody, warningCap, { id: first.id })).xml).status).toBe('Exercise')
    await house.send(county(), endWarning, { id: next.id, reason: '雨已停' })
    expect(readAlert((await house.ask(house.nobody, warningCap, { id: next.id })).xml)).toMatchObject({
      msgType: 'Cancel',
    })
    await expect(house.ask(house.as('yuXuewen'), readCap, { xml })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('an alert from outside', () => {
  const refused = (xml: string): string => {
    try {
      readAlert(xml)
      return 'read'
    } catch (error) {
      return (error as { detail: { problems: { problem: string }[] } }).detail.problems[0]?.problem ?? ''
    }
  }
  it('is refused when it is hostile, before anything of it is used', () => {
    expect(refused('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')).toBe('doctype')
    expect(refused('<a>&x;</a>')).toBe('malformed')
    expect(refused('<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="http://localhost/"/></a>')).toBe(
      'include',
    )
    expect(refused('<a>'.repeat(40) + '</a>'.repeat(40))).toBe('too_deep')
    expect(refused('<a/>'.padEnd(500_000))).toBe('too_large')
    expect(refused('<a>')).toBe('malformed')
    expect(refused('')).toBe('malformed')
    expect(refused('<alert/>')).toBe('not_an_alert')
  })

  /** Samples of the world's weather services, with what the schema says of each; not part of the project. */
  const SAMPLES = new URL('../../../../shared/data/cap/', import.meta.url)
  type Sample = { file: string; capVersion: string; xsdValid: boolean }
  const samples: Sample[] = existsSync(new URL('manifest.json', SAMPLES))
    ? (JSON.parse(readFileSync(new URL('manifest.json', SAMPLES), 'utf8')) as Sample[])
    : []
  it.skipIf(samples.length === 0)('is read or refused as its schema says', () => {
    for (const { file, capVersion, xsdValid } of samples) {
      const bytes = readFileSync(new URL(`alerts/${file}`, SAMPLES))
      const latin = /encoding=["']iso-8859-1/i.test(bytes.toString('latin1').slice(0, 100))
      const outcome = refused(bytes.toString(latin ? 'latin1' : 'utf8'))
      expect(outcome === 'read', `${file}: ${outcome}`).toBe(xsdValid && capVersion === '1.2')
    }
  })
})
