import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uuidv7 } from '#kernel/ids.ts'
import type { Parcel } from '#modules/sync/contract.ts'
import { deliver } from '#modules/sync/deliver.ts'
import { START } from '#test/city/house.ts'
import { Crash, FAIR, Ledger, type Weather } from './desk.ts'
import { dice } from './dice.ts'

const PERSON = uuidv7(START)
const parcel = (thing: string, after: string | null, no: number): Parcel => ({
  key: uuidv7(START + no),
  person: PERSON,
  post: PERSON,
  thing,
  after,
  command: 'cases.comment',
  input: {},
  title: `${thing} ${no}`,
  at: new Date(START + no).toISOString(),
})

/** Chains about one thing each, as one phone makes them. */
function madeOn(lengths: readonly number[]): Parcel[][] {
  return lengths.map((length, thing) => {
    const chain: Parcel[] = []
    for (let no = 0; no < length; no++) chain.push(parcel(`thing ${thing}`, chain.at(-1)?.key ?? null, no))
    return chain
  })
}

type Day = { lengths: number[]; seed: number }
const aDay = fc.record({
  lengths: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
  seed: fc.integer(),
})

/** Pieces of the day, in any order, some twice, two at a time, with crashes and a busy server. */
async function badDay(ledger: Ledger, all: Parcel[], roll: () => number): Promise<void> {
  const shuffled = [...all, ...all.filter(() => roll() < 0.4)].toSorted(() => roll() - 0.5)
  const weather: Weather = {
    crashBeforeNote: () => roll() < 0.1,
    busy: () => roll() < 0.1,
    refuses: () => false,
    pause: async () => {
      for (let turns = Math.floor(roll() * 3); turns > 0; turns--) await Promise.resolve()
    },
  }
  while (shuffled.length > 0) {
    const pushes = [1, 2].map(() => shuffled.splice(0, 1 + Math.floor(roll() * 3)))
    await Promise.all(pushes.map((some) => deliver(ledger.desk(weather), some).catch(swallowCrash)))
  }
}

const swallowCrash = (error: unknown): [] => {
  if (error instanceof Crash) return []
  throw error
}

function expectOnceAndInOrder(ledger: Ledger, chains: readonly Parcel[][]): void {
  const all = chains.flat().map(({ key }) => key)
  if (ledger.done.length !== all.length || new Set(ledger.done).size !== all.length)
    throw new Error(`${ledger.done.length} effects of ${all.length} parcels`)
  for (const chain of chains) {
    const order = ledger.done.filter((key) => chain.some((one) => one.key === key))
    if (order.join() !== chain.map(({ key }) => key).join()) throw new Error(`${chain[0]?.thing}: out of order`)
  }
}

describe('10,000 random orders of arrival', () => {
  it('each parcel has effect exactly once, and those about one thing in the order in which they were made', async () => {
    let orders = 0
    await fc.assert(
      fc.asyncProperty(aDay, async ({ lengths, seed }: Day) => {
        orders++
        const chains = madeOn(lengths)
        const ledger = new Ledger()
        await badDay(ledger, chains.flat(), dice(seed))
        const twice = ledger.done.length
        // The line is good again: the phone sends whatever it has no receipt for, once more everything.
        const receipts = await deliver(ledger.desk(), chains.flat().toReversed())
        expectOnceAndInOrder(ledger, chains)
        if (receipts.some(({ state }) => state !== 'done')) throw new Error('a receipt is missing')
        if (twice > chains.flat().length) throw new Error('done twice')
        if ([...ledger.rows.values()].some(({ state }) => state !== 'done')) throw new Error('something still waits')
      }),
      { numRuns: 10_000 },
    )
    expect(orders).toBe(10_000)
  }, 120_000)

  it('what the phone never sends again (it was lost) leaves no more waiting than what followed it', async () => {
    await fc.assert(
      fc.asyncProperty(aDay, fc.integer({ min: 0, max: 19 }), async ({ lengths, seed }: Day, lost: number) => {
        const chains = madeOn(lengths)
        const all = chains.flat()
        const gone = all[lost % all.length] as Parcel
        const sent = all.filter(({ key }) => key !== gone.key)
        const ledger = new Ledger()
        const roll = dice(seed)
        await deliver(
          ledger.desk(FAIR),
          sent.toSorted(() => roll() - 0.5),
        )
        const chain = chains.find((one) => one.includes(gone)) ?? []
        const behind = chain.slice(chain.indexOf(gone) + 1).map(({ key }) => key)
        const waiting = [...ledger.rows.values()].filter(({ state }) => state === 'held').map(({ key }) => key)
        expect(waiting.toSorted()).toEqual(behind.toSorted())
        expect(ledger.done).toHaveLength(sent.length - behind.length)
      }),
      { numRuns: 500 },
    )
  })

  it('a refusal holds what follows until a person decides; then all of it goes, in order', async () => {
    await fc.assert(
      fc.asyncProperty(aDay, fc.boolean(), async ({ lengths, seed }: Day, drop: boolean) => {
        const chains = madeOn(lengths)
        const roll = dice(seed)
        const refused = chains[0]?.[0] as Parcel
        const ledger = new Ledger()
        const strict: Weather = { ...FAIR, refuses: ({ key }) => key === refused.key }
        await deliver(
          ledger.desk(strict),
          chains.flat().toSorted(() => roll() - 0.5),
        )
        expect(ledger.rows.get(refused.key)?.state).toBe('refused')
        expect(ledger.done.filter((key) => chains[0]?.some((one) => one.key === key))).toEqual([])
        ledger.decide(refused.key, drop ? 'drop' : 'again')
        await deliver(ledger.desk(), [])
        expectOnceAndInOrder(ledger, drop ? [chains[0]?.slice(1) ?? [], ...chains.slice(1)] : chains)
      }),
      { numRuns: 500 },
    )
  })
})
