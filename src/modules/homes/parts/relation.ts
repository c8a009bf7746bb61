import { RELATIONS } from '../contract.ts'
import { relationWord } from '../import-messages.ts'

/** 与户主关系 in the reader's language; null when none is known. */
export function spokenRelation(relation: string | null): string | null {
  const known = RELATIONS.find((one) => one === relation)
  return known ? relationWord(known) : null
}
