import { afterEach, beforeEach, expect, it } from 'vitest'
import { STAGE } from '../../../demo/cast.ts'
import { DAY_MS, HOUR_MS } from '#kernel/clock.ts'
import { reportCase } from '#modules/cases/contract.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { beginResponse } from '#test/city/response.ts'
import {
  KINDS,
  listPlaybooks,
  type Playbook,
  preview,
  RESPONSES,
  setPlaybook,
  tryOnPast,
} from './contract-playbooks.ts'
import { getActivation } from './contract.ts'
import { changesOf, indexOf } from './playbook-index.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const flood = async (): Promise<Playbook> => {
  const [found] = (await house.ask(house.as('yuXuewen'), listPlaybooks, { kind: 'flood' })).rows
  if (!found) throw new Error('no playbook')
  return found
}
const own = async (change: (book: Playbook) => void) => {
  const { version: _, shipped: __, ...book } = structuredClone(await flood())
  change(book as Playbook)
  return { ...book, fromDay: '2026-09-02', reason: '按衢州预案修订' }
}

it('ships seven kinds with four levels, of which every lever that is here takes the value it names', async () => {
  const all = indexOf([]).all()
  expect(all.map(({ kind }) => kind).toSorted()).toEqual([...KINDS].toSorted())
  for (const book of all)
    for (const level of RESPONSES) {
      const plan = book.levels[level]
      const { missing } = changesOf(house.p, plan)
      expect(missing, `${book.code} ${level}`).toEqual([])
      expect(plan.hours).toBeLessThanOrEqual(720)
    }
})

it('is replaced by the city from a day on; what is in force goes on as it was decided', async () => {
  const { id } = await beginResponse(house)
  const made = await house.send(
    house.as('zhuGuoliang'),
    setPlaybook,
    await own((book) => void (book.levels.III.reports.everyHours = 6)),
  )
  expect(made).toMatchObject({ code: 'flood', version: 2, shipped: false })
  await house.relay()
  const asked = { playbook: 'flood', level: 'III' as const, area: [STAGE.county as never] }
  expect((await house.ask(house.as('chenLixin'), preview, asked)).version).toBe(1)
  house.clock.advance(DAY_MS)
  expect(await house.ask(house.as('chenLixin'), preview, asked)).toMatchObject({
    version: 2,
    reports: { everyHours: 6 },
  })
  expect(await house.ask(house.as('chenLixin'), getActivation, { id })).toMatchObject({ version: 1 })
  expect(
    (await house.ask(house.as('yuXuewen'), listPlaybooks, { kind: 'flood', history: true })).rows.map(
      ({ version }) => version,
    ),
  ).toEqual([1, 2])
})

it('takes no lever that nobody knows and no value that is none, only of the city command, not in the past', async () => {
  const set = async (
    change: (book: Playbook) => void,
    who: 'zhuGuoliang' | 'chenLixin' = 'zhuGuoliang',
    more: object = {},
  ) => house.send(house.as(who), setPlaybook, { ...(await own(change)), ...more })
  const lever = (name: string, value: unknown) => (book: Playbook) =>
    void book.levels.IV.levers.push({ lever: name, value: value as never, why: { zh: '试' } })
  await expect(set(lever('cases.everything', 1))).rejects.toMatchObject({ code: 'invalid' })
  await expect(set(lever('cases.hoursToConfirm', 'soon'))).rejects.toMatchObject({ code: 'invalid' })
  await expect(set((book) => void book.levels.IV.opens.push('notices.quietHours'))).rejects.toMatchObject({
    code: 'invalid',
  })
  const administrator = (book: Playbook) => {
    for (const seat of book.levels.I.seats) seat.role = 'system_admin' as never
  }
  await expect(set(administrator)).rejects.toMatchObject({ code: 'invalid' })
  await expect(set(() => {}, 'chenLixin')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(set(() => {}, 'zhuGuoliang', { fromDay: '2026-08-31' })).rejects.toMatchObject({ code: 'invalid' })
})

it('is tried on the past: which matters of that time it would have met', async () => {
  const report = (place: string) =>
    house.send(house.as('wangJianping'), reportCase, {
      id: house.key() as never,
      secret: 'a1B2c3D4e5F6g7H8',
      channel: 'town',
      kind: '01-07',
      description: '工地拖欠了三个月的工资',
      place: place as never,
    })
  house.clock.set(START + 14 * HOUR_MS)
  await report(STAGE.grid)
  await report(STAGE.otherGrid)
  await house.relay()
  house.clock.advance(2 * DAY_MS)
  const tried = await house.ask(house.as('chenLixin'), tryOnPast, {
    playbook: 'flood',
    level: 'II',
    area: [STAGE.township as never],
    from: '2026-09-01',
    until: '2026-09-03',
  })
  expect(tried).toMatchObject({ cases: 2, reportsDue: 8 })
  expect(tried.posts).toBeGreaterThan(1)
  expect(tried.rows.find(({ lever }) => lever === 'cases.hoursToConfirm')).toMatchObject({
    usual: 168,
    value: 336,
    touched: 0,
    of: 2,
    what: 'cases',
  })
  const quiet = tried.rows.find(({ lever }) => lever === 'notices.quietHours')
  expect(quiet).toMatchObject({ what: 'notices', of: tried.notices })
  expect(quiet?.touched).toBeGreaterThan(0)
  expect(await house.rows('select from kernel.hold')).toEqual([])
  const asked = {
    playbook: 'flood',
    level: 'II' as const,
    area: ['330881' as never],
    from: '2026-09-01',
    until: '2026-09-03',
  }
  await expect(house.ask(house.as('chenLixin'), tryOnPast, asked)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(
    house.ask(house.as('chenLixin'), tryOnPast, { ...asked, area: [STAGE.township as never], until: '2027-01-01' }),
  ).rejects.toMatchObject({ code: 'invalid' })
})
