import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { mergePlaces } from '#modules/places/contract.ts'
import { ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { type House, openHouse } from '#test/city/house.ts'
import {
  answerMeeting,
  answerProblem,
  callMeeting,
  cancelMeeting,
  cancelOuting,
  exceptDay,
  findProblem,
  judgeProblem,
  listFieldDays,
  listMeetings,
  listOutings,
  listProblems,
  planOuting,
  setFieldDay,
  teamOfVillage,
} from './contract-days.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
  // Shipped rules of the demo city would stand beside those that are set here.
  await house.rows('delete from visits.day_exception')
  await house.rows('delete from visits.field_day')
})
afterEach(() => house.close())

const id = (): never => house.key() as never
const day = (ahead = 0) => dayOf(house.clock.now() + ahead * DAY_MS)
/** The story begins on a Tuesday. */
const NEXT_TUESDAY = 7
const RULE = '周二无会日：每周二不开会，干部下村入户。'
const post = (who: Parameters<House['as']>[0]): never => house.as(who).post as never
const set = async (place: string = STAGE.county, who: Parameters<House['as']>[0] = 'chenLixin') => {
  const made = { id: id(), place, weekday: 2, from: day(), rule: RULE }
  await house.send(house.as(who), setFieldDay, made)
  return made.id
}
const meeting = (on: string, more: object = {}) => ({
  id: id(),
  title: '防汛部署会',
  day: on,
  from: '09:00',
  to: '10:30',
  where: '乡政府三楼',
  posts: [post('yuXuewen'), post('yuGuorong')],
  ...more,
})
const call = (on: string, more: object = {}, who: Parameters<House['as']>[0] = 'huWeiping') =>
  house.send(house.as(who), callMeeting, meeting(on, more))
const noticesOf = async (who: Parameters<House['as']>[0]) => {
  await house.relay()
  return (await house.ask(house.as(who), myNotices, {})).rows.map(({ kind }) => kind)
}

