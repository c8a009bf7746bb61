import type { Grants } from '#kernel/authorise.ts'

/** What was said at a door is read where it is answered: grid, village, township. Above, nobody reads it. */
const NEAR = { grid_worker: 'place', village_cadre: 'place', township_room: 'place' } as const
/** Whoever is bound to a door comes to it from anywhere, in the post that is bound, and reads what he noted himself. */
const VISITORS = {
  grid_worker: ['place', 'self'],
  village_cadre: ['place', 'self'],
  township_room: ['place', 'self'],
  department_officer: 'self',
  county_command: 'self',
  city_command: 'self',
} as const
const OFFICES = {
  village_cadre: 'place',
  township_room: 'place',
  county_command: 'place',
  city_command: 'place',
} as const
const HOUSEHOLD = { resident: ['self', 'secret'], anonymous: 'secret', staff: ['self', 'secret'] } as const
const ONESELF = { resident: 'self', staff: 'self' } as const

export const grants = {
  'visits.record': VISITORS,
  'visits.read': VISITORS,
  'visits.raise': VISITORS,
  'visits.slip': VISITORS,
  // Whoever gave his word; the range is for reading, the post decides.
  'visits.settle': VISITORS,
  'visits.answerPromise': HOUSEHOLD,
  'visits.ours': ONESELF,
  'visits.follow': { everyone: 'secret' },
  'visits.ask': ONESELF,
  'visits.withdraw': ONESELF,
  'visits.decline': NEAR,
  'visits.keepVoice': { staff: 'any' },
  'visits.voice': { ...VISITORS, resident: ['self', 'secret'], anonymous: 'secret' },
  'visits.remind': {},
  'visits.dropVoice': {},
  'visits.giveMandate': ONESELF,
  'visits.witnessMandate': NEAR,
  'visits.endMandate': ONESELF,
  'visits.mandates': ONESELF,
  // The protected day is everybody's business; who sets it answers for the place.
  'visits.fieldDays': { staff: 'any' },
  'visits.setFieldDay': { county_command: 'place', city_command: 'place' },
  'visits.exceptDay': { township_room: 'place', county_command: 'place', city_command: 'place' },
  'visits.callMeeting': { staff: 'self' },
  'visits.meetings': { staff: 'any' },
  // Whoever is invited answers, whoever invited calls off: the commands look at the post, since a meeting lies at one place only.
  'visits.answerMeeting': { staff: 'any' },
  'visits.cancelMeeting': { staff: 'any' },
  'visits.outings': { staff: 'place' },
  'visits.planOuting': OFFICES,
  'visits.problems': { staff: ['place', 'self'] },
  'visits.findProblem': { ...OFFICES, department_officer: 'place', grid_worker: 'place' },
  'visits.answerProblem': { staff: 'self' },
  'visits.judgeProblem': { ...OFFICES, staff: 'self' },
} satisfies Grants
