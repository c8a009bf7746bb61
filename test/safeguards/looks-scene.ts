import { cast } from '../../demo/cast.ts'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { askDelay, decideDelay } from '#modules/consents/contract-disclosure.ts'
import { breakGlass } from '#modules/consents/contract-glass.ts'
import { addOutside } from '#modules/consents/contract-outside.ts'
import { type House, START } from '#test/city/house.ts'
import type { Player } from './players.ts'

/** A delay that waits, one that runs, a broken glass, an outside register with a look of its own; all about the resident. */
export type LooksScene = { delay: string; running: string; glass: string; outside: string }

export async function setLooks(house: House, near: (role: Player['role']) => Player): Promise<LooksScene> {
  const id = (): never => uuidv7(START) as never
  const [delay, running, glass, outside] = [id(), id(), id(), id()]
  // Of another person, so that nobody's look at the resident of the stage is withheld.
  const person = cast.yuWeidong.id as never
  const appearsOn = dayOf(START + 20 * DAY_MS)
  for (const one of [delay, running])
    await house.send(near('township_room').actor, askDelay, {
      id: one,
      person,
      article: 'pipl_35',
      reason: '提前告知将妨碍依法履行职责',
      appearsOn,
    })
  await house.send(near('county_command').actor, decideDelay, { id: running, approve: true })
  await house.send(near('village_cadre').actor, breakGlass, { id: glass, person, reason: '老人走失，要马上联系家人' })
  await house.send(near('security_admin').actor, addOutside, {
    id: outside,
    code: 'scene/register',
    name: { zh: '外部登记系统' },
    may: ['consents.heartbeat'],
    endsOn: appearsOn,
  })
  await house.rows(`insert into consents.outside_look (id, system, ref, person, at, action, receiver_code, said_at)
    values ('${id() as string}', '${outside as string}', 'a', '${cast.yuWeidong.id}', now(), '查看', 'r', now())`)
  return { delay, running, glass, outside }
}
