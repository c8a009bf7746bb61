import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DAY_MS } from '#kernel/clock.ts'
import { run } from '#kernel/pipeline.ts'
import { answerForm, listBranches } from '#modules/fields/contract.ts'
import type { Parcel, Pushed } from '#modules/sync/contract.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { Phone, stateOf } from './phone.ts'

let house: House
let household: string
let a: Phone
let b: Phone
beforeAll(async () => {
  house = await openHouse()
  const [found] = await house.rows<{ id: string }>(
    `select h.id from homes.household h join homes.dwelling d on d.id = h.dwelling where d.place = '${house.as('yuXuewen').place}' order by h.id limit 1`,
  )
  household = found?.id ?? ''
  ;[a, b] = [new Phone(house, 'yuXuewen'), new Phone(house, 'yuGuorong')]
})
afterAll(() => house.close())
beforeEach(() => house.clock.advance(DAY_MS))

const answered = (from: Phone, value: number, base: string | null): Parcel =>
  from.make(
    answerForm,
    { answers: [{ subjectKind: 'household', subject: household, field: 'household.dogs', value, base }] },
    household,
  )
type Result = { outcome: string; value: string | null }
const NOTHING: Result = { outcome: 'nothing came back', value: null }
const resultOf = ({ receipts }: Pushed, { key }: Parcel): Result =>
  (receipts.find((one) => one.key === key)?.output as { results: Result[] } | undefined)?.results[0] ?? NOTHING
const dogs = async () =>
  (
    await house.rows<{ value: number }>(
      `select value from fields.value where subject = '${household}' and until_at is null and field = 'household.dogs'`,
    )
  )[0]?.value

const current = async () =>
  (
    await house.rows<{ id: string }>(
      `select id from fields.value where subject = '${household}' and until_at is null and field = 'household.dogs'`,
    )
  )[0]?.id ?? null

/** Trunk: what stands on the server. Base: what the worker had seen. Branch: what contradicts a trunk he had not seen. */
describe('answers that were days on the way', () => {
  it('two of one worker on one base follow each other, in whatever order they arrive', async () => {
    const first = answered(a, 1, null)
    const pushed = await a.send([first])
    const base = resultOf(pushed, first).value
    house.clock.advance(DAY_MS)
    const [second, third] = [answered(a, 2, base), answered(a, 3, base)]
    expect(stateOf(await a.send([third]), third)).toBe('held')
    const both = await a.send([second])
    expect([resultOf(both, second).outcome, resultOf(both, third).outcome]).toEqual(['taken', 'taken'])
    expect(await dogs()).toBe(3)
    expect((await house.ask(house.as('yuGuorong'), listBranches, {})).rows).toEqual([])
  })

  it('two people, the same word: a soft conflict, nothing to decide', async () => {
    const [said, agreed] = [answered(a, 4, null), answered(b, 4, null)]
    await a.send([said])
    expect(resultOf(await b.send([agreed]), agreed).outcome).toBe('confirmed')
  })

  it('two people, different words: a hard conflict; both are kept and shown, and the later one of the phone is not lost', async () => {
    const start = answered(a, 5, null)
    const base = resultOf(await a.send([start]), start).value
    const [mine, theirs] = [answered(a, 6, base), answered(b, 7, base)]
    expect(resultOf(await b.send([theirs]), theirs).outcome).toBe('taken')
    expect(resultOf(await a.send([mine]), mine).outcome).toBe('branch')
    // Again and again: still one branch.
    await a.send([mine])
    expect(await dogs()).toBe(7)
    const { rows } = await house.ask(house.as('yuGuorong'), listBranches, {})
    expect(rows).toMatchObject([{ field: 'household.dogs', theirs: { value: 6 }, ours: { value: 7 }, seen: 5 }])
  })

  it('two phones of one worker: what one said the other has not seen, so it is a conflict as between two people', async () => {
    const other = new Phone(house, 'yuXuewen')
    const base = await current()
    const [first, second, unseen] = [answered(a, 9, base), answered(a, 10, base), answered(other, 11, base)]
    const pushed = await a.send([first, second])
    expect([resultOf(pushed, first).outcome, resultOf(pushed, second).outcome]).toEqual(['taken', 'taken'])
    const late = await other.send([unseen])
    expect(resultOf(late, unseen).outcome).toBe('branch')
    expect(await dogs()).toBe(10)
    const { rows } = await house.ask(house.as('yuGuorong'), listBranches, {})
    expect(rows.map(({ theirs, ours }) => [theirs.value, ours?.value])).toContainEqual([11, 10])
  })

  it('what waited on the server and was sent on by the other phone is still of the phone that wrote it', async () => {
    const other = new Phone(house, 'yuXuewen')
    const base = await current()
    const [first, second] = [answered(a, 12, base), answered(a, 13, base)]
    expect(stateOf(await a.send([second]), second)).toBe('held')
    await a.send([first])
    expect(await dogs()).toBe(13)
    const now = await current()
    const [third, fourth] = [answered(a, 14, now), answered(a, 15, now)]
    expect(stateOf(await a.send([fourth]), fourth)).toBe('held')
    await run(house.p, a.actor, third.command, third.input, { key: third.key, request: third.key, phone: a.device })
    // The receipt of the third was lost, and the other phone has the next contact.
    const pushed = await other.send([third])
    expect(resultOf(pushed, fourth).outcome).toBe('taken')
  })
})
