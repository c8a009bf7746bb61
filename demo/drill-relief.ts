import type { OutputOf } from '#kernel/contract.ts'
import { instant } from '#kernel/clock.ts'
import { keyOf } from '#kernel/jobs.ts'
import { placeTree } from '#modules/places/api.ts'
import {
  allowReturn,
  closeShelter,
  evacuate,
  type EvacueeState,
  listEvacuees,
  noteEvacuee,
  openShelter,
} from '#modules/relief/contract-evacuation.ts'
import { payItem, returnItem, takeItem } from '#modules/relief/contract-requisition.ts'
import { seeOff, takeIn } from '#modules/relief/contract-walk-ins.ts'
import { after, askBy, type By, castOf, type City, firstAt, MINUTE, sendBy } from './drill-road.ts'
import { phone } from './identifiers.ts'

const SHELTERS = [
  ['华墅乡中心小学', 120],
  ['华墅村文化礼堂', 60],
] as const
const shelterId = (no: number): string => keyOf(`demo drill ${SHELTERS[no]?.[0]}`)

/** Two shelters; the first village of the township is moved into one of them, and somebody comes by himself. */
export async function moveOut(city: City, area: string): Promise<void> {
  const room = firstAt(city, area, 'township_room')
  for (const [no, [name, beds]] of SHELTERS.entries())
    await sendBy(city, room, 30 + no, openShelter.name, {
      id: shelterId(no),
      place: area,
      name,
      address: `华墅乡 ${name}`,
      beds,
    })
  const { head, village } = await movedOf(city, area)
  await sendBy(city, head, 34, evacuate.name, {
    id: keyOf('demo drill list'),
    place: village,
    shelter: shelterId(0),
    escort: head.post,
  })
  const say = speaker(city, head, village)
  await say('reached', 40)
  await say('moving', 60)
  await say('arrived', 85)
  const came = { name: '过路客', from: '省道积水，车开不过去', at: at(city, 92) }
  await sendBy(city, room, 92, takeIn.name, { id: GUEST, shelter: shelterId(0), ...came })
}

/** And home again, when the houses were looked at. */
export async function bringBack(city: City, area: string): Promise<void> {
  const room = firstAt(city, area, 'township_room')
  const { head, village } = await movedOf(city, area)
  await sendBy(city, room, 200, seeOff.name, { id: GUEST, to: '水退后开车走了', at: at(city, 200) })
  await sendBy(city, room, 205, allowReturn.name, {
    id: keyOf('demo drill return'),
    place: village,
    reason: '水位回落，房屋逐户看过',
  })
  await speaker(city, head, village)('returned', 220)
  for (const no of SHELTERS.keys())
    await sendBy(city, room, 260 + no, closeShelter.name, { id: shelterId(no), reason: '人员全部返回' })
}

const GUEST = keyOf('demo drill guest')
const at = ({ start }: City, minutes: number): string => instant(start + minutes * MINUTE)

async function movedOf(city: City, area: string): Promise<{ head: By; village: string }> {
  const [village] = (await placeTree(city.p)).children(area)
  if (!village) throw new Error('no village to move')
  return { head: firstAt(city, village.code, 'village_cadre'), village: village.code }
}

/** Everybody of the list is at the same step, said half a minute apart; one old man is talked round first. */
const speaker = (city: City, by: By, place: string) => async (state: EvacueeState, minutes: number) => {
  const asked = (await askBy(city, by, minutes, listEvacuees.name, { place, limit: 200 })) as OutputOf<
    typeof listEvacuees
  >
  const word = (evacuee: string, said: string, seconds: number, note = '') => {
    const when = after(minutes, seconds)
    const input = { id: keyOf(`demo drill ${evacuee} ${said}`), evacuee, state: said, note, at: at(city, when) }
    return sendBy(city, by, when, noteEvacuee.name, input)
  }
  for (const [no, { id }] of asked.rows.entries()) {
    if (state === 'moving' && no === 0) await word(id, 'refused', 0, '要守着猪，说水上不来')
    await word(id, state, 30 * (no + 1))
  }
}

const [BOAT, PUMP] = [keyOf('demo drill boat'), keyOf('demo drill pump')]

/** Two things are taken, with the power that came with the graver level. */
export async function takeThings(city: City, area: string): Promise<void> {
  const command = castOf(city, 'chenLixin')
  const same = { place: area, basis: '《突发事件应对法》第十二条' }
  await sendBy(city, command, 118, takeItem.name, {
    ...same,
    id: BOAT,
    owner: { name: '徐水生', phone: phone(190) },
    item: '冲锋舟',
    quantity: 2,
    unit: '艘',
    worth: 36_000,
    condition: '船体完好，各带 6 件救生衣',
    purpose: '转移溪边农户（演练）',
  })
  await sendBy(city, command, 121, takeItem.name, {
    ...same,
    id: PUMP,
    owner: { name: '方建明', phone: phone(191) },
    item: '大功率抽水泵',
    quantity: 1,
    unit: '台',
    worth: 18_500,
    condition: '八成新，带 50 米水带',
    purpose: '村口涵洞排水（演练）',
  })
}

/** One given back and paid for before the end; of the other, given back after it, something is still owed: that does not end with it. */
export async function giveThingsBack(city: City, over: boolean): Promise<void> {
  const command = castOf(city, 'chenLixin')
  if (over) {
    const broken = { back: 'damaged', note: '叶轮进砂，送修', owed: 1800 }
    await sendBy(city, command, 27 * 60, returnItem.name, { id: PUMP, ...broken })
    return
  }
  await sendBy(city, command, 270, returnItem.name, { id: BOAT, back: 'whole', note: '', owed: 600 })
  await sendBy(city, command, 280, payItem.name, { id: BOAT, yuan: 600, note: '当天使用费' })
}
