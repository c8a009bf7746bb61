import { expect, it } from 'vitest'
import { STATES } from '../lifecycle.ts'
import { stairOf } from '../parts/stair.ts'
import { stationsOf } from './stations.ts'

it('a report that is in has left the first station, and an ended one all of them', () => {
  expect(stationsOf('received').map(({ state }) => state)).toEqual(['done', 'now', 'ahead', 'ahead'])
  expect(stationsOf('handling').map(({ state }) => state)).toEqual(['done', 'done', 'now', 'ahead'])
  expect(stationsOf('confirming').map(({ state }) => state)).toEqual(['done', 'done', 'done', 'now'])
  expect(stationsOf('declined').every(({ state }) => state === 'done')).toBe(true)
})

it('at most one station is the present one, in every state', () => {
  for (const state of STATES)
    expect(stationsOf(state).filter((one) => one.state === 'now').length).toBeLessThanOrEqual(1)
})

it('a case that went up and was handed down again shows where it has been', () => {
  const steps = [{ level: 'grid' }, { level: 'village' }, { level: 'township' }, { level: 'village' }] as const
  expect(stairOf(steps).map(({ key, state }) => `${key} ${state}`)).toEqual([
    'grid passed',
    'village here',
    'township passed',
    'county ahead',
    'city ahead',
  ])
})
