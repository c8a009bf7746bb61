import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '#kernel/ids.ts'
import { STAGE } from '../../../demo/cast.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { lampOf, refused, SECRET } from '#test/city/lamp.ts'
import { followCase, getCase, listCases, reportCase } from './contract.ts'
import {
  acceptCase,
  assignCase,
  climbCase,
  confirmCase,
  handDownCase,
  handleCase,
  sendBackCase,
  skipCase,
  verifyCase,
} from './contract-acts.ts'
import { keepFile } from './contract-inward.ts'

let house: House
let lamp: ReturnType<typeof lampOf>['lamp']
let reported: ReturnType<typeof lampOf>['reported']
beforeAll(async () => {
  house = await openHouse()
  ;({ lamp, reported } = lampOf(house))
})
afterAll(() => house.close())

describe('a report without an account', () => {
  it('gets a number at once and lands with the worker of its grid', async () => {
    const given = await reported()
    expect(given.number).toMatch(/^26\d{8}$/)
    const seen = await house.ask(house.as('yuXuewen'), getCase, { id: given.id })
    expect(seen).toMatchObject({
      state: 'assigned',
      level: 'grid',
      assignee: '余学文',
      can: expect.arrayContaining(['accept', 'sendBack', 'climb']) as unknown,
    })
  })

  it('is followed with number and secret, and by nobody without', async () => {
    const given = await reported()
    const followed = await house.ask(house.nobody, followCase, {
      number: `${given.number.slice(0, 2)}-${given.number.slice(2)}`,
      secret: SECRET,
    })
    expect(followed).toMatchObject({ number: given.number, state: 'assigned', can: ['withdraw'] })
    await expect(
      house.ask(house.nobody, followCase, { number: given.number, secret: 'wrongwrongwrong1' }),
    ).rejects.toEqual(refused('not_found'))
    await expect(house.ask(house.nobody, getCase, { id: given.id })).rejects.toEqual(refused('unauthenticated'))
  })

  it('does not exist for a worker of another county', async () => {
    const given = await reported()
    await expect(house.ask(house.as('zhouChunxian'), getCase, { id: given.id })).rejects.toEqual(refused('not_found'))
    await expect(house.send(house.as('zhouChunxian'), acceptCase, { id: given.id })).rejects.toEqual(
      refused('not_found'),
    )
    const theirs = await house.ask(house.as('zhuJianjun'), listCases, { place: STAGE.grid })
    expect(theirs.rows).toEqual([])
  })

  it('refuses a text too short, an unknown place and a point outside the city, and keeps nothing', async () => {
    await expect(reported({ description: '灯' })).rejects.toEqual(refused('invalid'))
    await expect(reported({ place: '330899999999' })).rejects.toEqual(refused('invalid'))
    await expect(reported({ place: null, position: { lon: 121.47, lat: 31.23 } })).rejects.toEqual(
      refused('outside_area'),
    )
  })

  it('refuses an id that a case of another township has', async () => {
    const { id } = await reported()
    await expect(reported({ id, place: '330881121228001' })).rejects.toEqual(refused('already'))
  })

  it('sent five times in parallel is one case and one answer', async () => {
    const input = lamp()
    const key = house.key()
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => house.send(house.nobody, reportCase, input, key)))
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(await house.rows(`select 1 from cases.case where id = '${String(input.id)}'`)).toHaveLength(1)
    await expect(house.send(house.nobody, reportCase, { ...input, description: '另外一件事情' }, key)).rejects.toEqual(
      refused('key_reused'),
    )
  })
})

