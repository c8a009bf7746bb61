import { STAGE } from '../../../demo/cast.ts'
import { LIST } from '../match-scene.ts'
import type { StaffRole } from '../players.ts'
import { id, type Scene } from '../scene.ts'
import { type Expected, nobody, trial, type Trial } from './trial.ts'

const LOCAL: readonly StaffRole[] = ['grid_worker', 'village_cadre', 'township_room']
/** The two offices that keep whole lists. */
const OFFICES: readonly StaffRole[] = ['village_cadre', 'township_room']
const HIDDEN = { county_command: 'not_found', city_command: 'not_found' } as const
const UNSEEN = { county_command: 'empty', city_command: 'empty' } as const
const rows: Trial['sees'] = (answer: { rows: unknown[] }) => answer.rows.length > 0

/** Within a township the county decides nothing and sees nothing of it. */
const pair = (input: (s: Scene) => Record<string, unknown>) => [
  trial({ input, staff: LOCAL, but: HIDDEN, far: 'not_found' }),
]
const office = (
  input: Trial['input'],
  far: 'not_found' | 'forbidden' | 'empty' | 'answers' = 'not_found',
  sees?: Trial['sees'],
) => [trial({ input, staff: OFFICES, far, ...(sees ? { sees } : {}) })]

const matches: Expected = {
  'matches.search': office(() => ({ id: id(), place: STAGE.grid }), 'forbidden'),
  'matches.carryOut': nobody((s) => ({ id: s.matches.search })),
  'matches.searchMonthly': nobody(() => ({ place: STAGE.township })),
  'matches.decide': pair((s) => ({ pair: s.matches.pair, verdict: 'different' })),
  'matches.undo': pair((s) => ({ pair: s.matches.decided })),
  'matches.list': [trial({ input: { place: STAGE.grid }, staff: LOCAL, but: UNSEEN, far: 'empty', sees: rows })],
  'matches.get': pair((s) => ({ pair: s.matches.pair })),
  'matches.figures': [
    trial({
      input: { place: STAGE.grid },
      staff: LOCAL,
      but: UNSEEN,
      far: 'empty',
      sees: (answer: { open: number }) => answer.open > 0,
    }),
  ],
}

const imports: Expected = {
  'homes.takeImport': office(() => ({ id: id(), place: STAGE.village, name: 'a.csv', bytes: LIST }), 'forbidden'),
  'homes.checkImport': office((s) => ({ id: s.matches.taken })),
  'homes.commitImport': office((s) => ({ id: s.matches.checked })),
  'homes.dropImport': office((s) => ({ id: s.matches.taken })),
  'homes.forgetImport': nobody((s) => ({ id: s.matches.taken })),
  'homes.imports': office(() => ({ place: STAGE.village }), 'empty', rows),
  'homes.import': office((s) => ({ id: s.matches.taken })),
  'homes.importReport': office((s) => ({ id: s.matches.checked })),
  'homes.importReportFile': office((s) => ({ id: s.matches.checked })),
  'homes.importTemplate': office(() => ({}), 'answers'),
  'homes.export': office(() => ({ place: STAGE.village, reason: '入户前核对' })),
}

export const ofMatches: Expected = { ...matches, ...imports }
