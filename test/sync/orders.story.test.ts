import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { STAGE } from '../../demo/cast.ts'
import { DAY_MS } from '#kernel/clock.ts'
import { reportCase } from '#modules/cases/contract.ts'
import { acceptCase, commentCase } from '#modules/cases/contract-acts.ts'
import { decideParcel, listBacklog, type Parcel } from '#modules/sync/contract.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { dice, mixed } from './dice.ts'
import { Phone, stateOf, states } from './phone.ts'

let house: House
let phone: Phone
let other: Phone
beforeAll(async () => void (house = await openHouse()))
afterAll(() => house.close())
beforeEach(() => {
  phone = new Phone(house, 'yuXuewen')
  other = new Phone(house, 'yuGuorong')
})

const reported = (from: Phone): { id: string; parcel: Parcel } => {
  const id = house.key()
  const input = {
    id,
    secret: 'a1B2c3D4e5F6g7H8',
    channel: 'patrol',
    kind: '01-07',
    description: '工地拖欠工资三个月',
    place: STAGE.grid,
  }
  return { id, parcel: from.make(reportCase, input, id) }
}
const note = (from: Phone, id: string, text: string): Parcel => from.make(commentCase, { id, note: text }, id)
/** The notes of a case in the order in which they had effect. */
const notesOf = async (id: string): Promise<string[]> =>
  (
    await house.rows<{ note: string }>(
      `select note from cases.step where case_id = '${id}' and action = 'comment' order by no`,
    )
  ).map((row) => row.note)

