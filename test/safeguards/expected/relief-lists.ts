import { STAGE } from '../../../demo/cast.ts'
import type { StaffRole } from '../players.ts'
import { listOf, NOW } from '../relief-scene.ts'
import { id } from '../scene.ts'
import { type Expected, nobody, open, shows, type Trial, trial } from './trial.ts'

export const OFFICES: readonly StaffRole[] = ['village_cadre', 'township_room', 'county_command', 'city_command']
export const ABOVE: readonly StaffRole[] = ['township_room', 'county_command', 'city_command']
export const NEAR: readonly StaffRole[] = ['grid_worker', ...OFFICES]

export const total: Trial['sees'] = (answer: { rows: { total: number }[] }) => answer.rows.some((row) => row.total > 0)

const evacuation: Expected = {
  'relief.shelters': open(),
  'relief.openShelter': [
    trial({
      input: () => ({ id: id(), place: STAGE.village, name: '文化礼堂', address: '村口', beds: 20 }),
      staff: OFFICES,
    }),
  ],
  'relief.closeShelter': [
    trial({
      input: (s) => ({ id: s.relief.emptyShelter, reason: '用不着了' }),
      staff: ABOVE,
      // It is the township's, and public to see.
      but: { village_cadre: 'forbidden' },
    }),
  ],
  // At a shelter of the township: of who is near it, and of who answers for it.
  'relief.takeIn': [
    trial({
      input: (s) => ({ id: id(), shelter: s.relief.shelter, name: '过路客', from: '省道积水', at: NOW }),
      staff: ABOVE,
    }),
  ],
  'relief.seeOff': [
    trial({
      input: (s) => ({ id: s.relief.walkIn, to: '回家', at: NOW }),
      staff: ABOVE,
      otherwise: 'not_found',
      far: 'not_found',
    }),
  ],
  'relief.walkIns': [
    trial({
      input: (s) => ({ shelter: s.relief.shelter }),
      staff: ABOVE,
      otherwise: 'not_found',
      far: 'not_found',
      sees: shows((s) => s.relief.walkIn),
    }),
  ],
  'relief.evacuate': [
    trial({
      input: (s) => ({ id: id(), place: STAGE.grid, households: [s.relief.household] }),
      staff: OFFICES,
    }),
  ],
  // Whoever escorts somebody may, wherever he is; nobody else of staff finds the row.
  'relief.noteEvacuee': [
    trial({
      input: (s) => ({ id: id(), evacuee: s.relief.evacuee, state: 'reached', at: NOW }),
      staff: NEAR,
      otherwise: 'not_found',
      far: 'not_found',
    }),
  ],
  'relief.allowReturn': [trial({ input: () => ({ id: id(), place: STAGE.village, reason: '水退了' }), staff: ABOVE })],
  'relief.evacuees': [
    trial({
      input: { place: STAGE.grid },
      staff: NEAR,
      otherwise: 'empty',
      far: 'empty',
      sees: shows((s) => s.relief.evacuee),
    }),
  ],
  'relief.evacuation': [
    trial({
      input: { place: STAGE.village },
      staff: NEAR,
      otherwise: 'empty',
      far: 'empty',
      sees: total,
    }),
  ],
}

const sweeps: Expected = {
  'relief.startSweep': [
    trial({ input: () => ({ id: id(), place: STAGE.village, title: '逐户摸排' }), staff: OFFICES }),
  ],
  'relief.closeSweep': [
    trial({
      input: (s) => ({ id: s.relief.otherSweep }),
      staff: OFFICES,
      far: 'not_found',
    }),
  ],
  'relief.knock': [
    trial({
      input: (s) => ({ id: id(), door: s.relief.door, state: 'reached', at: NOW }),
      staff: NEAR,
      far: 'not_found',
    }),
  ],
  'relief.answerHelp': [
    trial({ input: (s) => ({ door: s.relief.door, what: '药送到了' }), staff: NEAR, far: 'not_found' }),
  ],
  // That there is a list is known to every place below it; its doors are not.
  'relief.sweeps': [
    trial({ input: { place: STAGE.grid }, staff: NEAR, far: 'empty', sees: shows((s) => s.relief.sweep) }),
  ],
  'relief.doors': [
    trial({
      input: (s) => ({ sweep: s.relief.sweep, place: STAGE.grid }),
      staff: NEAR,
      far: 'empty',
      sees: (answer: { rows: unknown[] }) => answer.rows.length > 0,
    }),
  ],
  'relief.sweepProgress': [
    trial({ input: (s) => ({ sweep: s.relief.sweep, place: STAGE.grid }), staff: NEAR, far: 'empty', sees: total }),
  ],
}

const checks: Expected = {
  'relief.startCheck': [trial({ input: (s) => ({ ...listOf(s.relief.source), id: id() }), staff: ABOVE })],
  'relief.addToCheck': [
    trial({
      input: (s) => ({ check: s.relief.check, lines: listOf(s.relief.source).lines }),
      staff: ABOVE,
      far: 'not_found',
    }),
  ],
  // The room of the township laid it.
  'relief.signCheck': [
    trial({
      input: (s) => ({ id: s.relief.otherCheck, lines: 1 }),
      staff: ABOVE,
      far: 'not_found',
      but: { township_room: 'same_person' },
    }),
  ],
  'relief.closeCheck': [
    trial({
      input: (s) => ({ id: s.relief.otherCheck, reason: '已排查完' }),
      staff: ABOVE,
      far: 'not_found',
    }),
  ],
  'relief.answerLine': [
    trial({
      input: (s) => ({ id: id(), line: s.relief.line, state: 'found', at: NOW }),
      staff: NEAR,
      far: 'not_found',
    }),
  ],
  // Whom it is about, and nobody for him.
  'relief.disputeLine': [
    trial({
      input: (s) => ({ line: s.relief.line, text: '没有这回事' }),
      otherwise: 'not_found',
      far: 'not_found',
      resident: 'answers',
      other: 'not_found',
    }),
  ],
  // The room of the township laid it.
  'relief.answerDispute': [
    trial({
      input: (s) => ({ line: s.relief.disputed, upheld: true, answer: '鉴定的是隔壁' }),
      staff: ABOVE,
      far: 'not_found',
      but: { township_room: 'same_person' },
    }),
  ],
  'relief.callDispute': nobody((s) => ({ line: s.relief.disputed })),
  'relief.endCheck': nobody((s) => ({ id: s.relief.dueCheck })),
  // That there is a list is known to every place below it; who is on it is not.
  'relief.checks': [
    trial({ input: { place: STAGE.grid }, staff: NEAR, far: 'empty', sees: shows((s) => s.relief.check) }),
  ],
  'relief.checkLines': [
    trial({
      input: (s) => ({ check: s.relief.check }),
      staff: NEAR,
      far: 'empty',
      sees: shows((s) => s.relief.line),
    }),
  ],
  'relief.checkProgress': [
    trial({ input: (s) => ({ check: s.relief.check, place: STAGE.village }), staff: NEAR, far: 'empty', sees: total }),
  ],
  'relief.endedChecks': open(),
}

export const ofReliefLists: Expected = { ...evacuation, ...sweeps, ...checks }
