import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY_MS, instant } from '#kernel/clock.ts'

import { myReport } from '#modules/cases/contract.ts'
import { listLooks } from '#modules/consents/contract.ts'
import { cast, STAGE } from '../../../demo/cast.ts'
import { aDoor, askVisit, listVisits, ourVisits, raiseNote, recordVisit } from './contract.ts'
import { settle } from '#test/city/doors.ts'
import { openVisiting, SECRET } from '#test/city/visiting.ts'

let { house, home, id, day, worker, wang, visit, promised, doors, kindsAt, noticesOf } = {} as Awaited<
  ReturnType<typeof openVisiting>
>
beforeEach(
  async () =>
    void ({ house, home, id, day, worker, wang, visit, promised, doors, kindsAt, noticesOf } = await openVisiting()),
)
afterEach(() => house.close())

const note = (text: string) => ({ id: id(), text })

describe('one visit in one piece', () => {
  it('keeps what was said, makes a case on behalf of the household and a promise, and the household reads all of it', async () => {
    const said = note('路口的灯不亮，老人晚上不敢出门')
    const done = await visit({
      notes: [said],
      cases: [
        {
          id: id(),
          secret: SECRET,
          note: said.id,
          kind: null,
          description: '村口路灯不亮，请修一下',
          onBehalfOf: cast.wangJianping.id,
        },
      ],
      promises: [{ id: id(), text: '周五前把灯修好', due: day(3) }],
    })
    expect(done.number).toMatch(/^26\d{9}$/)
    expect(done.cases).toHaveLength(1)
    const ours = await house.ask(wang(), ourVisits, {})
    expect(ours.rows).toMatchObject([
      {
        number: done.number,
        by: { name: '余学文', title: '专职网格员' },
        notes: [{ text: said.text, became: { number: done.cases[0]?.number } }],
        promises: [{ text: '周五前把灯修好', state: 'open', can: ['confirm'] }],
      },
    ])
    // The other one of the household reads the same; a neighbour reads nothing.
    expect((await house.ask(house.as('zhengGuixiang'), ourVisits, {})).rows).toHaveLength(1)
    expect((await house.ask(house.as('yuWeidong'), ourVisits, {})).rows).toEqual([])
    // It is the resident's own report: he confirms it in the end.
    expect(await house.ask(wang(), myReport, { id: done.cases[0]?.id as never })).toMatchObject({
      title: '村口路灯不亮，请修一下',
    })
    expect(await noticesOf('wangJianping')).toContain('visit_noted')
  })

  it('is there once, however often it is sent', async () => {
    const key = house.key()
    const input = { id: id(), notes: [note('井水有点浑')] }
    const [one, two] = [await visit(input, key), await visit(input, key)]
    expect(two).toEqual(one)
    await expect(visit(input)).rejects.toMatchObject({ code: 'already' })
    expect(await house.rows('select from visits.note')).toHaveLength(1)
  })

  it('is not there at all when one part of it is refused', async () => {
    await expect(
      visit({ notes: [note('想办低保')], promises: [{ id: id(), text: '带表来', due: '2026-08-01' }] }),
    ).rejects.toMatchObject({
      code: 'invalid',
      detail: { problems: [{ path: 'promises.0.due', problem: 'in_the_past' }] },
    })
    await expect(
      visit({
        cases: [{ id: id(), secret: SECRET, kind: null, description: '替外人报一件事', onBehalfOf: cast.yuWeidong.id }],
      }),
    ).rejects.toMatchObject({ code: 'invalid' })
    await expect(visit({ notes: [{ id: id(), text: null, voice: { id: id(), seconds: 3 } }] })).rejects.toMatchObject({
      code: 'invalid',
    })
    expect(await house.rows('select from visits.visit')).toEqual([])
    expect(await house.rows(`select from cases.case`)).toEqual([])
  })

  it('comes in late from a phone without a network, but not from tomorrow', async () => {
    const done = await visit({ at: instant(house.clock.now() - 3 * DAY_MS), notes: [note('山上没有信号')] })
    expect((await house.ask(wang(), ourVisits, {})).rows[0]).toMatchObject({
      id: done.id,
      at: instant(house.clock.now() - 3 * DAY_MS),
    })
    await expect(visit({ at: instant(house.clock.now() + DAY_MS) })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('is refused where neither the post reaches nor a bond leads', async () => {
    for (const who of ['zhouChunxian', 'yuXiaoqing', 'wangJianping', 'zhengMingyuan', 'yeWenjing'] as const)
      await expect(
        house.send(house.as(who), recordVisit, {
          id: id(),
          secret: SECRET,
          household: home.household,
          at: instant(house.clock.now()),
          outcome: 'talked',
        } as never),
      ).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('stands in the record about everybody who lives there, and the household sees who looked', async () => {
    const done = await visit({ notes: [note('孩子在外地')] })
    expect(
      (
        await house.rows<{ about: string }>(
          `select about from kernel.record where name = 'visits.record' and subject = '${done.id}'`,
        )
      )
        .map(({ about }) => about)
        .sort(),
    ).toEqual([cast.wangJianping.id, cast.zhengGuixiang.id].sort())
    await house.ask(house.as('yuGuorong'), listVisits, { place: STAGE.village })
    await house.relay()
    const looks = await house.ask(wang(), listLooks, {})
    expect(looks.rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ purpose: expect.objectContaining({ key: 'visit' }) as unknown }),
      ]),
    )
  })
})

describe('doors of today', () => {
  it('are none when nothing is due', async () => {
    await visit()
    expect(await kindsAt()).toBeUndefined()
  })

  it('are those newly moved in, until somebody has met them', async () => {
    const { household } = await settle(house, ['yuWeidong'], { address: '余东村新屋 3 号', since: day(-5) })
    expect(await kindsAt(household)).toEqual(['moved_in'])
    await visit({ household, outcome: 'absent' })
    expect(await kindsAt(household)).toEqual(['moved_in'])
    await visit({ household })
    expect(await kindsAt(household)).toBeUndefined()
  })

  it('are those promised, asked for, and put off, the most binding first', async () => {
    await promised(day(1))
    await house.send(wang(), askVisit, { id: id(), text: '想问问危房补助' })
    await visit({ outcome: 'absent', again: day(1) })
    house.clock.advance(DAY_MS)
    expect(await kindsAt()).toEqual(['promise_due', 'requested', 'again'])
    const door = (await doors()).find((one) => one.household === home.household)
    expect(door).toMatchObject({ address: '余东村东山路 8 号', head: '汪**' })
    await visit({ request: door?.request })
    expect(await kindsAt()).toEqual(['promise_due'])
  })

  it('show before one knocks what was promised and said last', async () => {
    const promise = await promised()
    expect(await house.ask(worker(), aDoor, { household: home.household })).toMatchObject({
      members: [{ name: '汪建平', relation: 'head' }, { name: '郑桂香' }],
      promises: [{ id: promise.id, mine: true, can: ['keep', 'break'] }],
      visits: [{ outcome: 'talked' }],
      answerers: expect.arrayContaining([expect.objectContaining({ name: '余学文' })]) as unknown,
    })
    await expect(house.ask(house.as('zhouChunxian'), aDoor, { household: home.household })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('a note', () => {
  it('becomes a case or a suggestion by one tap, once', async () => {
    const said = note('村里能不能给老人装个扶手')
    await visit({ notes: [said] })
    const raised = await house.send(worker(), raiseNote, {
      note: said.id,
      id: id(),
      secret: SECRET,
      as: 'suggestion',
      kind: null,
    })
    expect(raised.kindName.zh).toBe('村庄建设建议')
    expect((await house.ask(wang(), ourVisits, {})).rows[0]?.notes[0]?.became?.number).toBe(raised.number)
    await expect(
      house.send(worker(), raiseNote, { note: said.id, id: id(), secret: SECRET, as: 'case', kind: null }),
    ).rejects.toMatchObject({ code: 'already' })
    await expect(
      house.send(house.as('yuXiaoqing'), raiseNote, {
        note: said.id,
        id: id(),
        secret: SECRET,
        as: 'case',
        kind: null,
      }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})
