import { afterEach, beforeEach, expect, it } from 'vitest'
import { DAY_MS, dayOf, HOUR_MS, instant } from '#kernel/clock.ts'
import { getCase, myReport } from '#modules/cases/contract.ts'
import { listLooks } from '#modules/consents/contract.ts'
import { addDwelling, moveIn } from '#modules/homes/contract.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { openLongyou } from '#test/city/longyou.ts'
import {
  aDoor,
  answerPromise,
  followVisit,
  ourVisits,
  raiseNote,
  recordVisit,
  settlePromise,
  todaysDoors,
} from './contract.ts'
import {
  answerProblem,
  callMeeting,
  findProblem,
  judgeProblem,
  listOutings,
  listProblems,
  planOuting,
  setFieldDay,
} from './contract-days.ts'

/** The two stories that the door is built for, from end to end, in a mountain township of Longyou. */
let house: House
let longyou: Awaited<ReturnType<typeof openLongyou>>
beforeEach(async () => {
  house = await openHouse()
  longyou = await openLongyou(house)
})
afterEach(() => house.close())

const id = (): never => house.key() as never
const SECRET = 'a1B2c3D4e5F6g7H8'
const day = (ahead = 0) => dayOf(house.clock.now() + ahead * DAY_MS)
const worker = () => longyou.as('lanYing')
const noticesOf = async (who: ReturnType<House['as']>) => {
  await house.sweep()
  await house.relay()
  return (await house.ask(who, myNotices, {})).rows.map(({ kind }) => kind)
}

/** A couple from Guizhou with a girl of five rent the empty house above the bamboo. */
async function moveUp(since = day(-3)) {
  const [dwelling, household, father, child] = [id(), id(), id(), id()]
  await house.send(worker(), addDwelling, {
    id: dwelling,
    place: longyou.grid as never,
    address: '竹坞 12 号',
    day: since,
  })
  const member = (person: never, relation: 'head' | 'child', name: string, more: object) => ({
    id: id(),
    relation,
    residence: 'rent' as const,
    resident: { id: person, name, ...more },
  })
  await house.send(worker(), moveIn, {
    household,
    dwelling,
    day: since,
    members: [
      member(father, 'head', '杨正强', { phone: '15505709801', sex: 'male', born: '1993-04-12' }),
      member(child, 'child', '杨乐乐', { sex: 'female', born: '2021-06-01' }),
    ],
  })
  return { dwelling, household: household as string, father: father as string }
}

it('a newly moved-in family in a mountain village', async () => {
  const { household, father } = await moveUp()
  // The door is on today's list because somebody moved in, and for no other reason.
  const [door] = (await house.ask(worker(), todaysDoors, {})).rows
  expect(door).toMatchObject({
    household,
    address: '竹坞 12 号',
    head: '杨**',
    reasons: [{ kind: 'moved_in', day: day(-3) }],
  })
  expect((await house.ask(worker(), aDoor, { household })).members.map(({ name }) => name)).toEqual(['杨正强', '杨**'])

  // Up there is no network: the visit of the morning arrives in the evening, three times.
  const morning = house.clock.now()
  house.clock.advance(9 * HOUR_MS)
  const [school, promise, key] = [id(), id(), house.key()]
  const visit = {
    id: id(),
    secret: SECRET,
    household,
    at: instant(morning),
    outcome: 'talked' as const,
    reasons: ['moved_in' as const],
    notes: [
      { id: school, text: '孩子五岁了，想上乡里的幼儿园，不知道要什么材料' },
      { id: id(), text: '屋后竹林的排水沟断了，下雨怕滑坡' },
    ],
    answers: [
      { subjectKind: 'household' as const, subject: household, field: 'household.atHome', value: 3, base: null },
      {
        subjectKind: 'household' as const,
        subject: household,
        field: 'household.needs',
        value: ['school'],
        base: null,
      },
    ],
    cases: [
      {
        id: id(),
        secret: SECRET,
        note: null,
        kind: null,
        description: '竹坞 12 号屋后排水沟断了，下雨怕滑坡',
        onBehalfOf: father,
      },
    ],
    promises: [{ id: promise, text: '周五前把幼儿园要的材料单送来', due: day(3) }],
  }
  const [first, again, third] = [
    await house.send(worker(), recordVisit, visit, key),
    await house.send(worker(), recordVisit, visit, key),
    await house.send(worker(), recordVisit, visit, key),
  ]
  expect([again, third]).toEqual([first, first])
  expect(await house.rows(`select from visits.visit where household = '${household}'`)).toHaveLength(1)
  expect((await house.ask(worker(), todaysDoors, {})).rows).toEqual([])

  // What they said about the school is passed on with one tap; both cases are theirs to confirm.
  const raised = await house.send(worker(), raiseNote, {
    id: id(),
    note: school,
    secret: SECRET,
    as: 'case',
    kind: null,
  })
  const family = longyou.resident(father)
  for (const one of [first.cases[0]?.id, raised.id])
    expect(await house.ask(family, myReport, { id: one as never })).toMatchObject({
      placeName: expect.stringContaining('庙下乡') as string,
    })
  expect(await house.ask(worker(), getCase, { id: raised.id })).toMatchObject({ channel: 'field' })

  // In town the family reads what was noted about it, by whom, and what came of it.
  const [ours] = (await house.ask(family, ourVisits, {})).rows
  expect(ours).toMatchObject({
    number: first.number,
    at: instant(morning),
    by: { name: '蓝英', title: '专职网格员' },
    notes: [{ became: { number: raised.number } }, { became: null }],
    promises: [{ id: promise, state: 'open' }],
  })
  expect(ours?.updated.map(({ name }) => name.zh)).toEqual(['常年在家人数', '需要帮办的事'])
  expect(await noticesOf(family)).toContain('visit_noted')
  expect((await house.ask(family, listLooks, {})).rows.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['visits.doors', 'visits.door']),
  )

  // The promise: both are reminded; kept, and the family says so by the slip on the kitchen wall.
  house.clock.advance(2 * DAY_MS)
  expect(await noticesOf(worker())).toContain('promise_tomorrow')
  expect(await noticesOf(family)).toContain('promise_tomorrow_ours')
  await house.send(worker(), settlePromise, { id: promise, kept: true, text: '材料单送到，报上名了' })
  const slip = { number: first.number, secret: SECRET }
  expect((await house.ask(house.nobody, followVisit, slip)).promises).toMatchObject([
    { state: 'kept', reason: '材料单送到，报上名了' },
  ])
  await house.send(house.nobody, answerPromise, { id: promise, kept: true, secret: SECRET })
  expect((await house.ask(family, ourVisits, {})).rows[0]?.promises).toMatchObject([{ state: 'confirmed' }])
})

