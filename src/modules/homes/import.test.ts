import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PASSWORD, ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { idNumber } from '../../../demo/identifiers.ts'
import { buildServer } from '#apps/server/server.ts'
import { DAY_MS } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { takeImport as take } from './contract-import.ts'
import { getResident, registerResident } from '#modules/people/contract-residents.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { refused } from '#test/city/lamp.ts'
import { listMatches } from '#modules/matches/contract.ts'
import { getHousehold, homesOfPerson } from './contract.ts'
import * as contract from './contract-import.ts'
import { FAULTS, NOTES } from './import/values.ts'
import { saidWord } from './import-messages.ts'

const id = (): never => uuidv7(START) as never
const NUMBER = idNumber('330802', '1962-07-03', 'male')
const LIST = [
  '余东村人口花名册',
  '姓名,性别,出生日期,身份证号码,联系电话,网格,住址,与户主关系,宗教信仰,备注',
  `余大山,男,1962.7.3,${NUMBER},13900001111,2网格,余东村12号,户主,无,`,
  '方小妹,女,六五年三月初二,,13900001111,2网格,余东村12号,妻子,佛教,',
  '余小山,男,1990-05-06,3.30802E+17,,2网格,余东村12号,儿子,无,',
  '汪租客,,1988/1/2,,13900002222,1网格,余东村20号,租客,,',
  '无名氏,,,,,7网格,余东村21号,户主,,',
].join('\n')

