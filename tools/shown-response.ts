import type { APIRequestContext } from '@playwright/test'
import { HOUR_MS, instant, systemClock } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { cast, STAGE } from '../demo/cast.ts'
import { send, signIn } from './shown-city.ts'

const newId = (): string => uuidv7(systemClock.now())
const [LAW, RAIN] = ['《突发事件应对法》《防洪法》', '上游连降暴雨，常山港水位超警戒，低洼村要转移']

/** A flood in 柯城区, declared and confirmed by two; an order is out, a school is open, a village is on the list. */
export async function raised(api: APIRequestContext, another: () => Promise<APIRequestContext>): Promise<void> {
  const decision = newId()
  await signIn(api, cast.chenLixin.login)
  const said = { id: newId(), decision, playbook: 'flood', level: 'III', area: [STAGE.county], drill: false }
  await send(api, 'emergency.declare', { ...said, hours: 48, reviewHours: 24, legalBasis: LAW, reason: RAIN })
  const second = await another()
  await signIn(second, cast.maoXuefen.login)
  await send(second, 'emergency.confirm', { decision })
  const order = newId()
  await send(api, 'orders.draft', {
    id: order,
    kind: 'task',
    title: '低洼易涝点今夜转移到位',
    text: '今夜有特大暴雨。\n请逐户敲开低洼易涝点的门，二十二点前全部到安置点。',
    purpose: 'disaster_ready',
    basis: LAW,
    doneWhen: '低洼点每户都转移到安置点',
    minutes: 20,
    red: true,
    dueAt: instant(systemClock.now() + 3 * HOUR_MS),
    audience: { within: [STAGE.county], roles: ['grid_worker', 'village_cadre'] },
  })
  await send(api, 'orders.issue', { id: order })
  const room = await another()
  await signIn(room, cast.huWeiping.login)
  const shelter = newId()
  const school = { place: STAGE.township, name: '沟溪中心小学', address: '沟溪乡集镇 1 号', beds: 1500 }
  await send(room, 'relief.openShelter', { id: shelter, ...school })
  await send(room, 'relief.evacuate', { id: newId(), place: STAGE.village, order, shelter })
}
