import { afterEach, beforeEach, expect, it } from 'vitest'
import { STAGE } from '../../../demo/cast.ts'
import { DAY_MS, dayOf, instant } from '#kernel/clock.ts'
import { asOwner } from '#kernel/db.ts'
import { reportCase } from '#modules/cases/contract.ts'
import { recordVisit } from '#modules/visits/contract.ts'
import { type CastName, type House, openHouse, START } from '#test/city/house.ts'
import { noteDone } from './api.ts'
import { makeBond } from './contract.ts'
import { claimWork, leaveWork, listReporting, offerWork } from './contract-reporting.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
  await house.rows(`delete from bonds.bond where kind = 'department_community'`)
  await house.rows('delete from bonds.work')
})
afterEach(() => house.close())

const TODAY = dayOf(START)
const UNTIL = dayOf(START + 60 * DAY_MS)
const id = () => house.key() as never
const village = () => house.as('yuGuorong')
const sendDown = (who: CastName) =>
  house.send(village(), makeBond, {
    id: id(),
    kind: 'department_community',
    from: { kind: 'organ', id: house.as(who).organ ?? '' },
    to: { kind: 'place', id: STAGE.village },
    until: UNTIL,
  })
async function offer(seats: number) {
  const work = id()
  await house.send(village(), offerWork, {
    id: work,
    place: STAGE.village,
    title: '听听老人家',
    seats,
    from: TODAY,
    until: UNTIL,
  })
  return work
}
const seen = () => house.ask(village(), listReporting, { place: STAGE.village })

it('a department reports in for a period, its members claim what there is to do, within the seats', async () => {
  await sendDown('wuJianhua')
  const work = await offer(1)
  const claim = id()
  expect(await house.send(house.as('wuJianhua'), claimWork, { id: claim, work })).toEqual({ id: claim, left: 0 })
  await expect(house.send(house.as('wuJianhua'), claimWork, { id: id(), work })).rejects.toMatchObject({
    code: 'already',
  })
  await sendDown('jiangHaibo')
  await expect(house.send(house.as('jiangHaibo'), claimWork, { id: id(), work })).rejects.toMatchObject({
    code: 'quota_full',
  })
  await house.send(house.as('wuJianhua'), leaveWork, { id: claim, reason: '抢修任务' })
  await house.send(house.as('jiangHaibo'), claimWork, { id: id(), work })
  expect((await seen()).work).toMatchObject([{ seats: 1, taken: 1, mine: null }])
  expect(
    (await house.ask(house.as('jiangHaibo'), listReporting, { place: STAGE.village })).work[0]?.mine,
  ).not.toBeNull()
})

it('only members of a department that was sent there claim anything, and only while it is', async () => {
  const work = await offer(3)
  for (const who of ['wuJianhua', 'huWeiping', 'yuXuewen'] as const)
    await expect(house.send(house.as(who), claimWork, { id: id(), work })).rejects.toMatchObject({ code: 'forbidden' })
  await sendDown('wuJianhua')
  house.clock.advance(61 * DAY_MS)
  await expect(house.send(house.as('wuJianhua'), claimWork, { id: id(), work })).rejects.toMatchObject({
    code: 'not_found',
  })
  expect(await seen()).toEqual({ departments: [], work: [] })
})

it('counts what was done, for the department as a whole; nothing is kept of presence', async () => {
  await sendDown('wuJianhua')
  const work = await offer(2)
  await house.send(house.as('wuJianhua'), claimWork, { id: id(), work })
  await house.send(house.as('wuJianhua'), reportCase, {
    id: id(),
    secret: 'a1B2c3D4e5F6g7H8',
    channel: 'field',
    kind: '01-07',
    description: '老人家的低保材料没人帮着办',
    place: STAGE.grid,
  })
  const [{ id: household } = { id: '' }] = await house.rows<{ id: string }>(
    `select id from homes.household where place = '${STAGE.grid}' and until_day is null order by id limit 1`,
  )
  const visit = (who: CastName, outcome: 'talked' | 'absent') =>
    house.send(house.as(who), recordVisit, {
      id: id(),
      secret: 'a1B2c3D4e5F6g7H8',
      household,
      at: instant(house.clock.now()),
      outcome,
    })
  await visit('wuJianhua', 'talked')
  await visit('wuJianhua', 'absent')
  await visit('yuXuewen', 'talked')
  await expect(visit('jiangHaibo', 'talked')).rejects.toMatchObject({ code: 'forbidden' })
  await house.relay()
  const answer = { kind: 'order' as const, subject: house.key(), place: STAGE.grid, at: instant(house.clock.now()) }
  for (const who of ['wuJianhua', 'wuJianhua', 'yuXuewen'] as const)
    await asOwner(house.p.db, (tx) => noteDone(tx, { ...answer, person: house.as(who).person ?? '' }))
  expect((await seen()).departments).toMatchObject([{ members: 1, until: UNTIL, reported: 1, visits: 1, orders: 1 }])
  const columns = await house.rows<{ column: string }>(
    `select column_name as column from information_schema.columns where table_schema = 'bonds' and table_name in ('work', 'claim', 'done')`,
  )
  expect(
    columns.map(({ column }) => column).filter((one) => /lon|lat|check|sign|minutes|score|rank|points/.test(one)),
  ).toEqual([])
})
