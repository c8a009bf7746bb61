import { afterAll, beforeAll, expect, it } from 'vitest'
import { ContestId, contestValue, decideContest, householdCard, myData } from './contract-contests.ts'
import { answerForm, draftForm, FormId, listQuestions, publishForm } from './contract.ts'
import { getResident } from '#modules/people/contract-residents.ts'
import { cast, STAGE } from '../../../demo/cast.ts'
import { idNumber } from '../../../demo/identifiers.ts'
import { HOME, moveInWangs } from '#test/city/home.ts'
import { type House, openHouse } from '#test/city/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await moveInWangs(house)
  await house.rows(`delete from people.document where person in ('${HOME.mother}', '${HOME.wife}')`)
})
afterAll(() => house.close())

const FIELD = 'person.idNumber'
const number = idNumber('330802', '1949-11-20', 'female')
const masked = `33${'*'.repeat(14)}${number.slice(-2)}`
const said = (value: string, subject: string = HOME.mother) => ({
  answers: [{ subjectKind: 'person' as const, subject, field: FIELD, value, base: null }],
})
const onCard = async () =>
  (await house.ask(house.as('yuXuewen'), householdCard, { household: HOME.household })).subjects
    .find(({ subject }) => subject === HOME.mother)
    ?.rows.find((row) => row.field === FIELD)?.value

const form = async (purpose: string) => {
  const room = house.as('huWeiping')
  const organ = (
    await house.rows<{ id: string }>(`select id from people.organ where place = '${STAGE.township}' limit 1`)
  )[0]
  const id = FormId.parse(house.key())
  const column = (heading: string, from: string) => ({ heading, from, width: 20, format: null })
  const layout = {
    title: ['证件核对表'],
    columns: [column('姓名', 'person.name'), column('号码', FIELD)],
    foot: [],
    yes: '是',
    no: '否',
  }
  await house.send(room, draftForm, {
    id,
    name: { zh: '证件核对表' },
    organ: organ?.id as never,
    area: STAGE.village as never,
    subject: 'person',
    purpose,
    reason: '核对证件号码',
    layout,
    until: '2026-12-31',
    withinDays: null,
  } as never)
  return id
}

it('is asked by a form of its own purpose alone', async () => {
  await expect(form('household_service')).rejects.toMatchObject({ code: 'invalid' })
  const id = await form('identity_check')
  await house.send(house.as('huWeiping'), publishForm, { id })
  const { rows } = await house.ask(house.as('yuXuewen'), listQuestions, { kind: 'household', subject: HOME.household })
  expect(rows.filter(({ field }) => field === FIELD).map(({ subject }) => subject)).toEqual(
    expect.arrayContaining([HOME.mother, HOME.wife]),
  )
})

it('is sealed as a document, shown masked, and nowhere else written down', async () => {
  const worker = house.as('yuXuewen')
  await expect(house.send(worker, answerForm, said('330802194911209999'))).rejects.toMatchObject({ code: 'invalid' })
  const { results } = await house.send(worker, answerForm, said(number))
  expect(results).toMatchObject([{ outcome: 'taken', value: null }])
  expect(await onCard()).toBe(masked)
  const { documents } = await house.ask(worker, getResident, { id: HOME.mother as never })
  expect(documents).toMatchObject([{ kind: 'resident_id', numberMasked: masked }])
  const again = await house.send(worker, answerForm, said(number))
  expect(again.results).toMatchObject([{ outcome: 'confirmed' }])
  const other = idNumber('330802', '1950-11-20', 'female')
  await expect(house.send(worker, answerForm, said(other))).rejects.toMatchObject({ code: 'conflict' })
  for (const table of [
    'fields.value',
    'fields.branch',
    'fields.contest',
    'kernel.record',
    'kernel.outbox',
    'kernel.command',
  ])
    expect(
      await house.rows(`select from ${table} t where t::text like '%${number}%' or t::text like '%${other}%'`),
    ).toEqual([])
})

it('is contested without saying it, and corrected where documents are', async () => {
  const wang = house.as('wangJianping')
  const mine = async () =>
    (await house.ask(wang, myData, {})).subjects.flatMap(({ rows }) => rows).find((row) => row.field === FIELD)
  expect(String((await mine())?.value)).toMatch(/^33\*{14}..$/)
  const me = { subjectKind: 'person' as const, subject: cast.wangJianping.id, field: FIELD }
  const id = ContestId.parse(house.key())
  const spoken = { id, ...me, says: number, why: '末位不对' }
  await expect(house.send(wang, contestValue, spoken)).rejects.toMatchObject({ code: 'invalid' })
  await house.send(wang, contestValue, { id, ...me, says: null, why: '末位不对' })
  const decided = { id, decision: 'accepted' as const, reason: '看过身份证', answer: '已更正' }
  await house.send(house.as('huWeiping'), decideContest, decided)
  await house.relay()
  expect((await mine())?.contested).toBeNull()
})
