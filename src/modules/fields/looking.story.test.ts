import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, WHOLE } from '#kernel/authorise.ts'
import { DAY_MS } from '#kernel/clock.ts'
import { asOwner, inScope } from '#kernel/db.ts'
import { keyOf } from '#kernel/jobs.ts'
import { seedHomes } from '#modules/homes/api.ts'
import { enter } from '#modules/people/api.ts'
import { STAGE } from '../../../demo/cast.ts'
import { answerAs, HOME, moveInWangs } from '#test/city/home.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { answerFields } from './api.ts'
import { ContestId, contestValue, listSuspicions, listUploads, lookedAt } from './contract-contests.ts'

let house: House
let worker: Actor
let room: Actor
const GRIDS = 6
const DOORS = 12
const doorId = (grid: number, no: number): string => keyOf(`looking door ${grid} ${no}`)

beforeAll(async () => {
  house = await openHouse()
  await moveInWangs(house)
  ;[worker, room] = [house.as('yuXuewen'), house.as('huWeiping')]
  await asOwner(house.p.db, async (tx) => {
    const entry = await enter(tx, { source: 'register', place: STAGE.grid, now: house.clock.now() })
    const dwellings = Array.from({ length: GRIDS * DOORS }, (_, i) => ({
      id: doorId(Math.floor(i / DOORS), i % DOORS),
      place: STAGE.grid,
      address: '余东村东山路',
      door: `${i + 1}号`,
      lon: null,
      lat: null,
      kind: 'house',
      fromDay: '2020-01-01',
    }))
    await seedHomes(tx, { dwellings, households: [], members: [] }, entry)
  })
  for (let grid = 0; grid < GRIDS; grid++) await walk(grid)
})
afterAll(() => house.close())

/** One round past twelve doors; the first answers "none" everywhere, elsewhere it differs from door to door. */
async function walk(grid: number): Promise<void> {
  await inScope(house.p.db, WHOLE, async (tx) => {
    const now = house.clock.now()
    for (let no = 0; no < DOORS; no++) {
      const entry = await enter(tx, { source: 'visit', place: STAGE.grid, post: keyOf(`round ${grid}`), now: now + no })
      const value = grid === 0 ? 'none' : ['none', 'yard', 'floor', 'deep'][(grid + no) % 4]
      await answerFields(
        { tx, now: now + no, platform: house.p },
        {
          entry,
          answers: [
            {
              subjectKind: 'dwelling',
              subject: doorId(grid, no),
              place: STAGE.grid,
              field: 'dwelling.floodable',
              value,
              base: null,
            },
          ],
        },
      )
    }
  })
}

describe('entries to look at', () => {
  it('are found by the house once a day, and not twice', async () => {
    await house.sweep()
    expect((await house.ask(room, listSuspicions, {})).rows).toHaveLength(1)
    await house.sweep()
    house.clock.advance(DAY_MS)
    await house.sweep()
    const { rows } = await house.ask(room, listSuspicions, {})
    expect(rows).toMatchObject([
      { sign: 'constant', fields: ['dwelling.floodable'], doors: DOORS, place: STAGE.grid, outcome: null },
    ])
    expect(rows[0]?.nearShare).toBeGreaterThan(0.2)
    expect(rows[0]?.nearShare).toBeLessThan(0.3)
    expect(
      await house.rows(`select count(*)::int as days from fields.compared where place = '${STAGE.township}'`),
    ).toEqual([{ days: 2 }])
  })

  it('name doors and days, never who was there', async () => {
    const [row] = (await house.ask(room, listSuspicions, {})).rows
    expect(row?.sample[0]).toEqual({ door: expect.stringMatching(/^余东村东山路 \d+号$/), day: '2026-09-01' })
    const columns = await house.rows<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'fields' and table_name = 'suspicion'`,
    )
    expect(columns.map(({ name }) => name)).not.toContain('post')
    expect(columns.map(({ name }) => name)).not.toContain('person')
  })

  it('are looked at by the village or the township, once, with what was seen', async () => {
    const id = (await house.ask(room, listSuspicions, {})).rows[0]?.id ?? ''
    await expect(
      house.send(worker, lookedAt, { id, outcome: 'fine', note: '这一片在山坡上，确实不淹' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      house.send(house.as('zhuJianjun'), lookedAt, { id, outcome: 'fine', note: '这一片在山坡上，确实不淹' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    expect(await house.send(room, lookedAt, { id, outcome: 'fine', note: '这一片在山坡上，确实不淹' })).toMatchObject({
      outcome: 'fine',
    })
    await expect(house.send(room, lookedAt, { id, outcome: 'asked', note: '再问一次' })).rejects.toMatchObject({
      code: 'already',
    })
    expect((await house.ask(room, listSuspicions, {})).rows).toEqual([])
    expect((await house.ask(house.as('yuGuorong'), listSuspicions, { looked: true })).rows).toHaveLength(1)
    await expect(house.ask(worker, listSuspicions, {})).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('what came of an entry', () => {
  const home = { subjectKind: 'household', subject: HOME.household } as const
  it('is told to who made it: values, tables, contests, newer values', async () => {
    await answerAs(house, worker, [
      { ...home, field: 'household.atHome', value: 2 },
      { ...home, field: 'household.mainIncome', value: 'farm' },
    ])
    await house.send(house.as('wangJianping'), contestValue, {
      id: ContestId.parse(house.key()),
      ...home,
      field: 'household.atHome',
      why: '四口都在家',
    })
    const { rows } = await house.ask(worker, listUploads, {})
    expect(rows).toMatchObject([
      {
        source: 'visit',
        who: '余东村 18号',
        values: 2,
        confirmed: 0,
        forms: [],
        contested: 1,
        replaced: 0,
        conflicts: 0,
      },
    ])
    house.clock.advance(1000)
    await inScope(house.p.db, WHOLE, async (tx) => {
      const [present] = await house.rows<{ id: string }>(
        `select id from fields.value where subject = '${HOME.household}' and field = 'household.mainIncome' and until_at is null`,
      )
      const entry = await enter(tx, {
        source: 'visit',
        place: STAGE.grid,
        post: house.as('yuGuorong').post,
        now: house.clock.now(),
      })
      return answerFields(
        { tx, now: house.clock.now(), platform: house.p },
        {
          entry,
          answers: [
            { ...home, place: STAGE.grid, field: 'household.mainIncome', value: 'wage', base: present?.id ?? null },
          ],
        },
      )
    })
    expect((await house.ask(worker, listUploads, {})).rows[0]).toMatchObject({ replaced: 1 })
    expect((await house.ask(house.as('yuXiaoqing'), listUploads, {})).rows).toEqual([])
  })
})
