import { instant } from '#kernel/clock.ts'
import { aside } from '#kernel/db.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { keyOf } from '#kernel/jobs.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Organ, PersonId } from './contract.ts'
import { kindOfNumber, readNumber, saidByNumber } from './documents.ts'
import { enter, enterBy } from './entries.ts'
import { aliasesOf, mergePersons, standsFor, undoMerge } from './identity.ts'
import { maskName, maskPhone } from './masks.ts'
import { forbidden } from './never.ts'
import type { Entry } from './contract-entries.ts'
import { addResidents, ageOn, isMinor, moveHomes, shownResident } from './residents.ts'
import { openSecret, sealNumber, sealSecret, tokenOfNumber } from './sealed.ts'
import { insertDocuments } from './store-documents.ts'
import { readEntries } from './store-entries.ts'
import { findResidents, insertStatement, readReached, type ResidentRow } from './store-residents.ts'
import { awaitsName, findContact, findOrAdd, insertOrgans, insertPeople, readOrgans, type Source } from './store.ts'

export { awaitsName, maskName, maskPhone, forbidden }
export { addResidents, ageOn, isMinor, moveHomes, type ResidentRow, shownResident }
export { findResidents, readReached }
/** A later word about a core attribute, from a form or a visit; the caller has entered the act. */
export { insertStatement }
export { enter, enterBy }
export { aliasesOf, mergePersons, standsFor, undoMerge }
export { kindOfNumber, readNumber, tokenOfNumber }
export { openSecret, sealSecret }

/** Where values came from: source, day, certainty, who. In the order they came; unknown ids are left out. */
export const entriesOf = (tx: Tx, ids: readonly string[]): Promise<Entry[]> => readEntries(tx, [...new Set(ids)])

/** All organs, held until one changes; a city has a few hundred to a few thousand. */
export type OrganIndex = {
  get(id: string): Organ | undefined
  /** Organs exactly at a place. */
  at(place: string): readonly Organ[]
  /** The organ of a line at exactly that place. */
  byLine(place: string, line: string): Organ | undefined
  all(): readonly Organ[]
}

export const organs = (p: Platform): Promise<OrganIndex> =>
  p.cache.get('people.organs', () => aside(p.db, async (tx) => indexOf(await readOrgans(tx))))

function indexOf(all: readonly Organ[]): OrganIndex {
  const byId = new Map<string, Organ>(all.map((organ) => [organ.id, organ]))
  const places = Map.groupBy(all, (organ) => organ.place)
  return {
    get: (id) => byId.get(id),
    at: (place) => places.get(place) ?? [],
    byLine: (place, line) => places.get(place)?.find((organ) => organ.line === line),
    all: () => all,
  }
}

/**
 * The person who reports or signs in with a phone. A name tells apart who shares one; without a name it is the resident who
 * had it first. An entry that staff made at a door is found only with its name: the phone may have been written down wrongly. Two at the same instant are one person. `source` says how the entry came about when it is new.
 */
export const findOrAddResident = async (
  tx: Tx,
  who: { phone: string; name?: string | null; now: number; source?: 'self' | 'report' },
): Promise<PersonId> =>
  (await findOrAdd(tx, {
    id: uuidv7(who.now),
    entry: uuidv7(who.now),
    phone: who.phone,
    name: who.name?.trim() ?? '',
    source: who.source ?? 'report',
    now: who.now,
  })) as PersonId

/** Name and phone in full, past row-level security: the caller's query states a purpose and calls `saw`. */
export const contactOf = (tx: Tx, person: string): Promise<{ name: string; phone: string | null } | undefined> =>
  findContact(tx, person)

/** Staff when `office` (place whose administrator keeps the entry) is given, otherwise a resident. */
export type PersonSeed = {
  id: string
  name: string
  phone?: string | null
  idNumber?: string | null
  homePlace?: string | null
  login?: string | null
  office?: string | null
  source?: 'self' | 'report' | 'household'
  sex?: 'female' | 'male' | null
  born?: string | null
}

/** All that is seeded at once came in by one act. */
export async function seedPeople(tx: Tx, rows: readonly PersonSeed[], now: number): Promise<void> {
  const entry = await enter(tx, { source: 'register', place: null, now })
  await insertPeople(
    tx,
    rows.map((row) => {
      const said = row.idNumber ? saidByNumber('resident_id', row.idNumber) : undefined
      const source: Source = row.office != null ? 'register' : (row.source ?? 'self')
      return {
        id: row.id,
        name: row.name,
        phone: row.phone ?? null,
        homePlace: row.homePlace ?? null,
        login: row.login ?? null,
        source,
        office: row.office ?? null,
        enteredAt: instant(now),
        sex: row.sex ?? said?.sex ?? null,
        born: row.born ?? said?.born ?? null,
        entry,
      }
    }),
  )
  const numbered = rows.filter(({ idNumber }) => idNumber)
  if (numbered.length === 0) return
  await insertDocuments(
    tx,
    numbered.map(({ id, homePlace, idNumber }) => ({
      id: keyOf(`document ${id}`),
      person: id,
      place: homePlace ?? null,
      kind: 'resident_id' as const,
      country: null,
      entry,
      ...sealNumber(id, 'resident_id', idNumber ?? ''),
    })),
  )
}

export const seedOrgans = (tx: Tx, rows: readonly Organ[], now: number): Promise<void> => insertOrgans(tx, rows, now)
