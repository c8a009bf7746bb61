import fc from 'fast-check'
import { expect, it } from 'vitest'
import { resident, staff, stranger } from '#test/bare/house.ts'
import {
  covers,
  type Grants,
  NOBODY,
  permit,
  type Reach,
  reachesOf,
  scopeOf,
  subtree,
  SYSTEM,
  WHOLE,
} from './authorise.ts'
import { Refusal } from './errors.ts'

const grants: Grants = {
  'cases.read': { township_room: 'place', department_officer: 'organ', resident: ['self', 'secret'], auditor: 'any' },
  'signin.out': { staff: 'self' },
  'duties.list': { everyone: 'any' },
  'cases.tick': {},
}
const room = staff('township_room', '330802211')
const officer = staff('department_officer', '330802', '00000000-0000-7000-8000-00000000aaaa')

it('says no to whoever is not named, and to permissions that nobody declared', () => {
  expect(reachesOf(grants, 'cases.read', staff('grid_worker', '330802211209001'))).toEqual([])
  expect(reachesOf(grants, 'cases.tick', room)).toEqual([])
  expect(reachesOf(grants, 'cases.burn', room)).toEqual([])
  expect(reachesOf(grants, 'cases.burn', SYSTEM)).toEqual(['any'])
})

it('takes the role before the staff, and the staff before everyone', () => {
  expect(reachesOf(grants, 'signin.out', room)).toEqual(['self'])
  expect(reachesOf(grants, 'signin.out', resident())).toEqual([])
  expect(reachesOf(grants, 'duties.list', stranger)).toEqual(['any'])
  expect(reachesOf({ x: { township_room: 'place', staff: 'any', everyone: 'any' } }, 'x', room)).toEqual(['place'])
})

it.each([
  ['place', room, { place: '330802211' }, true],
  ['place', room, { place: '330802211209002' }, true],
  ['place', room, { place: '330802212' }, false],
  ['place', room, { place: '330802' }, false],
  ['place', room, { place: null }, false],
  ['place', room, {}, false],
  ['organ', officer, { place: '330802211', organ: officer.organ }, true],
  ['organ', officer, { place: '330802211', organ: room.post }, false],
  ['organ', officer, { place: '330803', organ: officer.organ }, false],
  ['organ', { ...officer, organ: null }, { place: '330802211', organ: null }, false],
  ['self', room, { post: room.post }, true],
  ['self', room, { person: room.person }, true],
  ['self', room, { person: officer.person, post: officer.post, place: '330802211' }, false],
  ['self', stranger, { person: null, post: null }, false],
  ['secret', stranger, { token: 'known' }, true],
  ['secret', stranger, { token: 'other' }, false],
  ['any', officer, {}, true],
] as const)('by %s: %#', (reach, actor, where, allowed) => {
  const reaches: Reach[] = [reach]
  const tried = () => permit(reaches, scopeOf(actor, reaches, 'known'), 'cases.read', where)
  if (allowed) expect(tried).not.toThrow()
  else expect(tried).toThrow(Refusal)
})

it('opens nothing by an empty secret, an empty scope or no reach', () => {
  expect(covers(scopeOf(stranger, ['secret'], ''), { token: '' })).toBe(false)
  expect(covers(NOBODY, { place: '', person: '', post: '', token: '', organ: '' })).toBe(false)
  expect(scopeOf(room, [])).toEqual(NOBODY)
})

const code = fc.stringMatching(/^\d{4,17}$/)
it('holds a subtree to be exactly the codes that begin with it', () => {
  fc.assert(
    fc.property(code, code, fc.stringMatching(/^\d{0,8}$/), (root, other, more) => {
      const scope = { ...NOBODY, ...subtree(root) }
      expect(covers(scope, { place: root + more })).toBe(true)
      expect(covers(scope, { place: other })).toBe(other.startsWith(root))
      expect(covers(WHOLE, { place: other })).toBe(true)
    }),
  )
})

it('never lets a narrower reach see what a wider one does not', () => {
  fc.assert(
    fc.property(code, fc.constantFrom(officer.organ, room.post), (place, organ) => {
      const where = { place, organ }
      if (covers(scopeOf(officer, ['organ']), where)) expect(covers(scopeOf(officer, ['place']), where)).toBe(true)
      if (covers(scopeOf(officer, ['place']), where)) expect(covers(scopeOf(officer, ['any']), where)).toBe(true)
    }),
  )
})
