import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/authorise.ts'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import { ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { type Home, moveIn, moveOut } from '#test/city/village.ts'
import { mergePlaces } from '#modules/places/contract.ts'
import {
  answerForm,
  draftForm,
  endForm,
  FormId,
  getForm,
  listBranches,
  listDoors,
  listForms,
  listQuestions,
  publishForm,
  settleBranch,
} from './contract.ts'
import { exportForm } from './contract-tables.ts'

let house: House
let home: Home
let worker: Actor
let cadre: Actor
let room: Actor
let housing: Actor
beforeAll(async () => {
  house = await openHouse()
  worker = house.as('yuXuewen')
  cadre = house.as('yuGuorong')
  room = house.as('huWeiping')
  housing = house.as('zhengMingyuan')
  await moveOut(house)
  const [first] = await moveIn(house, 2)
  if (!first) throw new Error('nobody moved in')
  home = first
})
afterAll(() => house.close())

const today = () => dayOf(house.clock.now())
const about = (field: string, value: unknown, base: string | null = null) => ({
  subjectKind: 'household' as const,
  subject: home.household,
  field,
  value: value as never,
  base,
})
const draft = (more: object = {}) => ({
  id: FormId.parse(house.key()),
  organ: housing.organ ?? '',
  name: { zh: '农房安全排查表' },
  subject: 'dwelling' as const,
  area: STAGE.village,
  purpose: 'household_service',
  reason: '汛前排查',
  layout: { title: ['农房安全排查表'], columns: [{ from: 'dwelling.grade' as const, heading: '等级' }] },
  until: dayOf(house.clock.now() + 30 * DAY_MS),
  ...more,
})
const recorded = (name: string) =>
  house.rows<{ outcome: string; about: string | null }>(
    `select outcome, about from kernel.record where name = '${name}' order by at desc, about`,
  )

