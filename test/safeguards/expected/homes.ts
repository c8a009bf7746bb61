import { STAGE } from '../../../demo/cast.ts'
import type { StaffRole } from '../players.ts'
import { id, type Scene } from '../scene.ts'
import { type Expected, nobody, oneself, trial, type Trial } from './trial.ts'

/** Whoever works in the place; whoever has the same post elsewhere finds nobody and nothing. */
const LOCAL: readonly StaffRole[] = ['grid_worker', 'village_cadre', 'township_room']
const local = (
  input: (s: Scene) => Record<string, unknown>,
  far: 'not_found' | 'forbidden' = 'not_found',
  more: { sees?: Trial['sees'] } = {},
) => [trial({ input, staff: LOCAL, far, ...more })]
const reason = '办理医保'
const rows: Trial['sees'] = (answer: { rows: unknown[] }) => answer.rows.length > 0

const residents: Expected = {
  'people.registerResident': local(() => ({ id: id(), name: '余新人', homePlace: STAGE.grid }), 'forbidden'),
  'people.restate': local((s) => ({ id: id(), person: s.home.person, kind: 'name', value: '余改名' })),
  'people.addDocument': local((s) => ({
    person: s.home.person,
    document: { id: id(), kind: 'passport', number: 'E12345678', country: 'CHN' },
  })),
  'people.endDocument': local((s) => ({ document: s.home.document })),
  'people.merge': local((s) => ({ id: id(), kept: s.home.person, gone: s.home.spare })),
  // an act is found past the range by its id, where row-level security is off: the place decides
  'people.undoMerge': local((s) => ({ merge: s.home.merge })),
  'people.split': local((s) => ({
    id: id(),
    person: s.home.person,
    part: { id: id(), name: '余分出' },
    documents: [],
  })),
  'people.undoSplit': local((s) => ({ split: s.home.split })),
  'people.resident': local((s) => ({ id: s.home.person })),
  'people.reveal': local((s) => ({ document: s.home.document, reason })),
  'people.revealPhone': local((s) => ({ person: s.home.person, reason })),
  // A child: not even the grid's worker.
  'people.minor': [
    trial({
      input: (s) => ({ id: s.home.child, reason }),
      staff: ['village_cadre', 'township_room'],
      far: 'not_found',
    }),
  ],
}

const member = () => ({ id: id(), resident: { id: id(), name: '余添丁' }, relation: 'other_kin' })
const homes: Expected = {
  'homes.addDwelling': local(() => ({ id: id(), place: STAGE.grid, address: '余东村东山路 9 号' }), 'forbidden'),
  'homes.correctDwelling': local((s) => ({ id: id(), dwelling: s.home.dwelling, door: '甲' })),
  'homes.endDwelling': [
    trial({
      what: 'with people in it',
      input: (s) => ({ dwelling: s.home.dwelling }),
      but: { grid_worker: 'conflict', village_cadre: 'conflict', township_room: 'conflict' },
      far: 'not_found',
    }),
  ],
  'homes.placeOrgan': local((s) => ({ id: id(), organ: s.organ, dwelling: s.home.dwelling })),
  'homes.moveIn': local((s) => ({
    household: id(),
    dwelling: s.home.empty,
    members: [{ ...member(), relation: 'head' }],
  })),
  'homes.join': local((s) => ({ household: s.home.household, member: member() })),
  'homes.leave': local((s) => ({ member: s.home.member, why: 'moved' })),
  'homes.restateMember': local((s) => ({ id: id(), member: s.home.member, residence: 'away' })),
  'homes.split': local((s) => ({
    act: id(),
    household: s.home.household,
    into: id(),
    members: [{ member: s.home.member, relation: 'head' }],
  })),
  'homes.merge': local((s) => ({ act: id(), household: s.home.household, gone: s.home.other })),
  'homes.move': local((s) => ({ act: id(), household: s.home.household, dwelling: s.home.empty })),
  'homes.setRight': nobody((s) => ({ household: s.home.household, head: s.home.person, post: null })),
  'homes.undo': local((s) => ({ act: s.home.act })),
  'homes.list': [trial({ input: { place: STAGE.grid }, staff: LOCAL, far: 'empty', sees: rows })],
  'homes.dwellings': [trial({ input: { place: STAGE.grid }, staff: LOCAL, far: 'empty', sees: rows })],
  'homes.search': [
    trial({
      input: { text: '余根深' },
      staff: LOCAL,
      far: 'empty',
      sees: (answer: { residents: unknown[] }) => answer.residents.length > 0,
    }),
  ],
  'homes.household': local((s) => ({ id: s.home.household })),
  'homes.dwelling': local((s) => ({ id: s.home.dwelling })),
  'homes.ofPerson': local((s) => ({ person: s.home.person })),
  'homes.mine': oneself(),
}

export const ofHomes: Expected = { ...residents, ...homes }
