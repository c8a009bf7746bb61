import { expect, it } from 'vitest'
import { fold } from './town/fold.ts'
import type { Looked } from './town/look-row.tsx'

const look = (more: Partial<Looked>): Looked => ({
  id: '1',
  at: '2026-11-23T02:00:00.000Z',
  organ: null,
  office: 'grid_worker 330825203212002',
  role: 'grid_worker',
  post: '专职网格员',
  purpose: { key: 'visit', zh: '走访' },
  basis: null,
  what: 'visits.door',
  fields: null,
  subject: null,
  glass: null,
  withheld: null,
  ...more,
})
const times = (...looks: Looked[]): number[] => fold(looks).map((one) => one.times)

it('tells alike looks once, with their number, and loses none', () => {
  const [twice, other] = [look({ id: '2', at: '2026-11-23T01:00:00.000Z' }), look({ id: '3', what: 'fields.card' })]
  expect(times(look({}), twice, other, look({ id: '4' }))).toEqual([2, 1, 1])
  expect(fold([look({}), twice])[0]?.look.id).toBe('1')
})

it('keeps apart days, cases, reasons and offices', () => {
  expect(times(look({}), look({ at: '2026-11-22T02:00:00.000Z' }))).toEqual([1, 1])
  expect(times(look({ what: 'cases.get', subject: 'a' }), look({ what: 'cases.get', subject: 'b' }))).toEqual([1, 1])
  expect(times(look({}), look({ glass: { reason: '急' } }))).toEqual([1, 1])
  expect(times(look({}), look({ office: 'grid_worker 330825203212001' }))).toEqual([1, 1])
})
