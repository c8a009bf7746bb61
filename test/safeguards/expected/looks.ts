import { cast } from '../../../demo/cast.ts'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import { START } from '#test/city/house.ts'
import { id } from '../scene.ts'
import { type Expected, nobody, shows, trial } from './trial.ts'

const ON = dayOf(START + 20 * DAY_MS)
const person = cast.wangJianping.id
const ASKING = ['township_room', 'department_officer', 'county_command', 'city_command'] as const
const AT_WORK = ['grid_worker', 'village_cadre', ...ASKING, 'operator'] as const
const DECIDING = ['county_command', 'city_command'] as const
const delayed = (more = {}) => ({
  person,
  article: 'pipl_35',
  reason: '提前告知将妨碍依法履行职责',
  appearsOn: ON,
  ...more,
})

export const ofLooks: Expected = {
  'consents.lookGroups': [
    trial({
      otherwise: 'answers',
      far: 'answers',
      resident: 'answers',
      sees: (answer: { rows: unknown[] }, _s, who) => who.role !== 'resident' || answer.rows.length > 0,
    }),
  ],
  'consents.askDelay': [trial({ input: () => ({ id: id(), ...delayed() }), staff: ASKING, far: 'answers' })],
  'consents.decideDelay': [
    trial({ input: (s) => ({ id: s.looks.delay, approve: true }), staff: DECIDING, far: 'not_found' }),
  ],
  'consents.endDelay': [
    trial({
      input: (s) => ({ id: s.looks.running }),
      staff: ['township_room', ...DECIDING],
      but: { department_officer: 'not_found' },
      far: 'not_found',
      beside: 'not_found',
    }),
  ],
  'consents.delays': [
    trial({
      staff: ['auditor', 'township_room', ...DECIDING],
      but: { department_officer: 'empty' },
      far: 'empty',
      beside: 'empty',
      sees: shows((s) => s.looks.delay),
    }),
  ],
  'consents.disclose': nobody((s) => ({ id: s.looks.running })),
  'consents.breakGlass': [
    trial({
      input: () => ({ id: id(), person, reason: '老人走失，要马上联系家人' }),
      staff: AT_WORK,
      far: 'answers',
    }),
  ],
  'consents.closeGlass': [
    trial({
      input: (s) => ({ id: s.looks.glass }),
      but: { village_cadre: 'answers' },
      otherwise: 'not_found',
      far: 'not_found',
    }),
  ],
  'consents.glasses': [
    trial({
      staff: ['auditor', 'village_cadre'],
      otherwise: 'empty',
      far: 'empty',
      sees: shows((s) => s.looks.glass),
    }),
  ],
  'consents.tellGlass': nobody((s) => ({ id: s.looks.glass })),
  'consents.addOutside': [
    trial({
      input: () => ({ id: id(), code: 'tried', name: { zh: '试' }, may: ['consents.heartbeat'], endsOn: ON }),
      staff: ['security_admin'],
      far: 'answers',
    }),
  ],
  'consents.endOutside': [
    trial({ input: (s) => ({ id: s.looks.outside }), staff: ['security_admin'], far: 'answers' }),
  ],
  'consents.outside': [trial({ staff: ['security_admin', 'auditor'], far: 'answers' })],
  // Of credentials alone: outside.story.test.ts asks with one.
  'consents.findUsage': nobody({ userCode: cast.wangJianping.idNumber, userId: 'x' }),
  'consents.usagePeriod': nobody(),
  'consents.heartbeat': nobody(),
  'consents.reportUsage': nobody({
    usages: [
      {
        ref: 'a',
        userCode: cast.wangJianping.idNumber,
        logtime: '2026-08-01T00:00:00Z',
        action: '查看',
        receiverCode: 'r',
      },
    ],
  }),
}
