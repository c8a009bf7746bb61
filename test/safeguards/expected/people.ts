import { cast, STAGE } from '../../../demo/cast.ts'
import type { Player, StaffRole } from '../players.ts'
import { BY_CONSENT, id, type Scene, TODAY } from '../scene.ts'
import { type Expected, EVERYBODY, nobody, oneself, open, shows, trial } from './trial.ts'

const ADMINISTRATORS: readonly StaffRole[] = ['system_admin', 'security_admin']
const FROM_ABOVE: readonly StaffRole[] = ['county_command', 'city_command', 'system_admin']
const staffOnly = (input: object = {}, sees?: (answer: never) => boolean) => [
  trial({ input: input as Record<string, unknown>, staff: EVERYBODY, far: 'answers', ...(sees ? { sees } : {}) }),
]
/** What the system administrator does with ordinary posts of his place; the security administrator must not. */
const fills = (input: (s: Scene, who: Player) => Record<string, unknown>, far: 'forbidden' | 'not_found') =>
  trial({ input, staff: ['system_admin'], but: { security_admin: 'forbidden' }, far })
const dated = { day: TODAY, reason: '区划调整' }

const places: Expected = {
  'places.get': open({ code: STAGE.village }),
  'places.search': open({ text: '余东' }),
  'places.names': open({ under: STAGE.county }),
  'places.locate': open({ lon: 118.75, lat: 28.95 }),
  'places.layer': open(),
  'places.changes': open({ under: STAGE.township }),
  'places.settle': nobody(() => ({ change: id() })),
  'places.rename': [trial({ input: { code: STAGE.village, name: '余东新村', ...dated }, staff: FROM_ABOVE })],
  'places.merge': [
    trial({
      input: () => ({
        codes: [STAGE.grid, STAGE.otherGrid],
        into: { id: id(), code: STAGE.grid, name: '第2网格' },
        ...dated,
      }),
      staff: FROM_ABOVE,
    }),
  ],
  'places.split': [
    trial({
      input: () => ({
        code: STAGE.grid,
        into: [
          { id: id(), code: STAGE.grid, name: '甲' },
          { id: id(), code: `${STAGE.village}098`, name: '乙' },
        ],
        ...dated,
      }),
      staff: FROM_ABOVE,
    }),
  ],
}

const people: Expected = {
  // Everybody enters people for his own office, so there is no elsewhere.
  'people.register': [trial({ input: () => ({ id: id(), name: '新同志' }), staff: ADMINISTRATORS, far: 'answers' })],
  'people.addOrgan': [
    trial({
      input: () => ({
        id: id(),
        name: { zh: '新单位' },
        kind: 'firm',
        line: null,
        place: STAGE.county,
        creditCode: null,
      }),
      staff: ['system_admin'],
    }),
  ],
  'people.organs': staffOnly({ place: STAGE.county }, (answer: { rows: unknown[] }) => answer.rows.length > 0),
  'people.search': staffOnly({ text: '余学文' }, (answer: { rows: unknown[] }) => answer.rows.length > 0),
  'people.get': [
    trial({
      what: 'of staff',
      input: { id: cast.yuXuewen.id },
      staff: EVERYBODY,
      far: 'answers',
      resident: 'not_found',
    }),
    // No office finds a resident here: a case shows its reporter, under its own purpose.
    trial({
      what: 'of a resident',
      input: { id: cast.wangJianping.id },
      otherwise: 'not_found',
      resident: 'answers',
      other: 'not_found',
    }),
  ],
  'people.me': oneself(),
}

const administratorPost = (s: Scene) => ({ id: s.posts.auditor, day: TODAY, reason: '调离' })
const posts: Expected = {
  'posts.list': staffOnly({ place: STAGE.grid }, (answer: { rows: unknown[] }) => answer.rows.length > 0),
  'posts.team': staffOnly({ place: STAGE.grid }),
  'posts.whoCan': staffOnly({ permission: 'cases.accept', place: STAGE.grid }),
  'posts.permissions': staffOnly(),
  'posts.appoint': [
    fills(
      () => ({
        id: id(),
        person: cast.fangXiaoyan.id,
        role: 'grid_worker',
        title: '网格员',
        place: STAGE.grid,
        from: TODAY,
      }),
      'forbidden',
    ),
    trial({
      what: 'an auditor',
      input: () => ({
        id: id(),
        person: cast.fangXiaoyan.id,
        role: 'auditor',
        title: '审计管理员',
        place: STAGE.county,
        from: TODAY,
      }),
      staff: ['security_admin'],
      but: { system_admin: 'forbidden' },
    }),
  ],
  'posts.end': [
    fills((s) => ({ id: s.posts.grid_worker, day: TODAY, reason: '调离' }), 'not_found'),
    trial({
      what: 'of an auditor',
      input: administratorPost,
      staff: ['security_admin'],
      but: { system_admin: 'forbidden' },
      far: 'not_found',
    }),
  ],
  'posts.handOver': [
    fills((s) => ({ id: s.posts.grid_worker, to: cast.fangXiaoyan.id, newId: id(), day: TODAY }), 'not_found'),
  ],
  'posts.tellHandOver': nobody((s) => ({ post: s.posts.grid_worker })),
}

const consents: Expected = {
  'consents.purposes': open(),
  'consents.looks': [
    trial({
      otherwise: 'empty',
      resident: 'answers',
      other: 'empty',
      sees: (answer: { rows: { what: string }[] }) => answer.rows.some(({ what }) => what === 'cases.get'),
    }),
  ],
  'consents.mine': [trial({ otherwise: 'empty', resident: 'answers', other: 'empty', sees: shows((s) => s.consent) })],
  'consents.give': [
    trial({
      input: () => ({ id: id(), purpose: BY_CONSENT }),
      staff: EVERYBODY,
      far: 'answers',
      resident: 'already',
      other: 'answers',
    }),
  ],
  'consents.withdraw': [
    trial({ input: (s) => ({ id: s.consent }), otherwise: 'not_found', resident: 'answers', other: 'not_found' }),
  ],
}

export const ofPeople: Expected = { ...places, ...people, ...posts, ...consents }
