import { STAGE } from '../../demo/cast.ts'
import { DAY_MS, instant } from '#kernel/clock.ts'
import { signCheck, startCheck } from '#modules/relief/contract-checks.ts'
import type { House } from './house.ts'

/** A list of people, laid by the room of the stage's township and signed for by the county. */
export async function laid(
  house: House,
  persons: readonly (string | undefined)[],
): Promise<{ check: never; lines: never[] }> {
  const [organ] = await house.rows<{ id: string }>(
    `select id from people.organ where place = '${STAGE.county}' and line = 'water'`,
  )
  const check = house.key() as never
  const because = { reason: 'close_contact', evidence: '8月30日 15:20 同车次同车厢' }
  const lines = persons.map((person) => ({ id: house.key() as never, person: person as never, ...because }))
  await house.send(house.as('huWeiping'), startCheck, {
    id: check,
    place: STAGE.township,
    kind: 'infection',
    title: '同车次旅客排查',
    source: organ?.id as never,
    sourceNumber: '柯防办〔2026〕12号',
    purpose: '请本人做一次检测',
    basis: '《传染病防治法》第三十九条',
    until: instant(house.clock.now() + 7 * DAY_MS),
    lines,
  })
  await house.send(house.as('chenLixin'), signCheck, { id: check, lines: lines.length })
  return { check, lines: lines.map(({ id }) => id) }
}
