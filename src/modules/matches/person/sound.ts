import { pinyin } from 'pinyin-pro'

/**
 * How a name sounds to somebody who types it after hearing it. Toneless pinyin, and what southern ears take for one another
 * made one: zh z, ch c, sh s, n l, ing in, eng en, ang an. Character by character, so that a city's names need a few thousand
 * look-ups in all.
 */
const heard = new Map<string, string>()

export const soundOf = (name: string): string => [...name].map(soundOfOne).join(' ')

function soundOfOne(character: string): string {
  const known = heard.get(character)
  if (known !== undefined) return known
  const sound = folded(pinyin(character, { toneType: 'none', v: true }))
  heard.set(character, sound)
  return sound
}

const folded = (sound: string): string =>
  sound
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiouv])/, 'l')
    .replace(/(?<=[aei])ng$/, 'n')
