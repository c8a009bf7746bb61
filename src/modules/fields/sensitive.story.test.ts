import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/authorise.ts'
import { ConsentId, giveConsent, listLooks, myConsents, withdrawConsent } from '#modules/consents/contract.ts'
import { cast } from '../../../demo/cast.ts'
import { answerAs, HOME, moveInWangs } from '#test/city/home.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { answerForm } from './contract.ts'
import {
  careCard,
  consentFor,
  ContestId,
  contestValue,
  householdCard,
  minorCard,
  myData,
  withdrawFor,
} from './contract-contests.ts'
import { consentNeeded } from './sensitive.ts'

let house: House
let wang: Actor
let worker: Actor
beforeAll(async () => {
  house = await openHouse()
  await moveInWangs(house)
  ;[wang, worker] = [house.as('wangJianping'), house.as('yuXuewen')]
})
afterAll(() => house.close())

const me = { subjectKind: 'person', subject: cast.wangJianping.id } as const
const child = { subjectKind: 'person', subject: HOME.daughter } as const
const care = { ...me, field: 'person.careLevel', value: 'partial', base: null } as const
const school = { ...child, field: 'person.schoolStage', value: 'primary', base: null } as const
const at = { household: HOME.household }
const shown = async (who: Actor, card: typeof careCard | typeof minorCard) =>
  (await house.ask(who, card, at)).subjects.flatMap(({ rows }) => rows.map(({ field }) => field))
const held = () =>
  house.rows<{ field: string }>(
    `select field from fields.value where field in ('person.careLevel', 'person.schoolStage')`,
  )

