import { STAGE } from '../../../demo/cast.ts'
import { asForm } from '../fields-scene.ts'
import type { StaffRole } from '../players.ts'
import { id, type Scene, TODAY } from '../scene.ts'
import { type Expected, EVERYBODY, open, shows, trial, type Trial } from './trial.ts'

/** Whoever stands at the door. */
const AT_THE_DOOR: readonly StaffRole[] = ['grid_worker', 'village_cadre', 'township_room']
/** The department that asks, and the commands above it; not the village, though it lies in its place. */
const ASKS: readonly StaffRole[] = ['department_officer', 'county_command', 'city_command']
const whole = (input: Record<string, unknown>) => [trial({ input, staff: ['city_command'] })]
const asked = (input: (s: Scene) => Record<string, unknown>) => [trial({ input, staff: ASKS })]
const atDoor = (input: (s: Scene) => Record<string, unknown>, far: 'forbidden' | 'not_found', sees?: Trial['sees']) => [
  trial({ input, staff: AT_THE_DOOR, far, ...(sees ? { sees } : {}) }),
]
const staffOnly = (input: Trial['input'] | Record<string, unknown> = {}) => [
  trial({ input, staff: EVERYBODY, far: 'answers' }),
]

export const ofFields: Expected = {
  'fields.definitions': open(),
  'fields.define': whole({
    key: 'household.wells',
    name: { zh: '水井', en: 'Wells' },
    subject: 'household',
    group: 'facility',
    type: 'count',
    choices: [],
    unit: null,
    source: 'field',
    freshDays: 365,
    sensitivity: 'S1',
    purposes: ['household_service'],
    readers: ['grid_worker'],
    law: '《村民委员会组织法》',
    from: TODAY,
  }),
  'fields.endField': whole({ key: 'dwelling.solar', until: TODAY }),
  'fields.draft': asked((s) => ({ ...asForm(s.fields.organ), id: id() })),
  'fields.publish': asked((s) => ({ id: s.fields.draft })),
  'fields.end': asked((s) => ({ id: s.fields.open, reason: '排查结束' })),
  'fields.forms': staffOnly(),
  'fields.form': staffOnly((s) => ({ id: s.fields.open })),
  'fields.burden': staffOnly(),
  'fields.export': [
    trial({ input: (s) => ({ id: s.fields.open, format: 'csv' }), staff: ['village_cadre', 'township_room', ...ASKS] }),
  ],
  'fields.doors': atDoor(() => ({ place: STAGE.grid }), 'forbidden'),
  'fields.questions': atDoor((s) => ({ kind: 'household', subject: s.home.household }), 'not_found'),
  'fields.answer': atDoor(
    (s) => ({
      answers: [{ subjectKind: 'household', subject: s.home.household, field: 'household.dogs', value: 1, base: null }],
    }),
    'forbidden',
  ),
  'fields.branches': atDoor(
    () => ({ place: STAGE.grid }),
    'forbidden',
    shows((s) => s.fields.branch),
  ),
  'fields.settle': [
    trial({
      input: (s) => ({ id: s.fields.branch, take: 'theirs', reason: '上门看过' }),
      staff: ['village_cadre', 'township_room'],
      far: 'not_found',
    }),
  ],
}
