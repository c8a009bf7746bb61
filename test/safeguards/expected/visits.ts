import { cast, STAGE } from '../../../demo/cast.ts'
import type { StaffRole } from '../players.ts'
import { id, SECRET, type Scene, TODAY } from '../scene.ts'
import { NEXT_TUESDAY, WEDNESDAY } from '../visits-scene.ts'
import { type Expected, EVERYBODY, nobody, oneself, open, shows, trial, type Trial } from './trial.ts'

/** What is said at a door is read in the grid, the village, the township; above only by whoever was there or is bound to it. */
const NEAR: readonly StaffRole[] = ['grid_worker', 'village_cadre', 'township_room']
/** The department's officer has claimed a seat in the village: who reports in goes to the doors there. */
const ABOVE: readonly StaffRole[] = ['department_officer', 'county_command', 'city_command']
const OFFICES: readonly StaffRole[] = ['village_cadre', 'township_room', 'county_command', 'city_command']
const SIDE: readonly StaffRole[] = ['operator', 'auditor', 'system_admin', 'security_admin']
const all = (roles: readonly StaffRole[], outcome: 'forbidden' | 'not_found' | 'empty' | 'invalid') =>
  Object.fromEntries(roles.map((role) => [role, outcome]))

/** To what lies inside a visit: whoever does not see the visit does not find it. */
const inVisit = (input: Trial['input']) => [
  trial({ input, staff: NEAR, but: all(ABOVE, 'not_found'), far: 'not_found' }),
]
/** Of the household itself; staff are residents too, of other households. */
const household = (input: Trial['input'], staff: 'not_found' | 'invalid') =>
  trial({ input, otherwise: staff, far: staff, resident: 'answers', other: 'not_found' })

const atTheDoor: Expected = {
  'visits.record': [
    trial({
      input: (s) => ({
        id: id(),
        secret: SECRET,
        household: s.visits.household,
        at: '2026-09-01T00:30:00.000Z',
        outcome: 'talked',
        notes: [{ id: id(), text: '没什么事' }],
      }),
      staff: [...NEAR, 'department_officer'],
    }),
  ],
  'visits.doors': [trial({ staff: [...NEAR, ...ABOVE], far: 'answers' })],
  'visits.door': [
    trial({
      input: (s) => ({ household: s.visits.household }),
      staff: [...NEAR, 'department_officer'],
      but: all(['county_command', 'city_command'], 'not_found'),
      far: 'not_found',
    }),
  ],
  'visits.list': [
    trial({
      input: { place: STAGE.grid },
      staff: NEAR,
      but: all(ABOVE, 'empty'),
      far: 'empty',
      sees: shows((s) => s.visits.visit),
    }),
  ],
  'visits.promises': [
    trial({
      input: { place: STAGE.grid },
      staff: NEAR,
      but: all(ABOVE, 'empty'),
      far: 'empty',
      sees: shows((s) => s.visits.promise),
    }),
  ],
  'visits.raise': inVisit((s) => ({ id: id(), note: s.visits.note, secret: SECRET, as: 'suggestion', kind: null })),
  'visits.slip': inVisit((s) => ({ id: s.visits.visit, secret: 'z9Y8x7W6v5U4t3S2' })),
  // Whoever gave his word, and nobody above him.
  'visits.settle': [
    trial({
      input: (s) => ({ id: s.visits.promise, kept: true }),
      staff: ['grid_worker'],
      but: { village_cadre: 'forbidden', township_room: 'forbidden', ...all(ABOVE, 'not_found') },
      far: 'not_found',
    }),
  ],
  'visits.keepVoice': [
    trial({
      input: () => ({ id: id(), key: 'b.webm', type: 'audio/webm', bytes: 5 }),
      staff: EVERYBODY,
      far: 'answers',
    }),
  ],
  'visits.voice': [
    trial({
      input: (s) => ({ id: s.visits.voice }),
      staff: NEAR,
      but: all(ABOVE, 'not_found'),
      far: 'not_found',
      resident: 'answers',
      other: 'not_found',
      stranger: 'not_found',
    }),
  ],
  'visits.remind': nobody((s) => ({ id: s.visits.promise, due: '2026-09-07T00:00:00.000Z' })),
  'visits.dropVoice': nobody((s) => ({ id: s.visits.voice })),
}