describe('a form', () => {
  it('is drafted by a department within its place, and costs what is not there', async () => {
    const form = await house.send(housing, draftForm, draft())
    expect(form).toMatchObject({ state: 'draft', fields: ['dwelling.grade'] })
    expect(form.weight?.cost).toBe(form.weight?.asked)
    const opened = await house.send(housing, publishForm, { id: form.id })
    expect(opened.state).toBe('open')
    expect(await recorded('fields.publish')).toMatchObject([{ outcome: 'done' }])
    await expect(house.send(housing, publishForm, { id: form.id })).rejects.toMatchObject({ code: 'already' })
    const rows = (await house.ask(worker, listQuestions, { kind: 'household', subject: home.household })).rows
    expect(rows).toMatchObject([{ field: 'dwelling.grade', why: 'missing', who: '余东村 001 号' }])
    expect((await house.ask(worker, listDoors, { form: form.id })).rows).toHaveLength(2)
    const ended = await house.send(housing, endForm, { id: form.id, reason: '排查结束' })
    expect(ended.state).toBe('ended')
    expect((await house.ask(worker, listDoors, { form: form.id })).rows).toEqual([])
    expect((await house.ask(worker, listForms, { state: 'ended' })).rows.map(({ id }) => id)).toContain(form.id)
  })
  it.each([
    ['for a purpose that the field does not serve', { purpose: 'firm_service' }, 'other_purpose'],
    [
      'about something else',
      { layout: { title: [], columns: [{ from: 'organ.industry', heading: '行业' }] } },
      'other_subject',
    ],
    [
      'of nothing that is registered',
      { layout: { title: [], columns: [{ from: 'dwelling.colour', heading: '颜色' }] } },
      'not_registered',
    ],
    [
      'of sensitive data',
      {
        subject: 'person',
        purpose: 'care_support',
        layout: { title: [], columns: [{ from: 'person.careLevel', heading: '照护' }] },
      },
      'sensitive',
    ],
    [
      'of what a department may not read',
      { subject: 'person', layout: { title: [], columns: [{ from: 'person.spokenHelp', heading: '沟通' }] } },
      'not_a_reader',
    ],
    ['that asks nothing', { layout: { title: [], columns: [{ from: '#', heading: '序号' }] } }, 'asks_nothing'],
  ])('is refused %s', async (_, more, problem) => {
    const sent = house.send(housing, draftForm, draft(more) as never)
    await expect(sent).rejects.toMatchObject({
      code: 'invalid',
      detail: { problems: expect.arrayContaining([expect.objectContaining({ problem })]) as never },
    })
  })
  it('is not made in another office’s name, nor beyond one’s place', async () => {
    const police =
      (
        await house.rows<{ id: string }>(
          `select id from people.organ where place = '${STAGE.county}' and line = 'police'`,
        )
      )[0]?.id ?? ''
    await expect(house.send(housing, draftForm, draft({ organ: police }))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(house.send(housing, draftForm, draft({ area: ELSEWHERE.grid }))).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(house.send(worker, draftForm, draft())).rejects.toMatchObject({ code: 'forbidden' })
  })
  it('is a table only for who asked it and for the places in it', async () => {
    const form = await house.send(housing, draftForm, draft())
    expect((await house.ask(housing, exportForm, { id: form.id, format: 'csv' })).rows).toBeGreaterThan(1)
    expect((await house.ask(cadre, exportForm, { id: form.id, format: 'csv' })).rows).toBeGreaterThan(1)
    await expect(house.ask(worker, exportForm, { id: form.id })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      house.ask(house.as('huWeiping'), exportForm, { id: form.id, place: ELSEWHERE.grid }),
    ).rejects.toMatchObject({ code: 'not_found' })
    expect((await house.ask(worker, getForm, { id: form.id })).now.cost).toBeGreaterThan(0)
  })
})

describe('answers', () => {
  it('that have not seen each other wait for a person; both stay', async () => {
    const first = await house.send(worker, answerForm, { answers: [about('household.dogs', 1)] })
    const base = first.results[0]?.value ?? null
    const meanwhile = await house.send(cadre, answerForm, { answers: [about('household.dogs', 2, base)] })
    expect(meanwhile.results).toMatchObject([{ outcome: 'taken' }])
    const late = await house.send(worker, answerForm, { answers: [about('household.dogs', 3, base)], day: today() })
    expect(late.results).toMatchObject([{ outcome: 'branch', value: meanwhile.results[0]?.value }])
    const agreed = await house.send(worker, answerForm, { answers: [about('household.dogs', 2, base)] })
    expect(agreed.results).toMatchObject([{ outcome: 'confirmed' }])
    const { rows } = await house.ask(cadre, listBranches, {})
    expect(rows).toMatchObject([{ field: 'household.dogs', theirs: { value: 3 }, ours: { value: 2 }, seen: 1 }])
    const id = rows[0]?.id ?? ''
    await expect(house.send(worker, settleBranch, { id, take: 'theirs', reason: '我去看过' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const settled = await house.send(cadre, settleBranch, { id, take: 'theirs', reason: '上门看过，是三只' })
    expect(settled).toMatchObject({ outcome: 'taken', value: id })
    await expect(house.send(cadre, settleBranch, { id, take: 'ours', reason: '再想想' })).rejects.toMatchObject({
      code: 'already',
    })
    const all = await house.rows<{ value: number }>(
      `select value from fields.value where subject = '${home.household}' and field = 'household.dogs' order by at, id`,
    )
    expect(all.map(({ value }) => value).toSorted((a, b) => a - b)).toEqual([1, 2, 3])
    expect((await house.ask(cadre, listBranches, {})).rows).toEqual([])
  })
  it('are refused where they do not fit, all at once, and leave nothing', async () => {
    const sent = house.send(worker, answerForm, {
      answers: [
        about('household.cars', 1),
        about('household.ebikes', -1),
        about('household.head', '余大'),
        about('household.fuel', 'coal'),
        { ...about('household.water', undefined), unchanged: true },
      ],
    })
    await expect(sent).rejects.toMatchObject({
      code: 'invalid',
      detail: {
        problems: [
          { path: 'answers.1.value', problem: 'not_a_count' },
          { path: 'answers.2.field', problem: 'kept_elsewhere' },
          { path: 'answers.3.value', problem: 'not_a_choice' },
          { path: 'answers.4.base', problem: 'missing' },
        ],
      },
    })
    expect(await house.rows(`select from fields.value where field = 'household.cars'`)).toEqual([])
    await expect(
      house.send(worker, answerForm, { answers: [about('household.cars', 1)], day: '2027-01-01' }),
    ).rejects.toMatchObject({ code: 'invalid' })
  })
  it('about another grid are nobody’s here, not even among one’s own', async () => {
    const stranger = house.as('yuXiaoqing')
    await expect(house.send(stranger, answerForm, { answers: [about('household.cars', 1)] })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(
      house.ask(stranger, listQuestions, { kind: 'household', subject: home.household }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await expect(
      house.ask(housing, listQuestions, { kind: 'household', subject: home.household }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
  it('to what people keep go to people, and only where nothing is', async () => {
    const form = await house.send(
      room,
      draftForm,
      draft({
        organ:
          (await house.rows<{ id: string }>(`select id from people.organ where place = '${STAGE.township}' limit 1`))[0]
            ?.id ?? '',
        subject: 'person',
        area: STAGE.grid,
        layout: {
          title: [],
          columns: [
            { from: 'person.name', heading: '姓名' },
            { from: 'person.phone', heading: '电话' },
          ],
        },
      }),
    )
    expect(form.weight).toMatchObject({ asked: 8, cost: 2 })
    await house.send(room, publishForm, { id: form.id })
    const { rows } = await house.ask(worker, listQuestions, { kind: 'household', subject: home.household })
    expect(rows).toMatchObject([{ field: 'person.phone', subject: home.spouse, who: '郑美1', base: null }])
    const answer = (value: string) => ({
      subjectKind: 'person' as const,
      subject: home.spouse,
      field: 'person.phone',
      value,
      base: null,
    })
    await expect(house.send(worker, answerForm, { answers: [answer('12')] })).rejects.toMatchObject({ code: 'invalid' })
    expect((await house.send(worker, answerForm, { answers: [answer('13912340000')] })).results).toMatchObject([
      { outcome: 'taken' },
    ])
    const kept = await house.rows<{ phone: string }>(`select phone from people.person where id = '${home.spouse}'`)
    expect(kept).toEqual([{ phone: '13912340000' }])
    expect(await house.rows(`select from fields.value where field = 'person.phone'`)).toEqual([])
    expect((await house.send(worker, answerForm, { answers: [answer('13912349999')] })).results).toMatchObject([
      { outcome: 'branch' },
    ])
    expect((await house.ask(room, getForm, { id: form.id })).now.cost).toBe(1)
  })
})

it('a form asks on where its area goes on when two grids become one', async () => {
  const form = await house.send(housing, draftForm, draft({ area: STAGE.otherGrid }))
  await house.send(housing, publishForm, { id: form.id })
  await house.send(house.as('zhuGuoliang'), mergePlaces, {
    codes: [STAGE.grid, STAGE.otherGrid],
    into: { id: house.key() as never, code: STAGE.grid, name: '第2网格' },
    day: today(),
    reason: '两个网格合并',
  })
  await house.relay()
  await house.sweep()
  await house.relay()
  expect((await house.ask(worker, getForm, { id: form.id })).area).toBe(STAGE.grid)
  await house.send(housing, endForm, { id: form.id, reason: '不用了' })
})
