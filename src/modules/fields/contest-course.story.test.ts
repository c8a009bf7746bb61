import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WHOLE } from '#kernel/authorise.ts'
import { DAY_MS } from '#kernel/clock.ts'
import { addHold } from '#kernel/holds.ts'
import { inScope } from '#kernel/db.ts'
import { cast, STAGE } from '../../../demo/cast.ts'
import { decided, home, me, openContests } from '#test/city/contesting.ts'
import {
  contestValue,
  decideContest,
  listContests,
  myContests,
  passContest,
  withdrawContest,
} from './contract-contests.ts'

type Opened = Awaited<ReturnType<typeof openContests>>
let house: Opened['house']
let wang: Opened['wang']
let room: Opened['room']
let id: Opened['id']
let mine: Opened['mine']
beforeAll(async () => {
  ;({ house, wang, room, id, mine } = await openContests())
})
afterAll(() => house.close())

describe('refused, taken back, passed on, overdue', () => {
  it('refused: the value stays, the mark goes, the answer is kept', async () => {
    const one = id()
    await house.send(wang, contestValue, { id: one, ...home, field: 'household.atHome', says: 4, why: '四口人都在家' })
    await house.send(room, decideContest, {
      id: one,
      decision: 'refused',
      reason: '上门看过',
      answer: '您母亲住在县城，按常住算两人',
    })
    await house.relay()
    expect(await mine('household.atHome')).toMatchObject({ value: 2, contested: null })
    expect((await house.ask(wang, myContests, {})).rows[0]).toMatchObject({
      state: 'refused',
      answer: '您母亲住在县城，按常住算两人',
    })
    expect((await house.ask(room, listContests, { state: 'decided' })).rows.find((row) => row.id === one)?.reason).toBe(
      '上门看过',
    )
  })

  it('taken back: by the contester alone', async () => {
    const one = id()
    await house.send(wang, contestValue, { id: one, ...home, field: 'household.mainIncome', why: '想想再说' })
    await expect(house.send(house.as('yuWeidong'), withdrawContest, { id: one })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await house.send(wang, withdrawContest, { id: one })).toMatchObject({ state: 'withdrawn' })
    expect(await mine('household.mainIncome')).toMatchObject({ value: 'farm', contested: null })
    await expect(house.send(wang, withdrawContest, { id: one })).rejects.toMatchObject({ code: 'already' })
  })

  it('goes to the department of its line, is passed on with the clock running, and is overdue for all to see', async () => {
    const one = id()
    const water = house.as('jiangHaibo')
    const made = await house.send(wang, contestValue, {
      id: one,
      ...me,
      field: 'person.pension',
      says: 'resident',
      why: '我交了城乡居民养老',
    })
    await house.send(room, passContest, { id: one, organ: water.organ, reason: '材料在水利局' })
    expect((await house.ask(water, listContests, {})).rows.map((row) => row.id)).toEqual([one])
    await expect(house.send(room, decideContest, { id: one, ...decided })).rejects.toMatchObject({ code: 'forbidden' })
    house.clock.advance(8 * DAY_MS)
    await house.sweep()
    await house.sweep()
    const list = await house.ask(water, listContests, {})
    expect(list).toMatchObject({ open: 1, lateOpen: 1, rows: [{ late: true, lamp: 'red', dueAt: made.dueAt }] })
    await house.send(water, decideContest, { id: one, ...decided })
    await house.relay()
    expect(await mine('person.pension')).toMatchObject({ value: 'resident' })
    const [row] = (await house.ask(wang, myContests, {})).rows.filter((each) => each.id === one)
    expect(row).toMatchObject({ late: true, state: 'accepted' })
    expect(row?.steps.map(({ step, note }) => [step, note])).toEqual([
      ['contested', '我交了城乡居民养老'],
      ['passed', null],
      ['overdue', null],
      ['accepted', '已改正，谢谢您'],
    ])
  })

  it('takes the limit from its lever', async () => {
    await inScope(house.p.db, WHOLE, (tx) =>
      addHold(tx, {
        id: house.key(),
        lever: 'fields.hoursToDecide',
        place: STAGE.county,
        value: 8,
        reason: '集中更正',
        heldBy: null,
        startsAt: house.clock.now(),
        endsAt: house.clock.now() + DAY_MS,
      }),
    )
    const one = await house.send(wang, contestValue, {
      id: id(),
      ...me,
      field: 'person.workArea',
      says: 'county',
      why: '在县城上班',
    })
    expect(Date.parse(one.dueAt ?? '') - house.clock.now()).toBe(DAY_MS)
    house.clock.advance(2 * DAY_MS)
    const other = await house.send(wang, contestValue, {
      id: id(),
      ...home,
      field: 'household.mainIncome',
      why: '打工为主',
    })
    expect(Date.parse(other.dueAt ?? '') - house.clock.now()).toBeGreaterThan(4 * DAY_MS)
  })

  it('changes what people keep by people’s own command', async () => {
    const one = id()
    await house.send(wang, contestValue, { id: one, ...me, field: 'person.name', says: '汪建萍', why: '身份证上是萍' })
    await house.send(room, decideContest, { id: one, ...decided })
    await house.relay()
    expect(await mine('person.name')).toMatchObject({ value: '汪建萍', contested: null })
  })
})

it('tells the office that something is contested, and the contester that it is answered', async () => {
  await house.relay()
  const told = await house.rows<{ kind: string; who: string }>(
    `select distinct n.kind, case when n.person = '${cast.wangJianping.id}' then 'wang' else p.role end as who
     from notices.notice n left join posts.post p on p.id = n.post where n.kind like 'contest%' order by 1, 2`,
  )
  expect(told.map(({ kind, who }) => `${kind} ${who}`)).toEqual([
    'contest_answered wang',
    'contest_came department_officer',
    'contest_came township_room',
    'contest_overdue department_officer',
  ])
})

it('is on record', async () => {
  const rows = await house.rows<{ name: string; outcome: string }>(
    `select distinct name, outcome from kernel.record where name in ('fields.decide', 'fields.passContest', 'fields.withdrawContest') order by name, outcome`,
  )
  expect(rows.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
    'fields.decide done',
    'fields.decide forbidden',
    'fields.passContest done',
    'fields.withdrawContest already',
    'fields.withdrawContest done',
    'fields.withdrawContest not_found',
  ])
})
