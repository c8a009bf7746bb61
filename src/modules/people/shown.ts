import type { PersonRow } from './contract.ts'
import type { Document } from './contract-residents.ts'
import { maskId, maskNumber, maskPhone } from './masks.ts'
import { openId } from './sealed.ts'
import type { DocumentRow } from './store-documents.ts'
import type { Person } from './store.ts'
import type { z } from 'zod'

/** A member of staff in a list, with the id number if one is held and may be read. */
export const shownPerson = (
  person: Pick<Person, 'id' | 'name' | 'phone'>,
  number: string | null = null,
): PersonRow => ({
  id: person.id as PersonRow['id'],
  name: person.name,
  phoneMasked: person.phone && maskPhone(person.phone),
  idMasked: number && maskId(number),
})

export const shownDocument = (row: DocumentRow): z.infer<typeof Document> => ({
  id: row.id,
  kind: row.kind,
  country: row.country,
  numberMasked: masked(row),
  entry: row.entry,
  endedAt: row.endedAt,
})

const masked = ({ person, kind, sealed }: DocumentRow): string => {
  const number = openId(person, sealed)
  return kind === 'resident_id' ? maskId(number) : maskNumber(number)
}

/** The resident id that holds now, masked. */
export function maskedId(documents: readonly DocumentRow[]): string | null {
  const held = documents.find(({ kind, endedAt }) => kind === 'resident_id' && endedAt === null)
  return held ? masked(held) : null
}
