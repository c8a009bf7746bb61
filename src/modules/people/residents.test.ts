import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { idNumber } from '../../../demo/identifiers.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { openEntries } from '#test/city/entries.ts'
import { START } from '#test/city/house.ts'
import { refused } from '#test/city/lamp.ts'
import {
  addDocument,
  endDocument,
  getMinor,
  getResident,
  registerResident,
  restate,
  revealDocument,
  revealPhone,
} from './contract-residents.ts'

const id = (): never => uuidv7(START) as never
const NUMBER = idNumber('330802', '1971-05-06', 'female')

type Opened = Awaited<ReturnType<typeof openEntries>>

describe('those who live in a grid', () => {
  let house: Opened['house']
  let worker: Opened['worker']
  let living: Opened['living']
  let entered: Opened['entered']
  let rowOf: Opened['rowOf']
  let looks: Opened['looks']
  beforeAll(async () => {
    ;({ house, worker, living, entered, rowOf, looks } = await openEntries())
  })
  afterAll(() => house.close())

  it('are entered with where it came from, on which day, how certain and by whom; on record about them', async () => {
    const one = living({ origin: { source: 'visit', day: '2026-08-30', certainty: 'likely' } })
    const shown = await house.send(worker, registerResident, one)
    expect(shown).toMatchObject({ name: '余桂花', age: 55, phoneMasked: '139****1111', minor: false })
    const read = await house.ask(worker, getResident, { id: one.id })
    expect(read.entries).toEqual([
      expect.objectContaining({
        source: 'visit',
        day: '2026-08-30',
        certainty: 'likely',
        post: worker.post,
        person: worker.person,
      }),
    ])
    expect(
      await house.rows(`select purpose from kernel.record where about = '${String(one.id)}' and kind = 'command'`),
    ).toEqual([{ purpose: 'household_service' }])
    expect(await looks(one.id)).toEqual([{ name: 'people.resident', purpose: 'household_service', reason: null }])
  })

  it('are reached by the grid, the village and the township, by nobody else, and are in no directory of staff', async () => {
    const one = await entered()
    for (const who of ['yuXuewen', 'yuGuorong', 'huWeiping'] as const)
      expect((await house.ask(house.as(who), getResident, { id: one })).resident.id, who).toBe(one)
    for (const who of ['zhouChunxian'] as const)
      await expect(house.ask(house.as(who), getResident, { id: one }), who).rejects.toEqual(refused('not_found'))
    for (const who of ['zhengLan', 'zhuGuoliang', 'wuKai', 'wangJianping'] as const)
      await expect(house.ask(house.as(who), getResident, { id: one }), who).rejects.toEqual(refused('forbidden'))
    await expect(house.send(worker, registerResident, living({ homePlace: ELSEWHERE.grid }))).rejects.toEqual(
      refused('forbidden'),
    )
    await expect(house.send(worker, registerResident, living({ homePlace: '330899001001001' }))).rejects.toEqual(
      refused('not_found'),
    )
  })

  it('may share one number, which is no key: both survive, sealed, masked, and shown for a stated reason only', async () => {
    const document = () => ({ id: id(), kind: 'resident_id' as const, number: NUMBER.toLowerCase() })
    const given = document()
    const [one, other] = [await entered({ documents: [given] }), await entered({ documents: [document()] })]
    expect(one).not.toBe(other)
    const { documents } = await house.ask(worker, getResident, { id: one })
    expect(documents).toEqual([expect.objectContaining({ numberMasked: `33${'*'.repeat(14)}${NUMBER.slice(-2)}` })])
    const stored = await rowOf('people.document', one, 'person')
    expect(stored[0]?.row).not.toContain(NUMBER.slice(0, 14))
    await expect(house.ask(worker, revealDocument, { document: given.id, reason: '' })).rejects.toEqual(
      refused('invalid'),
    )
    const reason = '核对医保卡'
    expect(await house.ask(worker, revealDocument, { document: given.id, reason })).toEqual({ number: NUMBER })
    expect((await looks(one)).at(-1)).toEqual({ name: 'people.reveal', purpose: 'identity_check', reason })
    await expect(house.ask(house.as('zhouChunxian'), revealDocument, { document: given.id, reason })).rejects.toEqual(
      refused('not_found'),
    )
    expect(await house.ask(worker, revealPhone, { person: one, reason: '通知停水' })).toEqual({ phone: '13900001111' })
  })

  it('may hold old, foreign and Hong Kong, Macao or Taiwan documents; a wrong digit is refused and nothing is kept', async () => {
    const hmt = idNumber('810000', '1985-01-02', 'male')
    const one = await entered({
      documents: [
        { id: id(), kind: 'resident_id', number: '330802710506998' },
        { id: id(), kind: 'hmt_residence', number: hmt },
        { id: id(), kind: 'passport', number: 'e12345678', country: 'CHN' },
        { id: id(), kind: 'home_return', number: 'H1234567800' },
      ],
    })
    const { documents } = await house.ask(worker, getResident, { id: one })
    expect(documents.map(({ kind }) => kind).toSorted()).toEqual([
      'hmt_residence',
      'home_return',
      'passport',
      'resident_id',
    ])
    expect(documents.find(({ kind }) => kind === 'resident_id')?.numberMasked).toHaveLength(18)
    const bad = living({ documents: [{ id: id(), kind: 'resident_id', number: `${NUMBER.slice(0, 17)}0` }] })
    await expect(house.send(worker, registerResident, bad)).rejects.toMatchObject({
      code: 'checksum',
      detail: { problems: [{ path: 'documents.0.number' }] },
    })
    expect(await rowOf('people.person', bad.id)).toEqual([])
  })

  it('get documents added and ended; an ended one stays readable', async () => {
    const one = await entered()
    const document = { id: id(), kind: 'passport' as const, number: 'E99887766', country: 'CHN' }
    expect(await house.send(worker, addDocument, { person: one, document })).toMatchObject({ endedAt: null })
    await house.send(worker, endDocument, { document: document.id })
    await expect(house.send(worker, endDocument, { document: document.id })).rejects.toEqual(refused('already'))
    const { documents } = await house.ask(worker, getResident, { id: one })
    expect(documents[0]?.endedAt).not.toBeNull()
    await expect(
      house.send(house.as('zhouChunxian'), addDocument, { person: one, document: { ...document, id: id() } }),
    ).rejects.toEqual(refused('not_found'))
  })

  it('are corrected by a later word; what it replaces stays readable, and an unseen change is a conflict', async () => {
    const one = await entered()
    const say = (more: object) =>
      house.send(worker, restate, { id: id(), person: one, kind: 'phone', value: '13900002222', ...more })
    expect(await say({ seen: '13900001111', origin: { source: 'self' } })).toEqual({
      was: '13900001111',
      value: '13900002222',
    })
    await expect(say({ seen: '13900001111', value: '13900003333' })).rejects.toEqual(refused('conflict'))
    await expect(say({ value: '12' })).rejects.toEqual(refused('invalid'))
    await expect(say({ kind: 'born', value: '1971-02-30' })).rejects.toEqual(refused('invalid'))
    const { changes, resident, entries } = await house.ask(worker, getResident, { id: one })
    expect(resident.phoneMasked).toBe('139****2222')
    expect(changes).toEqual([expect.objectContaining({ kind: 'phone', was: '*******1111', value: '*******2222' })])
    expect(entries.map(({ source }) => source).toSorted()).toEqual(['register', 'self'])
  })

  it('go out of the grid’s reach when they moved to another one', async () => {
    const one = await entered()
    await house.send(worker, restate, { id: id(), person: one, kind: 'home', value: STAGE.otherGrid })
    const [there] = await house.rows<{ place: string }>(
      `select home_place as place from people.person where id = '${String(one)}'`,
    )
    expect(there?.place).toBe(STAGE.otherGrid)
    expect((await house.ask(house.as('huWeiping'), getResident, { id: one })).changes).toHaveLength(1)
  })

  it('under fourteen are shown by family name only; in full to village and township, for a reason', async () => {
    const child = await entered({ name: '余小满', born: '2019-03-03', phone: null })
    const { resident, documents } = await house.ask(worker, getResident, { id: child })
    expect([resident.name, resident.born, resident.minor, documents]).toEqual(['余**', '2019', true, []])
    const reason = '入学登记'
    await expect(house.ask(worker, getMinor, { id: child, reason })).rejects.toEqual(refused('forbidden'))
    const full = await house.ask(house.as('yuGuorong'), getMinor, { id: child, reason })
    expect(full.resident).toMatchObject({ name: '余小满', born: '2019-03-03' })
    expect((await looks(child)).at(-1)).toMatchObject({ purpose: 'minor_protection', reason })
    const adult = await entered()
    await expect(house.ask(house.as('huWeiping'), getMinor, { id: adult, reason })).rejects.toEqual(
      refused('not_found'),
    )
  })
})
