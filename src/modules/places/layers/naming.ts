import { pinyin } from 'pinyin-pro'
import readings from './readings.json' with { type: 'json' }

/** Where a place name is read otherwise than the same characters in a sentence; see README. */
const CHARACTERS = new Map(Object.entries(readings.characters))
const WORDS = new Map(Object.entries(readings.words))

export type PlaceNames = { initials: string; reading: string; english: string }

/** Kind -> how many characters of the name say the kind, and the English for it. */
const ENDINGS: Record<string, [characters: number, english: string]> = {
  city: [1, 'City'],
  district: [1, 'District'],
  county: [1, 'County'],
  county_city: [1, 'City'],
  subdistrict: [2, 'Subdistrict'],
  town: [1, 'Town'],
  township: [1, 'Township'],
  village: [1, 'Village'],
  community: [2, 'Community'],
}

/** How a place is found by letters, and how it is called in English: pinyin in the official spelling, the kind translated. */
export function placeNames(name: string, kind: string): PlaceNames {
  const syllables = syllablesOf(name)
  return { initials: syllables.map((s) => s[0]).join(''), reading: syllables.join(''), english: english(name, kind) }
}

/** 余东村第2网格 -> ydc2, yudongcun2, Yudong Village Grid 2 */
export const gridNames = (village: PlaceNames, number: number): PlaceNames => ({
  initials: `${village.initials}${number}`,
  reading: `${village.reading}${number}`,
  english: `${village.english} Grid ${number}`,
})

function english(name: string, kind: string): string {
  const [characters, word] = ENDINGS[kind] ?? [0, '']
  const ending = name.endsWith(readings.committee) ? readings.committee.length : characters
  return `${romanised(name.slice(0, name.length - ending))} ${word}`.trimEnd()
}

/** One capitalised word; an apostrophe where a syllable begins with a vowel (GB/T 28039). */
function romanised(name: string): string {
  const joined = syllablesOf(name).reduce((word, s) => (word && /^[aoe]/.test(s) ? `${word}'${s}` : word + s), '')
  return joined.charAt(0).toUpperCase() + joined.slice(1)
}

function syllablesOf(name: string): string[] {
  for (const [word, reading] of WORDS)
    if (name.includes(word)) {
      const [before = '', after = ''] = name.split(word)
      return [...syllablesOf(before), ...reading.split(' '), ...syllablesOf(after)]
    }
  if (!name) return []
  const read = pinyin(name, { toneType: 'none', type: 'array', v: true })
  return Array.from(name, (character, at) => CHARACTERS.get(character) ?? read[at] ?? character)
}
