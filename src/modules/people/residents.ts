import { dayOf, instant } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import type { Tx } from '#kernel/tx.ts'
import type { DocumentGiven, Resident, ResidentGiven } from './contract-residents.ts'
import { demandNumber, saidByNumber } from './documents.ts'
import { maskName, maskPhone } from './masks.ts'
import { sealNumber } from './sealed.ts'
import { insertDocuments, type NewDocument } from './store-documents.ts'
import { insertResidents, insertStatement, readReached, type ResidentRow } from './store-residents.ts'

/** 不满十四周岁: sensitive personal information (PIPL art. 28). */
export const MINOR_UNTIL = 14

/** Full years on a day; days of the calendar compare as texts. */
export const ageOn = (born: string, day: string): number =>
  Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0)

export const isMinor = (born: string | null, day: string): boolean => born !== null && ageOn(born, day) < MINOR_UNTIL

/** As staff of the place see one: the phone masked, a child only as family name, sex and year of birth. */
export function shownResident(row: ResidentRow, now: number): Resident {
  const day = dayOf(now)
  const minor = isMinor(row.born, day)
  return {
    id: row.id as Resident['id'],
    name: minor ? maskName(row.name) : row.name,
    sex: row.sex,
    born: minor ? (row.born?.slice(0, 4) ?? null) : row.born,
    age: row.born ? ageOn(row.born, day) : null,
    phoneMasked: row.phone && maskPhone(row.phone),
    homePlace: row.homePlace,
    minor,
    entry: row.entry,
  }
}

export type ResidentNew = Omit<ResidentGiven, 'documents'> & {
  documents?: readonly DocumentGiven[] | undefined
  homePlace: string
}

/**
 * Enters residents, any number in two statements. Numbers are verified; day of birth and sex are taken from the number where nobody
 * said them. Refuses checksum; every home must be in the scope's reach.
 */
export async function addResidents(
  { tx, now }: { tx: Tx; now: number },
  rows: readonly ResidentNew[],
  entry: string,
): Promise<void> {
  const documents: NewDocument[] = []
  const given = rows.map((row, at) => {
    const path = rows.length > 1 ? `${at}.documents` : 'documents'
    const made = (row.documents ?? []).map((one, no) =>
      sealedDocument(one, { person: row.id, place: row.homePlace, entry, path: `${path}.${no}.number` }),
    )
    documents.push(...made.map(({ row: document }) => document))
    const said = made.map(({ said: by }) => by).find(Boolean)
    return {
      id: row.id,
      name: row.name,
      phone: row.phone ?? null,
      sex: row.sex ?? said?.sex ?? null,
      born: row.born ?? said?.born ?? null,
      homePlace: row.homePlace,
      at: instant(now),
      entry,
    }
  })
  await insertResidents(tx, given)
  if (documents.length > 0) await insertDocuments(tx, documents)
}

type Of = { person: string; place: string | null; entry: string; path: string }

export function sealedDocument(given: DocumentGiven, { person, place, entry, path }: Of) {
  const number = demandNumber(given.kind, given.number, path)
  const row: NewDocument = {
    id: given.id,
    person,
    place,
    kind: given.kind,
    country: given.country ?? null,
    entry,
    ...sealNumber(person, given.kind, number),
  }
  return { row, said: saidByNumber(given.kind, number) }
}

/** Those who came to live at another place have their home there; each with a statement that keeps where it was. */
export async function moveHomes(
  { tx, now }: { tx: Tx; now: number },
  persons: readonly string[],
  place: string,
  entry: string,
): Promise<void> {
  for (const { id, homePlace } of await readReached(tx, persons))
    if (homePlace !== place)
      await insertStatement(
        tx,
        { id: uuidv7(now), person: id, kind: 'home', value: place, was: homePlace, entry, at: instant(now) },
        homePlace,
      )
}
