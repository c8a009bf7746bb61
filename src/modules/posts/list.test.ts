import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, STAGE } from '../../../demo/cast.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { listPermissions, listPosts, teamOf, whoCan } from './contract.ts'

describe('who holds what', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(() => house.close())

  it('lists the own scope, or a place, organ, role, holder or text; pages without losing or repeating one', async () => {
    const room = house.as('huWeiping')
    const list = async (input: object) => (await house.ask(room, listPosts, { limit: 200, ...input })).rows
    const own = await list({})
    expect(own.length).toBeGreaterThan(10)
    expect(own.every(({ place }) => place.startsWith(STAGE.township))).toBe(true)
    expect((await list({ place: STAGE.grid, exact: true })).map(({ person }) => person.name)).toContain('余学文')
    expect((await list({ role: 'township_room' })).every(({ role }) => role === 'township_room')).toBe(true)
    expect((await list({ person: cast.fangXiaoyan.id })).map(({ place }) => place)).toEqual([
      STAGE.township,
      '330802212',
    ])
    expect((await list({ text: '余学' })).map(({ person }) => person.name)).toEqual(['余学文'])
    const bureau = await list({ text: '水利局', place: STAGE.county })
    expect(bureau.map(({ person }) => person.name)).toContain('姜海波')
    expect(bureau.every(({ organ }) => organ?.name.includes('水利局'))).toBe(true)
    const organ = own.find((post) => post.organ)?.organ?.id
    expect((await list({ organ })).every((post) => post.organ?.id === organ)).toBe(true)
    const paged: string[] = []
    for (let cursor: string | undefined, more = true; more;) {
      const page = await house.ask(room, listPosts, { limit: 7, cursor })
      paged.push(...page.rows.map(({ id }) => id))
      cursor = page.next ?? undefined
      more = cursor !== undefined
    }
    expect(paged).toEqual(own.map(({ id }) => id))
    expect(own.every(({ can }) => can.length === 0)).toBe(true)
    await expect(house.ask(house.as('wangJianping'), listPosts, {})).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('shows the team of a place, who answers above, and whether nobody does', async () => {
    const team = await house.ask(house.as('yuXuewen'), teamOf, { place: STAGE.grid })
    expect(team.here.map(({ person }) => person.name)).toContain('余学文')
    expect(team.above.map(({ person }) => person.name)).toContain('余国荣')
    expect(team.vacant).toBe(false)
  })

  it('says who can: roles by the grants, posts on the path of the place', async () => {
    const can = await house.ask(house.as('wuKai'), whoCan, { permission: 'posts.appoint', place: STAGE.grid })
    expect(can.roles.map(({ role }) => role)).toEqual(['system_admin', 'security_admin'])
    expect(can.posts.map(({ person }) => person.name).toSorted()).toEqual(['吴凯', '郑岚'])
    const merge = await house.ask(house.as('wuKai'), whoCan, { permission: 'places.merge', place: STAGE.grid })
    expect(merge.posts.map(({ person }) => person.name)).toContain('陈立新')
    expect(merge.posts.map(({ person }) => person.name)).not.toContain('祝建军')
    await expect(
      house.ask(house.as('wuKai'), whoCan, { permission: 'no.such', place: STAGE.grid }),
    ).rejects.toMatchObject({ code: 'not_found' })
    const { rows } = await house.ask(house.as('yuXuewen'), listPermissions, {})
    expect(rows.find(({ permission }) => permission === 'places.search')?.grants).toEqual([
      { role: 'everyone', reach: 'any' },
    ])
  })
})
