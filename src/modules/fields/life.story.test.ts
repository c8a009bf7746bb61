import Excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/authorise.ts'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import { listLooks } from '#modules/consents/contract.ts'
import { STAGE } from '../../../demo/cast.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { type Home, moveIn, moveOut } from '#test/city/village.ts'
import { answerForm, draftForm, FormId, getForm, listDoors, listQuestions, publishForm } from './contract.ts'
import { exportForm, showBurden } from './contract-tables.ts'

/** Twelve fields of a household that needs help, of which one changes with the season. */
const TWELVE = [
  'household.mainIncome',
  'household.incomeBand',
  'household.orchard',
  'household.arable',
  'household.paddy',
  'household.forest',
  'household.crops',
  'household.poultry',
  'household.loanNeed',
  'household.guesthouse',
  'household.machines',
  'household.transferred',
]
const FIRST: Record<string, string | number | string[]> = {
  'household.mainIncome': 'farm',
  'household.incomeBand': 'b',
  'household.orchard': 1.5,
  'household.arable': 3.5,
  'household.paddy': 2,
  'household.forest': 12,
  'household.crops': ['rice', 'orange'],
  'household.poultry': 20,
  'household.loanNeed': 'none',
  'household.guesthouse': 'none',
  'household.machines': ['tiller'],
  'household.transferred': 0,
}

let house: House
let homes: Home[]
let worker: Actor
let room: Actor
let organ: string
beforeAll(async () => {
  house = await openHouse()
  worker = house.as('yuXuewen')
  room = house.as('huWeiping')
  organ = room.organ ?? (await organAt(STAGE.township))
  await moveOut(house)
  homes = await moveIn(house, 16)
})
afterAll(() => house.close())

const organAt = async (place: string): Promise<string> =>
  (await house.rows<{ id: string }>(`select id from people.organ where place = '${place}' limit 1`))[0]?.id ?? ''
const until = () => dayOf(house.clock.now() + 60 * DAY_MS)
type Drafted = {
  name: string
  purpose?: string
  fields: string[]
  subject?: 'household' | 'place'
  title?: string
  withinDays?: number
  heading?: (key: string) => string
}
async function drafted({
  name,
  fields,
  subject = 'household',
  title = name,
  withinDays,
  heading = (key) => key,
  purpose = 'livelihood_help',
}: Drafted) {
  const id = FormId.parse(house.key())
  return house.send(room, draftForm, {
    id,
    organ,
    name: { zh: name },
    subject,
    area: STAGE.grid,
    purpose,
    reason: '帮扶政策兑现',
    ...(withinDays ? { withinDays } : {}),
    layout: {
      title: [title],
      columns: [
        { from: '#', heading: '序号' },
        { from: 'household.head', heading: '户主' },
        ...fields.map((from) => ({
          from,
          heading: heading(from),
          format: from === 'household.arable' ? ('0.00' as const) : null,
        })),
      ],
    },
    until: until(),
  })
}
const questionsOf = async (home: Home, form?: string) =>
  (
    await house.ask(worker, listQuestions, {
      kind: 'household',
      subject: home.household,
      ...(form ? { form: form as never } : {}),
    })
  ).rows

describe('sixteen households, twelve fields, eleven unchanged', () => {
  it('the first time is typed once', async () => {
    const form = await drafted({ name: '困难群众信息表', fields: TWELVE })
    expect(form.weight).toMatchObject({ subjects: 16, asked: 16 * 13, fresh: 16, cost: 192 })
    await house.send(room, publishForm, { id: form.id })
    for (const home of homes) {
      const rows = await questionsOf(home)
      expect(rows.map(({ field }) => field).sort()).toEqual([...TWELVE].sort())
      await house.send(worker, answerForm, {
        answers: rows.map(({ subjectKind, subject, field }) => ({
          subjectKind,
          subject,
          field,
          value: FIRST[field],
          base: null,
        })),
      })
    }
    expect(await house.ask(worker, listDoors, {})).toMatchObject({ rows: [], cells: 0 })
  })

  it('the same again is refused, and the table is there to be taken', async () => {
    const again = await drafted({ name: '困难群众情况统计表', fields: TWELVE })
    await expect(house.send(room, publishForm, { id: again.id })).rejects.toMatchObject({
      code: 'already_held',
      detail: { asked: 16 * 13, fresh: 16 * 13, take: 'fields.export', id: again.id },
    })
    const table = await house.ask(room, exportForm, { id: again.id, format: 'csv' })
    expect(table).toMatchObject({ rows: 16, withheld: [] })
  })

  it('when the poultry count is stale, a form of twelve fields asks one: sixteen answers, not 192', async () => {
    house.clock.advance(91 * DAY_MS)
    const twelve = await drafted({ name: '年末困难群众信息表', fields: TWELVE })
    const opened = await house.send(room, publishForm, { id: twelve.id })
    expect(opened.weight).toMatchObject({ asked: 16 * 13, cost: 16 })
    let answers = 0
    for (const home of homes) {
      const rows = await questionsOf(home, twelve.id)
      expect(rows).toMatchObject([{ field: 'household.poultry', why: 'stale', last: { value: 20 } }])
      const { results } = await house.send(worker, answerForm, {
        answers: rows.map(({ subjectKind, subject, field, base }) => ({
          subjectKind,
          subject,
          field,
          value: 25,
          base,
        })),
      })
      answers += results.filter(({ outcome }) => outcome === 'taken').length
    }
    expect(answers).toBe(16)
    expect((await house.ask(room, getForm, { id: twelve.id })).now.cost).toBe(0)
  })

  it('what is still so is one tap, and the hens are fresh for another ninety days', async () => {
    house.clock.advance(90 * DAY_MS)
    const form = await drafted({ name: '开春信息表', fields: ['household.poultry'] })
    await house.send(room, publishForm, { id: form.id })
    const [home] = homes
    const [question] = (await questionsOf(home as Home, form.id)).filter(({ field }) => field === 'household.poultry')
    expect(question).toMatchObject({ why: 'stale', last: { value: 25 } })
    const { results } = await house.send(worker, answerForm, {
      answers: [
        {
          subjectKind: 'household',
          subject: home?.household ?? '',
          field: 'household.poultry',
          unchanged: true,
          base: question?.base ?? null,
        },
      ],
    })
    expect(results).toMatchObject([{ outcome: 'confirmed', value: question?.base }])
    expect(await questionsOf(home as Home, form.id)).toEqual([])
  })

  it('the meter names what was asked, known and typed', async () => {
    const { rows } = await house.ask(room, showBurden, { organ, month: '2026-12' })
    const last = rows.find(({ name }) => name.zh === '年末困难群众信息表')
    expect(last).toMatchObject({ asked: 208, known: 192 })
    expect(rows.reduce((sum, row) => sum + row.typed, 0)).toBe(16)
  })

  it('each person in a table sees that it was taken, and why', async () => {
    const [home] = homes
    const head: Actor = {
      kind: 'resident',
      role: 'resident',
      person: home?.head ?? '',
      post: null,
      organ: null,
      place: null,
      session: null,
    }
    const { rows } = await house.ask(head, listLooks, {})
    expect(rows.find(({ what }) => what === 'fields.export')).toMatchObject({ purpose: { key: 'form_export' } })
  })
})

