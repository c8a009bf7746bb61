import type { PersonRow } from './contract.ts'
import { maskId, maskPhone } from './masks.ts'
import { openId } from './sealed.ts'
import type { Person } from './store.ts'

export const maskedId = ({ id, idSealed }: Pick<Person, 'id' | 'idSealed'>): string | null =>
  idSealed && maskId(openId(id, idSealed))

export const shownPerson = (person: Pick<Person, 'id' | 'name' | 'phone' | 'idSealed'>): PersonRow => ({
  id: person.id as PersonRow['id'],
  name: person.name,
  phoneMasked: person.phone && maskPhone(person.phone),
  idMasked: maskedId(person),
})
