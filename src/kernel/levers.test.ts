import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Bare, idOf, openBare, staff, START } from '#test/bare/house.ts'
import { addSum, most, sums } from '#test/bare/sums.ts'
import { WHOLE } from './authorise.ts'
import { DAY_MS, HOUR_MS } from './clock.ts'
import { inScope } from './db.ts'
import { addHold, endHold, liveHolds } from './holds.ts'
import { type Hold, lever, pull } from './levers.ts'

const hours = lever('cases.hours', 72, z.number(), 'a test')
const PLACES = ['3308', '330802', '330802211', '330803', '33080221120']
const hold = fc.record({
  id: fc.uuid(),
  lever: fc.constantFrom('cases.hours', 'cases.other'),
  place: fc.constantFrom(...PLACES),
  value: fc.integer({ min: 1, max: 71 }),
  startsAt: fc.integer({ min: 0, max: 50 }),
  endsAt: fc.integer({ min: 1, max: 60 }),
})
const world = [fc.array(hold, { maxLength: 12 }), fc.constantFrom(...PLACES), fc.integer({ min: 0, max: 70 })] as const

/** Said another way than the code does: sort all that apply, take the first. */
function expected(holds: readonly Hold[], place: string, at: number): number {
  const applying = holds.filter(
    (h) => h.lever === 'cases.hours' && place.startsWith(h.place) && h.startsAt <= at && at < h.endsAt,
  )
  const order = applying.toSorted(
    (a, b) => b.place.length - a.place.length || b.startsAt - a.startsAt || (a.id < b.id ? 1 : -1),
  )
  return (order[0]?.value as number | undefined) ?? 72
}

describe('levers', () => {
  it('lets the nearest place decide, and of one place the latest hold', () => {
    fc.assert(fc.property(...world, (holds, place, at) => pull(hours, holds, place, at) === expected(holds, place, at)))
  })

  it('does not depend on the order in which holds are found', () => {
    fc.assert(
      fc.property(
        ...world,
        (holds, place, at) => pull(hours, holds.toReversed(), place, at) === pull(hours, holds, place, at),
      ),
    )
  })

  it('is back at its usual value when no hold is live, whatever was held before', () => {
    fc.assert(fc.property(...world, (holds, place, _at) => pull(hours, holds, place, 60) === 72))
  })

  it('reaches the subtree of its place and nobody beside it', () => {
    const one: Hold = { id: idOf(), lever: 'cases.hours', place: '330802', value: 2, startsAt: 0, endsAt: 9 }
    expect(['330802', '330802211209002', '330803', '3308'].map((place) => pull(hours, [one], place, 5))).toEqual([
      2, 2, 72, 72,
    ])
  })

  it('refuses a value that is no value of the lever', () => {
    const one: Hold = { id: idOf(), lever: 'cases.hours', place: '3308', value: 'soon', startsAt: 0, endsAt: 9 }
    expect(() => pull(hours, [one], '3308', 5)).toThrow('expected number')
  })
})

describe('holds', () => {
  let house: Bare
  beforeAll(async () => void (house = await openBare([sums])))
  afterAll(() => house.close())
  const room = staff('township_room', '330802001')
  const add = (amount: number) => house.send(room, addSum, { id: idOf(), place: '330802001', amount })
  const hold = (id: string, value: number, days: number, startsAt = house.clock.now()) =>
    inScope(house.p.db, WHOLE, (tx) =>
      addHold(tx, {
        id,
        lever: most.name,
        place: '330802',
        value,
        reason: 'a plan',
        heldBy: room.person,
        startsAt,
        endsAt: startsAt + days * DAY_MS,
      }),
    )

  it('allows 500 at once while a plan says so, and 100 again once it has ended', async () => {
    await expect(add(500)).rejects.toMatchObject({ code: 'conflict' })
    await hold(idOf(), 500, 1)
    await expect(add(500)).resolves.toEqual({ amount: 500 })
    house.clock.advance(DAY_MS)
    await expect(add(500)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('ends early when somebody ends it, and never begins if it lay ahead', async () => {
    const [now, later] = [idOf(), idOf()]
    await hold(now, 500, 1)
    await hold(later, 900, 1, house.clock.now() + HOUR_MS)
    await inScope(house.p.db, WHOLE, async (tx) => {
      await endHold(tx, now, house.clock.now())
      await endHold(tx, later, house.clock.now())
    })
    house.clock.advance(HOUR_MS + 5)
    await expect(add(500)).rejects.toMatchObject({ code: 'conflict' })
    expect(await inScope(house.p.db, WHOLE, (tx) => liveHolds(tx, house.clock.now()))).toEqual([])
  })

  it('cannot last longer than thirty days, nor end before it begins', async () => {
    await expect(hold(idOf(), 500, 30)).resolves.toBeUndefined()
    await expect(hold(idOf(), 500, 30.001)).rejects.toThrow('hold_check')
    await expect(hold(idOf(), 500, 0)).rejects.toThrow('hold_check')
  })

  it('cannot be made longer afterwards: that is a new decision', async () => {
    await expect(
      house.rows(`update kernel.hold set ends_at = ends_at + interval '1 day' where starts_at < '${new Date(START + 40 * DAY_MS).toISOString()}'
      and ends_at = starts_at + interval '30 days'`),
    ).rejects.toThrow('hold_check')
  })
})