describe('a protected field day', () => {
  it('refuses an invitation with the text of the rule, and lets the next day pass', async () => {
    await set()
    await expect(call(day(NEXT_TUESDAY))).rejects.toMatchObject({
      code: 'field_day',
      detail: { rule: RULE, day: day(NEXT_TUESDAY), place: STAGE.county },
    })
    const { id: one } = await call(day(NEXT_TUESDAY + 1))
    expect(await noticesOf('yuXuewen')).toContain('meeting_called')
    await house.send(house.as('yuXuewen'), answerMeeting, { id: one, coming: true })
    expect((await house.ask(house.as('huWeiping'), listMeetings, {})).rows).toMatchObject([
      {
        mine: true,
        invited: expect.arrayContaining([expect.objectContaining({ name: '余学文', answer: 'yes' })]) as unknown,
      },
    ])
    expect((await house.ask(house.as('zhouChunxian'), listMeetings, {})).rows).toEqual([])
    await expect(house.send(house.as('zhouChunxian'), answerMeeting, { id: one, coming: true })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(house.send(house.as('yuXuewen'), cancelMeeting, { id: one })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await house.send(house.as('huWeiping'), cancelMeeting, { id: one })
    await expect(house.send(house.as('yuGuorong'), answerMeeting, { id: one, coming: false })).rejects.toMatchObject({
      code: 'gone',
    })
  })

  it('protects whoever is invited, though the inviting office lies outside of it', async () => {
    await set(STAGE.county)
    await expect(call(day(NEXT_TUESDAY), {}, 'zhuGuoliang')).rejects.toMatchObject({ code: 'field_day' })
    await call(day(NEXT_TUESDAY), { posts: [post('zhouChunxian')] }, 'zhuGuoliang')
  })

  it('is lifted for one day, with a reason that everybody sees', async () => {
    const rule = await set()
    const lift = (on: string, who: Parameters<House['as']>[0] = 'huWeiping', place: string = STAGE.township) =>
      house.send(house.as(who), exceptDay, {
        fieldDay: rule,
        place: place as never,
        day: on,
        reason: '台风红色预警，全员值守',
      })
    await expect(lift(day(1))).rejects.toMatchObject({ code: 'invalid' })
    await expect(lift(day(NEXT_TUESDAY), 'yuXuewen')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(lift(day(NEXT_TUESDAY), 'huWeiping', STAGE.county)).rejects.toMatchObject({ code: 'forbidden' })
    await lift(day(NEXT_TUESDAY))
    await call(day(NEXT_TUESDAY))
    const { days, rows } = await house.ask(house.as('yuXuewen'), listFieldDays, { from: day(), to: day(14) })
    expect(rows).toMatchObject([{ weekday: 2, rule: RULE, placeName: '柯城区' }])
    expect(days.filter((one) => one.protected).map((one) => one.day)).toEqual([day(), day(14)])
    expect(days[NEXT_TUESDAY]).toMatchObject({ protected: false, reason: '台风红色预警，全员值守', meetings: 1 })
  })

  it('is set by the county or city for what lies below them, one rule after another', async () => {
    await expect(set(STAGE.county, 'huWeiping')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(set(ELSEWHERE.county)).rejects.toMatchObject({ code: 'forbidden' })
    await set()
    house.clock.advance(DAY_MS)
    await set()
    expect(
      (
        await house.rows<{ open: boolean }>('select until_day is null as open from visits.field_day order by from_day')
      ).map(({ open }) => open),
    ).toEqual([false, true])
  })
})

describe('teams that go down', () => {
  const plan = (more: object = {}, who: Parameters<House['as']>[0] = 'huWeiping') =>
    house.send(house.as(who), planOuting, {
      id: id(),
      day: day(NEXT_TUESDAY),
      village: STAGE.village as never,
      posts: [post('huWeiping'), post('zhengMingyuan')],
      about: '看危房、听意见',
      ...more,
    })

  it('stand on the roster of the day, are told, and change by the same id', async () => {
    const { id: one } = await plan()
    expect(await noticesOf('zhengMingyuan')).toContain('outing_planned')
    await plan({ id: one, posts: [post('huWeiping'), post('wangHuimin')] })
    const { rows } = await house.ask(house.as('yuXuewen'), listOutings, { place: STAGE.grid as never })
    expect(rows).toEqual([])
    expect((await house.ask(house.as('yuGuorong'), listOutings, {})).rows).toMatchObject([
      { village: STAGE.village, about: '看危房、听意见', can: ['change', 'cancel'] },
    ])
    const team = (await house.ask(house.as('yuGuorong'), listOutings, {})).rows[0]?.team.map(({ name }) => name)
    expect(team?.sort()).toEqual(['汪慧敏', '胡卫平'].sort())
    await house.send(house.as('huWeiping'), cancelOuting, { id: one, reason: '村里办白事' })
    await expect(plan({ id: one })).rejects.toMatchObject({ code: 'gone' })
  })

  it('are planned by those who answer for the village, for a village, not for the past', async () => {
    await expect(plan({}, 'yuXuewen')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(plan({}, 'zhuJianjun')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(plan({ village: STAGE.township })).rejects.toMatchObject({ code: 'invalid' })
    await expect(plan({ day: '2026-08-25' })).rejects.toMatchObject({ code: 'invalid' })
    expect((await house.ask(house.as('huWeiping'), teamOfVillage, { village: STAGE.village as never })).rows).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: '余国荣' })]),
    )
  })

  it('find a problem with an owner, who answers; a second pair of eyes takes the answer or gives it back', async () => {
    const { id: outing } = await plan()
    const problem = {
      id: id(),
      outing,
      place: STAGE.village as never,
      text: '三组水渠垮了十几米，灌溉断了',
      owner: post('jiangHaibo'),
      due: day(10),
    }
    await house.send(house.as('huWeiping'), findProblem, problem)
    expect(await noticesOf('jiangHaibo')).toContain('problem_yours')
    const answer = (who: Parameters<House['as']>[0]) =>
      house.send(house.as(who), answerProblem, { id: problem.id, answer: '已列入水毁修复，周四进场' })
    await expect(answer('xuZhigang')).rejects.toMatchObject({ code: 'not_found' })
    await answer('jiangHaibo')
    await expect(answer('jiangHaibo')).rejects.toMatchObject({ code: 'conflict' })
    const judge = (who: Parameters<House['as']>[0], solved: boolean, reason = '') =>
      house.send(house.as(who), judgeProblem, { id: problem.id, solved, reason })
    await expect(judge('jiangHaibo', true)).rejects.toMatchObject({ code: 'forbidden' })
    await judge('yuGuorong', false, '周四没有人来')
    expect(await noticesOf('jiangHaibo')).toContain('problem_returned')
    await answer('jiangHaibo')
    await judge('huWeiping', true)
    expect((await house.ask(house.as('yuGuorong'), listProblems, {})).rows).toMatchObject([
      { state: 'accepted', owner: { name: '姜海波' }, foundBy: { name: '胡卫平' }, answer: '已列入水毁修复，周四进场' },
    ])
    expect((await house.ask(house.as('zhuJianjun'), listProblems, {})).rows).toEqual([])
    expect((await house.ask(house.as('jiangHaibo'), listProblems, { mine: true })).rows).toHaveLength(1)
  })
})

it('teams that have not gone yet, and the rule with its exceptions, go on in the village that theirs has become', async () => {
  await set(STAGE.village, 'chenLixin')
  const plan = { village: STAGE.village, about: '看水渠', posts: [post('yuXuewen')] }
  await house.send(house.as('huWeiping'), planOuting, { ...plan, id: id(), day: day(NEXT_TUESDAY) })
  const [rule] = (
    await house.ask(house.as('huWeiping'), listFieldDays, { place: STAGE.village, from: day(), to: day(30) })
  ).rows
  const lifted = { fieldDay: rule?.id as never, place: STAGE.village, day: day(NEXT_TUESDAY), reason: '防汛应急' }
  await house.send(house.as('huWeiping'), exceptDay, lifted)
  const into = { id: id(), code: '330802211299', name: '余村' }
  const codes = [STAGE.village, '330802211207']
  await house.send(house.as('chenLixin'), mergePlaces, { codes, into, day: day(1), reason: '行政村规模调整' })
  house.clock.advance(DAY_MS)
  await house.sweep()
  await house.relay()
  const range = { place: into.code, from: day(), to: day(30) }
  expect((await house.ask(house.as('huWeiping'), listOutings, range)).rows.map(({ about }) => about)).toEqual([
    '看水渠',
  ])
  const [still] = (await house.ask(house.as('huWeiping'), listFieldDays, range)).rows
  expect(still?.place).toBe(into.code)
  expect(still?.exceptions.map(({ place }) => place)).toContain(into.code)
})
