import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idNumber } from '../../../../demo/identifiers.ts'
import { refused } from '#test/city/lamp.ts'
import { keyOfHeader, proposed } from './columns.ts'
import { readDay } from './days.ts'
import { maskedCell } from './masks.ts'
import { planOf } from './plan.ts'
import { type Reading, readRows } from './rows.ts'
import { readTable } from './table.ts'
import { readPhone, readRelation, readSex } from './values.ts'

const TODAY = '2026-09-01'
const HEAD = '姓名,性别,出生日期,身份证号,联系电话,网格,住址,与户主关系'
const GRID = '330802211209002'
const reading = (headers: string[], more: Partial<Reading> = {}): Reading => ({
  columns: proposed(headers),
  today: TODAY,
  gridOf: (text) => (/^(第?2网格|330802211209002)$/.test(text) ? GRID : undefined),
  grid: null,
  ...more,
})
const rowsOf = async (text: string, more: Partial<Reading> = {}) => {
  const table = await readTable(Buffer.from(text))
  return readRows(table, reading(table.headers, more))
}
const said = (row: { remarks: { key: string; said: string }[] } | undefined) =>
  row?.remarks.map(({ key, said: what }) => `${key} ${what}`)

describe('a file', () => {
  // 姓名,性别\n余东,男\n as Excel in Chinese writes it
  const gb = Buffer.from('d0d5c3fb2cd0d4b1f00ad3e0b6ab2cc4d00a', 'hex')
  it.each([
    ['UTF-8', Buffer.from('姓名,性别\n余东,男\n'), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from('\uFEFF姓名,性别\r\n余东,男\r\n'), 'utf-8'],
    ['GB18030', gb, 'gb18030'],
  ])('is read in %s', async (_name, bytes, encoding) => {
    const table = await readTable(bytes)
    expect(table).toMatchObject({ format: 'csv', encoding, headers: ['姓名', '性别'] })
    expect(table.rows).toEqual([{ line: 2, cells: [{ text: '余东' }, { text: '男' }] }])
  })

  it('may have a title above its heads, tabs between its cells, and empty lines', async () => {
    const table = await readTable(Buffer.from('余东村人口花名册\n\n姓名\t性别\n\n余东\t男\n'))
    expect(table.rows.map(({ line, cells }) => [line, cells[0]?.text])).toEqual([[5, '余东']])
  })

  it('of Excel gives days, numbers, formulas and coloured texts as they are shown', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('花名册')
    sheet.addRow(['姓名', '出生日期', '身份证号码', '联系电话'])
    sheet.addRow([
      { richText: [{ text: '余' }, { text: '东' }] },
      new Date('1962-07-03'),
      330802196207031000,
      13912345678,
    ])
    sheet.addRow([{ formula: 'A2', result: '余西' }, 22830, '330802620703123', ''])
    const table = await readTable(Buffer.from(await book.xlsx.writeBuffer()))
    expect(table.format).toBe('xlsx')
    expect(table.rows[0]?.cells).toEqual([
      { text: '余东' },
      { text: '1962-07-03', day: '1962-07-03' },
      { text: '330802196207031000', lost: true },
      { text: '13912345678' },
    ])
    const [first, second] = readRows(table, reading(table.headers, { grid: GRID }))
    expect(said(first)).toEqual(['number lost_digits'])
    expect(first?.phone).toBe('13912345678')
    expect(second).toMatchObject({ name: '余西', born: '1962-07-03' })
  })

  it.each([
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'unsupported_file'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'unsupported_file'],
    ['nothing', Buffer.alloc(0), 'unsupported_file'],
    ['a list without heads', Buffer.from('余东,男\n余西,女\n'), 'unsupported_file'],
    ['heads without a list', Buffer.from('姓名,性别\n'), 'unsupported_file'],
    ['half a zip', Buffer.from('504b030414000000', 'hex'), 'unsupported_file'],
    ['a novel', Buffer.alloc(11 * 1024 * 1024, 'a'), 'too_large'],
    ['too many rows', Buffer.from(`姓名,性别\n${'余东,男\n'.repeat(20_001)}`), 'too_large'],
  ])('that is %s is refused', async (_name, bytes, code) => {
    await expect(readTable(bytes)).rejects.toEqual(refused(code))
  })

  it('that unpacks to gigabytes is refused before it is unpacked', async () => {
    const bomb = Buffer.alloc(46 + 22)
    bomb.writeUInt32BE(0x504b0304 >>> 0, 0)
    bomb.writeUInt32LE(0x02014b50, 4)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt32LE(3_000_000_000, 24)
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(1, 10)
    end.writeUInt32LE(4, 16)
    await expect(readTable(Buffer.concat([Buffer.from('504b0304', 'hex'), entry, end]))).rejects.toEqual(
      refused('too_large'),
    )
  })

  it('of any bytes is read or refused, never a fault of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await readTable(Buffer.from(bytes)).catch((error: Error) => expect(error.constructor.name).toBe('Refusal'))
      }),
    )
  })
})

