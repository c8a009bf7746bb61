import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../demo/cast.ts'
import { HOUR_MS } from '#kernel/clock.ts'
import { getActivation } from '#modules/emergency/contract.ts'
import { getAfterAction, getCertificate, witness } from '#modules/emergency/contract-ending.ts'
import { type CastName, type House, openHouse } from '#test/city/house.ts'
import { beginResponse, endResponse, finishResponse, moveFamily } from '#test/city/response.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const boss = (): ReturnType<House['as']> => house.as('chenLixin')
const see = (activation: never, who: CastName = 'chenLixin') =>
  house.ask(house.as(who), getActivation, { id: activation })

describe('the certificate', () => {
  it('is signed by somebody of another organ, who recounts', async () => {
    const { id: activation } = await beginResponse(house)
    await moveFamily(house)
    await endResponse(house, activation)
    const certificate = (await finishResponse(house, activation)) as never
    await expect(house.send(boss(), witness, { certificate })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await see(activation, 'yeWenjing')).can).toContain('witness')
    expect(await house.send(house.as('yeWenjing'), witness, { certificate, note: '当场核对' })).toEqual({
      certificate,
      holds: true,
    })
    await expect(house.send(house.as('yeWenjing'), witness, { certificate })).rejects.toMatchObject({ code: 'already' })
    expect((await house.ask(house.nobody, getCertificate, { id: certificate })).witness).toMatchObject({
      holds: true,
      organ: '衢州市审计局',
    })
  })

  it('is found wrong when a word of it was changed, or a row is there that should be gone', async () => {
    const { id: activation } = await beginResponse(house)
    const { evacuees } = await moveFamily(house)
    const [row] = await house.rows<{ row: string }>(
      `select to_jsonb(e)::text as row from relief.evacuee e where id = '${evacuees[0]}'`,
    )
    await endResponse(house, activation)
    const certificate = (await finishResponse(house, activation)) as never
    const sound = async () => (await house.ask(house.nobody, getCertificate, { id: certificate })).sound
    expect(await sound()).toBe(true)
    await house.rows(`update emergency.certificate set body = replace(body, '"rows":2', '"rows":1')`)
    expect(await sound()).toBe(false)
    await house.rows(`update emergency.certificate set body = replace(body, '"rows":1', '"rows":2')`)
    await house.rows(`alter table relief.evacuee disable trigger within;
      insert into relief.evacuee select (jsonb_populate_record(null::relief.evacuee, '${(row?.row ?? '').replaceAll("'", "''")}')).*`)
    expect(await sound()).toBe(false)
  })
})

it('an after-action report is made of the record: who was told, what was used, what was late', async () => {
  const { id: activation } = await beginResponse(house)
  await moveFamily(house)
  await expect(house.ask(boss(), getAfterAction, { id: activation })).rejects.toMatchObject({ code: 'not_found' })
  house.clock.advance(40 * HOUR_MS)
  await endResponse(house, activation)
  await house.sweep()
  const report = await house.ask(boss(), getAfterAction, { id: activation })
  expect(report).toMatchObject({
    number: '26-001',
    decisions: 2,
    minutesToConfirm: 0,
    filingLate: false,
    reports: { due: 3, approved: 0 },
  })
  expect(report.told).toBeGreaterThan(5)
  expect(report.powers.find(({ lever }) => lever === 'relief.evacuation')).toMatchObject({
    used: expect.any(Number),
    hours: 40,
    holds: 1,
  })
  expect(report.powers.find(({ lever }) => lever === 'notices.quietHours')).toMatchObject({ used: null })
  expect(report.dataSets.find(({ table }) => table === 'relief.evacuee')).toMatchObject({ rows: 2 })
  expect(report.acts.find(({ name }) => name === 'relief.evacuate')).toMatchObject({ done: 1 })
  expect(report.timeline.map(({ key }) => key).toSorted()).toEqual([
    'decision activate confirmed',
    'decision end confirmed',
    'step bonds',
    'step posts',
  ])
  expect(JSON.stringify(report)).not.toContain(cast.wangJianping.name)
})
