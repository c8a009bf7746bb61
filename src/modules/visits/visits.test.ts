import { afterEach, beforeEach, expect, it } from 'vitest'
import { type House, openHouse } from '#test/city/house.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

it('opens', async () => {
  expect(await house.rows('select from visits.visit')).toEqual([])
})
