import type { z } from 'zod'
import { STAGE } from '../../demo/cast.ts'
import type { Actor } from '#kernel/authorise.ts'
import { HOUR_MS, instant } from '#kernel/clock.ts'
import { draftOrder, issueOrder, type OrderView } from '#modules/orders/contract.ts'
import type { House } from './house.ts'

type Facts = z.input<(typeof draftOrder)['input']>

/** What the county asks of the grid workers of the stage's township before heavy rain; `more` says what is otherwise. */
export const facts = (house: House, more: Partial<Facts> = {}): Facts => ({
  id: house.key() as never,
  kind: 'task',
  title: '排查地质灾害隐患点',
  text: '明天有大到暴雨。\n请逐点查看,发现险情立即上报。',
  purpose: 'disaster_ready',
  basis: '《突发事件应对法》第四十三条',
  doneWhen: '隐患点全部看过',
  minutes: 20,
  dueAt: instant(house.clock.now() + 8 * HOUR_MS),
  audience: { within: [STAGE.township], roles: ['grid_worker'] },
  ...more,
})

export const drafted = (house: House, by: Actor, more: Partial<Facts> = {}): Promise<OrderView> =>
  house.send(by, draftOrder, facts(house, more))

export async function issued(house: House, by: Actor, more: Partial<Facts> = {}): Promise<OrderView> {
  const { id } = await drafted(house, by, more)
  return house.send(by, issueOrder, { id })
}
