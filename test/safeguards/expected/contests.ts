import { cast, STAGE } from '../../../demo/cast.ts'
import type { StaffRole } from '../players.ts'
import { id, TODAY } from '../scene.ts'
import { type Expected, nobody, oneself, shows, trial } from './trial.ts'

const AT_THE_DOOR: readonly StaffRole[] = ['grid_worker', 'village_cadre', 'township_room']
const said = { decision: 'refused', reason: '上门看过', answer: '核实无误' }

const contests: Expected = {
  // Oneself about one's home, and whoever stands at the door; that others exist is told to nobody.
  'fields.contest': [
    trial({
      input: (s) => ({
        id: id(),
        subjectKind: 'household',
        subject: s.contests.household,
        field: 'household.cars',
        why: '不对',
      }),
      staff: AT_THE_DOOR,
      resident: 'answers',
      other: 'not_found',
    }),
  ],
  'fields.withdrawContest': [
    trial({
      input: (s) => ({ id: s.contests.back }),
      otherwise: 'not_found',
      resident: 'answers',
      other: 'not_found',
    }),
  ],
  'fields.myContests': [
    trial({
      otherwise: 'answers',
      far: 'answers',
      resident: 'answers',
      other: 'empty',
      sees: (answer: { rows: { id: string }[] }, s, who) =>
        who.role !== 'resident' || answer.rows.some((row) => row.id === s.contests.contest),
    }),
  ],
  'fields.contests': [
    trial({
      staff: ['village_cadre', 'township_room', 'department_officer', 'county_command', 'city_command'],
      far: 'empty',
      sees: (answer: { rows: { id: string }[] }, s, who) =>
        answer.rows.some(
          (row) => row.id === (who.role === 'department_officer' ? s.contests.ofOrgan : s.contests.contest),
        ),
    }),
  ],
  'fields.decide': [
    trial({
      what: 'with the township',
      input: (s) => ({ id: s.contests.contest, ...said }),
      staff: ['township_room'],
      but: { department_officer: 'not_found' },
      far: 'not_found',
    }),
    trial({
      what: 'with a department',
      input: (s) => ({ id: s.contests.ofOrgan, ...said }),
      staff: ['department_officer'],
      but: { township_room: 'forbidden' },
      far: 'not_found',
    }),
  ],
  'fields.passContest': [
    trial({
      input: (s) => ({ id: s.contests.passed, organ: s.organ, reason: '材料在水利局' }),
      staff: ['township_room', 'county_command'],
      but: { department_officer: 'not_found' },
      far: 'not_found',
    }),
  ],
  'fields.contestOverdue': nobody((s) => ({ id: s.contests.contest })),
}

const data: Expected = {
  'fields.mine': oneself(),
  'fields.consentFor': [
    trial({
      input: (s) => ({ id: id(), child: s.contests.child, purpose: 'minor_care' }),
      otherwise: 'not_found',
      resident: 'answers',
      other: 'not_found',
    }),
  ],
  'fields.withdrawFor': [
    trial({
      input: (s) => ({ id: s.contests.consent }),
      otherwise: 'not_found',
      resident: 'answers',
      other: 'not_found',
    }),
  ],
  'fields.takePaper': [
    trial({
      input: (s) => ({
        id: id(),
        person: s.contests.child,
        signedBy: cast.wangJianping.id,
        purpose: 'minor_care',
        signedOn: '2026-08-01',
        sheet: 'AAAA',
      }),
      staff: AT_THE_DOOR,
      far: 'forbidden',
    }),
  ],
  'fields.takeBack': [
    trial({
      input: (s) => ({ id: s.contests.paper, person: cast.wangJianping.id }),
      staff: AT_THE_DOOR,
      far: 'forbidden',
    }),
  ],
  'fields.paper': [
    trial({
      input: (s) => ({ id: s.contests.paper }),
      staff: AT_THE_DOOR,
      resident: 'answers',
      other: 'not_found',
      far: 'not_found',
      otherwise: 'not_found',
    }),
  ],
  'fields.card': [trial({ input: (s) => ({ household: s.contests.household }), staff: AT_THE_DOOR, far: 'not_found' })],
  // The worker of that grid; a department finds only what is of its own line, which here is nothing.
  ...Object.fromEntries(
    ['fields.careCard', 'fields.minorCard'].map((name) => [
      name,
      [
        trial({
          input: (s) => ({ household: s.contests.household }),
          staff: ['grid_worker', 'department_officer'],
          far: 'not_found',
          beside: 'answers',
        }),
      ],
    ]),
  ),
  'fields.uploads': [trial({ staff: AT_THE_DOOR, far: 'answers' })],
  'fields.suspicions': [
    trial({
      staff: ['village_cadre', 'township_room', 'county_command'],
      far: 'empty',
      sees: shows((s) => s.contests.suspicion),
    }),
  ],
  'fields.lookedAt': [
    trial({
      input: (s) => ({ id: s.contests.suspicion, outcome: 'fine', note: '看过了' }),
      staff: ['village_cadre', 'township_room'],
      far: 'not_found',
    }),
  ],
  'fields.suspect': nobody({ place: STAGE.township, day: TODAY }),
}

export const ofContests: Expected = { ...contests, ...data }
