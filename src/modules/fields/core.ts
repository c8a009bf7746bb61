/**
 * Core data: fields whose value people or homes keep. They are read there each time and never copied; a form may ask for them,
 * and finds them held.
 */
export const CORE = [
  'person.name',
  'person.phone',
  'person.born',
  'person.sex',
  'person.idNumber',
  'person.relation',
  'household.head',
  'household.size',
  'dwelling.address',
  'dwelling.door',
  'organ.name',
  'organ.creditCode',
  'place.name',
] as const
export type CoreKey = (typeof CORE)[number]

/** Those that somebody may have left out: they are asked for at the door like any other, and people keep the answer. */
export const SAYABLE = ['person.phone', 'person.born', 'person.sex', 'person.idNumber'] as const
export type SayableKey = (typeof SAYABLE)[number]

/** Sealed at people's: read masked, said in full once, and never written down here, not even as a branch. */
export const NUMBER = 'person.idNumber'

const known = new Set<string>(CORE)
const sayable = new Set<string>(SAYABLE)
export const isCore = (key: string): key is CoreKey => known.has(key)
export const isSayable = (key: string): key is SayableKey => sayable.has(key)
