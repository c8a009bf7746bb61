/**
 * Core data: fields whose value people or homes keep. They are read there each time and never copied; a form may ask for them,
 * and finds them held.
 */
export const CORE = [
  'person.name',
  'person.phone',
  'person.born',
  'person.sex',
  'household.head',
  'household.size',
  'dwelling.address',
  'organ.name',
  'organ.creditCode',
  'place.name',
] as const
export type CoreKey = (typeof CORE)[number]

const known = new Set<string>(CORE)
export const isCore = (key: string): key is CoreKey => known.has(key)
