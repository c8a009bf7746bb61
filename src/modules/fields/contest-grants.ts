import type { Grants } from '#kernel/authorise.ts'

const ONESELF = { resident: 'self', staff: 'self' } as const
const AT_THE_DOOR = { grid_worker: 'place', village_cadre: 'place', township_room: 'place' } as const
const OFFICES = {
  village_cadre: 'place',
  township_room: 'place',
  department_officer: 'organ',
  county_command: 'place',
  city_command: 'place',
} as const
const BOTH = ['place', 'self'] as const

export const contestGrants = {
  // About oneself, one's children and one's home; a worker about the doors of his place.
  'fields.contest': { resident: 'self', staff: 'self', grid_worker: BOTH, village_cadre: BOTH, township_room: BOTH },
  'fields.withdrawContest': ONESELF,
  'fields.myContests': ONESELF,
  'fields.contests': OFFICES,
  // Whose word is the truth: the office of the township, or the department of the line.
  'fields.decide': { township_room: 'place', department_officer: 'organ' },
  'fields.passContest': { township_room: 'place', department_officer: 'organ', county_command: 'place' },
  'fields.contestOverdue': {},
  'fields.mine': ONESELF,
  'fields.consentFor': ONESELF,
  'fields.withdrawFor': ONESELF,
  // A consent on paper: entered and taken back at the door; the sheet is seen there, and by who signed it.
  'fields.takePaper': AT_THE_DOOR,
  'fields.takeBack': AT_THE_DOOR,
  'fields.paper': { resident: 'self', staff: 'self', grid_worker: BOTH, village_cadre: BOTH, township_room: BOTH },
  'fields.card': AT_THE_DOOR,
  // 敏感信息: the worker of that grid and the department of that line; no lists of townships, no commands.
  'fields.sensitive': { grid_worker: 'place', department_officer: 'organ' },
  'fields.uploads': AT_THE_DOOR,
  'fields.suspicions': { village_cadre: 'place', township_room: 'place', county_command: 'place' },
  'fields.lookedAt': { village_cadre: 'place', township_room: 'place' },
  'fields.suspect': {},
} satisfies Grants
