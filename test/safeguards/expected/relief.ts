import { STAGE } from '../../../demo/cast.ts'
import type { StaffRole } from '../players.ts'
import { callOf, FINDER, passOf, pump, seekOf, shiftOf, stayOf } from '../relief-scene.ts'
import { id } from '../scene.ts'
import { ABOVE, NEAR, OFFICES, ofReliefLists, total } from './relief-lists.ts'
import { EVERYBODY, type Expected, open, shows, trial } from './trial.ts'

const requisition: Expected = {
  // A department takes for itself, and sees what it took.
  'relief.takeItem': [
    trial({
      input: () => pump(),
      staff: ['department_officer', 'county_command', 'city_command'],
      beside: 'answers',
    }),
  ],
  'relief.returnItem': [
    trial({
      input: (s) => ({ id: s.relief.item, back: 'whole', owed: 0 }),
      staff: ABOVE,
      but: { department_officer: 'not_found' },
      far: 'not_found',
    }),
  ],
  'relief.payItem': [
    trial({
      input: (s) => ({ id: s.relief.owedItem, yuan: 200 }),
      staff: ABOVE,
      but: { department_officer: 'not_found' },
      far: 'not_found',
    }),
  ],
  'relief.items': [
    trial({
      input: { place: STAGE.village },
      staff: [...ABOVE, 'auditor'],
      otherwise: 'empty',
      far: 'empty',
      resident: 'answers',
      other: 'empty',
      sees: shows((s) => s.relief.item),
    }),
  ],
}

const ledger: Expected = {
  'relief.item': [
    trial({
      input: (s) => ({ id: s.relief.item }),
      staff: [...ABOVE, 'auditor'],
      otherwise: 'not_found',
      far: 'not_found',
      resident: 'answers',
      other: 'not_found',
    }),
  ],
  'relief.itemSums': [
    trial({
      input: { place: STAGE.village },
      staff: [...ABOVE, 'auditor'],
      otherwise: 'empty',
      far: 'empty',
      resident: 'empty',
      sees: (answer: { states: { held: { items: number } } }) => answer.states.held.items > 0,
    }),
  ],
}

/** Whoever of staff it was not given to finds nothing. */
const UNGIVEN = { staff: NEAR, otherwise: 'not_found', far: 'not_found' } as const
const ITS_OWN = { resident: 'answers', other: 'not_found' } as const
const LISTED = { staff: NEAR, otherwise: 'empty', far: 'empty', resident: 'answers', other: 'empty' } as const

const stays: Expected = {
  'relief.startStay': [
    trial({
      input: (s) => ({ ...stayOf(s.posts.grid_worker as never), id: id(), person: s.relief.neighbour }),
      staff: ABOVE,
    }),
  ],
  'relief.endStay': [
    trial({ input: (s) => ({ id: s.relief.otherStay, reason: '检测阴性' }), staff: ABOVE, far: 'not_found' }),
  ],
  'relief.handStay': [
    trial({
      input: (s) => ({ id: s.relief.otherStay, helper: s.posts.village_cadre }),
      staff: ABOVE,
      far: 'not_found',
    }),
  ],
  'relief.askNeed': [
    trial({
      input: (s) => ({ id: id(), stay: s.relief.stay, kind: 'supplies', text: '一袋米' }),
      ...UNGIVEN,
      ...ITS_OWN,
    }),
  ],
  'relief.bringNeed': [trial({ input: (s) => ({ id: s.relief.need }), ...UNGIVEN })],
  'relief.stays': [trial({ input: { place: STAGE.grid }, ...LISTED, sees: shows((s) => s.relief.stay) })],
}

const passes: Expected = {
  'relief.givePass': [trial({ input: (s) => ({ ...passOf(), id: id(), person: s.relief.neighbour }), staff: OFFICES })],
  'relief.endPass': [
    trial({ input: (s) => ({ id: s.relief.otherPass, reason: '不再需要' }), staff: OFFICES, far: 'not_found' }),
  ],
  'relief.crossPass': [
    trial({
      input: (s) => ({ id: id(), place: STAGE.grid, code: s.relief.code, way: 'out' }),
      staff: NEAR,
    }),
  ],
  'relief.passes': [trial({ input: { place: STAGE.grid }, ...LISTED, sees: shows((s) => s.relief.pass) })],
}

const HEARERS: readonly StaffRole[] = ['operator', ...OFFICES]
const hotline: Expected = {
  'relief.takeCall': [trial({ input: () => ({ ...callOf(), id: id() }), staff: HEARERS })],
  'relief.triageCall': [
    trial({
      input: (s) => ({ id: s.relief.otherCall, to: { become: 'told' }, answer: '马上有人来' }),
      staff: HEARERS,
      far: 'not_found',
    }),
  ],
  'relief.calls': [
    trial({ input: { place: STAGE.grid }, staff: HEARERS, far: 'empty', sees: shows((s) => s.relief.call) }),
  ],
}

