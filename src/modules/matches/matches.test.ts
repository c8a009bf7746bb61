import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { idNumber } from '../../../demo/identifiers.ts'
import { WHOLE } from '#kernel/authorise.ts'
import { inScope } from '#kernel/db.ts'
import { addHold } from '#kernel/holds.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { getResident, registerResident } from '#modules/people/contract-residents.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { refused } from '#test/city/lamp.ts'
import { decideMatch, getMatch, listMatches, matchFigures, searchMatches, undoMatch } from './contract.ts'
import { levelWord } from './console/messages.ts'
import { PERSON_FIELDS } from './person/fields.ts'
import { partsOf } from './rules.ts'
import { commonPlace } from './search.ts'

const id = (): never => uuidv7(START) as never

it.each([
  ['330802211209002', '330802211209002', '330802211209002'],
  ['330802211209002', '330802211209001', '330802211209'],
  ['330802211209002', '330802211210001', '330802211'],
  ['330802211209002', '330802212210001', '330802'],
  ['330802211209002', '330881121228001', '3308'],
])('%s and %s lie in %s', (a, b, place) => expect(commonPlace(a, b)).toBe(place))

it('a place too large to be held at once is held in parts of neighbouring grids, each person in one of them', () => {
  const grids = [30, 40, 50, 200, 10].map((n, at) => ({ grid: `33080221100${at}001`, n }))
  const parts = partsOf('330802211', grids, 100).map(({ lo, hi }) => [lo, hi])
  expect(parts).toEqual([
    ['330802211', '330802211002001'],
    ['330802211002001', '330802211003001'],
    ['330802211003001', '330802211004001'],
    ['330802211004001', '330802211~'],
  ])
  expect(partsOf('330802211', grids, 1000).map(({ lo, hi }) => [lo, hi])).toEqual([['330802211', '330802211~']])
  expect(partsOf('330802211', [], 1000)).toEqual([])
})

