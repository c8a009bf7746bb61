import { afterEach, beforeEach, expect, it } from 'vitest'
import { cast, STAGE } from '../../../demo/cast.ts'
import { DAY_MS, HOUR_MS, instant } from '#kernel/clock.ts'
import { asOwner } from '#kernel/db.ts'
import { addHold } from '#kernel/holds.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { laid } from '#test/city/check.ts'
import { type CastName, type House, openHouse } from '#test/city/house.ts'
import { closeTools, openTools } from '#test/city/opened.ts'
import { answerLine, checkLines, checkProgress, disputeLine } from './contract-checks.ts'
import { answerDispute } from './contract-disputes.ts'
import { reliefMine } from './contract-mine.ts'
import { reliefRoom } from './contract-room.ts'
import { checks } from './levers.ts'

/** Whoever is on a list by mistake is answered within a day by somebody who did not put him there, or is off it. */
let house: House
let under: string
beforeEach(async () => {
  house = await openHouse()
  under = await openTools(house, [checks])
  await house.rows(`update people.person set home_place = '${STAGE.grid}' where id = '${cast.wangJianping.id}'`)
})
afterEach(() => house.close())

const wang = () => house.as('wangJianping')
const worker = () => house.as('yuXuewen')
const mine = async () => (await house.ask(wang(), reliefMine, {})).lines
const kinds = async (who: CastName) => (await house.ask(house.as(who), myNotices, {})).rows.map(({ kind }) => kind)

/** Laid by the township, signed for by the county, disputed by the one who stands on it. */
async function disputed(): Promise<{ check: never; line: never }> {
  const { check, lines } = await laid(house, [cast.wangJianping.id])
  const line = lines[0] as never
  await house.send(wang(), disputeLine, { line, text: '那天我没有坐车，在家收稻子' })
  await house.relay()
  return { check, line }
}
const answer = (line: never, upheld: boolean, who: CastName = 'chenLixin') =>
  house.send(house.as(who), answerDispute, {
    line,
    upheld,
    answer: upheld ? '购票人是同名的另一个人' : '车票和监控都是您',
  })

it('who is right is off the list at once, and hears it', async () => {
  const { check, line } = await disputed()
  const [asked] = (await house.ask(house.as('chenLixin'), checkLines, { check })).rows
  expect(asked).toMatchObject({ disputed: expect.stringContaining('收稻子'), can: ['answer', 'decide'] })
  expect((await house.ask(worker(), checkLines, { check })).rows).toMatchObject([{ can: ['answer'] }])
  await expect(answer(line, true, 'huWeiping')).rejects.toMatchObject({ code: 'same_person' })
  await expect(answer(line, true, 'yuXuewen')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(answer(line, true, 'zhuJianjun')).rejects.toMatchObject({ code: 'not_found' })
  expect(await answer(line, true)).toEqual({ line, struck: true })
  await expect(answer(line, false)).rejects.toMatchObject({ code: 'already' })
  await house.relay()
  expect(await kinds('wangJianping')).toContain('relief_struck')
  expect(await mine()).toMatchObject([{ struck: true, disputeAnswer: '购票人是同名的另一个人', can: [] }])
  expect((await house.ask(worker(), checkLines, { check })).rows).toEqual([])
  expect((await house.ask(worker(), checkProgress, { check })).rows).toEqual([])
})

it('who is not stays on it and reads why', async () => {
  const { check, line } = await disputed()
  await answer(line, false)
  await house.relay()
  expect(await kinds('wangJianping')).toContain('relief_dispute_answered')
  expect(await mine()).toMatchObject([{ struck: false, disputeAnswer: '车票和监控都是您' }])
  expect((await house.ask(house.as('chenLixin'), checkLines, { check })).rows).toMatchObject([{ can: ['answer'] }])
  house.clock.advance(3 * DAY_MS)
  await house.sweep()
  expect(await mine()).toMatchObject([{ struck: false }])
})

it('unanswered for a day it is told above; for two days the line is struck off', async () => {
  const { check } = await disputed()
  house.clock.advance(23 * HOUR_MS)
  await house.sweep()
  expect(await kinds('chenLixin')).not.toContain('relief_dispute_late')
  house.clock.advance(2 * HOUR_MS)
  await house.sweep()
  await house.sweep()
  await house.relay()
  expect((await kinds('chenLixin')).filter((kind) => kind === 'relief_dispute_late')).toHaveLength(1)
  expect(await mine()).toMatchObject([{ struck: false }])
  house.clock.advance(DAY_MS)
  await house.sweep()
  await house.relay()
  expect(await kinds('wangJianping')).toContain('relief_struck')
  expect(await mine()).toMatchObject([{ struck: true, disputeAnswer: null }])
  const { lines } = await house.ask(house.as('chenLixin'), reliefRoom, { place: STAGE.county })
  expect(lines).toEqual({ total: 0, left: 0 })
  // A phone that was without a network still has the door.
  const { line } = (await house.rows<{ line: never }>(`select id as line from relief.line`))[0] ?? { line: '' as never }
  const late = { id: house.key() as never, line, state: 'found' as const, at: instant(house.clock.now()) }
  await expect(house.send(worker(), answerLine, late)).rejects.toMatchObject({ code: 'not_found' })
  expect((await house.ask(worker(), checkLines, { check })).rows).toEqual([])
})

it('has nothing to answer where nobody disputes, and nothing more when it is closed in peace', async () => {
  const { line } = await disputed()
  await house.rows(`update relief.line set disputed = null, disputed_at = null`)
  await expect(answer(line, true)).rejects.toMatchObject({ code: 'conflict' })
  await house.send(wang(), disputeLine, { line, text: '不是我' })
  await closeTools(house, under)
  house.clock.advance(3 * DAY_MS)
  await house.sweep()
  await expect(answer(line, true)).rejects.toMatchObject({ code: 'not_open' })
})

it('calls nobody about a list of a response that is over, also while another has begun', async () => {
  await disputed()
  house.clock.advance(HOUR_MS)
  await closeTools(house, under)
  house.clock.advance(1)
  await openTools(house, [checks])
  house.clock.advance(2 * DAY_MS)
  await house.sweep()
  expect(await house.rows(`select outcome from kernel.record where name = 'relief.callDispute'`)).toEqual([])
})

it('is told above sooner where a hold says so', async () => {
  await disputed()
  const dates = { startsAt: house.clock.now(), endsAt: house.clock.now() + DAY_MS }
  const rest = { lever: 'relief.hoursToAnswerDispute', place: STAGE.county, value: 2, reason: '防汛', heldBy: null }
  await asOwner(house.p.db, (tx) => addHold(tx, { id: house.key(), ...rest, ...dates }))
  house.clock.advance(3 * HOUR_MS)
  await house.sweep()
  await house.relay()
  expect(await kinds('chenLixin')).toContain('relief_dispute_late')
})