/** The named situations of offline entities, as ODK tests them, here with cases and their notes. */
describe('what was made on a phone', () => {
  it('in order: a case and three notes about it', async () => {
    const { id, parcel } = reported(phone)
    const all = [parcel, note(phone, id, '第一'), note(phone, id, '第二'), note(phone, id, '第三')]
    for (const one of all) expect(stateOf(await phone.send([one]), one)).toBe('done')
    expect(await notesOf(id)).toEqual(['第一', '第二', '第三'])
  })

  it('in one piece, and shuffled inside it', async () => {
    const { id, parcel } = reported(phone)
    const all = [parcel, note(phone, id, '第一'), note(phone, id, '第二')]
    expect(states(await phone.send(all.toReversed()), all)).toEqual(['done', 'done', 'done'])
    expect(await notesOf(id)).toEqual(['第一', '第二'])
  })

  it('reversed: what comes too early is held, and goes as soon as what it follows has come', async () => {
    const { id, parcel } = reported(phone)
    const [first, second] = [note(phone, id, '第一'), note(phone, id, '第二')]
    expect(stateOf(await phone.send([second]), second)).toBe('held')
    expect(stateOf(await phone.send([first]), first)).toBe('held')
    expect(await notesOf(id)).toEqual([])
    expect(states(await phone.send([parcel]), [parcel, first, second])).toEqual(['done', 'done', 'done'])
    expect(await notesOf(id)).toEqual(['第一', '第二'])
  })

  it('an update before its create: the same, over days', async () => {
    const { id, parcel } = reported(phone)
    const early = note(phone, id, '先到的备注')
    await phone.send([early])
    house.clock.advance(2 * DAY_MS)
    expect(states(await phone.send([parcel]), [early])).toEqual(['done'])
    expect(await notesOf(id)).toEqual(['先到的备注'])
  })

  it('interleaved: two phones about the same thing, each in its own order', async () => {
    const { id, parcel } = reported(phone)
    await phone.send([parcel])
    const mine = [note(phone, id, '甲一'), note(phone, id, '甲二')]
    const theirs = [note(other, id, '乙一'), note(other, id, '乙二')]
    await other.send([theirs[1] as Parcel])
    await phone.send([mine[1] as Parcel])
    await phone.send([mine[0] as Parcel])
    await other.send([theirs[0] as Parcel])
    const notes = await notesOf(id)
    expect(notes.filter((one) => one.startsWith('甲'))).toEqual(['甲一', '甲二'])
    expect(notes.filter((one) => one.startsWith('乙'))).toEqual(['乙一', '乙二'])
  })

  it('double approval: the same parcel six times at once is one effect and one answer', async () => {
    const { id, parcel } = reported(phone)
    await phone.send([parcel])
    const accept = phone.make(acceptCase, { id }, id)
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => phone.send([accept])))
    expect(new Set(answers.map((one) => JSON.stringify(one.receipts)))).toHaveProperty('size', 1)
    expect(answers.map((one) => stateOf(one, accept))).toEqual(Array.from({ length: 6 }, () => 'done'))
    expect(await house.rows(`select from cases.step where case_id = '${id}' and action = 'accept'`)).toHaveLength(1)
  })

  it('approved by two: the second is refused, kept and shown, not lost', async () => {
    const { id, parcel } = reported(phone)
    await phone.send([parcel])
    const once = phone.make(acceptCase, { id }, id)
    const twice = phone.make(acceptCase, { id }, `${id} from another page`)
    expect(stateOf(await phone.send([once]), once)).toBe('done')
    expect(stateOf(await phone.send([twice]), twice)).toBe('refused')
    const { rows } = await house.ask(phone.actor, listBacklog, {})
    expect(rows.find(({ key }) => key === twice.key)).toMatchObject({ state: 'refused', code: 'conflict', mine: true })
    await house.send(phone.actor, decideParcel, {
      person: phone.actor.person ?? '',
      key: twice.key,
      decision: 'drop',
      reason: '已经接过了',
    })
  })

  it('concurrent: a parcel and what follows it at the same instant, on two connections, fifty times', async () => {
    for (let round = 0; round < 50; round++) {
      const { id, parcel } = reported(phone)
      const next = note(phone, id, '紧跟着')
      const both = await Promise.all([phone.send([next]), phone.send([parcel])])
      expect(both.flatMap((one) => stateOf(one, next) ?? [])).toContain('done')
      expect(await notesOf(id)).toEqual(['紧跟着'])
    }
  })

  /** 10,000 of them take a quarter of an hour: SYNC_DAYS=10000. What came out of that stands in bench/RESULTS.md. */
  const DAYS = Number(process.env['SYNC_DAYS'] ?? 250)
  it(
    `${DAYS} random days on the real server: once, in order, nothing left`,
    async () => {
      const began = performance.now()
      let pushes = 0
      for (let day = 0; day < DAYS; day++) pushes += await randomDay(dice(day + 1))
      expect((await house.ask(phone.actor, listBacklog, {})).rows).toEqual([])
      const seconds = (performance.now() - began) / 1000
      console.log(`${DAYS} random orders of arrival on the real server: ${pushes} pushes, ${seconds.toFixed(1)} s`)
    },
    60_000 + DAYS * 1000,
  )
})

/** Two matters of one day, each reported and noted about twice; in pieces, shuffled, half of it twice, two connections at a time. */
async function randomDay(roll: () => number): Promise<number> {
  const chains = [reported(phone), reported(phone)].map(({ id, parcel }) => ({
    id,
    all: [parcel, note(phone, id, '1'), note(phone, id, '2')],
  }))
  const all = chains.flatMap((chain) => chain.all)
  const shuffled = mixed([...all, ...all.filter(() => roll() < 0.5)], roll)
  let pushes = 0
  while (shuffled.length > 0) {
    const pieces = [1, 2].map(() => shuffled.splice(0, 1 + Math.floor(roll() * 3)))
    await Promise.all(pieces.map((some) => phone.send(some)))
    pushes += 2
  }
  const found = await Promise.all(chains.map(({ id }) => notesOf(id)))
  if (found.some((notes) => notes.join() !== '1,2'))
    throw new Error(`out of order, lost or twice: ${JSON.stringify(found)}`)
  return pushes
}
