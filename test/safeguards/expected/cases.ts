import { STAGE } from '../../../demo/cast.ts'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import { START } from '#test/city/house.ts'
import type { Player, StaffRole } from '../players.ts'
import { DESKS, id, KIND, type Scene, SECRET, type Standing } from '../scene.ts'
import { type Expected, EVERYBODY, nobody, shows, trial } from './trial.ts'

const COMMANDS: readonly StaffRole[] = ['village_cadre', 'township_room', 'county_command', 'city_command']
const READERS: readonly StaffRole[] = [...DESKS, 'operator', 'auditor']
const ON_PHONE: readonly StaffRole[] = [...DESKS, 'operator']

/** The case on the player's own desk; of those who have no desk, one in the grid. */
const mine = (s: Scene, who: Player, state: keyof Standing): string =>
  (s[state] as Record<string, string | undefined>)[who.role] ?? s[state].grid_worker
const assigned = (s: Scene, who: Player): string => mine(s, who, 'assigned')
const on =
  (state: keyof Standing, more: object = {}) =>
  (s: Scene, who: Player) => ({ id: mine(s, who, state), ...more })
const at =
  (pick: (s: Scene) => string, more: object = {}) =>
  (s: Scene) => ({ id: pick(s), ...more })
const NEXT_WEEK = dayOf(START + 7 * DAY_MS)

/** What the desk that has a case does with it. */
const desk = (state: keyof Standing, more: object = {}, but = {}) => [
  trial({ input: on(state, more), staff: DESKS, but, far: 'not_found' }),
]
/** What takes a command office, over a case in the grid. */
const charge = (pick: (s: Scene) => string, more: object = {}, but = {}) => [
  trial({ input: at(pick, more), staff: COMMANDS, but, far: 'not_found' }),
]
/** Whoever has a case on his desk knows of it, yet does not speak for the reporter. */
const onDesk = { grid_worker: 'forbidden' } as const
/** What the reporter does: as himself, through the operator, and whoever knows the secret. */
const reporter = (pick: (s: Scene) => string, more: object = {}) => [
  trial({
    input: at(pick, more),
    staff: ['operator'],
    but: onDesk,
    otherwise: 'not_found',
    far: 'not_found',
    resident: 'answers',
    other: 'not_found',
    stranger: 'not_found',
  }),
  trial({
    what: 'with the secret',
    input: at(pick, { ...more, secret: SECRET }),
    staff: EVERYBODY,
    far: 'answers',
    farBut: { operator: 'not_found' },
    resident: 'answers',
    stranger: 'answers',
  }),
  trial({
    what: 'with a wrong secret',
    input: at(pick, { ...more, secret: 'wrongwrongwrong1' }),
    staff: ['operator'],
    but: onDesk,
    otherwise: 'not_found',
    far: 'not_found',
    resident: 'answers',
    other: 'not_found',
    stranger: 'not_found',
  }),
]
const here = { place: STAGE.grid }
/** Officers of other departments ask about any place and find nothing of theirs; other offices may not ask at all. */
const elsewhereForbidden = { staff: READERS, far: 'forbidden', farBut: { department_officer: 'empty' } } as const

