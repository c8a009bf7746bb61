import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { UUID } from '#kernel/ids.ts'
import { ADMIN_ROLES, ROLES } from '#modules/posts/contract.ts'
import { cast, ELSEWHERE, SHOWN, STAGE } from './cast.ts'
import { makeCity } from './city.ts'
import { makeFirms } from './firms.ts'
import { HIGHLAND, highland } from './highland.ts'
import { CREDIT_BODY, PHONE_PREFIX } from './identifiers.ts'
import { demoLines, demoPlaces } from './sources.ts'
import { teamMembers } from './teams.ts'

const [places, lines] = [demoPlaces(), demoLines()]
const city = makeCity(places, lines)
const people = [...city.staff, ...city.residents]
const byId = new Map(people.map((person) => [person.id, person]))
const held = Map.groupBy(city.posts, ({ place }) => place)

describe('the demo city', () => {
  it('has the size it promises', () => {
    const [residentsOfTheCast, staff] = [
      Object.values(cast).filter(({ home }) => home),
      city.staff.filter(({ home }) => !home),
    ]
    expect([residentsOfTheCast.length, city.residents.length]).toEqual([4, 3000])
    expect(staff.length).toBe(2186)
    expect([city.organs.length, city.organs.filter(({ kind }) => kind === 'command_room').length]).toEqual([300, 100])
    const counted = Map.groupBy(city.posts, ({ role }) => role)
    expect(ROLES.map((role) => [role, counted.get(role)?.length])).toEqual([
      ['grid_worker', 4236],
      ['village_cadre', 1664],
      ['township_room', 319],
      ['department_officer', 384],
      ['county_command', 30],
      ['city_command', 6],
      ['operator', 8],
      ['auditor', 1],
      ['system_admin', 1],
      ['security_admin', 1],
    ])
  })
  it('has grid teams of nine, with whoever holds the grid: 38,124 people, each with a phone of his own', () => {
    const grids = places.flatMap(({ level, code }) => (level === 'grid' ? [code] : []))
    const members = [...teamMembers(grids)]
    expect(members.length + grids.length).toBe(38_124)
    expect(new Set(members.map(({ phone }) => phone)).size).toBe(members.length)
    expect(new Set([...members.map(({ id }) => id), ...people.map(({ id }) => id)]).size).toBe(
      members.length + people.length,
    )
    expect(Map.groupBy(members, ({ home }) => home).size).toBe(grids.length)
  })
  it('has two firms in each township, each with a name and a code of its own, at a grid', () => {
    const firms = makeFirms(places)
    const grids = new Set(places.flatMap(({ level, code }) => (level === 'grid' ? [code] : [])))
    expect(new Set([...grids].map((code) => code.slice(0, 9))).size * 2).toBe(firms.length)
    expect(firms.every(({ place }) => grids.has(place))).toBe(true)
    for (const of of ['id', 'creditCode'] as const)
      expect(new Set([...city.organs, ...firms].map((organ) => organ[of])).size).toBe(firms.length + city.organs.length)
    expect(new Set(firms.map(({ name }) => name.zh)).size).toBe(firms.length)
    expect(JSON.stringify(makeFirms(places))).toBe(JSON.stringify(firms))
  })
  it('is the same city every time', () => {
    const hash = (made: unknown): string => createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 16)
    expect(hash(makeCity(places, lines))).toBe(hash(city))
    // Pinned: a change of the city is meant, or it is a mistake.
    expect(hash(city)).toBe('370244d2f76accf8')
  })
  it('leaves no grid, no village and no township without somebody who answers for it', () => {
    const roles = {
      grid: 'grid_worker',
      village: 'village_cadre',
      township: 'township_room',
      county: 'county_command',
      city: 'city_command',
    }
    for (const { code, level } of places)
      if (level !== 'microgrid')
        expect(
          held.get(code)?.some(({ role }) => role === roles[level]),
          code,
        ).toBe(true)
  })
  it('lets nobody walk more than five grids, or beyond one township', () => {
    for (const [person, posts] of Map.groupBy(city.posts, (post) => post.person)) {
      const grids = posts.filter(({ role, title }) => role === 'grid_worker' && title === '专职网格员')
      expect(grids.length).toBeLessThanOrEqual(5)
      expect(new Set(grids.map(({ place }) => place.slice(0, 9))).size, byId.get(person)?.name).toBeLessThanOrEqual(1)
    }
  })
  it('has an organ of every line in the city and in every county, with people in it', () => {
    const at = places.filter(({ level }) => level === 'city' || level === 'county').map(({ code }) => code)
    const staffed = new Set(city.posts.map(({ organ }) => organ))
    for (const code of at)
      for (const { key } of lines) {
        const found = city.organs.filter(({ place, line }) => place === code && line === key)
        expect([found.length, staffed.has(found[0]?.id ?? '')], `${key} ${code}`).toEqual([1, true])
      }
    expect(city.organs.every(({ id }) => staffed.has(id))).toBe(true)
    expect(new Set(city.organs.map(({ name }) => name.zh)).size).toBe(300)
  })
  it('keeps every post whole: a person, a place, an organ that exist', () => {
    const [codes, organs] = [new Set(places.map(({ code }) => code)), new Set(city.organs.map(({ id }) => id))]
    for (const { id, person, place, organ, role } of city.posts) {
      expect(byId.has(person) && codes.has(place) && (organ === null || organs.has(organ)), id).toBe(true)
      if (!['grid_worker', 'village_cadre'].includes(role)) expect(organ, id).not.toBeNull()
    }
    expect(new Set(city.posts.map(({ person, place, role }) => `${person} ${place} ${role}`)).size).toBe(
      city.posts.length,
    )
    expect(city.residents.every(({ home }) => home !== null && codes.has(home))).toBe(true)
  })
  it('gives everybody an id, a phone and a login of their own', () => {
    const ids = [...people, ...city.posts, ...city.organs].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(UUID)
    const logins = city.staff.flatMap(({ login }) => login ?? [])
    expect(new Set(logins).size).toBe(logins.length)
    for (const login of logins) expect(login).toMatch(/^[a-z][a-z0-9]{2,30}$/)
    expect(new Set(people.map(({ phone }) => phone)).size).toBe(people.length)
    for (const { phone } of people) expect(phone.startsWith(PHONE_PREFIX) && phone.length === 11).toBe(true)
  })
  it('has credit codes with a right checksum that no register has issued', () => {
    for (const { creditCode, name } of city.organs) {
      expect(validCreditCode(creditCode), name.zh).toBe(true)
      expect(creditCode.slice(8, 12)).toBe(CREDIT_BODY)
    }
    expect(new Set(city.organs.map(({ creditCode }) => creditCode)).size).toBe(300)
    expect(validCreditCode('91330100799655058B')).toBe(true)
    expect(validCreditCode('91330100799655058C')).toBe(false)
  })
})

