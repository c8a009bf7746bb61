import { describe, expect, it } from 'vitest'
import { fitting, type Holder, linesOf, readLines } from './pasted.ts'

const holder = (post: string, name: string, title: string, place: string, placeName: string): Holder => ({
  post,
  person: `person of ${post}`,
  name,
  title,
  place,
  placeName,
  organName: '',
})
const HELD = [
  holder('1', '余学文', '专职网格员', '330802211209002', '沟溪乡 · 余东村 · 第2网格'),
  holder('2', '余小青', '专职网格员', '330802211209001', '沟溪乡 · 余东村 · 第1网格'),
  holder('3', '余国荣', '村党组织书记', '330802211209', '沟溪乡 · 余东村'),
  holder('4', '余国荣', '组团联村团长', '330802211207', '沟溪乡 · 直力村'),
]
const problems = (text: string, newcomers = new Map<string, { id: string; name: string }[]>()) =>
  readLines(linesOf(text), HELD, newcomers).map(({ problem, side }) =>
    problem ? `${problem} ${side ?? ''}`.trim() : 'ok',
  )

describe('a pasted list', () => {
  it.each([
    ['余学文 → 余小青', ['余学文'], ['余小青']],
    ['余学文->余小青', ['余学文'], ['余小青']],
    ['余学文 第2网格 ——> 余小青 专职网格员', ['余学文', '第2网格'], ['余小青', '专职网格员']],
    ['余学文\t专职网格员\t余小青', ['余学文', '专职网格员'], ['余小青']],
    ['余学文，余小青', ['余学文'], ['余小青']],
    ['330802211209002；余小青', ['330802211209002'], ['余小青']],
    ['余学文', [], []],
    ['甲 → 乙 → 丙', [], []],
  ])('reads %s', (text, seat, successor) => expect(linesOf(text)).toEqual([{ line: 1, text, seat, successor }]))

  it('passes over headings and empty lines, and counts lines as the sheet does', () =>
    expect(linesOf('现任\t接任\r\n\r\n余学文\t余小青\r\n').map(({ line }) => line)).toEqual([3]))

  it('finds a post by its code, its holder, its title and its place', () => {
    expect(fitting(['330802211209002'], HELD).map(({ post }) => post)).toEqual(['1'])
    expect(fitting(['余国荣'], HELD)).toHaveLength(2)
    expect(fitting(['余国荣', '直力村'], HELD).map(({ post }) => post)).toEqual(['4'])
    expect(fitting(['书记'], HELD).map(({ post }) => post)).toEqual(['3'])
    expect(fitting([], HELD)).toEqual([])
  })

  it('says of every line what is wrong with it, and on which side', () => {
    const newcomers = new Map([['新人', [{ id: 'n', name: '新人' }]]])
    const list = [
      '余学文 → 余小青',
      '余小青 → 新人',
      '余国荣 → 余学文',
      '没有的人 → 余学文',
      '余国荣 书记 → 没有的人',
      '余学文 → 新人',
      '330802211207 → 余小青',
      '余国荣 书记 → 余国荣 书记',
      '只有一边',
    ].join('\n')
    expect(problems(list, newcomers)).toEqual([
      'ok',
      'ok',
      'several seat',
      'nobody seat',
      'nobody successor',
      'twice seat',
      'twice successor',
      'same',
      'unreadable',
    ])
  })
})
