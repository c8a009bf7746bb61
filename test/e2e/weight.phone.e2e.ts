import { expect, test } from '@playwright/test'
import { firstLoad } from './weight.ts'

const BUDGET = 120 * 1024

for (const app of ['town', 'field'])
  test(`${app} takes at most 120 KB on a first visit`, () => {
    const bytes = firstLoad(app)
    console.log(`${app}: first load ${(bytes / 1024).toFixed(1)} KB gzip`)
    expect(bytes).toBeLessThanOrEqual(BUDGET)
  })
