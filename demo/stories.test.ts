import { describe, expect, it } from 'vitest'
import { DECLINE_REASONS, PAUSE_REASONS, RETURN_REASONS } from '#modules/cases/lifecycle.ts'
import { readTaxonomy } from '#modules/duties/taxonomy/read.ts'
import { makeSuggest } from '#modules/duties/taxonomy/suggest.ts'
import { makeRandom } from './random.ts'
import { readStories, SORTS } from './stories.ts'

const stories = readStories()
const { kinds, classes } = readTaxonomy()
const somewhere = { village: '余东村', kind: 'village' }

describe('stories', () => {
  it('can tell a case of each of the 124 kinds', () => {
    expect(stories.kinds.toSorted()).toEqual(kinds.map(({ code }) => code).toSorted())
    const random = makeRandom('stories test')
    for (const { code } of kinds)
      for (let i = 0; i < 8; i++) {
        const { title, text, address } = stories.tell(random, code, somewhere)
        expect(
          title.length >= 4 && title.length <= 16 && text.length >= 15 && text.length <= 90,
          `${code} ${title} ${text}`,
        ).toBe(true)
        expect(`${title}${text}${address}`).not.toMatch(/[{}|\t]|undefined/)
        expect(address.startsWith('余东村')).toBe(true)
      }
  })
  it('tells them in words by which their kind is found, mostly', () => {
    const [random, suggest] = [makeRandom('found'), makeSuggest(kinds)]
    const found = kinds.filter(({ code }) => {
      const { title, text } = stories.tell(random, code, somewhere)
      return suggest(`${title}${text}`).includes(code)
    })
    expect(found.length / kinds.length).toBeGreaterThan(0.9)
  })
  it('has words for those who handle: by class, by reason code, or for any case', () => {
    const random = makeRandom('words')
    for (const sort of ['note', 'answer'] as const)
      expect(stories.keysOf(sort)).toEqual(classes.map(({ code }) => code))
    expect(new Set(stories.keysOf('sendBack'))).toEqual(new Set(RETURN_REASONS))
    expect(new Set(stories.keysOf('pause'))).toEqual(new Set(PAUSE_REASONS))
    expect(new Set(stories.keysOf('decline'))).toEqual(new Set(DECLINE_REASONS))
    for (const sort of SORTS)
      for (const key of stories.keysOf(sort)) expect(stories.say(random, sort, key)).not.toMatch(/[{}]|^$/)
  })
  it('tells the same from the same stream', () => {
    const told = (): unknown[] => kinds.map(({ code }, at) => stories.tell(makeRandom(`same ${at}`), code, somewhere))
    expect(told()).toEqual(told())
  })
  it('refuses a kind it has no story for', () => {
    expect(() => stories.tell(makeRandom('none'), '99-99', somewhere)).toThrow('nothing to pick from')
  })
})
