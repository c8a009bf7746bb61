import type { Pass } from '../linkage/field.ts'
import { soundOf } from './sound.ts'
import type { Traits } from './traits.ts'

/** A block larger than this is sorted and compared in a window. */
export const MOST_IN_A_BLOCK = 60

const order = (person: Traits): string => `${soundOf(person.name)}|${person.born ?? ''}|${person.place ?? ''}`
const village = (person: Traits): string => person.place?.slice(0, 12) ?? ''
const surname = (person: Traits): string => soundOf([...person.name][0] ?? '')
const when = (...parts: (string | null)[]): string[] => (parts.every(Boolean) ? [parts.join('|')] : [])

/** Each pass survives other errors: whoever has one field right in both entries is compared by the pass of it. */
export const PERSON_PASSES: readonly Pass<Traits>[] = [
  { name: 'number', keys: ({ number }) => when(number?.value ?? null), order },
  { name: 'phone', keys: ({ phones }) => phones, order },
  { name: 'sound and birthday', keys: (person) => when(soundOf(person.name), person.born), order },
  { name: 'sound and village', keys: (person) => when(soundOf(person.name), village(person)), order },
  { name: 'surname and birthday', keys: (person) => when(surname(person), person.born), order },
  { name: 'birthday and village', keys: (person) => when(person.born, village(person)), order },
  { name: 'door', keys: ({ door }) => when(door), order },
  { name: 'sound', keys: (person) => when(soundOf(person.name)), order },
]
