import type { Protected } from '#kernel/policies.ts'
import {
  evacuation,
  shelters,
  sweeps,
  checks,
  homeStay,
  passes,
  hotline,
  shifts,
  reunification,
  firms,
} from './levers.ts'

/** Whoever brings somebody and whoever takes him in are often of different places. */
const ESCORT_OR_KEEPER = `case when keeper::text = current_setting('app.post', true) then keeper else escort end`

/** Parts stand after what they belong to: destruction goes backwards. */
export const protects: Protected[] = [
  {
    table: 'relief.shelter',
    permissions: ['relief.openShelter', 'relief.shelters'],
    place: 'place',
    within: shelters.name,
  },
  {
    table: 'relief.evacuee',
    permissions: ['relief.room', 'relief.evacuate', 'relief.evacuees', 'relief.noteEvacuee', 'relief.mine'],
    place: 'place',
    person: 'person',
    post: ESCORT_OR_KEEPER,
    within: evacuation.name,
  },
  {
    table: 'relief.evacuee_word',
    permissions: [],
    through: { table: 'relief.evacuee', on: 'parent.id = evacuee_word.about' },
    within: evacuation.name,
  },
  { table: 'relief.sweep', permissions: ['relief.startSweep'], place: 'place', within: sweeps.name },
  {
    table: 'relief.door',
    permissions: ['relief.room', 'relief.startSweep', 'relief.knock', 'relief.mine'],
    place: 'place',
    person: 'head',
    within: sweeps.name,
  },
  {
    table: 'relief.knock',
    permissions: [],
    through: { table: 'relief.door', on: 'parent.id = knock.about' },
    within: sweeps.name,
  },
  {
    table: 'relief.check',
    permissions: ['relief.startCheck', 'relief.endCheck'],
    place: 'place',
    within: checks.name,
  },
  {
    table: 'relief.line',
    permissions: ['relief.room', 'relief.startCheck', 'relief.answerLine', 'relief.disputeLine', 'relief.mine'],
    place: 'place',
    person: 'person',
    within: checks.name,
  },
  {
    table: 'relief.line_word',
    permissions: [],
    through: { table: 'relief.line', on: 'parent.id = line_word.about' },
    within: checks.name,
  },
  // What is left of a list is written when it is destroyed, in peace too.
  { table: 'relief.ended_check', permissions: ['relief.endedChecks'], place: 'place' },
  // A ledger by law: taken under a hold (commands), given back and paid for in peace too.
  {
    table: 'relief.item',
    permissions: ['relief.room', 'relief.takeItem', 'relief.returnItem', 'relief.items'],
    place: 'place',
    person: 'owner_person',
    organ: 'taken_organ',
  },
  {
    table: 'relief.stay',
    permissions: ['relief.room', 'relief.startStay', 'relief.stays', 'relief.askNeed'],
    place: 'place',
    person: 'person',
    post: 'helper',
    within: homeStay.name,
  },
  {
    table: 'relief.need',
    permissions: [],
    through: { table: 'relief.stay', on: 'parent.id = need.stay' },
    within: homeStay.name,
  },
  {
    table: 'relief.pass',
    permissions: ['relief.room', 'relief.givePass', 'relief.passes', 'relief.crossPass'],
    place: 'place',
    person: 'person',
    token: 'token',
    within: passes.name,
  },
  {
    table: 'relief.crossing',
    permissions: ['relief.room', 'relief.crossPass', 'relief.passes'],
    place: 'place',
    person: 'person',
    within: passes.name,
  },
  {
    table: 'relief.call',
    permissions: ['relief.room', 'relief.takeCall', 'relief.mine'],
    place: 'place',
    person: 'person',
    within: hotline.name,
  },
  { table: 'relief.shift', permissions: ['relief.offerShift'], place: 'place', within: shifts.name },
  {
    table: 'relief.seat',
    permissions: ['relief.offerShift', 'relief.claimSeat', 'relief.shifts'],
    place: 'place',
    person: 'person',
    within: shifts.name,
  },
  {
    table: 'relief.seek',
    permissions: ['relief.room', 'relief.seek', 'relief.matchSeek'],
    place: 'place',
    person: 'contact',
    within: reunification.name,
  },
  {
    table: 'relief.firm_problem',
    permissions: ['relief.room', 'relief.askForFirm', 'relief.answerFirm', 'relief.firmProblems'],
    place: 'place',
    organ: 'owner',
    within: firms.name,
  },
  { table: 'relief.firm', permissions: ['relief.room', 'relief.askForFirm'], place: 'place', within: firms.name },
]