describe('a list of people and homes', () => {
  let house: House
  let village: ReturnType<House['as']>
  const sent = async (text: string | Buffer, by = village, place: string = STAGE.village) => {
    const list = id()
    await house.send(by, take, { id: list, place, name: '花名册.csv', bytes: Buffer.from(text).toString('base64') })
    return list
  }
  const count = async (table: string, where = 'true'): Promise<number> =>
    (await house.rows<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`))[0]?.n ?? 0
  const personsCalled = (name: string) =>
    house.rows<{ id: string; entry: string }>(`select id, entry from people.person where name = '${name}'`)
  const textOf = (file: { base64: string }) => Buffer.from(file.base64, 'base64').toString('utf8')

  beforeAll(async () => {
    house = await openHouse()
    village = house.as('yuGuorong')
  }, 120_000)
  afterAll(() => house.close())

  it('is checked row by row without writing, then written at once with where it came from', async () => {
    const before = [await count('people.person'), await count('homes.dwelling'), await count('people.entry')]
    const list = await sent(LIST)
    const { import: taken, grids } = await house.ask(village, contract.getImport, { id: list })
    expect(taken).toMatchObject({ state: 'taken', rows: 5, encoding: 'utf-8', refused: ['宗教信仰'] })
    expect(taken.columns.find(({ header }) => header === '身份证号码')?.key).toBe('number')
    expect(grids.map(({ code }) => code)).toContain(STAGE.grid)

    const checked = await house.send(village, contract.checkImport, { id: list })
    expect(checked.counts).toEqual({
      rows: 5,
      new: 3,
      known: 0,
      double: 0,
      fault: 2,
      notes: 2,
      households: 2,
      dwellings: 2,
    })
    expect([await count('people.person'), await count('homes.dwelling'), await count('people.entry')]).toEqual(before)
    const report = await house.ask(village, contract.importReport, { id: list, show: 'fault' })
    expect(report.rows).toEqual([
      {
        line: 5,
        outcome: 'fault',
        name: '余**',
        written: false,
        remarks: [{ key: 'number', said: 'lost_digits', shown: '3.*******17' }],
      },
      {
        line: 7,
        outcome: 'fault',
        name: '无**',
        written: false,
        remarks: [{ key: 'grid', said: 'unknown_grid', shown: '7网格' }],
      },
    ])

    const written = await house.send(village, contract.commitImport, { id: list, day: '2026-08-31' })
    expect(written).toMatchObject({ state: 'written', counts: { new: 3 } })
    const [one] = await personsCalled('余大山')
    const read = await house.ask(village, getResident, { id: one?.id as never })
    expect(read.entries[0]).toMatchObject({
      source: 'import',
      day: '2026-08-31',
      certainty: 'likely',
      import: list,
      post: village.post,
    })
    expect(read.documents[0]?.numberMasked).toBe(`${NUMBER.slice(0, 2)}**************${NUMBER.slice(-2)}`)
    const { rows: homes } = await house.ask(village, homesOfPerson, { person: one?.id as never })
    expect(homes).toMatchObject([{ address: '余东村12号', relation: 'head', residence: 'own', fromDay: '2026-08-31' }])
    const family = await house.ask(village, getHousehold, { id: homes[0]?.household as never })
    expect(family.members.map(({ name, relation }) => `${name} ${relation}`)).toEqual(['余大山 head', '方小妹 spouse'])
    expect(await count('kernel.record', `name = 'homes.commitImport' and about = '${one?.id}'`)).toBe(1)
  })

  it('sent twice has one effect, as the same command, as another one, and as another file', async () => {
    const text = '姓名,手机,住址\n徐一次,13900003333,余东村30号\n'
    const list = await sent(text)
    await house.send(village, contract.checkImport, { id: list, grid: STAGE.grid })
    const key = house.key()
    const [first, second] = await Promise.all([
      house.send(village, contract.commitImport, { id: list }, key),
      house.send(village, contract.commitImport, { id: list }, key),
    ])
    expect(second).toEqual(first)
    await expect(house.send(village, contract.commitImport, { id: list })).rejects.toEqual(refused('already'))
    await expect(house.send(village, contract.checkImport, { id: list })).rejects.toEqual(refused('already'))
    const again = await sent(text)
    expect((await house.send(village, contract.checkImport, { id: again, grid: STAGE.grid })).counts).toMatchObject({
      new: 0,
      known: 1,
    })
    await house.send(village, contract.commitImport, { id: again })
    expect(await personsCalled('徐一次')).toHaveLength(1)
    expect(await count('homes.dwelling', `address = '余东村30号'`)).toBe(1)
  })

  it('is written in part when rows are chosen, and joins those who live there already', async () => {
    const first = await sent('姓名,手机,住址,关系\n毛甲,13900004441,余东村40号,户主\n毛乙,13900004442,余东村40号,妻\n')
    await house.send(village, contract.checkImport, { id: first, grid: STAGE.grid })
    await house.send(village, contract.commitImport, { id: first, lines: [2] })
    expect([await personsCalled('毛甲'), await personsCalled('毛乙')].map((rows) => rows.length)).toEqual([1, 0])
    const { rows } = await house.ask(village, contract.importReport, { id: first })
    expect(rows.map(({ line, written }) => [line, written])).toEqual([
      [2, true],
      [3, false],
    ])
    const second = await sent('姓名,手机,住址,关系\n毛甲,13900004441,余东村40号,户主\n毛乙,13900004442,余东村40号,妻\n')
    await house.send(village, contract.checkImport, { id: second, grid: STAGE.grid })
    await house.send(village, contract.commitImport, { id: second })
    const [one] = await personsCalled('毛乙')
    const { rows: homes } = await house.ask(village, homesOfPerson, { person: one?.id as never })
    const family = await house.ask(village, getHousehold, { id: homes[0]?.household as never })
    expect(family.members.map(({ name }) => name)).toEqual(['毛甲', '毛乙'])
  })

  it('of two people with one number enters both, and asks whether they are one', async () => {
    const number = idNumber('330802', '1971-01-01', 'female')
    await house.send(village, registerResident, {
      id: id(),
      name: '柴水仙',
      homePlace: STAGE.grid,
      documents: [{ id: id(), kind: 'resident_id', number }],
    })
    const list = await sent(`姓名,身份证号,住址\n柴水先,${number},余东村50号\n`)
    await house.send(village, contract.checkImport, { id: list, grid: STAGE.grid })
    const { rows } = await house.ask(village, contract.importReport, { id: list })
    expect(rows[0]).toMatchObject({ outcome: 'new', remarks: [{ said: 'number_of_another' }, { said: 'no_head' }] })
    await house.send(village, contract.commitImport, { id: list })
    await house.relay()
    await house.sweep()
    const { rows: pairs } = await house.ask(village, listMatches, {})
    expect(pairs.map(({ names }) => names.join())).toContain('柴**,柴**')
  })

  it('in GB18030 and of Excel is the same list', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('表')
    sheet.addRow(['姓名', '出生日期', '住址'])
    sheet.addRow(['傅表格', new Date('1970-02-03'), '余东村60号'])
    const list = await sent(Buffer.from(await book.xlsx.writeBuffer()))
    await house.send(village, contract.checkImport, { id: list, grid: STAGE.grid })
    await house.send(village, contract.commitImport, { id: list })
    const born = await house.rows<{ born: string }>(
      `select born::text as born from people.person where name = '傅表格'`,
    )
    expect(born).toEqual([{ born: '1970-02-03' }])
  })

  it('is kept sealed, without what may never be collected, and forgotten after thirty days', async () => {
    const [row] = await house.rows<{ sealed: Uint8Array }>(
      `select sealed from homes.import where name = '花名册.csv' order by at limit 1`,
    )
    expect(Buffer.from(row?.sealed ?? []).toString('utf8')).not.toContain('余大山')
    for (const table of ['homes.import', 'homes.import_row', 'people.person', 'kernel.record'])
      expect(await count(`${table} t`, `t::text like '%佛教%'`)).toBe(0)
    const list = await sent('姓名,住址\n沈旧表,余东村70号\n')
    house.clock.advance(31 * DAY_MS)
    await house.sweep()
    await expect(house.send(village, contract.checkImport, { id: list, grid: STAGE.grid })).rejects.toEqual(
      refused('gone'),
    )
    house.clock.set(START)
  })

  it('that cannot be read, or is not checked, is refused in words', async () => {
    await expect(sent('甲,乙\n1,2\n')).rejects.toEqual(refused('unsupported_file'))
    await expect(sent('姓名,住址\n甲,1号\n', village, ELSEWHERE.village)).rejects.toEqual(refused('forbidden'))
    await expect(sent('姓名,住址\n甲,1号\n', village, STAGE.county)).rejects.toEqual(refused('invalid'))
    await expect(sent('姓名,住址\n甲,1号\n', house.as('zhengMingyuan'))).rejects.toEqual(refused('forbidden'))
    const list = await sent('姓名,住址\n甲,1号\n')
    await expect(house.send(village, contract.commitImport, { id: list })).rejects.toEqual(refused('conflict'))
    const columns = [{ at: 0, key: 'address' as const }]
    await expect(house.send(village, contract.checkImport, { id: list, columns })).rejects.toEqual(refused('invalid'))
    await expect(house.ask(house.as('yuXuewen'), contract.getImport, { id: list })).rejects.toEqual(
      refused('forbidden'),
    )
    await house.send(village, contract.dropImport, { id: list })
    await expect(house.send(village, contract.dropImport, { id: list })).rejects.toEqual(refused('already'))
    expect((await house.ask(village, contract.listImports, {})).rows.map((one) => one.id)).not.toContain(list)
  })

  it('comes over HTTP as bytes, under an id of the sender, with a session and the header that other sites cannot send', async () => {
    const app = await buildServer(house.p, { docs: false, perMinute: 1e6 })
    const mine = { 'x-openpalm': '1', 'idempotency-key': id() as string }
    const login = { login: 'yuguorong', password: DEMO_PASSWORD }
    const signedIn = await app.inject({ method: 'POST', url: '/api/signin.password', headers: mine, payload: login })
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
    const list = id() as string
    const put = (headers: Record<string, string>, payload: string | Buffer = '姓名,住址\n鲁上传,余东村90号\n') =>
      app.inject({
        method: 'PUT',
        url: `/api/imports/${list}?place=${STAGE.village}&name=${encodeURIComponent('册.csv')}`,
        headers: { 'content-type': 'application/x-openpalm-list', ...headers },
        payload,
      })
    expect((await put({ cookie })).statusCode).toBe(403)
    expect((await put({ 'x-openpalm': '1' })).statusCode).toBe(401)
    const [one, other] = await Promise.all([put({ cookie, 'x-openpalm': '1' }), put({ cookie, 'x-openpalm': '1' })])
    expect([one.statusCode, other.statusCode]).toEqual([200, 200])
    expect(other.json()).toEqual(one.json())
    expect(await count('homes.import', `id = '${list}'`)).toBe(1)
    expect((await put({ cookie, 'x-openpalm': '1' }, Buffer.alloc(12 * 1024 * 1024))).statusCode).toBe(413)
    await app.close()
  })

  it('leaves its report as a file that is no formula', async () => {
    const list = await sent('姓名,手机,住址\n"=cmd|calc",abc,余东村80号\n')
    await house.send(village, contract.checkImport, { id: list, grid: STAGE.grid })
    const file = await house.ask(village, contract.importReportFile, { id: list })
    expect(file.name).toBe('导入报告-花名册.csv.csv')
    expect(textOf(file)).toContain(`2,'=***,有错，不导入,联系电话,***,不是电话号码`)
    expect((await house.ask(village, contract.importTemplate, {})).name).toBe('人口导入模板.xlsx')
  })

  it('of who lives in a village is a read of each of them, for a reason they can read', async () => {
    const reason = '核对选民名单底册'
    const file = await house.ask(village, contract.exportResidents, { place: STAGE.village, format: 'csv', reason })
    const text = textOf(file)
    expect(text.startsWith('\uFEFF网格,住址')).toBe(true)
    expect(text).toContain('余大山,男,64,139****1111,户主,自住,2026-08-31')
    expect(text).not.toContain(NUMBER)
    const [one] = await personsCalled('余大山')
    expect(
      await house.rows(
        `select purpose, detail->>'reason' as reason from kernel.record where name = 'homes.export' and about = '${one?.id}'`,
      ),
    ).toEqual([{ purpose: 'household_service', reason }])
    const seen = await count('kernel.record', `name = 'homes.export'`)
    expect(seen).toBe(file.rows)
    const more = { format: 'xlsx' as const, reason }
    await expect(house.ask(village, contract.exportResidents, { place: STAGE.township, ...more })).rejects.toEqual(
      refused('not_found'),
    )
    await expect(
      house.ask(house.as('huWeiping'), contract.exportResidents, { place: STAGE.township, ...more }),
    ).rejects.toEqual(refused('invalid'))
    await expect(
      house.ask(house.as('yuXuewen'), contract.exportResidents, { place: STAGE.grid, ...more }),
    ).rejects.toEqual(refused('forbidden'))
  })
})

it('has words for whatever may be said of a cell', () => {
  for (const said of [...FAULTS, ...NOTES]) expect(saidWord(said)).not.toBe(said)
})