const ofTheHousehold: Expected = {
  'visits.answerPromise': [
    trial({
      input: (s) => ({ id: s.visits.kept, kept: true }),
      // Whoever gave his word sees it, and is not the one to say that it was kept.
      but: { grid_worker: 'forbidden' },
      otherwise: 'not_found',
      far: 'not_found',
      resident: 'answers',
      other: 'not_found',
      stranger: 'not_found',
    }),
    trial({
      what: 'with the slip',
      input: (s) => ({ id: s.visits.kept, kept: true, secret: SECRET }),
      staff: EVERYBODY,
      far: 'answers',
      resident: 'answers',
      stranger: 'answers',
    }),
  ],
  'visits.ours': [
    trial({
      staff: EVERYBODY,
      far: 'answers',
      resident: 'answers',
      other: 'empty',
      sees: (answer, s, who) => who.role !== 'resident' || shows((of: Scene) => of.visits.visit)(answer, s, who),
    }),
    trial({
      what: "under somebody else's mandate",
      input: (s) => ({ mandate: s.visits.mandate }),
      otherwise: 'not_found',
      far: 'not_found',
      resident: 'not_found',
    }),
  ],
  'visits.follow': open((s) => ({ number: s.visits.number, secret: SECRET })),
  // One wish at a time; of staff nobody has said where he lives.
  'visits.ask': [
    trial({
      input: () => ({ id: id(), text: '想请人来看看' }),
      otherwise: 'invalid',
      far: 'invalid',
      resident: 'already',
      other: 'answers',
    }),
  ],
  'visits.withdraw': [household((s) => ({ id: s.visits.wish }), 'not_found')],
  'visits.decline': [
    trial({
      input: (s) => ({ id: s.visits.otherWish, answer: '供电所明天上门' }),
      staff: NEAR,
      far: 'not_found',
    }),
  ],
  'visits.giveMandate': [
    trial({
      input: () => ({ id: id(), name: '余某', phone: '13900001111', matters: ['see'], until: '2026-12-01' }),
      otherwise: 'invalid',
      far: 'invalid',
      resident: 'answers',
    }),
  ],
  'visits.witnessMandate': [
    trial({
      input: () => ({
        id: id(),
        person: cast.wangJianping.id,
        name: '余某',
        phone: '13900001111',
        matters: ['see'],
        until: '2026-12-01',
      }),
      staff: NEAR,
    }),
  ],
  'visits.endMandate': [household((s) => ({ id: s.visits.mandate }), 'not_found')],
  'visits.mandates': oneself(),
}

const tuesdays: Expected = {
  'visits.fieldDays': [trial({ staff: EVERYBODY, far: 'answers' })],
  'visits.setFieldDay': [
    trial({
      input: () => ({ id: id(), place: STAGE.county, weekday: 2, from: TODAY, rule: '周二不开会' }),
      staff: ['county_command', 'city_command'],
    }),
  ],
  'visits.exceptDay': [
    trial({
      input: (s) => ({ fieldDay: s.visits.rule, place: STAGE.township, day: NEXT_TUESDAY, reason: '防台风值守' }),
      staff: ['township_room', 'county_command', 'city_command'],
    }),
  ],
  'visits.callMeeting': [
    trial({
      input: (s) => ({
        id: id(),
        title: '例会',
        day: WEDNESDAY,
        from: '09:00',
        to: '10:00',
        where: '三楼',
        posts: [s.posts.grid_worker],
      }),
      staff: EVERYBODY,
      far: 'answers',
    }),
  ],
  'visits.meetings': [trial({ staff: EVERYBODY, far: 'answers' })],
  'visits.answerMeeting': [
    trial({
      input: (s) => ({ id: s.visits.meeting, coming: true }),
      staff: ['grid_worker'],
      otherwise: 'not_found',
      far: 'not_found',
    }),
  ],
  'visits.cancelMeeting': [trial({ input: (s) => ({ id: s.visits.meeting }), staff: ['township_room'] })],
  // A grid has no team of its own; the grid worker sees nobody else's.
  'visits.outings': [
    trial({
      input: { place: STAGE.village },
      staff: [...OFFICES, ...SIDE, 'department_officer'],
      but: { grid_worker: 'empty' },
      far: 'empty',
      beside: 'answers',
      sees: shows((s) => s.visits.outing),
    }),
  ],
  'visits.teamOf': [trial({ input: { village: STAGE.village }, staff: EVERYBODY, far: 'answers' })],
  'visits.planOuting': [
    trial({
      input: (s) => ({ id: id(), day: NEXT_TUESDAY, village: STAGE.village, posts: [s.posts.grid_worker] }),
      staff: OFFICES,
    }),
  ],
  'visits.cancelOuting': [
    trial({ input: (s) => ({ id: s.visits.outing, reason: '村里有事' }), staff: OFFICES, far: 'not_found' }),
  ],
  'visits.problems': [
    trial({
      input: { place: STAGE.village },
      staff: EVERYBODY,
      far: 'empty',
      beside: 'answers',
      sees: shows((s) => s.visits.problem),
    }),
  ],
  'visits.findProblem': [
    trial({
      input: (s) => ({
        id: id(),
        place: STAGE.grid,
        text: '水渠垮了一段',
        owner: s.posts.grid_worker,
        due: NEXT_TUESDAY,
      }),
      staff: [...OFFICES, 'grid_worker', 'department_officer'],
      beside: 'answers',
    }),
  ],
  'visits.answerProblem': [
    trial({
      input: (s) => ({ id: s.visits.problem, answer: '已经请人来修' }),
      staff: ['grid_worker'],
      otherwise: 'not_found',
      far: 'not_found',
    }),
  ],
  'visits.judgeProblem': [
    trial({
      input: (s) => ({ id: s.visits.answered, solved: true }),
      staff: OFFICES,
      // The owner himself.
      but: { grid_worker: 'forbidden' },
      otherwise: 'not_found',
      far: 'not_found',
    }),
  ],
}

export const ofVisits: Expected = { ...atTheDoor, ...ofTheHousehold, ...tuesdays }
