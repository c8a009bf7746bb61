import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, WHOLE } from '#kernel/authorise.ts'
import { DAY_MS } from '#kernel/clock.ts'
import { inScope } from '#kernel/db.ts'
import { note } from '#kernel/audit.ts'
import { addHold } from '#kernel/holds.ts'
import { cast, ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { consented, shownCount, smallestGroup } from './api.ts'
import { ConsentId, giveConsent, groupLooks, listLooks, listPurposes, myConsents, withdrawConsent } from './contract.ts'

let house: House
let wang: Actor
beforeAll(async () => {
  house = await openHouse()
  wang = house.as('wangJianping')
})
afterAll(() => house.close())

const id = () => ConsentId.parse(house.key())
const wangs = cast.wangJianping.id
const holds = (purpose: 'photo_position' | 'recontact') =>
  inScope(house.p.db, WHOLE, (tx) => consented(tx, wangs, purpose))

/** What a query of another slice leaves when it shows somebody's data. */
const look = (
  by: Actor,
  about: string,
  more: { purpose?: string; fields?: string; subject?: string; kind?: 'query' | 'command' | 'refusal' } = {},
) =>
  inScope(house.p.db, WHOLE, (tx) =>
    note(tx, by, house.clock.now(), {
      name: 'cases.get',
      kind: more.kind ?? 'query',
      outcome: 'done',
      request: house.key(),
      subject: more.subject ?? null,
      place: null,
      purpose: more.purpose ?? 'case_handling',
      about: [about],
      detail: { fields: more.fields ?? 'reporter' },
    }),
  )
const looks = (who: Actor, input = {}) => house.ask(who, listLooks, input)

it('tells anybody every purpose, with its basis and article, in both languages', async () => {
  const { rows } = await house.ask(ANONYMOUS, listPurposes, {})
  for (const { name, what, law, keep } of rows) {
    expect(name.en && what.en && law && keep).toBeTruthy()
    expect(keep).toMatch(/^\d+ (days|months|years)$/)
  }
  expect(rows.filter(({ basis }) => basis === 'consent').map(({ key }) => key)).toEqual(
    expect.arrayContaining(['photo_position', 'recontact']),
  )
})

it('names a purpose for every query and command of the house that states one', async () => {
  const keys = (await house.ask(ANONYMOUS, listPurposes, {})).rows.map(({ key }) => key)
  const { answers, handlers } = house.p.slices
  const used = [...answers.values(), ...handlers.values()].flatMap(({ purpose, contract }) =>
    purpose ? [`${contract.name}: ${purpose}`] : [],
  )
  expect(used.length).toBeGreaterThan(3)
  expect(used.filter((use) => !keys.includes(use.split(': ')[1] ?? ''))).toEqual([])
})

it('shows a person at once who looked, from which office, what for, and in which case', async () => {
  const subject = house.key()
  await look(house.as('huWeiping'), wangs, { subject })
  const [row] = (await looks(wang)).rows
  expect(row).toEqual({
    at: new Date(house.clock.now()).toISOString(),
    organ: '沟溪乡综合信息指挥室',
    role: 'township_room',
    post: '综合信息指挥室 主任',
    purpose: { key: 'case_handling', zh: '办理您反映的事', en: 'Handling what you reported' },
    basis: 'statutory_duty',
    what: 'cases.get',
    fields: 'reporter',
    subject,
    id: expect.stringMatching(/^\d+$/) as string,
    office: house.as('huWeiping').organ,
    glass: null,
    withheld: null,
  })
})

it('counts looks by office, purpose and month, and finds them by each', async () => {
  const hua = house.as('zhengGuixiang')
  const person = cast.zhengGuixiang.id
  await look(house.as('huWeiping'), person)
  house.clock.advance(1000)
  await look(house.as('huWeiping'), person, { purpose: 'case_contact' })
  house.clock.advance(1000)
  await look(house.as('yuXuewen'), person)
  const { rows } = await house.ask(hua, groupLooks, {})
  expect(rows.map(({ organ, purpose, month, count }) => [organ, purpose?.key, month, count])).toEqual([
    [null, 'case_handling', '2026-09', 1],
    ['沟溪乡综合信息指挥室', 'case_contact', '2026-09', 1],
    ['沟溪乡综合信息指挥室', 'case_handling', '2026-09', 1],
  ])
  const by = async (filter: object) => (await looks(hua, filter)).rows.map(({ role }) => role)
  expect(await by({ office: rows[0]?.office })).toEqual(['grid_worker'])
  expect(await by({ purpose: 'case_contact' })).toEqual(['township_room'])
  expect(await by({ from: '2026-09-02' })).toEqual([])
  expect(await by({ to: '2026-09-01' })).toHaveLength(3)
})

it('lists no look of oneself, of the house, and none that was refused', async () => {
  const before = (await looks(wang)).rows.length
  await look(wang, wangs)
  await look({ ...ANONYMOUS, kind: 'system', role: 'system', place: '' }, wangs)
  await look(house.as('huWeiping'), wangs, { kind: 'refusal' })
  expect((await looks(wang)).rows).toHaveLength(before)
})

it('counts looks and organs of the last 30 days, and pages through all of them', async () => {
  const yu = house.as('yuWeidong')
  const person = cast.yuWeidong.id
  for (const who of ['huWeiping', 'huWeiping', 'yuXuewen', 'wuJianhua', 'yeWenjing'] as const) {
    await look(house.as(who), person)
    house.clock.advance(1000)
  }
  const first = await looks(yu, { limit: 3 })
  expect(first).toMatchObject({ total30: 5, organs30: 4 })
  expect(first.rows.map(({ role }) => role)).toEqual(['auditor', 'department_officer', 'grid_worker'])
  const rest = await looks(yu, { limit: 3, cursor: first.next ?? '' })
  expect(rest.rows.map(({ role }) => role)).toEqual(['township_room', 'township_room'])
  expect(rest.next).toBeNull()
  house.clock.advance(31 * DAY_MS)
  expect(await looks(yu)).toMatchObject({ total30: 0, organs30: 0, rows: { length: 5 } })
})

it('shows nobody the looks at another', async () => {
  expect((await looks(house.as('xuLihua'))).rows).toEqual([])
  await expect(looks(ANONYMOUS)).rejects.toMatchObject({ code: 'unauthenticated' })
})

it('shows looks at an entry that turned out to be the same person, in order with the others', async () => {
  const [lihua, other] = [house.as('xuLihua'), cast.zhengGuixiang.id]
  const before = (await looks(lihua)).rows.length
  await house.rows(`update people.person set stands_for = '${cast.xuLihua.id}' where id = '${other}'`)
  const joined = (await looks(lihua)).rows.length
  expect(joined).toBeGreaterThan(before)
  house.clock.advance(1000)
  await look(house.as('huWeiping'), cast.xuLihua.id)
  house.clock.advance(1000)
  await look(house.as('yuXuewen'), other)
  const { rows, next } = await looks(lihua, { limit: 2 })
  expect(rows.map(({ role }) => role)).toEqual(['grid_worker', 'township_room'])
  expect((await looks(lihua, { cursor: next ?? undefined })).rows).toHaveLength(joined)
  await house.rows(`update people.person set stands_for = null where id = '${other}'`)
  expect((await looks(lihua)).rows).toHaveLength(before + 1)
})

it('takes a consent, and takes it back as easily', async () => {
  const [one, key] = [id(), house.key()]
  const [given, again] = await Promise.all(
    [1, 2].map(() => house.send(wang, giveConsent, { id: one, purpose: 'photo_position' }, key)),
  )
  expect(given).toEqual(again)
  expect(given).toMatchObject({ id: one, purpose: 'photo_position', withdrawnAt: null })
  expect(await holds('photo_position')).toBe(true)
  expect(await holds('recontact')).toBe(false)
  house.clock.advance(1000)
  const withdrawn = await house.send(wang, withdrawConsent, { id: one })
  expect(withdrawn.withdrawnAt).not.toBeNull()
  expect(await holds('photo_position')).toBe(false)
  await house.send(wang, giveConsent, { id: id(), purpose: 'photo_position' })
  expect((await house.ask(wang, myConsents, {})).rows.map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([
    true,
    false,
  ])
})

it('refuses what does not rest on consent, what is given already, and what is another’s', async () => {
  await expect(house.send(wang, giveConsent, { id: id(), purpose: 'case_handling' })).rejects.toMatchObject({
    code: 'invalid',
    detail: { problems: [{ problem: 'not_by_consent' }] },
  })
  const one = id()
  await house.send(wang, giveConsent, { id: one, purpose: 'recontact' })
  await expect(house.send(wang, giveConsent, { id: id(), purpose: 'recontact' })).rejects.toMatchObject({
    code: 'already',
  })
  await expect(house.send(house.as('yuWeidong'), withdrawConsent, { id: one })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(house.send(house.as('wuKai'), withdrawConsent, { id: one })).rejects.toMatchObject({ code: 'not_found' })
  await house.send(wang, withdrawConsent, { id: one })
  await expect(house.send(wang, withdrawConsent, { id: one })).rejects.toMatchObject({ code: 'already' })
  await expect(house.send(ANONYMOUS, giveConsent, { id: id(), purpose: 'recontact' })).rejects.toMatchObject({
    code: 'unauthenticated',
  })
})

it('puts consents given, taken back and refused on record', async () => {
  const record = await house.rows<{ name: string; outcome: string }>(
    `select distinct name, outcome from kernel.record where name like 'consents.%' and kind <> 'query' order by name, outcome`,
  )
  expect(record.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
    'consents.give already',
    'consents.give done',
    'consents.give invalid',
    'consents.give unauthenticated',
    'consents.withdraw already',
    'consents.withdraw done',
    'consents.withdraw not_found',
  ])
})

it.each([
  [0, 0],
  [1, null],
  [9, null],
  [10, 10],
  [2000, 2000],
])('shows a figure about %i persons as %o: few would tell of single ones', (persons, shown) => {
  expect(shownCount(persons, 10)).toBe(shown)
})

it('asks the lever how few are too few, at the place in question', async () => {
  const at = (place: string) => inScope(house.p.db, WHOLE, (tx) => smallestGroup({ tx, now: house.clock.now() }, place))
  expect(await at(STAGE.grid)).toBe(10)
  await inScope(house.p.db, WHOLE, (tx) =>
    addHold(tx, {
      id: house.key(),
      lever: 'consents.fewest',
      place: STAGE.county,
      value: 20,
      reason: '样本更小也能认出人',
      heldBy: null,
      startsAt: house.clock.now(),
      endsAt: house.clock.now() + DAY_MS,
    }),
  )
  expect(await at(STAGE.grid)).toBe(20)
  expect(await at(ELSEWHERE.grid)).toBe(10)
})
