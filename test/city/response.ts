import { STAGE } from '../../demo/cast.ts'
import { confirm, declare, end } from '#modules/emergency/contract.ts'
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
