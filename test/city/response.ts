import { STAGE } from '../../demo/cast.ts'
import { DAY_MS } from '#kernel/clock.ts'
import { confirm, declare, end, getActivation } from '#modules/emergency/contract.ts'
import { evacuate, openShelter } from '#modules/relief/contract-evacuation.ts'
import { settle } from './doors.ts'
import type { CastName, House } from './house.ts'

export const SAID = { legalBasis: '《突发事件应对法》第六十三条', reason: '气象台发布暴雨红色预警' }

export type Begun = { id: never; decision: never; number: string }

/** Declared by the head of the county's command and confirmed by the shift leader, for two days unless said otherwise. */
export async function beginResponse(
  house: House,
  more: object = {},
  [first, second]: readonly [CastName, CastName] = ['chenLixin', 'maoXuefen'],
): Promise<Begun> {
  const [id, decision] = [house.key() as never, house.key() as never]
  const usual = { playbook: 'flood', level: 'III', area: [STAGE.county], hours: 48, reviewHours: 24, ...SAID }
  const { number } = await house.send(house.as(first), declare, { ...usual, id, decision, ...more } as never)
  await house.send(house.as(second), confirm, { decision })
  await house.relay()
  return { id, decision, number }
}

export const endResponse = (house: House, id: never, who: CastName = 'chenLixin') =>
  house.send(house.as(who), end, { id, decision: house.key() as never, ...SAID, reason: '水位退到警戒线以下' })

/** A shelter is opened and a family put on the list, as far as the emergency opens it. */
export async function moveFamily(house: House): Promise<{ shelter: never; evacuees: string[] }> {
  const home = await settle(house, ['wangJianping', 'zhengGuixiang'])
  const shelter = house.key() as never
  await house.send(house.as('huWeiping'), openShelter, {
    id: shelter,
    place: STAGE.township as never,
    name: '沟溪乡中心小学',
    address: '沟溪村 1 号',
    beds: 40,
  })
  await house.send(house.as('yuGuorong'), evacuate, {
    id: house.key() as never,
    place: STAGE.grid as never,
    households: [home.household as never],
    shelter,
  })
  const rows = await house.rows<{ id: string }>('select id from relief.evacuee order by id')
  return { shelter, evacuees: rows.map((row) => row.id) }
}

/** On through the days in which items may be assessed, to the certificate. */
export async function finishResponse(house: House, id: never): Promise<string> {
  await house.sweep()
  house.clock.advance(7 * DAY_MS)
  await house.sweep()
  await house.relay()
  return (await house.ask(house.as('chenLixin'), getActivation, { id })).certificate ?? ''
}
