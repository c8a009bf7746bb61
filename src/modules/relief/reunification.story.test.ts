import { afterEach, beforeEach, expect, it } from 'vitest'
import { ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { openTools } from '#test/city/opened.ts'
import { likeSeek, listSeeks, matchSeek, seek, withdrawSeek } from './contract-reunification.ts'
import { reunification } from './levers.ts'
import { likeness, ranked } from './likeness.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const id = (): never => house.key() as never
const wang = () => house.as('wangJianping')
const room = () => house.as('huWeiping')
const looking = async (more: object = {}) => {
  const one = {
    id: id(),
    kind: 'looking' as const,
    place: STAGE.village,
    name: '叶秀英',
    sex: 'female' as const,
    age: 76,
    description: '我母亲，穿蓝布衫',
  }
  await house.send(wang(), seek, { ...one, ...more })
  return one.id
}
const found = async (more: object = {}) => {
  const one = {
    id: id(),
    kind: 'found' as const,
    place: STAGE.village,
    name: null,
    sex: 'female' as const,
    age: 74,
    description: '老人说不清住哪里',
  }
  await house.send(house.as('yuGuorong'), seek, { ...one, contact: { name: '徐好心', phone: '13900008888' }, ...more })
  return one.id
}

it('is closed in peace', async () => {
  await expect(looking()).rejects.toMatchObject({ code: 'not_open', detail: { capability: 'relief.reunification' } })
})

it('brings together by an office, with the reasons seen by whoever decides', async () => {
  await openTools(house, [reunification])
  const [mother, old, boy] = [await looking(), await found(), await found({ sex: 'male', age: 8 })]
  const { rows } = await house.ask(room(), likeSeek, { id: mother })
  expect(rows).toMatchObject([{ id: old, like: ['sex', 'age', 'place'], can: ['match', 'withdraw'] }])
  await expect(house.send(wang(), matchSeek, { id: mother, other: old })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(house.send(room(), matchSeek, { id: old, other: boy })).rejects.toMatchObject({ code: 'conflict' })
  await house.send(room(), matchSeek, { id: mother, other: old })
  await expect(house.send(room(), matchSeek, { id: mother, other: old })).rejects.toMatchObject({ code: 'already' })
  await house.relay()
  const [notice] = (await house.ask(wang(), myNotices, {})).rows
  expect(notice).toMatchObject({ kind: 'relief_match' })
  expect(JSON.stringify(notice)).not.toContain('13900008888')
  expect((await house.ask(wang(), listSeeks, {})).rows).toMatchObject([
    { id: mother, state: 'matched', matched: old, matchedBy: { name: '胡卫平' }, can: [] },
  ])
  expect((await house.ask(room(), listSeeks, { open: true, kind: 'found' })).rows.map((row) => row.id)).toEqual([boy])
})

it('is taken back by whoever asked, and by nobody else of the public', async () => {
  await openTools(house, [reunification], { place: STAGE.city })
  const mother = await looking()
  expect((await house.ask(house.as('xuLihua'), listSeeks, {})).rows).toEqual([])
  await expect(house.send(house.as('xuLihua'), withdrawSeek, { id: mother })).rejects.toMatchObject({
    code: 'not_found',
  })
  await house.send(wang(), withdrawSeek, { id: mother })
  await expect(house.send(wang(), withdrawSeek, { id: mother })).rejects.toMatchObject({ code: 'already' })
  await expect(found({ contact: null })).rejects.toMatchObject({ code: 'invalid' })
  await expect(found({ place: ELSEWHERE.village })).rejects.toMatchObject({ code: 'forbidden' })
})

it('weighs a name above all, and nothing against what nobody said', () => {
  const granny = { name: '叶秀英', sex: 'female' as const, age: 76, place: STAGE.grid }
  expect(likeness(granny, { ...granny, name: null, age: null })).toEqual(['sex', 'place'])
  const others = [
    { ...granny, name: null },
    { ...granny, place: ELSEWHERE.grid, age: null },
    { ...granny, sex: 'male' as const },
  ]
  expect(ranked(granny, others).map(({ like }) => like)).toEqual([
    ['name', 'sex'],
    ['sex', 'age', 'place'],
  ])
})
