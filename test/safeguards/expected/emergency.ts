import { STAGE } from '../../../demo/cast.ts'
import { SHIPPED } from '#modules/emergency/playbooks.ts'
import type { StaffRole } from '../players.ts'
import { id, type Scene, TODAY } from '../scene.ts'
import { type Expected, EVERYBODY, nobody, open, trial, type Trial } from './trial.ts'

/** Who may speak for a government: the two command rooms, each for its own place. */
const COMMANDS: readonly StaffRole[] = ['county_command', 'city_command']
const NODES: readonly StaffRole[] = ['village_cadre', 'township_room', ...COMMANDS]
const SAID = { legalBasis: '《突发事件应对法》第六十三条', reason: '暴雨红色预警' }

const commands = (input: Trial['input'], far: 'forbidden' | 'not_found' = 'not_found') => [
  trial({ input, staff: COMMANDS, far }),
]
const everybody = (input: Trial['input']) => [trial({ input, staff: EVERYBODY, far: 'answers' })]
const hasRows = (answer: { rows: unknown[] }): boolean => answer.rows.length > 0
const plan = { playbook: 'snow', level: 'III', area: [STAGE.village] }
const round = (no: number) => (s: Scene) => ({ activation: s.emergency.active, place: STAGE.village, no })

const deciding: Expected = {
  'emergency.playbooks': everybody(() => ({})),
  'emergency.levers': everybody(() => ({})),
  // One playbook holds for the whole city.
  'emergency.setPlaybook': [
    trial({
      input: () => {
        const { shipped: _, ...book } = SHIPPED.find(({ code }) => code === 'snow') ?? SHIPPED[0] ?? ({} as never)
        return { ...book, fromDay: TODAY, reason: '按本市预案' }
      },
      staff: ['city_command'],
    }),
  ],
  'emergency.preview': commands(() => plan, 'forbidden'),
  'emergency.tryOnPast': commands(() => ({ ...plan, from: '2026-06-01', until: '2026-07-01' }), 'forbidden'),
  'emergency.declare': commands(
    () => ({ ...plan, ...SAID, id: id(), decision: id(), hours: 24, reviewHours: 12 }),
    'forbidden',
  ),
  'emergency.extend': commands((s) => ({
    ...SAID,
    id: s.emergency.toExtend,
    decision: id(),
    hours: 24,
    reviewHours: 12,
  })),
  'emergency.changeLevel': commands((s) => ({ ...SAID, id: s.emergency.toRegrade, decision: id(), level: 'III' })),
  'emergency.confirm': commands((s) => ({ decision: s.emergency.proposed })),
  'emergency.drop': commands((s) => ({ decision: s.emergency.refused, reason: '雨停了' })),
  'emergency.end': commands((s) => ({ ...SAID, id: s.emergency.toEnd, decision: id() })),
  'emergency.file': commands((s) => ({ id: s.emergency.active, number: '衢常备2026-1', day: TODAY })),
  'emergency.review': commands((s) => ({ id: s.emergency.active, finding: '还需要', nextHours: 12 })),
  'emergency.note': commands((s) => ({ id: s.emergency.active, entry: id(), text: '请求增援' })),
  'emergency.current': open(),
  'emergency.list': open(),
  'emergency.get': everybody((s) => ({ id: s.emergency.active })),
  'emergency.log': everybody((s) => ({ id: s.emergency.active })),
  'emergency.home': everybody(() => ({})),
  'emergency.expire': nobody((s) => ({ id: s.emergency.due })),
  'emergency.remind': nobody((s) => ({ id: s.emergency.active, what: 'review', due: 'x' })),
}

const reporting: Expected = {
  'emergency.tell': [trial({ input: (s) => ({ ...round(4)(s), figures: { moved: 2 } }), staff: NODES })],
  'emergency.approve': [trial({ input: round(2), staff: NODES })],
  // At the top of it the node is the one above itself.
  'emergency.giveBack': [trial({ input: (s) => ({ ...round(3)(s), reason: '数字不对' }), staff: NODES })],
  'emergency.situation': [
    trial({
      input: (s) => ({ activation: s.emergency.active }),
      staff: [...NODES, 'department_officer', 'auditor'],
      beside: 'answers',
    }),
  ],
  'emergency.trend': [
    trial({
      input: (s) => ({ activation: s.emergency.active, figure: 'moved' }),
      staff: [...NODES, 'department_officer', 'auditor'],
      beside: 'answers',
    }),
  ],
}

const assessment = (s: Scene) => ({
  id: id(),
  activation: s.emergency.settling,
  table: 'relief.shelter',
  item: s.emergency.shelter,
  ground: 'evidence',
  legality: '《行政诉讼法》第三十三条',
  necessity: '涉及赔偿争议',
  safety: '两人专管，加密保存',
  until: '2026-12-01',
})

const ending: Expected = {
  'emergency.keep': commands(assessment),
  'emergency.release': commands((s) => ({ id: s.emergency.kept, reason: '争议已了结' })),
  'emergency.destroy': commands((s) => ({ id: s.emergency.toDestroy, reason: '无需保留' })),
  // Of another organ than the one that decided; which is none of those who command here.
  'emergency.witness': [
    trial({
      input: (s) => ({ certificate: s.emergency.certificate }),
      staff: ['auditor', 'department_officer', 'security_admin'],
      far: 'not_found',
      beside: 'answers',
    }),
  ],
  'emergency.certificate': open((s: Scene) => ({ id: s.emergency.certificate })),
  'emergency.kept': [
    trial({ input: (s) => ({ activation: s.emergency.settling }), staff: [...COMMANDS, 'auditor'], sees: hasRows }),
  ],
  'emergency.keepable': [
    trial({
      input: (s) => ({ activation: s.emergency.settling, table: 'relief.shelter' }),
      staff: COMMANDS,
      sees: hasRows,
    }),
  ],
  'emergency.dataSets': [
    trial({ input: (s) => ({ activation: s.emergency.settling }), staff: [...COMMANDS, 'auditor'] }),
  ],
  'emergency.afterAction': everybody((s) => ({ id: s.emergency.closed })),
  'emergency.advance': nobody((s) => ({ id: s.emergency.toDestroy, step: 'destroy', at: 0 })),
  'emergency.destroyKept': nobody((s) => ({ id: s.emergency.kept })),
}

export const ofEmergency: Expected = { ...deciding, ...reporting, ...ending }
