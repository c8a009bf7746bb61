import { STAGE } from '../../demo/cast.ts'
import { reportCase } from '#modules/cases/contract.ts'
import { commentCase } from '#modules/cases/contract-acts.ts'
import type { Phone } from './phone.ts'

/** A case that was written on a phone, and what follows it. */
export const reported = (from: Phone) => {
  const id = from.house.key()
  const parcel = from.make(
    reportCase,
    {
      id,
      secret: 'a1B2c3D4e5F6g7H8',
      channel: 'patrol',
      kind: '01-07',
      description: '工地拖欠工资三个月',
      place: STAGE.grid,
    },
    id,
  )
  return { id, parcel }
}
export const note = (from: Phone, id: string, more: object = {}) =>
  from.make(commentCase, { id, note: '看过了' }, id, more)

/** Kinds of the notices that its owner got. */
export const toldOf = async (phone: Phone) =>
  (
    await phone.house.rows<{ kind: string }>(`select kind from notices.notice where person = '${phone.actor.person}'`)
  ).map(({ kind }) => kind)
