import { STAGE } from '../../demo/cast.ts'
import { keepFile } from '#modules/cases/contract-inward.ts'
import { draftOrder, issueOrder } from '#modules/orders/contract.ts'
import { answerOrder } from '#modules/orders/contract-answers.ts'
import { warn } from '#modules/orders/contract-warnings.ts'
import { type House, START } from '#test/city/house.ts'
import { facts } from '#test/city/orders.ts'
import type { Player } from './players.ts'
import { id } from './scene.ts'

const NAMES = [
  'draft',
  'toMerge',
  'toSign',
  'live',
  'toAmend',
  'toWithdraw',
  'toClose',
  'toCall',
  'fromAbove',
  'warning',
  'photo',
] as const
/** Orders of the township room to the grid worker of the stage, one for each thing that is done to one; one from the city to pass on; a warning. */
export type OrdersScene = Record<(typeof NAMES)[number], never>

export async function setOrders(house: House, near: (role: Player['role']) => Player): Promise<OrdersScene> {
  const s = Object.fromEntries(NAMES.map((name) => [name, id()])) as OrdersScene
  const room = near('township_room').actor
  const audience = { within: [STAGE.grid], roles: ['grid_worker' as const] }
  for (const name of NAMES.slice(0, 8)) {
    await house.send(room, draftOrder, { ...facts(house), id: s[name], title: name, minutes: 1, audience })
    if (!['draft', 'toMerge', 'toSign'].includes(name)) await house.send(room, issueOrder, { id: s[name] })
  }
  await house.rows(`update orders.order set state = 'proposed' where id = '${String(s.toSign)}'`)
  const city = near('city_command').actor
  await house.send(city, draftOrder, {
    ...facts(house),
    id: s.fromAbove,
    minutes: 1,
    audience: { within: [STAGE.city], roles: ['township_room'] },
  })
  await house.send(city, issueOrder, { id: s.fromAbove })
  const worker = near('grid_worker').actor
  const sizes = { width: 10, height: 10, bytes: 100, lon: null, lat: null }
  await house.send(worker, keepFile, { id: s.photo, key: 'k', thumbKey: 't', ...sizes })
  await house.send(worker, answerOrder, { id: id(), order: s.toWithdraw, state: 'received', photos: [s.photo] })
  await house.rows(`insert into orders.stand_in (id, of_post, by_post, place, reason, at)
    values ('${String(id())}', '${near('village_cadre').post}', null, '${STAGE.village}', '回来了', now())`)
  await house.send(room, warn, {
    id: s.warning,
    hazard: 'rainstorm',
    grade: 'III',
    startsAt: new Date(START).toISOString(),
    endsAt: new Date(START + 86_400_000).toISOString(),
    area: [STAGE.township],
    matter: '有大雨',
    measures: '远离溪边',
  })
  return s
}
