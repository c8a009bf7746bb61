import { forbidden } from '#modules/people/api.ts'
import type { Definition } from './contract.ts'

/** Never collected: by no key, name or choice. The word by which it was found. */
export const neverCollected = ({
  key,
  name,
  choices,
}: Pick<Definition, 'key' | 'name' | 'choices'>): string | undefined =>
  [key, name.zh, name.en ?? '', ...choices.flatMap(({ key: one, zh, en }) => [one, zh, en])]
    .map((text) => forbidden(text))
    .find((word) => word !== undefined)
