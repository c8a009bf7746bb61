import { uuidv7 } from '#kernel/ids.ts'
import { commentCase } from '#modules/cases/contract-acts.ts'
import { registerDevice } from '#modules/sync/contract.ts'
import { Phone } from '#test/sync/phone.ts'
import { type House, START } from '#test/city/house.ts'
import type { Player } from './players.ts'

/** A worker's phone, and what came from it and was refused: it waits for a decision. */
export type SyncScene = { device: string; row: string; token: string; person: string; parcel: string; stranded: string }

export async function setSync(house: House, near: (role: Player['role']) => Player): Promise<SyncScene> {
  // Known without a session, so that emptying it ends nobody's.
  const actor = { ...near('grid_worker').actor, session: null }
  const phone = new Phone(house, actor)
  await house.send(actor, registerDevice, { device: phone.device as never, token: phone.token, name: 'phone' })
  const parcel = phone.make(commentCase, { id: uuidv7(START), note: '没有这件事' }, 'nothing')
  await phone.send([parcel])
  const waits = phone.make(commentCase, { id: uuidv7(START), note: '等人决定' }, 'something', { after: uuidv7(START) })
  await phone.send([waits])
  await house.rows(`update sync.parcel set state = 'stranded' where key = '${waits.key}'`)
  const [found] = await house.rows<{ id: string }>(`select id from sync.device where device = '${phone.device}'`)
  return {
    device: phone.device,
    row: found?.id ?? '',
    token: phone.token,
    person: actor.person ?? '',
    parcel: parcel.key,
    stranded: waits.key,
  }
}