it.each([
  ['姓  名', 'name'],
  ['*姓名（必填）', 'name'],
  ['公民身份号码', 'number'],
  ['联系电话:', 'phone'],
  ['与户主的关系', 'relation'],
  ['备注', null],
])('knows the head %s', (header, key) => expect(keyOfHeader(header)).toBe(key))

it.each([
  ['1962.7.3', '1962-07-03'],
  ['1962-07-03', '1962-07-03'],
  ['1962/7/3 0:00:00', '1962-07-03'],
  ['１９６２．７．３'.normalize('NFKC'), '1962-07-03'],
  ['19620703', '1962-07-03'],
  ['62年7月3日', '1962-07-03'],
  ['05.12.31', '2005-12-31'],
  ['22830', '1962-07-03'],
  ['二〇一九年三月五日', '2019-03-05'],
  ['二零一九年十二月廿五日', '2019-12-25'],
  ['一九六二年十月三十日', '1962-10-30'],
])('reads %s as the day %s', (text, day) => expect(readDay(text, TODAY)).toEqual({ day }))

it.each([
  ['62年7月', { month: '1962-07' }],
  ['1962.7', { month: '1962-07' }],
  ['农历1962年六月初二', { problem: 'lunar' }],
  ['六五年三月初二', { problem: 'lunar' }],
  ['1962-02-30', { problem: 'no_day' }],
  ['2031-01-01', { problem: 'in_the_future' }],
  ['很久以前', { problem: 'no_day' }],
  ['1962', { problem: 'no_day' }],
])('makes no day up for %s', (text, read) => expect(readDay(text, TODAY)).toEqual(read))

it.each([
  ['139 1234 5678', '13912345678', undefined],
  ['+86-13912345678', '13912345678', undefined],
  ['0570-3012345', '05703012345', undefined],
  ['13912345678、13812345678', '13912345678', 'first_of_several'],
  ['无', null, undefined],
  ['1391234567', null, 'no_phone'],
])('reads the telephone %s', (text, value, what) => {
  const read = readPhone({ text })
  expect([read.value, read.said]).toEqual([value, what])
})

it.each([
  ['户主', 'head'],
  ['妻子', 'spouse'],
  ['长女', 'child'],
  ['之子', 'child'],
  ['儿媳', 'child_in_law'],
  ['外孙女', 'grandchild'],
  ['岳母', 'parent_in_law'],
  ['母亲', 'parent'],
  ['奶奶', 'grandparent'],
  ['弟弟', 'sibling'],
  ['侄子', 'other_kin'],
  ['租客', 'lodger'],
  ['隔壁老王', 'unknown'],
])('%s is a %s', (text, relation) => expect(readRelation({ text }).value).toBe(relation))

it('reads 男, F and 2, and says when it cannot', () => {
  expect(['男', 'F', '2', '未知'].map((text) => readSex({ text }).value)).toEqual(['male', 'female', 'female', null])
  expect(readSex({ text: '？男' }).said).toBe('unknown_sex')
})