describe('illness and disability', () => {
  it('cannot be entered without the person’s consent, by anybody', async () => {
    await expect(house.send(worker, answerForm, { answers: [care] })).rejects.toMatchObject({
      code: 'invalid',
      detail: { problems: [{ path: 'answers.0.field', problem: 'needs_consent' }] },
    })
    await expect(answerAs(house, worker, [care])).rejects.toMatchObject({ code: 'invalid' })
    expect(await held()).toEqual([])
  })

  it('cannot be read without it either: a value that slipped in is not shown', async () => {
    await house.rows(`insert into fields.value (id, subject_kind, subject, field, place, value, entry, seen_on, at)
      select '${house.key()}', 'person', '${me.subject}', 'person.careLevel', '${worker.place}', '"full"', entry, '2026-09-01', now() from people.person where id = '${me.subject}'`)
    expect(await shown(worker, careCard)).toEqual([])
    const own = (await house.ask(wang, myData, {})).subjects.flatMap(({ rows }) => rows.map(({ field }) => field))
    expect(own).not.toContain('person.careLevel')
    await expect(
      house.send(wang, contestValue, {
        id: ContestId.parse(house.key()),
        ...me,
        field: 'person.careLevel',
        why: '没有这回事',
      }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await house.rows(`delete from fields.value where field = 'person.careLevel'`)
  })

  it('with it: the worker of that grid enters and reads it, on a card of its own with a purpose of its own', async () => {
    await house.send(wang, giveConsent, { id: ConsentId.parse(house.key()), purpose: 'care_support' })
    await house.send(worker, answerForm, { answers: [care] })
    expect(await shown(worker, careCard)).toEqual(['person.careLevel'])
    const plain = await house.ask(worker, householdCard, at)
    expect(plain.subjects.flatMap(({ rows }) => rows.map(({ field }) => field))).not.toContain('person.careLevel')
    expect(plain).toMatchObject({ withheld: 1, care: true, minors: false })
    const [look] = (await house.ask(wang, listLooks, {})).rows.filter((one) => one.what === 'fields.careCard')
    expect(look).toMatchObject({ purpose: { key: 'care_support' }, basis: 'consent', role: 'grid_worker' })
  })

  it('is not for township lists, villages, commands, the next grid or another department', async () => {
    for (const who of ['huWeiping', 'yuGuorong', 'chenLixin', 'zhuGuoliang'] as const)
      await expect(house.ask(house.as(who), careCard, at)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(house.ask(house.as('yuXiaoqing'), careCard, at)).rejects.toMatchObject({ code: 'not_found' })
    await expect(house.ask(house.as('zhouChunxian'), careCard, at)).rejects.toMatchObject({ code: 'not_found' })
    expect(await shown(house.as('jiangHaibo'), careCard)).toEqual([])
    expect(await house.ask(house.as('huWeiping'), householdCard, at)).toMatchObject({ withheld: 1, care: false })
  })

  it('taken back: hidden at once, and deleted by the next delivery, with what contests quoted of it', async () => {
    await house.send(wang, contestValue, {
      id: ContestId.parse(house.key()),
      ...me,
      field: 'person.careLevel',
      says: 'none',
      why: '我能自理',
    })
    const [given] = (await house.ask(wang, myConsents, {})).rows.filter(({ purpose }) => purpose === 'care_support')
    await house.send(wang, withdrawConsent, { id: given?.id ?? ConsentId.parse(house.key()) })
    expect(await shown(worker, careCard)).toEqual([])
    expect(await held()).toHaveLength(1)
    await house.relay()
    expect(await held()).toEqual([])
    expect(await house.rows(`select shown, says, why from fields.contest where field = 'person.careLevel'`)).toEqual([
      { shown: null, says: null, why: '' },
    ])
  })
})

describe('children under 14', () => {
  const consent = '019b7523-3400-7ca5-9009-0000000000aa'
  it('nothing is entered about them without a guardian’s consent', async () => {
    await expect(house.send(worker, answerForm, { answers: [school] })).rejects.toMatchObject({
      code: 'invalid',
      detail: { problems: [{ problem: 'needs_consent' }] },
    })
    const { closed } = await house.ask(worker, householdCard, at)
    expect(closed.filter(({ person }) => person === HOME.daughter)).toMatchObject([
      { name: '汪**', purpose: 'minor_care', given: null },
    ])
  })

  it('a grown member of the family consents, nobody else', async () => {
    const ask = { id: consent, child: HOME.daughter, purpose: 'minor_care' }
    await expect(house.send(house.as('yuWeidong'), consentFor, ask)).rejects.toMatchObject({ code: 'not_found' })
    await expect(house.send(worker, consentFor, ask)).rejects.toMatchObject({ code: 'not_found' })
    await expect(house.send(wang, consentFor, { ...ask, child: HOME.mother })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(house.send(wang, consentFor, { ...ask, purpose: 'care_support' })).rejects.toMatchObject({
      code: 'invalid',
    })
    await house.send(wang, consentFor, ask)
    await expect(house.send(wang, consentFor, { ...ask, id: house.key() })).rejects.toMatchObject({ code: 'already' })
    expect((await house.ask(wang, myData, {})).consents).toContainEqual(
      expect.objectContaining({
        person: HOME.daughter,
        purpose: 'minor_care',
        given: { id: consent, at: expect.any(String), paper: false },
      }),
    )
  })

  it('then it is entered, read on a card of its own, and seen as a look at the child', async () => {
    await house.send(worker, answerForm, { answers: [school] })
    expect(await shown(worker, minorCard)).toEqual(['person.schoolStage'])
    expect(await shown(worker, careCard)).toEqual([])
    const [row] = await house.rows<{ purpose: string }>(
      `select purpose from kernel.record where name = 'fields.minorCard' and about = '${HOME.daughter}' limit 1`,
    )
    expect(row?.purpose).toBe('minor_care')
    const own = (await house.ask(wang, myData, {})).subjects.find(({ role }) => role === 'child')
    expect(own?.rows.map(({ field, value }) => [field, value])).toContainEqual(['person.schoolStage', 'primary'])
  })

  it('taken back by who gave it: gone', async () => {
    await expect(house.send(house.as('yuWeidong'), withdrawFor, { id: consent })).rejects.toMatchObject({
      code: 'not_found',
    })
    await house.send(wang, withdrawFor, { id: consent })
    expect(await shown(worker, minorCard)).toEqual([])
    await house.relay()
    expect(await held()).toEqual([])
  })
})

describe('the rule', () => {
  const datum = { key: 'person.x', core: false, source: 'self' } as const
  it.each([
    ['a duty of law', { sensitivity: 'S3', purposes: ['household_service'] }, false, []],
    ['consent alone', { sensitivity: 'S3', purposes: ['care_support'] }, false, ['care_support']],
    ['consent or a duty', { sensitivity: 'S3', purposes: ['care_support', 'household_service'] }, false, []],
    ['of a child', { sensitivity: 'S2', purposes: ['household_service'] }, true, ['minor_care']],
  ] as const)('%s', (_, { sensitivity, purposes }, minor, needed) => {
    expect(consentNeeded({ ...datum, sensitivity, purposes: [...purposes] }, minor)).toEqual(needed)
  })
})
