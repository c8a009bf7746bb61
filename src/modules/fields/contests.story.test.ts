import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '#kernel/authorise.ts'
import { cast, STAGE } from '../../../demo/cast.ts'
import { decided, home, me, openContests } from '#test/city/contesting.ts'
import { answerAs, HOME } from '#test/city/home.ts'
import { ContestId, contestValue, decideContest, listContests, myContests, myData } from './contract-contests.ts'

type Opened = Awaited<ReturnType<typeof openContests>>
let house: Opened['house']
let wang: Opened['wang']
let worker: Opened['worker']
let room: Opened['room']
let id: Opened['id']
let mine: Opened['mine']
let onCard: Opened['onCard']
beforeAll(async () => {
  ;({ house, wang, worker, room, id, mine, onCard } = await openContests())
})
afterAll(() => house.close())

describe('my data', () => {
  it('shows every value with its source, day, certainty and who entered it', async () => {
    const { subjects } = await house.ask(wang, myData, {})
    expect(subjects.map(({ role, name }) => `${role} ${name}`)).toEqual([
      'me 汪建平',
      'child 汪小雨',
      'household 汪建平',
      'dwelling 余东村 18号',
    ])
    expect(await mine('person.occupation')).toEqual({
      field: 'person.occupation',
      value: 'farm',
      source: 'visit',
      by: { zh: '余东村第2网格 专职网格员' },
      day: '2026-09-01',
      certainty: 'certain',
      stale: false,
      contested: null,
      purposes: ['household_service', 'livelihood_help'],
    })
  })

  it('shows nothing of other grown members, and nothing to a stranger', async () => {
    const { subjects } = await house.ask(wang, myData, {})
    expect(subjects.some(({ subject }) => subject === HOME.wife || subject === HOME.mother)).toBe(false)
    const others = await house.ask(house.as('xuLihua'), myData, {})
    expect(others.subjects.some(({ subject }) => subject === HOME.household || subject === HOME.daughter)).toBe(false)
    await expect(house.ask(ANONYMOUS, myData, {})).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

describe('a resident contests a value', () => {
  const one = ContestId.parse('019b7523-3400-7ca5-9009-000000000001')
  it('is marked at once, on his page and on the worker’s card', async () => {
    const made = await house.send(wang, contestValue, {
      id: one,
      ...me,
      field: 'person.occupation',
      says: 'employed',
      why: '我去年就到厂里上班了',
    })
    expect(made).toMatchObject({
      state: 'open',
      shown: 'farm',
      says: 'employed',
      office: { zh: '沟溪乡综合信息指挥室' },
      lamp: 'green',
    })
    expect((await mine('person.occupation'))?.contested).toBe(one)
    expect((await onCard('person.occupation'))?.contested).toBe(one)
  })

  it('is due after forty working hours: nine on Tuesday is nine on Tuesday a week later', async () => {
    const [row] = (await house.ask(room, listContests, {})).rows
    expect(row).toMatchObject({ id: one, dueAt: '2026-09-08T01:00:00.000Z', can: ['decide', 'pass'] })
  })

  it('is one at a time, of a value that is there, of one’s own, and fits its field', async () => {
    const again = { ...me, field: 'person.occupation', says: null, why: '不对' } as const
    await expect(house.send(wang, contestValue, { id: id(), ...again })).rejects.toMatchObject({ code: 'already' })
    await expect(house.send(wang, contestValue, { id: id(), ...again, field: 'person.skills' })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(
      house.send(wang, contestValue, { id: id(), ...again, field: 'person.workArea', says: 'moon' }),
    ).rejects.toMatchObject({
      code: 'invalid',
      detail: { problems: [{ path: 'says', problem: 'not_a_choice' }] },
    })
    await expect(
      house.send(wang, contestValue, { id: id(), ...again, field: 'household.atHome' }),
    ).rejects.toMatchObject({ code: 'invalid' })
    await expect(
      house.send(house.as('yuWeidong'), contestValue, { id: id(), ...home, field: 'household.atHome', why: '不对' }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await expect(
      house.send(house.as('zhouChunxian'), contestValue, { id: id(), ...home, field: 'household.atHome', why: '不对' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('is decided by neither who entered the value nor who contests it, nor by another office', async () => {
    await expect(house.send(worker, decideContest, { id: one, ...decided })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(house.send(house.as('zhengMingyuan'), decideContest, { id: one, ...decided })).rejects.toMatchObject({
      code: 'not_found',
    })
    const entered = id()
    await answerAs(house, room, [
      { subjectKind: 'person', subject: HOME.wife, field: 'person.occupation', value: 'home' },
    ])
    await house.send(worker, contestValue, {
      id: entered,
      subjectKind: 'person',
      subject: HOME.wife,
      field: 'person.occupation',
      says: 'farm',
      why: '种茶叶',
    })
    await expect(house.send(room, decideContest, { id: entered, ...decided })).rejects.toMatchObject({
      code: 'same_person',
    })
    const [row] = (await house.ask(room, listContests, {})).rows.filter((each) => each.id === entered)
    expect(row?.can).toEqual(['pass'])
    expect(
      await house.send(house.as('fangXiaoyan', STAGE.township), decideContest, { id: entered, ...decided }),
    ).toMatchObject({ state: 'accepted' })
  })

  it('accepted: the mark stays until the right value stands there, which comes by the one write', async () => {
    await house.send(room, decideContest, { id: one, ...decided })
    expect((await mine('person.occupation'))?.contested).toBe(one)
    await house.relay()
    expect(await mine('person.occupation')).toMatchObject({
      value: 'employed',
      contested: null,
      source: 'register',
      by: { zh: '沟溪乡 综合信息指挥室 主任' },
    })
    const [row] = (await house.ask(wang, myContests, {})).rows.filter((each) => each.id === one)
    expect(row).toMatchObject({ state: 'accepted', answer: '已改正，谢谢您', reason: null })
    expect(row?.steps.map(({ step }) => step)).toEqual(['contested', 'accepted'])
    const values = await house.rows<{ value: string; gone: boolean }>(
      `select value, until_at is not null as gone from fields.value where subject = '${cast.wangJianping.id}' and field = 'person.occupation' order by at`,
    )
    expect(values).toEqual([
      { value: 'farm', gone: true },
      { value: 'employed', gone: false },
    ])
    await house.relay()
    await expect(house.send(room, decideContest, { id: one, ...decided })).rejects.toMatchObject({ code: 'already' })
  })
})

it('is on record, with whom it is about', async () => {
  const rows = await house.rows<{ name: string; outcome: string }>(
    `select distinct name, outcome from kernel.record where name in ('fields.contest', 'fields.decide') order by name, outcome`,
  )
  expect(rows.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
    'fields.contest already',
    'fields.contest done',
    'fields.contest forbidden',
    'fields.contest invalid',
    'fields.contest not_found',
    'fields.decide already',
    'fields.decide done',
    'fields.decide forbidden',
    'fields.decide not_found',
    'fields.decide same_person',
  ])
  const about = await house.rows<{ about: string }>(
    `select distinct about from kernel.record where name = 'fields.decide' and outcome = 'done' and about is not null`,
  )
  expect(about.map((row) => row.about)).toContain(cast.wangJianping.id)
})
