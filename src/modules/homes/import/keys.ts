/** What a row may say: who, how to reach them, where they live, in which household. */
export const KEYS = [
  'name',
  'sex',
  'born',
  'kind',
  'number',
  'phone',
  'grid',
  'address',
  'door',
  'household',
  'relation',
  'residence',
  'since',
] as const
export type Key = (typeof KEYS)[number]
