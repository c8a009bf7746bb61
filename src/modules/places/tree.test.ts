import { describe, expect, it } from 'vitest'
import { searchTree } from './search.ts'
import { growTree, type NamedPlace } from './tree.ts'

const LEVELS = { 4: 'city', 6: 'county', 9: 'township', 12: 'village', 15: 'grid' } as const
type Given = [code: string, name: string, initials: string, rest?: Partial<NamedPlace>]

const place = ([code, name, initials, rest]: Given): NamedPlace => ({
  id: `id ${code} ${rest?.validFrom ?? ''}`,
  code,
  name,
  initials,
  reading: initials,
  level: LEVELS[code.length as keyof typeof LEVELS],
  parent:
    { 6: code.slice(0, 4), 9: code.slice(0, 6), 12: code.slice(0, 9), 15: code.slice(0, 12) }[code.length] ?? null,
  kind: 'x',
  lon: null,
  lat: null,
  validFrom: '2020-01-01',
  validTo: null,
  nameFrom: '2020-01-01',
  ...rest,
})

const grow = (day: string, ...given: Given[]) =>
  growTree(day, given.map(place), [
    { was: '330802002', became: '330802003', day: '2026-01-01' },
    { was: '330802003', became: '330802004', day: '2027-01-01' },
  ])

const town = (day: string) =>
  grow(
    day,
    ['3308', '衢州市', 'qzs'],
    ['330802', '柯城区', 'kcq'],
    ['330802001', '沟溪乡', 'gxx'],
    ['330802001001', '余东村', 'ydc'],
    ['330802001001002', '余东村第2网格', 'ydc2'],
    ['330802002', '旧乡', 'jx', { validTo: '2026-01-01' }],
    ['330802003', '新乡', 'xx', { validFrom: '2026-01-01', validTo: '2027-01-01' }],
    ['330802004', '新新乡', 'xxx', { validFrom: '2027-01-01' }],
    ['330802005', '余家乡', 'yjx', { id: 'renamed' }],
    ['330802005', '余东乡', 'ydx', { id: 'renamed', nameFrom: '2026-06-01' }],
  )

describe('the tree of a day', () => {
  it('names a place in short and by its whole path', () => {
    const tree = town('2026-09-01')
    expect(tree.shortName('330802001001002')).toBe('沟溪乡 · 余东村 · 第2网格')
    expect(tree.shortName('330802001')).toBe('沟溪乡')
    expect(tree.shortName('330802')).toBe('柯城区')
    expect(tree.path('330802001001').map(({ name }) => name)).toEqual(['衢州市', '柯城区', '沟溪乡', '余东村'])
    expect(tree.shortName('999')).toBe('')
    expect(tree.nameOf('330899')).toBe('330899')
  })
  it.each([
    ['2025-06-01', '330802002', '330802002'],
    ['2026-06-01', undefined, '330802003'],
    ['2027-06-01', undefined, '330802004'],
  ])('on %s the old township is %s and answered for by %s', (day, living, successor) => {
    const tree = town(day)
    expect(tree.get('330802002')?.code).toBe(living)
    expect(tree.successor('330802002')).toBe(successor)
    expect(tree.nameOf('330802002')).toBe('旧乡')
  })
  it('shows a renamed place under the name of the day', () => {
    expect(town('2026-05-31').nameOf('330802005')).toBe('余家乡')
    expect(town('2026-06-01').nameOf('330802005')).toBe('余东乡')
    expect(town('2026-09-01').get('330802005')?.otherNames).toEqual(['余家乡'])
  })
})

describe('finding a place', () => {
  const tree = town('2026-09-01')
  const codes = (text: string, more: object = {}) =>
    searchTree(tree, { text, limit: 10, ...more }).map(({ code }) => code)
  it.each([
    ['余东村', ['330802001001', '330802001001002'], 'exact before beginning'],
    ['余东', ['330802005', '330802001001', '330802001001002'], 'higher levels first'],
    ['东村', ['330802001001', '330802001001002'], 'anywhere in the name'],
    ['YDC', ['330802001001', '330802001001002'], 'initials, exact before beginning'],
    ['330802001', ['330802001', '330802001001', '330802001001002'], 'code, exact before beginning'],
    ['余家', ['330802005'], 'an old name'],
    ['旧乡', [], 'a place that ended is not offered'],
    ['%', [], 'no wildcards'],
  ])('%s', (text, expected) => expect(codes(text)).toEqual(expected))
  it('keeps to a level, a subtree and a number', () => {
    expect(codes('余东', { level: 'grid' })).toEqual(['330802001001002'])
    expect(codes('余东', { under: '330802001' })).toEqual(['330802001001', '330802001001002'])
    expect(codes('余东', { limit: 1 })).toEqual(['330802005'])
  })
})