describe('a case climbs the tree', () => {
  it('through four levels to confirmation, every step on record', async () => {
    const { id, number } = await reported()
    await house.send(house.as('yuXuewen'), acceptCase, { id })
    await house.send(house.as('yuXuewen'), climbCase, { id, reason: '要换灯杆，村里没有' })
    await house.send(house.as('yuGuorong'), acceptCase, { id })
    await house.send(house.as('yuGuorong'), climbCase, { id, reason: '要乡里协调电力' })
    const atRoom = await house.ask(house.as('huWeiping'), getCase, { id })
    expect(atRoom).toMatchObject({ state: 'received', level: 'township' })
    await house.send(house.as('huWeiping'), assignCase, {
      id,
      post: atRoom.targets.posts.find((one) => one.name === '胡卫平')?.id ?? null,
    })
    await house.send(house.as('huWeiping'), acceptCase, { id })
    const up = await house.send(house.as('huWeiping'), climbCase, { id, reason: '由区里部门更换' })
    expect(up).toMatchObject({ state: 'assigned', level: 'county' })
    const officer = [house.as('wuJianhua'), house.as('zhengMingyuan'), house.as('xuZhigang')].find((one) => one.organ)
    expect(officer).toBeDefined()
    const [desk] = await house.rows<{ organ: string }>(`select organ from cases.case where id = '${id}'`)
    const holder = [
      house.as('wuJianhua'),
      house.as('zhengMingyuan'),
      house.as('jiangHaibo'),
      house.as('xuZhigang'),
      house.as('wangHuimin'),
    ].find((one) => one.organ === desk?.organ)
    if (!holder) throw new Error('the lead department of 05-01 is not in the cast')
    await house.send(holder, acceptCase, { id })
    const uploaded = uuidv7(house.clock.now()) as never
    await house.send(holder, keepFile, {
      id: uploaded,
      key: 'k',
      thumbKey: 't',
      width: 10,
      height: 10,
      bytes: 10,
      lon: null,
      lat: null,
    })
    await house.send(holder, handleCase, { id, note: '已换灯头', answer: '路灯已修好，今晚会亮。', files: [uploaded] })
    await expect(house.send(holder, verifyCase, { id })).rejects.toEqual(refused('forbidden'))
    await house.send(house.as('chenLixin'), verifyCase, { id })
    const waiting = await house.ask(house.nobody, followCase, { number, secret: SECRET })
    expect(waiting).toMatchObject({
      state: 'confirming',
      can: ['confirm', 'reopen'],
      publicAnswer: '路灯已修好，今晚会亮。',
    })
    expect(waiting.steps.some((step) => step.note?.includes('已换灯头'))).toBe(false)
    const done = await house.send(house.nobody, confirmCase, { id, secret: SECRET, solved: true })
    expect(done.state).toBe('confirmed')
    const record = await house.rows<{ name: string }>(
      `select name from kernel.record where subject = '${id}' and kind = 'command' order by seq`,
    )
    expect(record.map((row) => row.name)).toEqual([
      'cases.report',
      'cases.accept',
      'cases.climb',
      'cases.accept',
      'cases.climb',
      'cases.assign',
      'cases.accept',
      'cases.climb',
      'cases.accept',
      'cases.handle',
      'cases.verify',
      'cases.confirm',
    ])
  })

  it('skips levels with a reason, and tells those passed over', async () => {
    const { id } = await reported()
    await house.send(house.as('yuXuewen'), skipCase, { id, level: 'township', reason: '有触电危险' })
    const seen = await house.ask(house.as('huWeiping'), getCase, { id })
    expect(seen.steps.find((step) => step.action === 'skip')).toMatchObject({ cc: ['余东村'] })
  })

  it('refuses to climb above the stop level of its duty', async () => {
    const { id } = await reported({ kind: '04-01' })
    const stop = (await house.ask(house.as('yuXuewen'), getCase, { id })).stopLevel
    if (stop !== 'city')
      await expect(
        house.send(house.as('yuXuewen'), skipCase, { id, level: 'city', reason: '越级试试' }),
      ).rejects.toEqual(refused('stop_level'))
  })

  it('comes down again to the grid by the room', async () => {
    const { id } = await reported()
    await house.send(house.as('yuXuewen'), skipCase, { id, level: 'township', reason: '有触电危险' })
    const down = await house.send(house.as('huWeiping'), handDownCase, { id, to: STAGE.grid, reason: '先断电围挡' })
    expect(down).toMatchObject({ state: 'assigned', level: 'grid', assignee: '余学文' })
  })

  it('is sent back at most twice', async () => {
    const { id } = await reported()
    for (const _ of [1, 2]) {
      await house.send(house.as('yuXuewen'), sendBackCase, { id, reason: 'not_ours', note: '这是供电公司的灯' })
      const room = await house.ask(house.as('huWeiping'), getCase, { id })
      await house.send(house.as('huWeiping'), assignCase, {
        id,
        post: room.targets.posts.find((one) => one.name === '余学文')?.id ?? (house.as('yuXuewen').post as never),
      })
    }
    await expect(
      house.send(house.as('yuXuewen'), sendBackCase, { id, reason: 'not_ours', note: '还是不归我' }),
    ).rejects.toEqual(refused('bounced_twice'))
  })
})
