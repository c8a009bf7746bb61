import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../../demo/cast.ts'
import { idNumber } from '../../../demo/identifiers.ts'
import { NOBODY } from '#kernel/authorise.ts'
import { inScope } from '#kernel/db.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { openEntries } from '#test/city/entries.ts'
import { START } from '#test/city/house.ts'
import { refused } from '#test/city/lamp.ts'
import { awaitsName, findOrAddResident, standsFor } from './api.ts'
import {
  getResident,
  mergeResidents,
  restate,
  splitResident,
  undoMergeCommand,
  undoSplit,
} from './contract-residents.ts'

const id = (): never => uuidv7(START) as never
const NUMBER = idNumber('330802', '1971-05-06', 'female')

type Opened = Awaited<ReturnType<typeof openEntries>>

describe('entries of people', () => {
  let house: Opened['house']
  let worker: Opened['worker']
  let entered: Opened['entered']
  let rowOf: Opened['rowOf']
  let looks: Opened['looks']
  beforeAll(async () => {
    ;({ house, worker, entered, rowOf, looks } = await openEntries())
  })
  afterAll(() => house.close())

  it('entered twice are one by a merge that overwrites nothing, and two again with every row as it was', async () => {
    const document = { id: id(), kind: 'resident_id' as const, number: NUMBER }
    const [kept, gone] = [
      await entered(),
      await entered({ name: '余桂华', documents: [document], phone: '13900004444' }),
    ]
    await house.send(worker, restate, { id: id(), person: gone, kind: 'phone', value: '13900005555' })
    const everything = async () =>
      Promise.all(
        [kept, gone].flatMap((one) => [
          rowOf('people.person', one),
          rowOf('people.document', one, 'person'),
          rowOf('people.statement', one, 'person'),
        ]),
      )
    const before = await everything()
    const merge = id()
    await house.send(worker, mergeResidents, { id: merge, kept, gone })
    const both = await house.ask(worker, getResident, { id: gone })
    expect(both).toMatchObject({ resident: { id: kept }, askedFor: gone, merged: [{ merge, gone, name: '余桂华' }] })
    expect(both.documents).toHaveLength(1)
    expect((await looks(gone)).at(-1)?.name).toBe('people.resident')
    const stands = await inScope(house.p.db, NOBODY, (tx) => standsFor(tx, [kept, gone]))
    expect([...stands]).toEqual(
      expect.arrayContaining([
        [kept, kept],
        [gone, kept],
      ]),
    )
    // signing in with the other phone is signing in as the one person
    expect(
      await inScope(house.p.db, NOBODY, (tx) =>
        findOrAddResident(tx, { phone: '13900005555', name: '余桂华', now: START }),
      ),
    ).toBe(kept)
    await expect(house.send(worker, mergeResidents, { id: id(), kept, gone })).rejects.toEqual(refused('same_person'))
    await house.send(worker, undoMergeCommand, { merge })
    expect(await everything()).toEqual(before)
    await expect(house.send(worker, undoMergeCommand, { merge })).rejects.toEqual(refused('already'))
    await expect(house.send(house.as('zhouChunxian'), mergeResidents, { id: id(), kept, gone })).rejects.toEqual(
      refused('not_found'),
    )
  })

  it('merged in a chain come apart in any order', async () => {
    const [a, b, c] = [await entered({ name: '甲' }), await entered({ name: '乙' }), await entered({ name: '丙' })]
    const [first, second] = [id(), id()]
    await house.send(worker, mergeResidents, { id: first, kept: b, gone: c })
    await house.send(worker, mergeResidents, { id: second, kept: a, gone: c })
    const who = async () => Object.fromEntries(await inScope(house.p.db, NOBODY, (tx) => standsFor(tx, [a, b, c])))
    expect(await who()).toEqual({ [a]: a, [b]: a, [c]: a })
    await house.send(worker, undoMergeCommand, { merge: first })
    expect(await who()).toEqual({ [a]: a, [b]: a, [c]: c })
    await house.send(worker, undoMergeCommand, { merge: second })
    expect(await who()).toEqual({ [a]: a, [b]: b, [c]: c })
  })

  it('merged crosswise at once are merged once', async () => {
    const [a, b] = [await entered(), await entered()]
    const outcomes = await Promise.allSettled([
      house.send(worker, mergeResidents, { id: id(), kept: a, gone: b }),
      house.send(worker, mergeResidents, { id: id(), kept: b, gone: a }),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('who were two in one entry are split, and one again with every row of the first as it was', async () => {
    const document = { id: id(), kind: 'resident_id' as const, number: NUMBER }
    const whole = await entered({ documents: [document] })
    const all = async () => [await rowOf('people.person', whole), await rowOf('people.document', whole, 'person')]
    const before = await all()
    const [split, part] = [id(), id()]
    await house.send(worker, splitResident, {
      id: split,
      person: whole,
      part: { id: part, name: '余桂英' },
      documents: [document.id],
    })
    const other = await house.ask(worker, getResident, { id: part })
    expect(other.documents).toEqual([expect.objectContaining({ endedAt: null })])
    const now = await house.ask(worker, getResident, { id: whole })
    expect(now.splits).toMatchObject([{ split, part, name: '余桂英' }])
    expect(now.documents.map(({ endedAt }) => endedAt === null)).toEqual([false])
    await house.send(worker, undoSplit, { split })
    expect(await all()).toEqual(before)
    expect((await house.ask(worker, getResident, { id: part })).resident.id).toBe(whole)
    await expect(house.send(worker, undoSplit, { split })).rejects.toEqual(refused('already'))
  })

  it('who were registered with a phone are who signs in with it and says the name; without it they are nobody', async () => {
    const one = await entered({ phone: '13900007777', name: '余桂珍' })
    const found = (name?: string) =>
      inScope(house.p.db, NOBODY, (tx) =>
        findOrAddResident(tx, { phone: '13900007777', source: 'self', now: START, ...(name ? { name } : {}) }),
      )
    expect(await inScope(house.p.db, NOBODY, (tx) => awaitsName(tx, '13900007777'))).toBe(true)
    const stranger = await found('李四')
    expect(stranger).not.toBe(one)
    expect(await found()).toBe(stranger)
    expect(await found('余桂珍')).toBe(one)
    // whichever of two entries a worker means to keep, the one that its owner signs in as stays
    const other = await entered({ name: '余桂针' })
    const merged = await house.send(worker, mergeResidents, { id: id(), kept: other, gone: one })
    expect(merged.kept).toBe(one)
    expect(cast.wangJianping.id).not.toBe(one)
  })
})
