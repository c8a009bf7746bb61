import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cast, STAGE } from '../../demo/cast.ts'
import { DAY_MS, HOUR_MS, instant } from '#kernel/clock.ts'
import { sweep } from '#kernel/jobs.ts'
import type { Platform } from '#kernel/platform.ts'
import { getActivation } from '#modules/emergency/contract.ts'
import {
  dataSets,
  destroyNow,
  getCertificate,
  keepItem,
  listKept,
  release,
  STEPS,
} from '#modules/emergency/contract-ending.ts'
import { type CastName, type House, openHouse } from '#test/city/house.ts'
import { beginResponse, endResponse, finishResponse, moveFamily } from '#test/city/response.ts'
import { undoing } from '../safeguards/undone.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const id = () => house.key() as never
const boss = (): ReturnType<House['as']> => house.as('chenLixin')

const see = (activation: never, who: CastName = 'chenLixin') =>
  house.ask(house.as(who), getActivation, { id: activation })
const one = (p: Platform): Promise<number> => {
  const job = p.slices.jobs.find(({ name }) => name === 'emergency.ending')
  return job ? sweep(p, job) : Promise.resolve(0)
}
const toDestruction = () => house.clock.advance(7 * DAY_MS)
const peopleLeft = async () =>
  (await house.rows(`select from relief.evacuee`)).length + (await house.rows(`select from relief.shelter`)).length

