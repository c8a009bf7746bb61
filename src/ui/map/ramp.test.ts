import { expect, test } from 'vitest'
import { colourOf, NOTHING, RAMP, rampFor, stepsOf } from './ramp.ts'

test('five steps hold a fifth of the places each', () => {
  expect(stepsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual([1, 3, 5, 7, 9])
})

test('a value that most places share does not swallow the others', () => {
  expect(stepsOf([1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3])).toEqual([1, 2, 3])
})

test('few different values give few steps, never an empty one', () => {
  expect(stepsOf([1, 1, 1, 1, 2])).toEqual([1, 2])
  expect(stepsOf([0, 0])).toEqual([])
})

test('nothing has the colour of nothing and the most has the darkest', () => {
  const steps = stepsOf([1, 1, 4, 9])
  expect(colourOf(0, steps)).toBe(NOTHING)
  expect(colourOf(9, steps)).toBe(RAMP[4])
  expect(rampFor([3])).toEqual([RAMP[2]])
})