const commands: Expected = {
  'cases.report': [
    trial({
      input: () => ({
        id: id(),
        secret: SECRET,
        channel: 'town',
        kind: KIND,
        description: '拖欠工资',
        place: STAGE.grid,
      }),
      staff: EVERYBODY,
      far: 'answers',
      resident: 'answers',
      stranger: 'answers',
    }),
  ],
  'cases.assign': [
    trial({
      input: (s) => ({ id: s.assigned.grid_worker, post: s.posts.grid_worker }),
      staff: COMMANDS,
      far: 'not_found',
    }),
  ],
  'cases.accept': desk('assigned'),
  'cases.sendBack': desk('assigned', { reason: 'not_ours', note: '不归我们' }),
  'cases.climb': desk('assigned', { reason: '办不了' }, { city_command: 'top_of_tree' }),
  'cases.skip': desk('assigned', { level: 'city', reason: '急事' }, { city_command: 'invalid' }),
  'cases.handDown': [
    trial({
      input: (s, who) => ({ id: assigned(s, who), to: STAGE.grid, reason: '请核实' }),
      staff: COMMANDS,
      far: 'not_found',
    }),
  ],
  'cases.pause': desk('handling', { reason: 'waiting_for_court', until: NEXT_WEEK, note: '等开庭' }),
  'cases.resume': desk('paused'),
  'cases.extend': desk('handling', { until: NEXT_WEEK, reason: '需要时间' }),
  'cases.handle': desk('handling', { note: '已付', answer: '已经付清' }),
  // The operator may comment, but only the desk answers.
  'cases.answer': desk('handling', { answer: '正在办理' }),
  'cases.comment': [trial({ input: on('handling', { note: '记一笔' }), staff: ON_PHONE, far: 'not_found' })],
  'cases.verify': charge((s) => s.verifying),
  'cases.rework': charge((s) => s.verifying, { note: '没有办好' }),
  // A village has no say over what waits at the township.
  'cases.decline': charge(
    (s) => s.atRoom,
    { reason: 'courts_have_it', answer: '请向法院起诉' },
    { village_cadre: 'forbidden' },
  ),
  'cases.merge': [
    trial({ input: (s) => ({ id: s.assigned.grid_worker, into: s.own.id }), staff: COMMANDS, far: 'not_found' }),
    trial({
      what: 'into a case of elsewhere',
      input: (s) => ({ id: s.assigned.grid_worker, into: s.elsewhere }),
      staff: ['city_command'],
      but: { village_cadre: 'not_found', township_room: 'not_found', county_command: 'not_found' },
      far: 'not_found',
    }),
  ],
  'cases.confirm': reporter((s) => s.confirming, { solved: true }),
  'cases.reopen': reporter((s) => s.confirming, { note: '没有付清' }),
  'cases.withdraw': reporter((s) => s.assigned.grid_worker),
  'cases.claim': [
    trial({
      input: (s) => ({ number: s.unclaimed.number, secret: SECRET }),
      staff: EVERYBODY,
      far: 'answers',
      resident: 'answers',
    }),
    trial({
      what: 'with a wrong secret',
      input: (s) => ({ number: s.unclaimed.number, secret: 'wrongwrongwrong1' }),
      otherwise: 'not_found',
      resident: 'not_found',
    }),
    trial({
      what: 'of somebody else',
      input: (s) => ({ number: s.own.number, secret: SECRET }),
      otherwise: 'already',
      resident: 'answers',
      other: 'already',
    }),
  ],
  'cases.tick': nobody((s) => ({ id: s.late, due: '2026-09-01T01:00:00.000Z' })),
  'cases.pass': nobody((s) => ({ id: s.late, from: s.posts.grid_worker, to: s.posts.village_cadre })),
  'cases.resettle': nobody((s) => ({ id: s.late, from: STAGE.grid, to: STAGE.otherGrid })),
  'cases.dropLoose': nobody((s) => ({ id: s.file })),
  'cases.upload': [
    trial({
      input: () => ({ id: id(), key: 'k', thumbKey: 't', width: 1, height: 1, bytes: 1, lon: null, lat: null }),
      staff: EVERYBODY,
      far: 'answers',
      resident: 'answers',
      stranger: 'answers',
    }),
  ],
}

const queries: Expected = {
  'cases.list': [trial({ input: here, staff: READERS, far: 'empty', sees: shows(assigned) })],
  'cases.get': [trial({ input: on('assigned'), staff: READERS, far: 'not_found' })],
  'cases.contact': [trial({ input: on('assigned', { reason: '核实情况' }), staff: ON_PHONE, far: 'not_found' })],
  'cases.nearby': [
    trial({
      input: { place: STAGE.grid },
      staff: READERS,
      far: 'empty',
      sees: (answer: { rows: unknown[] }) => answer.rows.length > 0,
    }),
  ],
  'cases.map': [
    trial({
      input: { ...here, by: 'grid' },
      ...elsewhereForbidden,
      sees: (answer: { points: unknown[]; areas: unknown[] }) => answer.points.length + answer.areas.length > 0,
    }),
  ],
  'cases.lateWhy': [
    trial({
      input: here,
      ...elsewhereForbidden,
      but: { grid_worker: 'answers' },
      sees: (answer: { rows: unknown[]; why: unknown[] }) => answer.rows.length + answer.why.length > 0,
    }),
  ],
  'cases.figures': [
    trial({
      input: here,
      staff: EVERYBODY,
      far: 'forbidden',
      beside: 'answers',
      sees: (answer: { total: { received: number } }) => answer.total.received > 0,
    }),
  ],
  'cases.follow': [
    trial({
      input: (s) => ({ number: s.own.number, secret: SECRET }),
      staff: EVERYBODY,
      far: 'answers',
      resident: 'answers',
      stranger: 'answers',
    }),
    trial({
      what: 'with a wrong secret',
      input: (s) => ({ number: s.own.number, secret: 'wrongwrongwrong1' }),
      otherwise: 'not_found',
      resident: 'not_found',
      stranger: 'not_found',
    }),
  ],
  'cases.mine': [trial({ otherwise: 'empty', resident: 'answers', other: 'empty', sees: shows((s) => s.own.id) })],
  'cases.mineOne': [
    trial({ input: at((s) => s.own.id), otherwise: 'not_found', resident: 'answers', other: 'not_found' }),
  ],
  'cases.file': [
    trial({
      input: at((s) => s.file),
      staff: ['grid_worker', 'village_cadre', 'township_room', 'county_command', 'city_command', 'operator', 'auditor'],
      but: { department_officer: 'not_found' },
      far: 'not_found',
      otherwise: 'forbidden',
      resident: 'not_found',
      stranger: 'not_found',
    }),
  ],
}

export const ofCases: Expected = { ...commands, ...queries }