describe('the end', () => {
  it('destroys what was gathered, certifies it, and anybody may read and recount it', async () => {
    const { id: activation } = await beginResponse(house)
    await moveFamily(house)
    const before = (await house.ask(boss(), dataSets, { activation })).rows
    expect(before.find(({ table }) => table === 'relief.evacuee')).toMatchObject({
      rows: 2,
      kept: 0,
      lever: 'relief.evacuation',
    })
    house.clock.advance(HOUR_MS)
    await endResponse(house, activation)
    await house.sweep()
    expect(await see(activation)).toMatchObject({ state: 'settling', step: 'destroy', certificate: null })
    expect(await peopleLeft()).toBe(3)
    toDestruction()
    await house.sweep()
    const closed = await see(activation)
    expect(closed).toMatchObject({ state: 'closed', step: null })
    expect(await peopleLeft()).toBe(0)
    const certificate = closed.certificate as never
    const read = await house.ask(house.nobody, getCertificate, { id: certificate })
    expect(read).toMatchObject({
      sound: true,
      whyEnded: 'declared',
      witness: null,
      number: '26-001',
      issuer: '柯城区 指挥中心 值班长',
    })
    expect(read.lines.find(({ table }) => table === 'relief.evacuee')).toMatchObject({
      rows: 2,
      kept: 0,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(JSON.stringify(read)).not.toContain(cast.wangJianping.name)
  })

  it('goes on after a kill between any two of its steps, and a step that is killed is taken again', async () => {
    const { id: activation } = await beginResponse(house)
    await moveFamily(house)
    house.clock.advance(HOUR_MS)
    await endResponse(house, activation)
    const seen: string[] = []
    for (let i = 0; i < 60; i++) {
      if (i === 5) toDestruction()
      const [row] = await house.rows<{ state: string; step: string | null; at: number }>(
        `select state, step, step_at as at from emergency.activation`,
      )
      if (row?.step == null) break
      seen.push(row.step)
      const left = await peopleLeft()
      const doomed = undoing(house.another())
      await one(doomed).catch(() => 0)
      await doomed.db.close()
      expect(await house.rows(`select state, step, step_at as at from emergency.activation`), row.step).toEqual([row])
      expect(await peopleLeft(), row.step).toBe(left)
      const p = house.another()
      await one(p)
      await p.db.close()
      expect(await house.rows(`select from kernel.hold where ends_at > '${instant(house.clock.now())}'`)).toEqual([])
      if (row.step !== 'certify') expect(await house.rows('select from emergency.certificate')).toEqual([])
    }
    expect([...new Set(seen)]).toEqual([...STEPS])
    expect(await see(activation)).toMatchObject({ state: 'closed', step: null })
    expect(await peopleLeft()).toBe(0)
    expect(await house.rows('select from emergency.certificate')).toHaveLength(1)
    expect(await house.rows('select from emergency.after_action')).toHaveLength(1)
    const steps = await house.rows<{ key: string }>(
      `select key from emergency.entry where sort = 'step' order by at, id`,
    )
    expect(steps.map(({ key }) => key).toSorted()).toEqual([...STEPS].toSorted())
  }, 60_000)

  it('keeps an item with its assessment until its day, and nothing else', async () => {
    const { id: activation } = await beginResponse(house)
    const { evacuees } = await moveFamily(house)
    const [kept = '', other = ''] = evacuees
    const assessment = {
      activation,
      table: 'relief.evacuee',
      ground: 'evidence' as const,
      legality: '《行政诉讼法》第三十三条',
      necessity: '转移中受伤，涉及赔偿',
      safety: '只有法制科两人可看，加密保存',
    }
    await endResponse(house, activation)
    const kid = id()
    await house.send(boss(), keepItem, { ...assessment, id: kid, item: kept, until: '2026-12-01' })
    await expect(
      house.send(boss(), keepItem, { ...assessment, id: id(), item: kept, until: '2026-12-01' }),
    ).rejects.toMatchObject({ code: 'already' })
    await expect(
      house.send(boss(), keepItem, { ...assessment, id: id(), item: house.key(), until: '2026-12-01' }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await expect(
      house.send(boss(), keepItem, { ...assessment, id: id(), item: other, until: '2036-12-01' }),
    ).rejects.toMatchObject({ code: 'invalid' })
    await expect(
      house.send(house.as('huWeiping'), keepItem, { ...assessment, id: id(), item: other, until: '2026-12-01' }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/forbidden|not_found/) })
    const certificate = (await finishResponse(house, activation)) as never
    expect(await house.rows('select id from relief.evacuee')).toEqual([{ id: kept }])
    const read = await house.ask(house.nobody, getCertificate, { id: certificate })
    expect(read).toMatchObject({
      sound: true,
      kept: [{ table: 'relief.evacuee', ground: 'evidence', until: '2026-12-01' }],
    })
    expect(read.lines.find(({ table }) => table === 'relief.evacuee')).toMatchObject({ rows: 1, kept: 1 })
    expect((await house.ask(boss(), listKept, { activation })).rows).toMatchObject([
      { necessity: assessment.necessity },
    ])
    await expect(
      house.send(boss(), keepItem, { ...assessment, id: id(), item: kept, until: '2026-12-01' }),
    ).rejects.toMatchObject({ code: 'gone' })
    house.clock.set(Date.parse('2026-12-01T02:00:00+08:00'))
    await house.sweep()
    expect(await house.rows('select id from relief.evacuee')).toEqual([])
    await expect(house.send(boss(), release, { id: kid, reason: '结案' })).rejects.toMatchObject({ code: 'already' })
  })

  it('comes at once when nothing more is to be assessed, and cannot be put off', async () => {
    const { id: activation } = await beginResponse(house)
    await moveFamily(house)
    await expect(house.send(boss(), destroyNow, { id: activation, reason: '无需保留' })).rejects.toMatchObject({
      code: 'conflict',
    })
    await endResponse(house, activation)
    await house.send(boss(), destroyNow, { id: activation, reason: '无需保留' })
    await house.sweep()
    expect(await see(activation)).toMatchObject({ state: 'closed' })
    expect(await peopleLeft()).toBe(0)
    await expect(house.send(boss(), destroyNow, { id: activation, reason: '无需保留' })).rejects.toMatchObject({
      code: 'already',
    })
  })

  it('of a drill destroys at once', async () => {
    const { id: activation } = await beginResponse(house, { drill: true, playbook: 'typhoon' })
    await moveFamily(house)
    await endResponse(house, activation)
    await house.sweep()
    expect(await see(activation)).toMatchObject({ state: 'closed', drill: true })
    expect(await peopleLeft()).toBe(0)
  })

  it('hands on what another one in force there still needs, and that ends with the other', async () => {
    const first = await beginResponse(house, { hours: 720 })
    const { evacuees } = await moveFamily(house)
    const second = await beginResponse(house, {
      playbook: 'geological',
      level: 'IV',
      area: [STAGE.township],
      hours: 480,
    })
    await house.rows(`update relief.evacuee set hold = h.id, touched_at = '${instant(house.clock.now())}' from kernel.hold h
      where h.under = '${String(second.id)}' and h.lever = 'relief.evacuation' and evacuee.id = '${evacuees[0]}'`)
    await endResponse(house, second.id)
    const passed = await house.ask(house.nobody, getCertificate, {
      id: (await finishResponse(house, second.id)) as never,
    })
    expect(passed.lines).toMatchObject([{ table: 'relief.evacuee', rows: 0, kept: 0, passed: 1 }])
    expect(passed.sound).toBe(true)
    expect(await peopleLeft()).toBe(3)
    await endResponse(house, first.id)
    const last = await house.ask(house.nobody, getCertificate, { id: (await finishResponse(house, first.id)) as never })
    expect(last.lines.find(({ table }) => table === 'relief.evacuee')).toMatchObject({ rows: 2, passed: 0 })
    expect(await peopleLeft()).toBe(0)
  })

  it('leaves alone what another emergency gathered in the same place', async () => {
    const first = await beginResponse(house)
    await moveFamily(house)
    const second = await beginResponse(house, { playbook: 'geological', level: 'IV', area: [STAGE.township] })
    await endResponse(house, second.id)
    await finishResponse(house, second.id)
    expect(await peopleLeft()).toBe(3)
    expect(await see(first.id)).toMatchObject({ whyEnded: 'expired', state: 'settling' })
  })
})
