import { cast, DEMO_PASSWORD, STAGE } from '../../../demo/cast.ts'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import { START } from '#test/city/house.ts'
import { type Expected, EVERYBODY, nobody, oneself, open, shows, trial } from './trial.ts'

const IN_A_WEEK = dayOf(START + 7 * DAY_MS)

const duties: Expected = {
  'duties.list': open(),
  'duties.suggest': open({ text: '路灯不亮' }),
  'duties.history': open({ code: '05-01' }),
  'duties.lines': open(),
  // One list holds for every place, so whoever holds the same role in a county alone may not change it.
  'duties.revise': [
    trial({
      input: { code: '05-01', from: IN_A_WEEK, reason: '缩短时限', changes: { acceptHours: 3 } },
      staff: ['city_command', 'system_admin'],
      far: 'forbidden',
    }),
  ],
}

const notices: Expected = {
  'notices.mine': [
    trial({
      staff: [],
      otherwise: 'answers',
      far: 'answers',
      resident: 'answers',
      other: 'empty',
      sees: (answer: { rows: { id: string }[] }, s, who) =>
        who.role !== 'resident' || answer.rows.some((row) => row.id === s.notice),
    }),
  ],
  // Marking what is somebody else's as read changes nothing: see widening.test.ts.
  'notices.read': oneself({ input: (s) => ({ ids: [s.notice] }) }),
  'notices.text': nobody((s) => ({ ids: [s.notice] })),
  'notices.forget': nobody(() => ({})),
}

const oversight: Expected = {
  'oversight.record': [
    trial({
      input: { place: STAGE.grid },
      staff: ['auditor'],
      far: 'empty',
      sees: (answer: { rows: unknown[] }) => answer.rows.length > 0,
    }),
  ],
  'oversight.verify': [trial({ staff: ['auditor'], far: 'answers' })],
  'oversight.outbox': [trial({ staff: ['auditor', 'system_admin'], far: 'answers' })],
  'oversight.revive': [trial({ input: (s) => ({ id: s.letter }), staff: ['system_admin'], far: 'answers' })],
  'oversight.drop': [
    trial({ input: (s) => ({ id: s.letter, reason: '无用' }), staff: ['system_admin'], far: 'answers' }),
  ],
}

const setting = (what: string, person: string, staff: readonly 'system_admin'[]) =>
  trial({ what, input: { person, password: 'a long new phrase 7' }, staff })
const signin: Expected = {
  'signin.password': open({ login: cast.huWeiping.login ?? '', password: DEMO_PASSWORD }),
  'signin.sendCode': open({ phone: cast.yuWeidong.phone }),
  'signin.code': [
    trial({
      input: { phone: cast.yuWeidong.phone, code: '000000' },
      otherwise: 'wrong_credentials',
      resident: 'wrong_credentials',
      stranger: 'wrong_credentials',
    }),
  ],
  'signin.out': open(),
  'signin.ways': open(),
  'signin.me': open(),
  'signin.actAs': [
    trial({
      what: 'in the own post',
      input: (_s, who) => ({ post: who.post ?? '019b7523-3400-7ca5-8001-000000000099' }),
      staff: EVERYBODY,
      far: 'answers',
    }),
    trial({
      what: "in somebody else's",
      input: (s) => ({ post: s.posts.county_command }),
      but: { county_command: 'answers' },
    }),
  ],
  // Residents have no password to change.
  'signin.changePassword': oneself({
    input: { current: DEMO_PASSWORD, next: 'another long phrase 7' },
    resident: 'wrong_credentials',
  }),
  'signin.startSecondFactor': oneself({ resident: 'not_found' }),
  'signin.finishSecondFactor': [trial({ input: { code: '123456' }, otherwise: 'not_found', resident: 'not_found' })],
  'signin.stopSecondFactor': oneself({ input: { password: DEMO_PASSWORD }, resident: 'wrong_credentials' }),
  'signin.setPassword': [
    setting('of a grid worker', cast.yuXuewen.id, ['system_admin']),
    setting('of the auditor', cast.yeWenjing.id, []),
    // Residents sign in with codes; who could give them a password could sign in as them.
    setting('of a resident', cast.wangJianping.id, []),
  ],
  'signin.sessions': [
    trial({
      otherwise: 'empty',
      but: { grid_worker: 'answers' },
      far: 'empty',
      resident: 'empty',
      sees: shows((s) => s.session),
    }),
  ],
  'signin.revoke': [
    trial({
      input: (s) => ({ id: s.session }),
      but: { grid_worker: 'answers' },
      far: 'not_found',
      otherwise: 'not_found',
      resident: 'not_found',
    }),
  ],
  'signin.provider': nobody({ claim: 'sub', value: 'yuxuewen' }),
  'signin.clear': nobody(),
}

export const ofTheHouse: Expected = { ...duties, ...notices, ...oversight, ...signin }
