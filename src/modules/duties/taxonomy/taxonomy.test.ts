import { describe, expect, it } from 'vitest'
import { readTaxonomy } from './read.ts'
import { faultsIn, type Kind, parseTaxonomy } from './taxonomy.ts'

const taxonomy = readTaxonomy()
const kind = (code: string): Kind => {
  const found = taxonomy.kinds.find((each) => each.code === code)
  if (!found) throw new Error(`no kind ${code}`)
  return found
}

describe('the taxonomy a city starts with', () => {
  it('has 14 classes and 124 kinds, each class with 6 to 13', () => {
    expect(taxonomy.classes).toHaveLength(14)
    expect(taxonomy.kinds).toHaveLength(124)
    for (const { code } of taxonomy.classes) {
      const size = taxonomy.kinds.filter((each) => each.class === code).length
      expect(size >= 6 && size <= 13, code).toBe(true)
    }
  })
  it('gives every kind a lead line, two names, and words that residents use', () => {
    for (const { code, name, synonyms } of taxonomy.kinds) {
      expect(synonyms.length >= 5 && synonyms.length <= 10, code).toBe(true)
      expect(/^\p{Script=Han}+$/u.test(name.zh) && /^[\x20-\x7e]+$/.test(name.en ?? ''), code).toBe(true)
    }
    expect(new Set(taxonomy.kinds.map(({ name }) => name.zh)).size).toBe(124)
  })
  it('keeps the limits that are published', () => {
    expect([kind('04-01').handleHours, kind('04-02').handleHours, kind('04-03').handleHours]).toEqual([4, 4, 2])
    expect([kind('04-05').handleHours, kind('07-01').handleHours]).toEqual([5 * 8, 20 * 8])
    expect([kind('04-01').mappings.gbt30428, kind('05-01').mappings.gbt30428]).toEqual(['0102', null])
  })
  it('lets small matters start in the grid and danger at the township', () => {
    expect(kind('05-01')).toMatchObject({
      startLevel: 'grid',
      leadLevel: 'township',
      stopLevel: 'county',
      line: 'power',
    })
    for (const each of taxonomy.kinds.filter(({ urgent }) => urgent))
      expect([each.code, each.startLevel, each.acceptHours]).toEqual([each.code, 'township', 0.5])
    const inGrid = taxonomy.kinds.filter(({ startLevel }) => startLevel === 'grid')
    expect(inGrid.length / 124).toBeGreaterThan(0.6)
  })
  it('never lands a complaint about village or staff with those complained about', () => {
    for (const { code, startLevel } of taxonomy.kinds)
      if (code.startsWith('12') || code.startsWith('14')) expect(['township', 'county'], code).toContain(startLevel)
    expect(kind('12-06').startLevel).toBe('county')
  })
  it('restricts the care of people in need, and nothing else', () => {
    expect([...new Set(taxonomy.kinds.filter(({ restricted }) => restricted).map((each) => each.class))]).toEqual([
      '10',
    ])
    expect(taxonomy.kinds.filter((each) => each.class === '10').every(({ restricted }) => restricted)).toBe(true)
  })
  it('uses every line', () => {
    const used = new Set(taxonomy.kinds.flatMap(({ line, helpers }) => [line, ...helpers]))
    expect(taxonomy.lines.map(({ key }) => key).filter((key) => !used.has(key))).toEqual([])
  })
})

describe('a faulty sheet', () => {
  const first = kind('01-01')
  const faults = (changed: Partial<Kind>): string[] => faultsIn({ ...taxonomy, kinds: [{ ...first, ...changed }] })

  it.each<[string, Partial<Kind>, string]>([
    ['a line that does not exist', { line: 'magic' }, '01-01: no line magic'],
    ['a helper that leads', { helpers: ['justice'] }, '01-01: its lead also helps'],
    ['a class that does not exist', { class: '99' }, '01-01: no class 99'],
    [
      'a start above the lead',
      { startLevel: 'county' },
      '01-01: must start at or below its lead, and stop at or above it',
    ],
    ['urgency that waits', { urgent: true }, '01-01: urgent, but may wait 2 hours'],
  ])('refuses %s', (_, changed, fault) => expect(faults(changed)).toEqual([fault]))

  it('refuses a code twice', () =>
    expect(faultsIn({ ...taxonomy, kinds: [first, first] })).toEqual(['01-01: twice', '01-01: twice']))
  it('refuses a limit that is no number, and a line with too many cells', () => {
    const sheets = { lines: 'key\tzh\ten\tkind\n', classes: 'code\tzh\ten\tflags\n' }
    expect(() => parseTaxonomy({ ...sheets, kinds: 'code\tacceptHours\n01-01\tsoon' })).toThrow('01-01')
    expect(() => parseTaxonomy({ ...sheets, kinds: 'code\n01-01\tmore' })).toThrow('cells expected')
  })
})
