import { STAGE } from '../../demo/cast.ts'
import { HOUR_MS, instant } from '#kernel/clock.ts'
import { SHIPPED } from '#modules/emergency/playbooks.ts'
import { type House, START } from '#test/city/house.ts'
import { id } from './scene.ts'

/**
 * Emergencies of the stage's village, all of them drills: one in force for each thing that may be done to one, proposals, one whose
 * data wait for their destruction, one with a certificate. Written down as they would stand: to begin one would raise posts for the players.
 */
export type EmergencyScene = Record<
  | 'active'
  | 'toExtend'
  | 'toRegrade'
  | 'toEnd'
  | 'due'
  | 'proposed'
  | 'refused'
  | 'settling'
  | 'toDestroy'
  | 'closed'
  | 'shelter'
  | 'kept'
  | 'certificate',
  never
>

const at = (hours: number): string => instant(START + hours * HOUR_MS)
/** Ninety-six hours old, with a round of reports a day. */
const [SINCE, SOON, OVER] = [at(-96), at(48), at(-1)]

const STATES = {
  active: ['active', STAGE.village],
  toExtend: ['active', STAGE.village],
  toRegrade: ['active', STAGE.village],
  toEnd: ['active', STAGE.village],
  due: ['active', STAGE.village],
  proposed: ['proposed', '330802212'],
  refused: ['proposed', STAGE.village],
  settling: ['settling', STAGE.village],
  toDestroy: ['settling', STAGE.village],
  closed: ['closed', STAGE.village],
} as const

export async function setEmergency(house: House): Promise<EmergencyScene> {
  const book = SHIPPED.find(({ code }) => code === 'flood')
  await house.rows(`insert into emergency.playbook (code, version, kind, body, from_day, reason, shipped, at)
    values ('flood', 1, 'flood', '${JSON.stringify(book).replaceAll("'", "''")}', '2018-01-01', '-', true, '${SINCE}') on conflict do nothing`)
  const s = { shelter: id(), kept: id(), certificate: id() } as EmergencyScene
  let no = 0
  for (const [name, [state, place]] of Object.entries(STATES)) {
    const one = id()
    Object.assign(s, { [name]: state === 'proposed' ? await propose(house, one, place, ++no) : one })
    if (state !== 'proposed') await stand(house, one, { state, place, number: `26-D7${no++}`, due: name === 'due' })
  }
  await tellRounds(house, s)
  await gather(house, s)
  await certify(house, s)
  return s
}

type Standing = { state: string; place: string; number: string; due: boolean }
async function stand(house: House, one: never, { state, place, number, due }: Standing): Promise<void> {
  const ended = state !== 'active'
  await house.rows(`insert into emergency.activation (id, number, playbook, version, kind, level, place, area, drill, state, legal_basis, reason,
      issuer, since, ends_at, review_at, filing_due, ended_at, why_ended, step, destroy_at, at)
    values ('${String(one)}', '${number}', 'flood', 1, 'flood', 'IV', '${place}', '{${place}}', true, '${state}', '第六十三条', '演练', '柯城区', '${SINCE}',
      '${due ? OVER : SOON}', '${SOON}', '2026-12-01', ${ended ? `'${OVER}', 'declared'` : 'null, null'}, ${state === 'settling' ? `'destroy', '${SOON}'` : 'null, null'}, '${SINCE}')`)
}

/** Of the decision that waits for its second person. */
async function propose(house: House, one: never, place: string, no: number): Promise<never> {
  const decision = id()
  await house.rows(`insert into emergency.activation (id, number, playbook, version, kind, level, place, area, drill, state, legal_basis, reason, at)
      values ('${String(one)}', '26-D8${no}', 'flood', 1, 'flood', 'IV', '${place}', '{${place}}', true, 'proposed', '第六十三条', '演练', '${at(0)}');
    insert into emergency.decision (id, activation, place, kind, level, state, hours, review_hours, legal_basis, reason, proposed_by, proposed_at)
      values ('${String(decision)}', '${String(one)}', '${place}', 'activate', 'IV', 'proposed', 24, 12, '第六十三条', '演练', '${String(id())}', '${at(0)}')`)
  return decision
}