describe('the cast', () => {
  const members = Object.values(cast)
  const postsOf = (id: string): string[] =>
    city.posts.filter(({ person }) => person === id).map(({ role, place }) => `${role} ${place}`)

  it('comes first among the staff, with ids that never change', () => {
    expect(city.staff.slice(0, members.length).map(({ id }) => id)).toEqual(members.map(({ id }) => id))
    expect(cast.yuXuewen.id).toBe('019b7523-3400-7ca5-8000-000000000001')
  })
  it('stands on its stage alone', () => {
    expect(held.get(STAGE.grid)?.map(({ person }) => person)).toEqual([cast.yuXuewen.id])
    expect(held.get(STAGE.otherGrid)?.map(({ person }) => person)).toEqual([cast.yuXiaoqing.id])
    expect(held.get(STAGE.village)?.map(({ person }) => person)).toEqual([cast.yuGuorong.id])
    expect(held.get(ELSEWHERE.grid)?.map(({ person }) => person)).toEqual([cast.zhouChunxian.id])
    expect(postsOf(cast.fangXiaoyan.id)).toEqual(['township_room 330802211', 'township_room 330802212'])
  })
  it('has a second stage in the mountains, with people who stand nowhere else', () => {
    const holders = (place: string) => held.get(place)?.map(({ person }) => person)
    expect(holders(HIGHLAND.grid)).toEqual([highland.lanYing.id])
    expect([holders(HIGHLAND.village), holders(HIGHLAND.otherGrid)]).toEqual([
      [highland.leiGenfa.id],
      [highland.leiGenfa.id],
    ])
    expect(postsOf(highland.lanYing.id)).toHaveLength(1)
  })
  it('covers every role', () => {
    expect(new Set(members.flatMap(({ posts }) => posts.map(({ role }) => role)))).toEqual(new Set(ROLES))
  })
  it('gives the three administrator roles to three persons who do nothing else', () => {
    for (const { posts } of members)
      if (posts.some(({ role }) => ADMIN_ROLES.some((admin) => admin === role))) expect(posts).toHaveLength(1)
  })
  it('gives residents an id number with a right checksum, and no login', () => {
    for (const { login, idNumber, home, about } of members) {
      expect(Boolean(about.zh && about.en)).toBe(true)
      expect((login === null) === (home !== null)).toBe(true)
      if (home) expect(validIdNumber(idNumber ?? '') && /99[89].$/.test(idNumber ?? '')).toBe(true)
    }
    expect(validIdNumber('11010519491231002X')).toBe(true)
  })
  it('names those whose logins are shown', () => {
    expect(SHOWN.every((key) => cast[key].phone)).toBe(true)
  })
})

/** GB 32100 and GB 11714, written down a second time on purpose. */
function validCreditCode(code: string): boolean {
  const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return false
  const sum = weights.reduce((total, weight, at) => total + weight * letters.indexOf(code.charAt(at)), 0)
  const inner =
    [3, 7, 9, 10, 5, 8, 4, 2].reduce(
      (total, weight, at) => total + weight * Number.parseInt(code.charAt(8 + at), 36),
      0,
    ) % 11
  const check = inner === 1 ? 'X' : inner === 0 ? '0' : String(11 - inner)
  return code.charAt(16) === check && letters.charAt((31 - (sum % 31)) % 31) === code.charAt(17)
}

function validIdNumber(code: string): boolean {
  const sum = Array.from(code).reduce(
    (total, digit, at) => total + (digit === 'X' ? 10 : Number(digit)) * (2 ** (17 - at) % 11),
    0,
  )
  return /^\d{17}[\dX]$/.test(code) && sum % 11 === 1
}
