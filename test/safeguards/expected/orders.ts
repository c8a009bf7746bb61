import { STAGE } from '../../../demo/cast.ts'
import { HOUR_MS, instant } from '#kernel/clock.ts'
import { START } from '#test/city/house.ts'
import type { StaffRole } from '../players.ts'
import { id, type Scene } from '../scene.ts'
import { type Expected, nobody, oneself, open, shows, trial, type Trial } from './trial.ts'

/** Whoever stands above the room that issued it; a department only for what is its own. */
const OFFICES: readonly StaffRole[] = ['township_room', 'county_command', 'city_command']
const COMMANDS: readonly StaffRole[] = ['village_cadre', ...OFFICES]
const READERS: readonly StaffRole[] = [...COMMANDS, 'auditor']
const DUE = instant(START + 8 * HOUR_MS)

/** To an order of the room: of a department nothing is there. */
const ofIssuer = (input: Trial['input']) => [
  trial({ input, staff: OFFICES, but: { department_officer: 'not_found' }, far: 'not_found', beside: 'not_found' }),
]
/** In the own place and name; another department of the county does it in its own. */
const inOwnName = (input: Trial['input']) => [
  trial({ input, staff: [...OFFICES, 'department_officer'], beside: 'answers' }),
]
const ofPlace = (input: Trial['input']) => [trial({ input, staff: COMMANDS, far: 'not_found' })]
const read = (input: Trial['input']) => [
  trial({ input, staff: READERS, but: { department_officer: 'not_found' }, far: 'not_found', beside: 'not_found' }),
]
/** By whom it addresses, and nobody else. */
const addressed = (input: Trial['input']) => [
  trial({ input, staff: ['grid_worker'], otherwise: 'not_found', far: 'not_found', resident: 'not_found' }),
]
const live = (s: Scene) => ({ id: s.orders.live })
const within = (place: string) => ({ within: [place], roles: ['grid_worker'] })
const written = () => ({
  id: id(),
  kind: 'task',
  title: '排查隐患点',
  text: '逐点查看',
  purpose: 'disaster_ready',
  basis: '《突发事件应对法》第四十三条',
  doneWhen: '全部看过',
  dueAt: DUE,
  audience: within(STAGE.township),
})

const issuing: Expected = {
  'orders.draft': inOwnName(written),
  'orders.preview': inOwnName(() => ({ audience: within(STAGE.township) })),
  'orders.check': ofIssuer((s) => ({ id: s.orders.draft })),
  'orders.issue': ofIssuer((s) => ({ id: s.orders.draft })),
  'orders.sign': [
    trial({
      input: (s) => ({ id: s.orders.toSign, note: '同意' }),
      staff: ['county_command', 'city_command'],
      far: 'not_found',
    }),
  ],
  'orders.merge': ofIssuer((s) => ({ id: s.orders.toMerge, into: s.orders.live, note: '一起办' })),
  'orders.amend': ofIssuer((s) => ({ id: s.orders.toAmend, base: 1, text: '改了', why: '雨量加大' })),
  'orders.withdraw': ofIssuer((s) => ({ id: s.orders.toWithdraw, why: '不用了' })),
  'orders.close': ofIssuer((s) => ({ id: s.orders.toClose })),
  'orders.relay': [
    trial({
      input: (s) => ({ id: id(), parent: s.orders.fromAbove, text: '先看塌方点', audience: within(STAGE.village) }),
      staff: COMMANDS,
    }),
  ],
}

const reading: Expected = {
  'orders.get': [
    trial({
      input: live,
      staff: [...READERS, 'grid_worker'],
      otherwise: 'not_found',
      far: 'not_found',
      beside: 'not_found',
      resident: 'not_found',
    }),
  ],
  'orders.history': [
    trial({
      input: live,
      staff: [...READERS, 'grid_worker'],
      otherwise: 'not_found',
      far: 'not_found',
      beside: 'not_found',
      resident: 'not_found',
    }),
  ],
  'orders.list': [
    trial({
      staff: READERS,
      but: { department_officer: 'empty' },
      far: 'empty',
      beside: 'empty',
      sees: shows((s) => s.orders.live),
    }),
  ],
  'orders.room': [
    trial({
      input: { place: STAGE.village },
      staff: READERS,
      but: { department_officer: 'empty' },
      beside: 'empty',
      sees: (answer: { orders: number }) => answer.orders > 0,
    }),
  ],
  'orders.coverage': read(live),
  'orders.recipients': read(live),
  'orders.callList': ofPlace(live),
  // Whoever took it, whoever issued the order, and the places above; to everybody else there is none.
  'orders.photo': [
    trial({
      input: (s) => ({ id: s.orders.photo, whole: true }),
      staff: [...READERS, 'grid_worker'],
      otherwise: 'not_found',
      far: 'not_found',
      beside: 'not_found',
      resident: 'not_found',
    }),
  ],
}

const answering: Expected = {
  'orders.mine': oneself(),
  'orders.mineOne': addressed(live),
  'orders.answer': addressed((s) => ({ id: id(), order: s.orders.live, state: 'received' })),
  'orders.standIn': [
    trial({
      input: (s) => ({ of: s.posts.grid_worker, by: s.bonds.neighbour, reason: '住院' }),
      staff: ['grid_worker', ...COMMANDS],
    }),
  ],
  'orders.extend': ofPlace((s) => ({
    order: s.orders.live,
    who: s.posts.grid_worker,
    dueAt: instant(START + 20 * HOUR_MS),
    reason: '等材料',
  })),
  'orders.noteCall': ofPlace((s) => ({
    id: id(),
    order: s.orders.toCall,
    who: s.posts.grid_worker,
    state: 'understood',
    note: '电话里说知道了',
  })),
  'orders.chase': nobody((s) => ({ id: s.orders.live, step: 1 })),
  'orders.chaseRecipient': nobody((s) => ({ order: s.orders.live, who: s.posts.grid_worker, step: 1 })),
  'orders.keepMonths': nobody(() => ({ month: '2026-09' })),
}

const alert = `<alert xmlns="urn:oasis:names:tc:${'emergency'}:cap:1.2"><identifier>1</identifier><sender>x</sender><sent>2026-09-01T09:00:00+08:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope></alert>`
const warnings: Expected = {
  'orders.warn': inOwnName(() => ({
    id: id(),
    hazard: 'flood',
    grade: 'II',
    startsAt: instant(START),
    endsAt: instant(START + 20 * HOUR_MS),
    area: [STAGE.township],
    matter: '江水上涨',
    measures: '转移',
  })),
  'orders.endWarning': [
    trial({
      input: (s) => ({ id: s.orders.warning, reason: '雨停了' }),
      staff: OFFICES,
      beside: 'forbidden',
    }),
  ],
  'orders.warnings': open(),
  'orders.warningCap': open((s: Scene) => ({ id: s.orders.warning })),
  'orders.readCap': [trial({ input: { xml: alert }, staff: ['county_command', 'city_command'], far: 'answers' })],
}

export const ofOrders: Expected = { ...issuing, ...reading, ...answering, ...warnings }
