import { STAGE } from '../../../demo/cast.ts'
import { instant } from '#kernel/clock.ts'
import { START } from '#test/city/house.ts'
import type { StaffRole } from '../players.ts'
import { id } from '../scene.ts'
import { type Expected, open, shows, trial } from './trial.ts'

const OFFICES: readonly StaffRole[] = ['village_cadre', 'township_room', 'county_command', 'city_command']
const ABOVE: readonly StaffRole[] = ['township_room', 'county_command', 'city_command']
const NEAR: readonly StaffRole[] = ['grid_worker', ...OFFICES]
const NOW = instant(START)

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
      sees: (answer: { rows: { total: number }[] }) => answer.rows.some(({ total }) => total > 0),
    }),
  ],
}

export const ofRelief: Expected = { ...evacuation }