describe('seventeen daily tables with the same fields', () => {
  const SAME = ['household.atHome', 'household.needs']
  it('one entry, seventeen tables in their layouts', async () => {
    const forms = []
    for (let n = 1; n <= 17; n++) {
      const form = await draftedDaily(n)
      forms.push(await house.send(room, publishForm, { id: form.id }))
    }
    expect(forms[0]?.weight).toMatchObject({ elsewhere: 0 })
    // From the second on nothing more is asked of anybody.
    expect(forms[16]?.weight?.elsewhere).toBe(forms[16]?.weight?.cost)
    const [home] = homes
    const rows = (await questionsOf(home as Home)).filter(({ field }) => SAME.includes(field))
    expect(rows).toHaveLength(2)
    expect(rows[0]?.forms).toHaveLength(17)
    const before = await house.rows(`select id from people.entry`)
    await house.send(worker, answerForm, {
      answers: rows.map(({ subjectKind, subject, field, base }) => ({
        subjectKind,
        subject,
        field,
        value: field === 'household.needs' ? ['doctor'] : 2,
        base,
      })),
    })
    expect(await house.rows(`select id from people.entry`)).toHaveLength(before.length + 1)
    for (const [n, form] of forms.entries()) {
      const csv = await house.ask(room, exportForm, { id: form.id, format: 'csv' })
      const lines = Buffer.from(csv.base64, 'base64').toString('utf8').split('\r\n')
      expect(lines[0]).toBe(`\uFEFF第${n + 1}号每日统计表`)
      expect(lines[1]).toContain((n + 1) % 2 ? '常住人口数' : '在家人数')
      expect(lines[2]).toContain('就医')
    }
    const { rows: burden } = await house.ask(room, showBurden, { organ })
    const daily = burden.filter(({ name }) => name.zh.endsWith('每日统计表'))
    expect(daily).toHaveLength(17)
    expect(daily.map(({ typed }) => typed).toSorted((a, b) => b - a)).toEqual([2, ...Array<number>(16).fill(0)])
  })

  it('comes as a workbook with its title over the whole width', async () => {
    const form = await drafted({ name: '耕地表', title: '余东村第2网格承包耕地情况表', fields: ['household.arable'] })
    const taken = await house.ask(room, exportForm, { id: form.id })
    const book = new Excel.Workbook()
    await book.xlsx.load(Buffer.from(taken.base64, 'base64') as never)
    const sheet = book.worksheets[0]
    expect(sheet?.getCell('A1').value).toBe('余东村第2网格承包耕地情况表')
    expect(sheet?.getCell('C1').isMerged).toBe(true)
    expect(sheet?.getCell('B2').value).toBe('户主')
    expect(sheet?.getCell('C3').value).toBe(3.5)
    expect(sheet?.getCell('C3').numFmt).toBe('0.00')
  })

  const draftedDaily = (n: number) =>
    drafted({
      name: `第${n}号每日统计表`,
      fields: n % 2 ? SAME : SAME.toReversed(),
      withinDays: 1,
      purpose: 'household_service',
      heading: (key) => (key === 'household.needs' ? '需求' : n % 2 ? '常住人口数' : '在家人数'),
    })
})