describe('a row', () => {
  const number = idNumber('330802', '1962-07-03', 'male')
  it('is understood as a person with a home', async () => {
    const [row] = await rowsOf(`${HEAD}\n余 东,男,1962.7.3,${number},139-1234-5678,2网格,余东村12号,户主`)
    expect(row).toMatchObject({
      line: 2,
      name: '余东',
      sex: 'male',
      born: '1962-07-03',
      document: { kind: 'resident_id', number },
      phone: '13912345678',
      grid: GRID,
      address: '余东村12号',
      relation: 'head',
      remarks: [],
    })
  })
  it('says which cell is wrong, and shows it masked', async () => {
    const [row] = await rowsOf(`${HEAD}\n,男,1962.13.3,3.30802E+17,12345,9网格,,户主`)
    expect(row?.remarks).toEqual([
      { key: 'number', said: 'lost_digits', shown: '3.*******17' },
      { key: 'born', said: 'no_day', shown: '1962*****' },
      { key: 'name', said: 'missing', shown: '' },
      { key: 'phone', said: 'no_phone', shown: '*****' },
      { key: 'grid', said: 'unknown_grid', shown: '9网格' },
    ])
  })
  it('keeps what its number says where a day is only half told, and tells where they differ', async () => {
    const rows = await rowsOf(`${HEAD}\n余东,,62年7月,${number},,2网格,1号,\n余西,,1962.7.4,${number},,2网格,1号,`)
    expect(rows.map(({ born }) => born)).toEqual(['1962-07-03', '1962-07-03'])
    expect(rows.map(said)).toEqual([['born only_month'], ['born not_the_number']])
  })
  it('takes fifteen digits, foreign cards and Taiwan permits, and refuses a wrong check character', async () => {
    const old = number.slice(0, 6) + number.slice(8, 17)
    const wrong = number.slice(0, 17) + (number.endsWith('1') ? '2' : '1')
    const rows = await rowsOf(
      ['姓名,证件号码,住址', `甲,${old},1号`, '乙,12345678,1号', '丙,H12345678,1号', `丁,${wrong},1号`].join('\n'),
      { grid: GRID },
    )
    expect(rows.map(({ document }) => document?.kind ?? null)).toEqual([
      'resident_id',
      'taiwan_travel',
      'home_return',
      null,
    ])
    expect(rows.map(said)).toEqual([['number upgraded'], [], [], ['number checksum']])
  })
})

describe('a plan', () => {
  const number = idNumber('330802', '1962-07-03', 'male')
  const nobody = () => undefined
  it('makes households of numbers, or of doors, and gives one address to all of one number', async () => {
    const rows = await rowsOf(
      ['姓名,户号,住址,关系', '甲,1,1号,户主', '乙,1,,妻', '丙,,2号,户主', '丁,,2号,子', '戊,9,,'].join('\n'),
      { grid: GRID },
    )
    const { rows: planned, homes } = planOf(rows, nobody)
    expect(homes.map(({ address, rows: members }) => [address, members.map(({ name }) => name).join('')])).toEqual([
      ['1号', '甲乙'],
      ['2号', '丙丁'],
    ])
    expect(said(planned[4])).toEqual(['address address_missing'])
  })
  it('knows a row that stands twice, and two people with one number', async () => {
    const rows = await rowsOf(
      `${HEAD}\n余东,,,${number},,2网格,1号,户主\n余东,,,${number},,2网格,1号,子\n余西,,,${number},,2网格,2号,户主`,
    )
    const { rows: planned } = planOf(rows, (row) => (row.name === '余西' ? { other: true } : undefined))
    expect(planned.map(({ outcome }) => outcome)).toEqual(['new', 'double', 'new'])
    expect(said(planned[2])).toEqual(['number number_of_another'])
  })
  it('lets one head be, and says when there is none', async () => {
    const rows = await rowsOf('姓名,住址,关系\n甲,1号,户主\n乙,1号,户主\n丙,2号,子', { grid: GRID })
    const { rows: planned } = planOf(rows, nobody)
    expect(planned.map(({ outcome }) => outcome)).toEqual(['new', 'fault', 'new'])
    expect(planned.flatMap(said)).toEqual(['relation two_heads', 'relation no_head'])
  })
})

it('shows nothing in full that names or reaches anybody', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('number', 'phone', 'name' as const),
      fc.stringMatching(/^[0-9]{6,18}$/),
      (key, text) => {
        expect(maskedCell(key, text)).not.toBe(text)
      },
    ),
  )
})