describe('the same person entered twice', () => {
  let house: House
  let worker: ReturnType<House['as']>
  let village: ReturnType<House['as']>
  let room: ReturnType<House['as']>
  const enter = async (more: object, by = room): Promise<never> => {
    const one = { id: id(), name: '余桂花', homePlace: STAGE.grid, ...more }
    await house.send(by, registerResident, one)
    return one.id
  }
  const searched = async (place: string = STAGE.township): Promise<void> => {
    await house.send(room, searchMatches, { id: id(), place })
    await house.sweep()
  }
  const pairOf = async (one: string, other: string, by = room) => {
    const { rows } = await house.ask(by, listMatches, { limit: 200 })
    const shown = await Promise.all(rows.map((row) => house.ask(by, getMatch, { pair: row.id })))
    return shown.find(({ a, b }) => [a.id, b.id].sort().join() === [one, other].sort().join())
  }
  const looks = (person: string) =>
    house.rows<{ name: string; purpose: string }>(
      `select name, purpose from kernel.record where about = '${person}' and kind = 'query' order by seq`,
    )

  beforeAll(async () => {
    house = await openHouse()
    worker = house.as('yuXuewen')
    village = house.as('yuGuorong')
    room = house.as('huWeiping')
  }, 120_000)
  afterAll(() => house.close())

  it('is found by one who asks, shown side by side with reasons, and merged; one click makes two of them again', async () => {
    const first = await enter({ name: '郑建国', born: '1962-07-03', phone: '13900002222', sex: 'male' })
    const second = await enter({ name: '郑建国', born: '1962-03-07', phone: '13900002222', homePlace: STAGE.otherGrid })
    await searched()
    const pair = (await pairOf(first, second, village)) ?? expect.fail('the pair was not found')
    expect(pair).toMatchObject({ place: STAGE.village, state: 'open', can: { decide: true, undo: false } })
    expect(pair.likely).toBeGreaterThan(0.9)
    expect(pair.reasons.map(({ field, level }) => `${field} ${level}`)).toEqual([
      'name same',
      'born slip',
      'phone same',
      'home village',
    ])
    expect(pair.a.phoneMasked).toBe('139****2222')
    expect((await looks(first)).map(({ name, purpose }) => `${name} ${purpose}`)).toContain(
      'matches.get same_person_check',
    )

    await house.send(village, decideMatch, { pair: pair.id, verdict: 'same', kept: first })
    const merged = await house.ask(village, getResident, { id: second })
    expect(merged.resident.id).toBe(first)
    await expect(house.send(village, decideMatch, { pair: pair.id, verdict: 'different' })).rejects.toEqual(
      refused('already'),
    )

    house.clock.advance(1000)
    expect(await house.send(village, undoMatch, { pair: pair.id })).toEqual({ pair: pair.id, state: 'open' })
    expect((await house.ask(village, getResident, { id: second })).resident.id).toBe(second)
    const told = await house.ask(village, getMatch, { pair: pair.id })
    expect(told.decisions.map(({ verdict }) => verdict)).toEqual(['same', 'undone'])
    await expect(house.send(village, undoMatch, { pair: pair.id })).rejects.toEqual(refused('already'))
  })

  it('may be another of the same name: told apart once, never shown again', async () => {
    const first = await enter({ name: '王伟', born: '1980-01-02', phone: '13900003333' })
    const second = await enter({ name: '王伟', born: '1980-01-02', phone: '13900003333' })
    await searched(STAGE.grid)
    const pair = (await pairOf(first, second, worker)) ?? expect.fail('the pair was not found')
    await house.send(worker, decideMatch, { pair: pair.id, verdict: 'later' })
    expect((await house.ask(worker, listMatches, { state: 'later' })).rows.map((row) => row.id)).toContain(pair.id)
    await house.send(worker, decideMatch, { pair: pair.id, verdict: 'different' })
    await searched(STAGE.grid)
    expect(await pairOf(first, second, worker)).toBeUndefined()
    expect((await house.ask(worker, matchFigures, {})).different).toBe(1)
    expect((await house.ask(worker, listMatches, { state: 'decided' })).rows[0]?.decidedAt).not.toBeNull()
  })

  it('is not what twins are, nor father and son', async () => {
    const twin = (name: string, order: string) => ({
      name,
      born: '2001-05-06',
      phone: '13900004444',
      documents: [{ id: id(), kind: 'resident_id', number: numbered(order) }],
    })
    const first = await enter(twin('徐浩刚', '998'))
    const second = await enter(twin('徐浩香', '999'))
    await searched(STAGE.grid)
    expect(await pairOf(first, second)).toBeUndefined()
  })

  it('of two townships is decided by the county, which sees no other pairs', async () => {
    const away = house.as('fangXiaoyan', '330802212')
    const there = (
      await house.rows<{ code: string }>(
        `select code from places.place where code like '330802212%' and length(code) = 15 order by 1 limit 1`,
      )
    )[0]
    const number = numbered('998', '19550607')
    const card = () => [{ id: id(), kind: 'resident_id' as const, number }]
    const first = await enter({ name: '柴土根', documents: card() })
    const second = await enter({ name: '柴土根', documents: card(), homePlace: there?.code }, away)
    await searched(STAGE.village)
    expect(await pairOf(first, second)).toBeUndefined()
    const county = house.as('chenLixin')
    const pair = (await pairOf(first, second, county)) ?? expect.fail('the county does not see the pair')
    expect(pair.place).toBe(STAGE.county)
    const { rows } = await house.ask(county, listMatches, {})
    expect(rows.map(({ place }) => place)).toEqual(rows.map(() => STAGE.county))
    await house.send(county, decideMatch, { pair: pair.id, verdict: 'same', kept: second })
    expect((await house.ask(away, getResident, { id: second })).merged.map(({ gone }) => gone)).toEqual([first])
  })

  it('is found in another township by name and birthday alone, and in parts where the place is too large', async () => {
    const [there] = await house.rows<{ code: string }>(
      `select code from places.place where code like '330802212%' and length(code) = 15 order by 1 limit 1`,
    )
    const first = await enter({ name: '柴水·根', born: '1949-02-03' })
    const second = await enter(
      { name: '柴水根', born: '1949-02-03', homePlace: there?.code },
      house.as('fangXiaoyan', '330802212'),
    )
    await inScope(house.p.db, WHOLE, (tx) =>
      addHold(tx, {
        id: id(),
        lever: 'matches.mostAtOnce',
        place: STAGE.county,
        value: 10,
        reason: '试',
        heldBy: null,
        startsAt: house.clock.now(),
        endsAt: house.clock.now() + 60_000,
      }),
    )
    await searched(STAGE.township)
    const county = house.as('chenLixin')
    expect((await pairOf(first, second, county))?.place).toBe(STAGE.county)
    const { search: last } = await house.ask(room, matchFigures, {})
    expect(last?.persons).toBeGreaterThan(10)
  })

  it('is looked for by the house each month, at night', async () => {
    const monthly = async () =>
      (await house.rows(`select from matches.search where post is null and place = '${STAGE.township}'`)).length
    const before = await monthly()
    await house.sweep()
    expect(await monthly()).toBe(before)
    house.clock.advance(40 * 86_400_000 - (house.clock.now() % 86_400_000) + 19 * 3_600_000)
    await house.sweep()
    expect(await monthly()).toBe(before + 1)
    await house.sweep()
    expect(await monthly()).toBe(before + 1)
    const waiting = await house.rows(`select from matches.search where done_at is null`)
    expect(waiting).toEqual([])
  })

  it('is nobody else’s business', async () => {
    const { rows } = await house.ask(village, listMatches, {})
    const pair = rows[0]?.id ?? expect.fail('no pair to try')
    for (const who of ['zhengMingyuan', 'wangJianping'] as const)
      await expect(house.ask(house.as(who), getMatch, { pair })).rejects.toEqual(refused('forbidden'))
    await expect(house.ask(house.as('chenLixin'), getMatch, { pair })).rejects.toEqual(refused('not_found'))
    await expect(house.send(house.as('zhengMingyuan'), decideMatch, { pair, verdict: 'same' })).rejects.toEqual(
      refused('forbidden'),
    )
    await expect(house.send(house.as('wangJianping'), undoMatch, { pair })).rejects.toEqual(refused('forbidden'))
  })

  it('is looked for in a township at most, of one’s own, and once at a time', async () => {
    const search = (place: string) => house.send(room, searchMatches, { id: id(), place })
    await expect(search(STAGE.county)).rejects.toEqual(refused('invalid'))
    await expect(search(ELSEWHERE.township)).rejects.toEqual(refused('forbidden'))
    await expect(search('330899999')).rejects.toEqual(refused('not_found'))
    await house.send(room, searchMatches, { id: id(), place: STAGE.village })
    await expect(search(STAGE.village)).rejects.toEqual(refused('already'))
    await house.sweep()
    const { search: last } = await house.ask(village, matchFigures, {})
    expect(last).toMatchObject({ place: STAGE.village })
    expect(last?.doneAt).not.toBeNull()
  })
})

function numbered(order: string, born = '20010506'): string {
  const whole = idNumber('330802', `${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}`, 'female')
  if (order === '998') return whole
  return idNumber('330802', `${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}`, 'male')
}

it('has words for every field and level that a reason may name', () => {
  for (const { name, levels } of PERSON_FIELDS)
    for (const level of levels) expect(levelWord(name, level)).not.toBe(level)
})