it('a Tuesday in Longyou', async () => {
  const tuesday = day(7)
  const rule = '周二无会日：每周二县乡不开会，干部下村入户。'
  const post = (who: Parameters<typeof longyou.as>[0]) => longyou.as(who).post as never
  await house.send(longyou.as('xuWeimin'), setFieldDay, {
    id: id(),
    place: longyou.county as never,
    weekday: 2,
    from: day(),
    rule,
  })

  // Somebody wants a meeting all the same.
  const meeting = {
    title: '半年总结会',
    from: '09:00',
    to: '11:00',
    where: '乡政府',
    posts: [post('leiGenfa'), post('lanYing')],
  }
  await expect(
    house.send(longyou.as('zhouHong'), callMeeting, { id: id(), day: tuesday, ...meeting }),
  ).rejects.toMatchObject({
    code: 'field_day',
    detail: { rule, day: tuesday },
  })
  await house.send(longyou.as('zhouHong'), callMeeting, { id: id(), day: day(8), ...meeting })

  // The team of the village goes on the roster instead.
  const outing = id()
  await house.send(longyou.as('zhouHong'), planOuting, {
    id: outing,
    day: tuesday,
    village: longyou.village as never,
    posts: [post('zhouHong'), post('leiGenfa'), post('huShui')],
    about: '看山塘、听意见',
  })
  expect(await noticesOf(longyou.as('huShui'))).toContain('outing_planned')
  house.clock.advance(7 * DAY_MS)
  expect((await house.ask(longyou.as('leiGenfa'), listOutings, { from: tuesday, to: tuesday })).rows).toMatchObject([
    {
      village: longyou.village,
      team: expect.arrayContaining([expect.objectContaining({ name: '胡水生' })]) as unknown,
    },
  ])

  // At a door: what is said there becomes a case of the Tuesday, with a promise for the next.
  const { household, father } = await moveUp(day(-200))
  const promise = id()
  const visited = await house.send(longyou.as('leiGenfa'), recordVisit, {
    id: id(),
    secret: SECRET,
    household,
    at: instant(house.clock.now()),
    outcome: 'talked',
    notes: [{ id: id(), text: '山塘漏水，下面几户怕' }],
    cases: [{ id: id(), secret: SECRET, kind: null, description: '山塘漏水，下面几户人家担心', onBehalfOf: father }],
    promises: [{ id: promise, text: '下周二带水利局的人来看山塘', due: day(7) }],
  })
  expect(await house.ask(longyou.as('leiGenfa'), getCase, { id: visited.cases[0]?.id as never })).toMatchObject({
    channel: 'tuesday',
  })

  // On the spot: a problem with an owner and a day, answered, and looked at by somebody else.
  const problem = id()
  await house.send(longyou.as('zhouHong'), findProblem, {
    id: problem,
    outing,
    place: longyou.village as never,
    text: '竹坞山塘坝脚渗水',
    owner: post('huShui'),
    due: day(7),
  })
  await house.send(longyou.as('huShui'), answerProblem, { id: problem, answer: '已放低水位，周四起灌浆' })
  await expect(house.send(longyou.as('huShui'), judgeProblem, { id: problem, solved: true })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await house.send(longyou.as('leiGenfa'), judgeProblem, { id: problem, solved: true })
  expect((await house.ask(longyou.as('zhouHong'), listProblems, {})).rows).toMatchObject([
    { state: 'accepted', owner: { name: '胡水生' } },
  ])

  // A week later the word is kept, or there is a reason; the family has the last word.
  house.clock.advance(7 * DAY_MS)
  await house.send(longyou.as('leiGenfa'), settlePromise, {
    id: promise,
    kept: true,
    text: '和水利局一起看过，开始灌浆',
  })
  await house.send(longyou.resident(father), answerPromise, { id: promise, kept: true })
  expect((await house.ask(longyou.resident(father), ourVisits, {})).rows[0]).toMatchObject({
    notes: [{ text: '山塘漏水，下面几户怕' }],
    cases: [{ id: visited.cases[0]?.id }],
    promises: [{ state: 'confirmed' }],
  })
})
