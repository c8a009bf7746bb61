import { DAY_MS, dayOf, instant } from '#kernel/clock.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { recordVisit, todaysDoors } from '#modules/visits/contract.ts'
import { settle } from './doors.ts'
import { type CastName, openHouse } from './house.ts'

export const SECRET = 'a1B2c3D4e5F6g7H8'

/** Wang Jianping and Granny Zheng behind one door, and the grid worker who comes to it. */
export async function openVisiting() {
  const house = await openHouse()
  const home = await settle(house, ['wangJianping', 'zhengGuixiang'])
  const id = (): never => house.key() as never
  const day = (ahead = 0): string => dayOf(house.clock.now() + ahead * DAY_MS)
  const worker = () => house.as('yuXuewen')
  const visit = (more: object = {}, key?: string) =>
    house.send(
      worker(),
      recordVisit,
      {
        id: id(),
        secret: SECRET,
        household: home.household,
        at: instant(house.clock.now()),
        outcome: 'talked',
        ...more,
      } as never,
      key,
    )
  const promised = async (due = day(7)) => {
    const promise = { id: id(), text: '把门口的水沟盖板换掉', due }
    const done = await visit({ promises: [promise] })
    return { ...promise, visit: done.id }
  }
  const doors = async () => (await house.ask(worker(), todaysDoors, {})).rows
  const kindsAt = async (household = home.household) =>
    (await doors()).find((one) => one.household === household)?.reasons.map(({ kind }) => kind)
  const noticesOf = async (who: CastName) => {
    await house.sweep()
    await house.relay()
    return (await house.ask(house.as(who), myNotices, {})).rows.map(({ kind }) => kind)
  }
  const wang = () => house.as('wangJianping')
  return { house, home, id, day, worker, wang, visit, promised, doors, kindsAt, noticesOf }
}
