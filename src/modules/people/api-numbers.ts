import { uuidv7 } from '#kernel/ids.ts'
import type { Tx } from '#kernel/tx.ts'
import { readNumber } from './documents.ts'
import { maskId } from './masks.ts'
import { sealedDocument } from './residents.ts'
import { openId } from './sealed.ts'
import { insertDocuments, readSealedNumbers } from './store-documents.ts'

/** Resident numbers of some persons, masked; a number in full is read by `people.reveal` alone. */
export async function maskedNumbers(tx: Tx, persons: readonly string[]): Promise<Map<string, string>> {
  const rows = await readSealedNumbers(tx, persons)
  return new Map(rows.map(({ person, sealed }) => [person, maskId(openId(person, sealed))]))
}

/** Whether this number is the one that is held; undefined: none is. */
export async function isNumberOf(tx: Tx, person: string, number: string): Promise<boolean | undefined> {
  const [row] = await readSealedNumbers(tx, [person])
  return row && openId(person, row.sealed) === readNumber('resident_id', number)
}

type Said = { person: string; place: string; number: string; entry: string; now: number }
/** A resident number that was said at a door: sealed as a document. Refuses checksum. */
export async function addNumber(tx: Tx, { person, place, number, entry, now }: Said): Promise<void> {
  const given = { id: uuidv7(now) as never, kind: 'resident_id' as const, number }
  await insertDocuments(tx, [sealedDocument(given, { person, place, entry, path: 'value' }).row])
}
