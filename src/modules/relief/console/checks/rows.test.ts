import { expect, it } from 'vitest'
import { faultOfRow, readRows } from './rows.ts'

let made = 0
const read = (text: string) => readRows(text, 'infection', 'close_contact', () => `line ${++made}`)

it('takes lines out of a sheet, with and without a heading, by tab and by comma', () => {
  const rows = read(
    '姓名\t手机号\t原因\t依据\n余建1\t139 0000 0001\t检测阳性\t8月30日核酸\n\n余建2,13900000002,,G7315次 8车，靠窗\n',
  )
  expect(rows.map(({ id: _id, ...row }) => row)).toEqual([
    { name: '余建1', phone: '13900000001', reason: 'tested_positive', evidence: '8月30日核酸' },
    { name: '余建2', phone: '13900000002', reason: 'close_contact', evidence: 'G7315次 8车，靠窗' },
  ])
  expect(rows.map((row) => faultOfRow('infection', row))).toEqual([undefined, undefined])
})

it('says of each line what is wrong with it before it is sent, and keeps it', () => {
  const rows = read(
    '\t13900000001\t检测阳性\t8月30日核酸\n余建3\t1390\t检测阳性\t8月30日核酸\n余建4\t13900000004\t维权人员\t储户名单\n余建5\t13900000005\t检测阳性\t',
  )
  expect(rows.map((row) => faultOfRow('infection', row))).toEqual([
    'no_name',
    'bad_phone',
    'unknown_reason',
    'no_evidence',
  ])
  expect(rows[2]?.reason).toBe('维权人员')
})

it('says what the server said until the line is changed', () => {
  const [row] = read('余建6\t13900000006\t检测阳性\t8月30日核酸')
  if (!row) throw new Error('no line')
  expect(faultOfRow('infection', { ...row, refused: 'not_in_city' })).toBe('not_in_city')
})
