import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#kernel/authorise.ts'
import { withdrawConsent } from '#modules/consents/contract.ts'
import { cast, STAGE } from '../../../demo/cast.ts'
import { answerAs, HOME, moveInWangs } from '#test/city/home.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { careCard, householdCard, myData } from './contract-contests.ts'
import { PaperId, paperSheet, takeBackOnPaper, takePaper } from './contract-paper.ts'

let house: House
let wang: Actor
let worker: Actor
beforeAll(async () => {
  house = await openHouse()
  await moveInWangs(house)
  ;[wang, worker] = [house.as('wangJianping'), house.as('yuXuewen')]
})
afterAll(() => house.close())

const sheet = Buffer.from('a picture of a sheet').toString('base64')
const paper = (more: object = {}) => ({
  id: PaperId.parse(house.key()),
  person: HOME.mother as never,
  purpose: 'care_support',
  signedOn: '2026-08-28',
  sheet,
  ...more,
})
const onCard = async (person: string) =>
  (await house.ask(worker, householdCard, { household: HOME.household })).closed.find((one) => one.person === person)
const care = { subjectKind: 'person', subject: HOME.mother, field: 'person.moveHelp', value: 'chair' } as const

it('a grandmother without a phone consents on paper: what it is for may be held from then on', async () => {
  expect((await onCard(HOME.mother))?.given).toBeNull()
  const one = paper()
  await house.send(worker, takePaper, one)
  expect((await onCard(HOME.mother))?.given).toMatchObject({ id: one.id, paper: true })
  await answerAs(house, worker, [care])
  const { subjects } = await house.ask(worker, careCard, { household: HOME.household })
  expect(subjects.flatMap(({ rows }) => rows)).toMatchObject([{ field: 'person.moveHelp', value: 'chair' }])
  const shown = await house.ask(worker, paperSheet, { id: one.id })
  expect(shown).toMatchObject({ purpose: 'care_support', signedOn: '2026-08-28', takenBackAt: null })
  expect(shown.picture).toBe(`data:image/jpeg;base64,${sheet}`)
  await expect(house.send(worker, takePaper, paper())).rejects.toMatchObject({ code: 'already' })
  await expect(house.ask(wang, paperSheet, { id: one.id })).rejects.toMatchObject({ code: 'not_found' })
})

it('and takes it back by word: hidden at once, gone with the next delivery', async () => {
  const given = (await onCard(HOME.mother))?.given
  await house.send(worker, takeBackOnPaper, { id: given?.id ?? '', person: HOME.mother as never })
  expect((await onCard(HOME.mother))?.given).toBeNull()
  expect((await house.ask(worker, careCard, { household: HOME.household })).subjects).toEqual([])
  await house.relay()
  expect(
    await house.rows(`select from fields.value where subject = '${HOME.mother}' and field = '${care.field}'`),
  ).toEqual([])
  expect((await house.ask(worker, paperSheet, { id: given?.id ?? '' })).takenBackAt).not.toBeNull()
  const again = { id: given?.id ?? '', person: HOME.mother as never }
  await expect(house.send(worker, takeBackOnPaper, again)).rejects.toMatchObject({ code: 'not_found' })
})

it('whoever has a phone sees the sheet, is told, and takes it back with one tap', async () => {
  const one = paper({ person: cast.wangJianping.id })
  await house.send(worker, takePaper, one)
  await house.relay()
  const told = await house.rows(
    `select from notices.notice where person = '${cast.wangJianping.id}' and kind = 'paper_taken'`,
  )
  expect(told).toHaveLength(1)
  const mine = async () => (await house.ask(wang, myData, {})).consents.find((each) => each.purpose === 'care_support')
  expect((await mine())?.given).toMatchObject({ id: one.id, paper: true })
  expect((await house.ask(wang, paperSheet, { id: one.id })).signedOn).toBe('2026-08-28')
  await house.send(wang, withdrawConsent, { id: one.id as never })
  expect((await mine())?.given).toBeNull()
  await house.relay()
  expect((await house.ask(worker, paperSheet, { id: one.id })).takenBackAt).not.toBeNull()
})

it('for a child a guardian signs, and nobody else', async () => {
  const of = (more: object) => paper({ person: HOME.daughter, purpose: 'minor_care', ...more })
  await expect(house.send(worker, takePaper, of({}))).rejects.toMatchObject({ code: 'invalid' })
  await expect(house.send(worker, takePaper, of({ signedBy: cast.yuWeidong.id }))).rejects.toMatchObject({
    code: 'invalid',
  })
  await expect(house.send(worker, takePaper, of({ purpose: 'care_support' }))).rejects.toMatchObject({
    code: 'invalid',
  })
  await house.send(worker, takePaper, of({ signedBy: HOME.wife }))
  expect((await onCard(HOME.daughter))?.given).toMatchObject({ paper: true })
})

it('is refused for other purposes, days to come and people elsewhere, and is on record', async () => {
  await expect(house.send(worker, takePaper, paper({ purpose: 'household_service' }))).rejects.toMatchObject({
    code: 'invalid',
  })
  await expect(house.send(worker, takePaper, paper({ signedOn: '2027-01-01' }))).rejects.toMatchObject({
    code: 'invalid',
  })
  await expect(house.send(house.as('zhouChunxian'), takePaper, paper())).rejects.toMatchObject({ code: 'forbidden' })
  const rows = await house.rows<{ about: string; place: string }>(
    `select about, place from kernel.record where name = 'fields.takePaper' and outcome = 'done' and about = '${HOME.mother}'`,
  )
  expect(rows).toEqual([{ about: HOME.mother, place: STAGE.grid }])
})
