import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY_MS } from '#kernel/clock.ts'
import { answerForm, listBranches } from '#modules/fields/contract.ts'
import type { Parcel, Pushed } from '#modules/sync/contract.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { Phone, stateOf } from './phone.ts'

let house: House
let household: string
beforeAll(async () => {
  house = await openHouse()
  const [found] = await house.rows<{ id: string }>(
    `select h.id from homes.household h join homes.dwelling d on d.id = h.dwelling where d.place = '${house.as('yuXuewen').place}' order by h.id limit 1`,
  )
  household = found?.id ?? ''
})
afterAll(() => house.close())

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

/** Trunk: what stands on the server. Base: what the worker had seen. Branch: what contradicts a trunk he had not seen. */
describe('answers that were days on the way', () => {
  it('two of one worker on one base follow each other, in whatever order they arrive', async () => {
    const phone = new Phone(house, 'yuXuewen')
    const first = answered(phone, 1, null)
    const pushed = await phone.send([first])
    const base = resultOf(pushed, first).value
    house.clock.advance(DAY_MS)
    const [second, third] = [answered(phone, 2, base), answered(phone, 3, base)]
    expect(stateOf(await phone.send([third]), third)).toBe('held')
    const both = await phone.send([second])
    expect([resultOf(both, second).outcome, resultOf(both, third).outcome]).toEqual(['taken', 'taken'])
    expect(await dogs()).toBe(3)
    expect((await house.ask(house.as('yuGuorong'), listBranches, {})).rows).toEqual([])
  })

  it('two people, the same word: a soft conflict, nothing to decide', async () => {
    const [a, b] = [new Phone(house, 'yuXuewen'), new Phone(house, 'yuGuorong')]
    const [said, agreed] = [answered(a, 4, null), answered(b, 4, null)]
    await a.send([said])
    expect(resultOf(await b.send([agreed]), agreed).outcome).toBe('confirmed')
  })

  it('two people, different words: a hard conflict; both are kept and shown, and the later one of the phone is not lost', async () => {
    const [a, b] = [new Phone(house, 'yuXuewen'), new Phone(house, 'yuGuorong')]
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
})
