import { cast, STAGE } from '../../demo/cast.ts'
import type { Lever } from '#kernel/levers.ts'
import { evacuate, listEvacuees, openShelter } from '#modules/relief/contract-evacuation.ts'
import { slice as relief } from '#modules/relief/slice.ts'
import type { House } from '#test/city/house.ts'
import { openTools } from '#test/city/opened.ts'
import type { Player } from './players.ts'
import { id } from './scene.ts'

/** Every tool is open in the whole city, and each has something of the resident's in it. */
export type ReliefScene = Record<'household' | 'shelter' | 'emptyShelter' | 'evacuee', never>

type Near = (role: Player['role']) => Player

export async function setRelief(house: House, near: Near): Promise<ReliefScene> {
  await openTools(house, relief.levers as unknown as Lever<boolean>[], { place: STAGE.city })
  const [home] = await house.rows<{ household: never }>(
    `select household from homes.member where person = '${cast.wangJianping.id}' and until_day is null`,
  )
  if (!home) throw new Error('the resident of the stage lives nowhere')
  return { ...home, ...(await moved(house, near, home.household)) }
}

async function moved(house: House, near: Near, household: never) {
  const [shelter, emptyShelter] = [id(), id()]
  const room = near('township_room').actor
  for (const one of [shelter, emptyShelter])
    await house.send(room, openShelter, {
      id: one,
      place: STAGE.township,
      name: '中心小学',
      address: '沟溪村 1 号',
      beds: 40,
    })
  await house.send(room, evacuate, { id: id(), place: STAGE.grid, households: [household], shelter })
  const { rows } = await house.ask(near('grid_worker').actor, listEvacuees, { place: STAGE.grid })
  const mine = rows.find(({ person }) => person.id === cast.wangJianping.id)
  return { shelter, emptyShelter, evacuee: mine?.id as never }
}
