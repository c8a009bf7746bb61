import type { Grants } from '#kernel/authorise.ts'

const OFFICES = {
  village_cadre: 'place',
  township_room: 'place',
  county_command: 'place',
  city_command: 'place',
} as const
const ABOVE = { township_room: 'place', county_command: 'place', city_command: 'place' } as const
const NEAR = { grid_worker: 'place', ...OFFICES } as const
/** Whoever is near, and whoever it was given to by post, wherever that is. */
const NEAR_OR_MINE = {
  grid_worker: ['place', 'self'],
  village_cadre: ['place', 'self'],
  township_room: ['place', 'self'],
  county_command: ['place', 'self'],
  city_command: ['place', 'self'],
  staff: 'self',
} as const

export const grants = {
  // Where one can go is everybody's business; who is inside is not.
  'relief.shelters': { everyone: 'any' },
  'relief.openShelter': OFFICES,
  'relief.takeIn': NEAR_OR_MINE,
  'relief.evacuate': OFFICES,
  'relief.noteEvacuee': NEAR_OR_MINE,
  'relief.evacuees': NEAR_OR_MINE,
  // Whether a house is safe again is not the village's to say alone.
  'relief.allowReturn': ABOVE,
  'relief.startSweep': OFFICES,
  'relief.knock': NEAR,
  'relief.startCheck': ABOVE,
  // Nobody signs for what he laid himself (relief.signCheck).
  'relief.signCheck': ABOVE,
  'relief.answerLine': NEAR,
  'relief.disputeLine': { staff: 'self', resident: 'self' },
  'relief.answerDispute': ABOVE,
  'relief.callDispute': {},
  'relief.endCheck': {},
  'relief.endedChecks': { everyone: 'any' },
  // 县级以上人民政府及其部门 (突发事件应对法 12)
  'relief.takeItem': { department_officer: 'organ', county_command: 'place', city_command: 'place' },
  'relief.returnItem': { department_officer: 'organ', ...ABOVE },
  'relief.items': {
    department_officer: ['organ', 'self'],
    township_room: ['place', 'self'],
    county_command: ['place', 'self'],
    city_command: ['place', 'self'],
    auditor: ['place', 'self'],
    staff: 'self',
    resident: 'self',
  },
  'relief.startStay': ABOVE,
  'relief.askNeed': { ...NEAR_OR_MINE, resident: 'self' },
  'relief.bringNeed': NEAR_OR_MINE,
  'relief.stays': { ...NEAR_OR_MINE, resident: 'self' },
  'relief.givePass': OFFICES,
  // The code opens the pass; where the checkpoint is, decides who may ask for it.
  'relief.crossPass': {
    grid_worker: ['place', 'secret'],
    village_cadre: ['place', 'secret'],
    township_room: ['place', 'secret'],
    county_command: ['place', 'secret'],
    city_command: ['place', 'secret'],
  },
  'relief.passes': { ...NEAR_OR_MINE, resident: 'self' },
  'relief.takeCall': { operator: 'place', ...OFFICES },
  'relief.offerShift': OFFICES,
  // Members who reported in and volunteers alike.
  'relief.claimSeat': { staff: 'self', resident: 'self' },
  'relief.shifts': { staff: ['place', 'self'], resident: 'self' },
  'relief.seek': { resident: 'self', ...NEAR },
  'relief.matchSeek': OFFICES,
  // A firm stands at a village or above it: a grid does not speak for it.
  'relief.askForFirm': OFFICES,
  'relief.answerFirm': { department_officer: 'organ', ...ABOVE },
  'relief.firmProblems': { department_officer: 'organ', ...OFFICES },
  'relief.mine': { staff: 'self', resident: 'self' },
  // Departments see which tools are open, and what firms and the ledger of property wait for.
  // What is open is told to everybody when it opens.
  'relief.open': { everyone: 'any' },
  'relief.room': { ...NEAR, operator: 'place', department_officer: 'organ' },
} satisfies Grants
