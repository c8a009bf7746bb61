import type { SeekView } from '../../contract-reunification.ts'
import { seekTexts as t } from './messages.ts'

/** What an entry says of the person, in a line. */
export const whoOf = ({ name, sex, age }: Pick<SeekView, 'name' | 'sex' | 'age'>): string =>
  [name ?? t.unnamed(), sex && t[sex](), age !== null && t.about({ age })].filter(Boolean).join(' · ')
