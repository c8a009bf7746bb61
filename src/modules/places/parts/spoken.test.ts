import { expect, it } from 'vitest'
import { spokenName } from './spoken.ts'

const path = (...names: string[]) => ['衢州市', '柯城区', ...names].map((name) => ({ name }))

it('says township and grid, and the village once', () => {
  expect(spokenName(path('沟溪乡', '余东村', '余东村第2网格'))).toBe('沟溪乡 · 余东村第2网格')
  expect(spokenName(path('沟溪乡', '余东村', '溪边网格'))).toBe('沟溪乡 · 余东村 · 溪边网格')
  expect(spokenName(path('沟溪乡', '余东村'))).toBe('沟溪乡 · 余东村')
})