/** The village has told the second round and fixed the third. */
const tellRounds = (house: House, s: EmergencyScene) =>
  house.rows(`insert into emergency.report (activation, place, no, state, own, figures, told_at, approved_at) values
      ('${String(s.active)}', '${STAGE.village}', 2, 'told', '{"moved": 3}', null, '${SINCE}', null),
      ('${String(s.active)}', '${STAGE.village}', 3, 'approved', '{"moved": 5}', '{"moved": 5}', '${SINCE}', '${SINCE}');
    insert into emergency.entry (id, activation, place, sort, text, at) values ('${String(id())}', '${String(s.active)}', '${STAGE.village}', 'note', '演练开始', '${SINCE}')`)

/** A shelter of the one that is over, and one that is kept of it. */
async function gather(house: House, s: EmergencyScene): Promise<void> {
  const [hold, kept] = [String(id()), String(id())]
  const shelter = (one: string): string =>
    `('${one}', '${hold}', '${STAGE.village}', '${at(-2)}', '村委会大楼', '余东村 1 号', 10, '${at(-2)}')`
  await house.rows(`insert into kernel.hold (id, lever, place, value, reason, under, starts_at, ends_at)
      values ('${hold}', 'relief.shelters', '${STAGE.village}', 'true', '演练', '${String(s.settling)}', '${SINCE}', '${OVER}');
    insert into relief.shelter (id, hold, place, touched_at, name, address, beds, opened_at) values ${shelter(String(s.shelter))}, ${shelter(kept)};
    insert into emergency.kept (id, activation, place, data_set, item, ground, legality, necessity, safety, until_day, at)
      values ('${String(s.kept)}', '${String(s.settling)}', '${STAGE.village}', 'relief.shelter', '${kept}', 'evidence', '依法', '有争议', '专人', '2026-12-01', '${OVER}')`)
}

const certify = (house: House, s: EmergencyScene) =>
  house.rows(`insert into emergency.certificate (id, activation, place, body, digest, at) values ('${String(s.certificate)}', '${String(s.closed)}', '${STAGE.village}',
      '${JSON.stringify(BODY).replace('ID', String(s.closed))}', 'x', '${OVER}');
    update emergency.activation set certificate = '${String(s.certificate)}' where id = '${String(s.closed)}';
    insert into emergency.destroyed (activation, place, data_set, rows, kept, hash, at) values ('${String(s.closed)}', '${STAGE.village}', 'relief.shelter', 1, 0, 'x', '${OVER}');
    insert into emergency.raised (id, activation, decision, place, sort, name, at)
      select '${String(id())}', activation, id, '${STAGE.village}', 'bond', 'team_community', '${SINCE}' from emergency.decision where place = '${STAGE.village}' limit 1;
    insert into emergency.after_action (activation, place, body, at) values ('${String(s.closed)}', '${STAGE.village}', '${JSON.stringify(REPORT)}', '${OVER}')`)

const BODY = {
  activation: 'ID',
  number: '26-D79',
  kind: 'flood',
  level: 'IV',
  drill: true,
  area: [{ code: STAGE.village, name: '余东村' }],
  since: SINCE,
  endedAt: OVER,
  whyEnded: 'declared',
  legalBasis: '第六十三条',
  issuer: '柯城区',
  at: OVER,
  method: '-',
  lines: [],
  kept: [],
  powers: [],
}
const REPORT = {
  timeline: [],
  decisions: 2,
  minutesToConfirm: 3,
  told: 9,
  orders: null,
  reports: { due: 3, approved: 1, late: 0, exceptions: 0 },
  powers: [],
  dataSets: [],
  acts: [],
  filingLate: false,
  reviewsLate: 0,
}
