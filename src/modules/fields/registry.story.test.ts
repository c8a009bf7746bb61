import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '#test/city/house.ts'
import { defineField, endField, listDefinitions } from './contract.ts'

let house: House
beforeAll(async () => void (house = await openHouse()))
afterAll(() => house.close())

describe('the registry', () => {
  const wells = {
    key: 'household.wells',
    name: { zh: '水井', en: 'Wells' },
    subject: 'household' as const,
    group: 'facility' as const,
    type: 'count' as const,
    choices: [],
    unit: { zh: '口', en: 'wells' },
    source: 'field',
    freshDays: 365,
    sensitivity: 'S1' as const,
    purposes: ['household_service'],
    readers: ['grid_worker', 'village_cadre', 'township_room'],
    law: '《村民委员会组织法》',
    from: '2026-09-02',
  }
  it('takes a new datum from a day on, and a later version beside the earlier one', async () => {
    const city = house.as('zhuGuoliang')
    const made = await house.send(city, defineField, wells)
    expect(made).toMatchObject({ version: 1, until: null })
    await house.relay()
    expect((await house.ask(house.nobody, listDefinitions, {})).rows.some(({ key }) => key === 'household.wells')).toBe(
      false,
    )
    const there = await house.ask(house.nobody, listDefinitions, { day: '2026-09-02' })
    expect(there.rows.find(({ key }) => key === 'household.wells')).toMatchObject({ freshDays: 365 })
    const second = await house.send(city, defineField, { ...wells, freshDays: 100, from: '2026-10-01' })
    expect(second.version).toBe(2)
    await house.relay()
    const on = async (day: string) =>
      (await house.ask(house.nobody, listDefinitions, { day })).rows.find(({ key }) => key === 'household.wells')
        ?.freshDays
    expect([await on('2026-09-30'), await on('2026-10-01')]).toEqual([365, 100])
    expect(await house.send(city, endField, { key: 'dwelling.solar', until: '2026-12-31' })).toMatchObject({
      until: '2026-12-31',
    })
  })
  it.each([
    [
      'what is never collected',
      { key: 'person.bloodType', subject: 'person', name: { zh: '血型' } },
      'never_collected',
    ],
    ['what people keep', { key: 'person.name', subject: 'person' }, 'kept_elsewhere'],
    ['a purpose that nobody knows', { purposes: ['curiosity'] }, 'unknown_purpose'],
    ['sensitive data without consent', { sensitivity: 'S3' }, 'needs_consent'],
    ['a choice with nothing to choose', { type: 'choice' }, 'too_few'],
    ['a day gone by', { from: '2026-08-01' }, 'in_the_past'],
  ])('refuses %s', async (_, more, problem) => {
    const sent = house.send(house.as('zhuGuoliang'), defineField, { ...wells, ...(more as object) } as never)
    await expect(sent).rejects.toMatchObject({
      code: 'invalid',
      detail: { problems: expect.arrayContaining([expect.objectContaining({ problem })]) as never },
    })
  })
  it('is decided for the whole city, not by a township', () =>
    expect(house.send(house.as('huWeiping'), defineField, wells)).rejects.toMatchObject({ code: 'forbidden' }))
})
