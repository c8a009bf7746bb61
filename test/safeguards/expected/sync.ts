import { id, type Scene } from '../scene.ts'
import { type Expected, nobody, oneself, open, trial, type Trial } from './trial.ts'

const known = ({ sync }: Scene) => ({ device: sync.device, token: sync.token })
const deciding =
  (decision: 'again' | 'drop') =>
  ({ sync }: Scene) => ({ person: sync.person, key: sync.parcel, decision, reason: '已经不用办了' })
/** A list of one's own: whoever has nothing there finds nothing. */
const own = (s: { input?: (s: Scene) => Record<string, unknown>; sees: Trial['sees']; also?: object }) =>
  trial({
    input: s.input ?? {},
    otherwise: 'empty',
    but: { grid_worker: 'answers', ...s.also },
    far: 'empty',
    resident: 'empty',
    sees: s.sees,
  })

export const ofSync: Expected = {
  'sync.register': oneself({ input: (s) => ({ device: id(), token: s.sync.token, name: '手机' }) }),
  'sync.contact': open(known),
  'sync.wiped': open((s) => ({ ...known(s), unsent: 0 })),
  'sync.wipe': [
    trial({
      input: (s) => ({ id: s.sync.row, reason: '手机丢了' }),
      otherwise: 'not_found',
      but: { grid_worker: 'answers', security_admin: 'answers' },
      far: 'not_found',
      farBut: { security_admin: 'forbidden' },
      resident: 'not_found',
    }),
  ],
  'sync.devices': [
    own({
      sees: (answer: { rows: { id: string }[] }, s) => answer.rows.some((row) => row.id === s.sync.row),
      also: { security_admin: 'answers' },
    }),
  ],
  // What is taken along is what the queries in it let see; on somebody else's phone that is nothing.
  'sync.bundle': [
    trial({
      input: (s) => ({ device: s.sync.device }),
      otherwise: 'empty',
      but: { grid_worker: 'answers' },
      far: 'empty',
      sees: (answer: { entries: unknown[] }) => answer.entries.length > 0,
    }),
  ],
  'sync.backlog': [
    own({
      sees: (answer: { rows: { key: string }[] }, s) => answer.rows.some((row) => row.key === s.sync.parcel),
      also: { township_room: 'answers' },
    }),
  ],
  'sync.decide': [
    trial({
      input: deciding('drop'),
      staff: ['grid_worker', 'township_room'],
      otherwise: 'not_found',
      far: 'not_found',
      resident: 'not_found',
    }),
    trial({
      what: 'letting it go out, which is an act of its maker',
      input: deciding('again'),
      staff: ['grid_worker'],
      otherwise: 'not_found',
      but: { township_room: 'forbidden' },
      far: 'not_found',
      resident: 'not_found',
    }),
  ],
  'sync.stranded': [
    trial({
      input: (s) => ({ person: s.sync.person, key: s.sync.stranded }),
      staff: ['township_room'],
      far: 'not_found',
    }),
  ],
  'sync.carried': [
    trial({
      input: (s) => ({ person: s.sync.person, key: s.sync.stranded, reason: '替他办了' }),
      staff: ['township_room'],
      far: 'not_found',
    }),
  ],
  'sync.note': oneself({ input: (s) => ({ device: s.sync.device, skewMs: 0, rows: [] }) }),
  'sync.standing': [
    own({
      input: (s) => ({ keys: [s.sync.parcel] }),
      sees: (answer: { rows: unknown[] }) => answer.rows.length > 0,
    }),
  ],
  'sync.behind': oneself(),
  'sync.strand': nobody((s) => ({ person: s.sync.person, key: s.sync.parcel })),
  'sync.clear': nobody(),
}
