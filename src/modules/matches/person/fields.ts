import type { Field } from '../linkage/field.ts'
import { edits } from '../linkage/text.ts'
import { looksLike } from './shape.ts'
import { soundOf } from './sound.ts'
import type { Traits } from './traits.ts'

/** Names of levels are keys of messages: a person who decides reads them. From 'differs' up to 'same'. */
const name: Field<Traits> = {
  name: 'name',
  levels: ['differs', 'same_surname', 'one_apart', 'part_of', 'looks_alike', 'sounds_alike', 'same'],
  compare: (a, b) => (a.name && b.name ? nameLevel(a.name, b.name) : undefined),
  terms: (person) => [person.name],
  amongKin: [0.35, 0.5, 0.1, 0.02, 0.005, 0.005, 0.001],
}

function nameLevel(a: string, b: string): number {
  if (a === b) return 6
  if (soundOf(a) === soundOf(b)) return 5
  const [left, right] = [[...a], [...b]]
  if (left.length === right.length) {
    const apart = left.flatMap((one, at) => (one === right[at] ? [] : [[one, right[at] ?? ''] as const]))
    if (apart.every(([one, other]) => looksLike(one, other) || soundOf(one) === soundOf(other))) return 4
    if (apart.length === 1 && left[0] === right[0] && left.length > 2) return 2
  } else if (left[0] === right[0] && edits(a, b, 1) <= 1) return 3
  return left[0] === right[0] ? 1 : 0
}

/** Two whole numbers that differ are two persons, or one slip made good by its check character: nearly always the first. */
const number: Field<Traits> = {
  name: 'number',
  levels: ['two_whole', 'differs', 'slip', 'same'],
  compare({ number: a }, { number: b }) {
    if (!a || !b) return undefined
    if (a.value === b.value) return 3
    if (a.whole && b.whole) return 0
    return edits(a.value, b.value, 1) <= 1 ? 2 : 1
  },
  amongKin: [0.95, 0.05, 0.0005, 0.0005],
  // By law a person has one number; twins have all else in common and would teach otherwise.
  atMost: [0.002, 1, 1, 1],
}

/** The number holds birthday and sex: where it agrees they would count a second time. */
const sameNumber = (a: Traits, b: Traits): boolean => a.number !== null && a.number.value === b.number?.value

const DAY_MS = 86_400_000

const born: Field<Traits> = {
  name: 'born',
  levels: ['differs', 'year_apart', 'near', 'slip', 'same'],
  compare: (a, b) => (a.born && b.born && !sameNumber(a, b) ? bornLevel(a.born, b.born) : undefined),
  terms: (person) => (person.born ? [person.born] : []),
  amongKin: [0.9, 0.05, 0.02, 0.01, 0.01],
}

/** `near`: lunar and solar calendar of one birthday lie up to two months apart, and a missing day is often entered as 1 January. */
function bornLevel(a: string, b: string): number {
  if (a === b) return 4
  const [x, y] = [a.replaceAll('-', ''), b.replaceAll('-', '')]
  if (edits(x, y, 1) <= 1) return 3
  const year = x.slice(0, 4)
  if (year === y.slice(0, 4)) {
    if (x.slice(4, 6) === y.slice(6) && x.slice(6) === y.slice(4, 6)) return 3
    if (x.endsWith('0101') || y.endsWith('0101')) return 2
  }
  const apart = Math.abs(Date.parse(a) - Date.parse(b)) / DAY_MS
  return apart <= 60 ? 2 : apart <= 400 ? 1 : 0
}

const sex: Field<Traits> = {
  name: 'sex',
  levels: ['differs', 'same'],
  compare: (a, b) => (a.sex && b.sex && !sameNumber(a, b) ? (a.sex === b.sex ? 1 : 0) : undefined),
  amongKin: [0.5, 0.5],
}

/** Shared telephones are normal: how many share it is what the agreement is worth. */
const phone: Field<Traits> = {
  name: 'phone',
  levels: ['differs', 'slip', 'same'],
  compare(a, b) {
    if (a.phones.length === 0 || b.phones.length === 0) return undefined
    if (a.phones.some((one) => b.phones.includes(one))) return 2
    return a.phones.some((one) => b.phones.some((other) => edits(one, other, 1) <= 1)) ? 1 : 0
  },
  terms: (person) => person.phones,
  amongKin: [0.6, 0.02, 0.38],
}

const TOWNSHIP = 9
const VILLAGE = 12

const home: Field<Traits> = {
  name: 'home',
  levels: ['elsewhere', 'township', 'village', 'grid', 'same'],
  compare(a, b) {
    if (!a.place || !b.place) return undefined
    if (a.door && a.door === b.door) return 4
    if (a.place === b.place && a.place.length > VILLAGE) return 3
    if (a.place.slice(0, VILLAGE) === b.place.slice(0, VILLAGE)) return 2
    return a.place.slice(0, TOWNSHIP) === b.place.slice(0, TOWNSHIP) ? 1 : 0
  },
  terms: (person) => (person.door ? [person.door] : []),
  amongKin: [0.01, 0.01, 0.01, 0.02, 0.95],
}

export const PERSON_FIELDS: readonly Field<Traits>[] = [name, number, born, sex, phone, home]
