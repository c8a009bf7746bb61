import { cast, STAGE } from '../../../demo/cast.ts'
import type { StaffRole } from '../players.ts'
import { id, type Scene, TODAY } from '../scene.ts'
import { type Expected, EVERYBODY, nobody, oneself, open, shows, trial, type Trial } from './trial.ts'

/** The offices that see to it that everybody has somebody; the grid worker and the auditor look. */
const COMMANDS: readonly StaffRole[] = ['village_cadre', 'township_room', 'county_command', 'city_command']
const READERS: readonly StaffRole[] = ['grid_worker', ...COMMANDS, 'auditor']
const KIND = 'member_household'
const here = { place: STAGE.grid }
const hill = { kind: 'person', id: cast.huWeiping.id }

const reads = (input: Trial['input'], far: 'forbidden' | 'not_found' = 'forbidden') => [
  trial({ input, staff: READERS, far }),
]
const decides = (input: Trial['input'], far: 'forbidden' | 'not_found' = 'forbidden') => [
  trial({ input, staff: COMMANDS, far }),
]
/** The two grid workers of the stage change places. */
const swap = (s: Scene) => ({
  day: TODAY,
  moves: [
    { seat: s.posts.grid_worker, from: s.bonds.neighbour, newId: id() },
    { seat: s.bonds.neighbour, from: s.posts.grid_worker, newId: id() },
  ],
})
/** Whoever reaches the place, and the successor himself. */
const FILED: readonly StaffRole[] = [...READERS, 'system_admin']

const doors: Expected = {
  'bonds.kinds': open(),
  'bonds.setKind': [
    trial({
      input: {
        code: 'team_firm',
        name: { zh: '组团联企业' },
        from: ['organ'],
        to: ['organ'],
        quota: 5,
        near: false,
        choosable: false,
        fromDay: TODAY,
        reason: '试行',
      },
      staff: ['city_command'],
    }),
  ],
  'bonds.door': reads((s) => ({ household: s.bonds.household }), 'not_found'),
  'bonds.doors': [
    trial({ input: here, staff: READERS, far: 'empty', sees: (answer: { rows: unknown[] }) => answer.rows.length > 0 }),
  ],
  'bonds.make': decides((s) => ({
    id: id(),
    kind: KIND,
    from: hill,
    to: { kind: 'household', id: s.bonds.household },
  })),
  'bonds.end': decides((s) => ({ id: s.bonds.bond, day: TODAY, reason: '搬走了' }), 'not_found'),
  'bonds.substitute': decides(() => ({
    id: id(),
    of: { kind: 'person', id: cast.yuWeidong.id },
    by: hill,
    from: TODAY,
    until: '2026-12-31',
    reason: '外出',
  })),
  'bonds.stand': decides(() => ({
    id: id(),
    kind: KIND,
    place: STAGE.village,
    source: { kind: 'person', id: cast.zhengGuixiang.id },
  })),
  'bonds.standDown': decides((s) => ({ id: s.bonds.answerer, reason: '外出' })),
  'bonds.answerers': reads(() => here),
  'bonds.findReady': reads(() => here),
  // The household's own. Staff of the cast live nowhere on the platform; the other resident lives in another village.
  'bonds.ownDoor': oneself(),
  'bonds.candidates': oneself(),
  'bonds.mine': oneself(),
  'bonds.choose': [
    trial({
      input: (s) => ({ id: id(), answerer: s.bonds.answerer }),
      otherwise: 'not_found',
      resident: 'answers',
      other: 'forbidden',
    }),
  ],
  'bonds.say': [
    trial({
      input: (s) => ({ id: id(), bond: s.bonds.bond, text: '上周来过了' }),
      resident: 'answers',
      other: 'forbidden',
    }),
  ],
}

const coverage: Expected = {
  'bonds.coverage': reads(() => here),
  'bonds.gaps': reads(() => here),
  'bonds.overloads': reads(() => here),
  'bonds.propose': reads(() => ({ ...here, kind: KIND })),
  'bonds.fill': decides((s) => ({
    ...here,
    kind: KIND,
    rows: [{ id: id(), household: s.home.household, answerer: s.bonds.answerer }],
  })),
}

const rotation: Expected = {
  'bonds.readPasted': [
    trial({ input: { text: '甲 → 乙' }, staff: ['system_admin', 'county_command', 'city_command'], far: 'answers' }),
  ],
  'bonds.checkRotation': [trial({ input: swap, staff: ['system_admin', 'county_command', 'city_command'] })],
  'bonds.rotate': [trial({ input: (s) => ({ id: id(), ...swap(s) }), staff: ['system_admin'] })],
  'bonds.files': [trial({ staff: FILED, otherwise: 'empty', far: 'empty', sees: shows((s) => s.bonds.file) })],
  'bonds.file': [
    trial({ input: (s) => ({ id: s.bonds.file }), staff: FILED, otherwise: 'not_found', far: 'not_found' }),
  ],
  'bonds.receive': [
    trial({
      input: (s) => ({ id: s.bonds.file, note: '当面过了一遍' }),
      staff: ['grid_worker'],
      otherwise: 'not_found',
      far: 'not_found',
    }),
  ],
  'bonds.remind': nobody((s) => ({ id: s.bonds.file })),
  'bonds.rotations': [trial({ staff: EVERYBODY, far: 'answers' })],
}

const reporting: Expected = {
  'bonds.offerWork': decides(() => ({
    id: id(),
    place: STAGE.village,
    title: '听意见',
    seats: 1,
    from: TODAY,
    until: '2026-12-31',
  })),
  // Of the department that was sent there; no other department of the same county.
  'bonds.claimWork': [trial({ input: (s) => ({ id: id(), work: s.bonds.work }), staff: ['department_officer'] })],
  'bonds.leaveWork': [
    trial({
      input: (s) => ({ id: s.bonds.claim, reason: '工作调整' }),
      staff: ['department_officer'],
      otherwise: 'not_found',
      far: 'not_found',
    }),
  ],
  'bonds.reporting': [trial({ staff: EVERYBODY, far: 'answers' })],
}

export const ofBonds: Expected = { ...doors, ...coverage, ...rotation, ...reporting }