const shifts: Expected = {
  'relief.offerShift': [trial({ input: () => shiftOf(40), staff: OFFICES })],
  'relief.cancelShift': [trial({ input: (s) => ({ id: s.relief.otherShift }), staff: OFFICES, far: 'not_found' })],
  'relief.assignSeat': [
    trial({
      input: (s) => ({ id: id(), shift: s.relief.otherShift, who: { post: s.posts.grid_worker } }),
      staff: OFFICES,
    }),
  ],
  'relief.freeSeat': [
    trial({ input: (s) => ({ id: s.relief.seat, reason: '换人' }), staff: OFFICES, far: 'not_found' }),
  ],
  // Whoever wants to help; the resident of the stage stands there already.
  'relief.claimSeat': [
    trial({
      input: (s) => ({ id: id(), shift: s.relief.shift }),
      staff: EVERYBODY,
      far: 'answers',
      resident: 'already',
      other: 'answers',
    }),
  ],
  'relief.leaveSeat': [
    trial({
      input: (s) => ({ id: s.relief.seat, reason: '家里有事' }),
      otherwise: 'not_found',
      far: 'not_found',
      resident: 'answers',
      other: 'not_found',
    }),
  ],
  'relief.shifts': [
    trial({
      input: { place: STAGE.village },
      staff: EVERYBODY,
      far: 'answers',
      resident: 'answers',
      sees: shows((s) => s.relief.shift),
    }),
  ],
}

const reunification: Expected = {
  'relief.seek': [
    trial({
      input: (_s, who) => ({ ...seekOf('looking'), contact: who.role === 'resident' ? null : FINDER }),
      staff: NEAR,
      resident: 'answers',
    }),
  ],
  'relief.matchSeek': [
    trial({
      input: (s) => ({ id: s.relief.looking, other: s.relief.found }),
      staff: OFFICES,
      far: 'not_found',
    }),
  ],
  'relief.withdrawSeek': [
    trial({ input: (s) => ({ id: s.relief.otherLooking }), staff: NEAR, far: 'not_found', ...ITS_OWN }),
  ],
  'relief.seeks': [
    trial({
      input: { place: STAGE.grid },
      staff: NEAR,
      far: 'empty',
      resident: 'answers',
      other: 'empty',
      sees: shows((s) => s.relief.looking),
    }),
  ],
  'relief.seekLike': [
    trial({
      input: (s) => ({ id: s.relief.looking }),
      staff: OFFICES,
      far: 'not_found',
      sees: shows((s) => s.relief.found),
    }),
  ],
}

const firms: Expected = {
  'relief.askForFirm': [
    trial({
      input: (s) => ({ id: id(), firm: s.relief.firm, kind: 'money', text: '缺流动资金', owner: s.organ }),
      staff: OFFICES,
    }),
  ],
  'relief.sayFirm': [trial({ input: (s) => ({ firm: s.relief.firm, state: 'partly', workers: 8 }), staff: OFFICES })],
  // The department that it is for, and not another one.
  'relief.answerFirm': [
    trial({
      input: (s) => ({ id: s.relief.problem, answer: '已经通水', solved: true }),
      staff: ABOVE,
      but: { department_officer: 'not_found' },
      far: 'not_found',
      beside: 'answers',
    }),
  ],
  'relief.firmProblems': [
    trial({
      input: { place: STAGE.village },
      staff: OFFICES,
      but: { department_officer: 'empty' },
      far: 'empty',
      beside: 'answers',
      sees: shows((s) => s.relief.problem),
    }),
  ],
  'relief.firms': [
    trial({ input: { place: STAGE.village }, staff: OFFICES, far: 'empty', sees: shows((s) => s.relief.firm) }),
  ],
  'relief.firmProgress': [trial({ input: { place: STAGE.village }, staff: OFFICES, far: 'empty', sees: total })],
}

const mine: Expected = {
  'relief.mine': [
    trial({
      otherwise: 'empty',
      far: 'empty',
      resident: 'answers',
      other: 'empty',
      sees: (answer: { lines: unknown[] }) => answer.lines.length > 0,
    }),
  ],
}

const room: Expected = {
  'relief.open': open(),
  // Whoever is elsewhere counts nothing there.
  'relief.room': [
    trial({
      input: { place: STAGE.village },
      staff: NEAR,
      // Which tools are open, and nobody counted.
      but: { operator: 'empty', department_officer: 'empty' },
      far: 'empty',
      beside: 'empty',
      sees: (answer: { lines: { total: number } }) => answer.lines.total > 0,
    }),
  ],
  'relief.map': [
    trial({
      input: { place: STAGE.village, by: 'grid' },
      staff: NEAR,
      but: { operator: 'empty', department_officer: 'empty' },
      far: 'empty',
      beside: 'empty',
      sees: (answer: { places: { place: string }[] }) => answer.places.some(({ place }) => place === STAGE.grid),
    }),
  ],
}

export const ofRelief: Expected = {
  ...ofReliefLists,
  ...requisition,
  ...ledger,
  ...stays,
  ...passes,
  ...hotline,
  ...shifts,
  ...reunification,
  ...firms,
  ...mine,
  ...room,
}
