import { cast, STAGE } from '../../demo/cast.ts'
import { START, type House } from '#test/city/house.ts'
import { answerForm } from '#modules/fields/contract.ts'
import { consentFor, contestValue } from '#modules/fields/contract-contests.ts'
import { takePaper } from '#modules/fields/contract-paper.ts'
import { addDwelling, moveIn } from '#modules/homes/contract.ts'
import type { Player } from './players.ts'
import { id } from './scene.ts'

/** A household of the resident concerned with two children, what he contests about it, and entries to look at. */
export type ContestsScene = {
  household: never
  /** Lies with the township's office, and with a department. */
  contest: never
  ofOrgan: never
  /** Of the office too: to be passed on, and to be taken back. */
  passed: never
  back: never
  child: never
  consented: never
  consent: never
  /** A consent on paper of the resident. */
  paper: never
  suspicion: string
}

const ANSWERS = {
  'household.dogs': 1,
  'household.ebikes': 2,
  'household.cars': 0,
  'household.poultry': 5,
  'household.gasBottles': 1,
} as const

export async function setContests(house: House, near: (role: Player['role']) => Player): Promise<ContestsScene> {
  const s = {
    household: id(),
    contest: id(),
    ofOrgan: id(),
    passed: id(),
    back: id(),
    child: id(),
    consented: id(),
    consent: id(),
    paper: id(),
  }
  const [worker, resident] = [near('grid_worker').actor, near('resident').actor]
  await house.rows(`update people.person set born = '1975-10-02' where id = '${cast.wangJianping.id}'`)
  await house.rows(`delete from homes.member where person = '${cast.wangJianping.id}'`)
  const dwelling = id()
  await house.send(worker, addDwelling, { id: dwelling, place: STAGE.grid, address: '余东村东山路 7 号' })
  const child = (person: never, name: string) => ({
    id: id(),
    resident: { id: person, name, born: '2019-01-01' },
    relation: 'child' as const,
  })
  await house.send(worker, moveIn, {
    household: s.household,
    dwelling,
    members: [
      { id: id(), person: cast.wangJianping.id as never, relation: 'head' },
      child(s.child, '汪小一'),
      child(s.consented, '汪小二'),
    ],
  })
  const about = { subjectKind: 'household' as const, subject: s.household }
  await house.send(worker, answerForm, {
    answers: Object.entries(ANSWERS).map(([field, value]) => ({ ...about, field, value, base: null })),
  })
  await house.send(resident, contestValue, {
    id: s.contest,
    ...about,
    field: 'household.dogs',
    says: 0,
    why: '没有养狗',
  })
  await house.send(resident, contestValue, { id: s.ofOrgan, ...about, field: 'household.ebikes', says: 1, why: '一辆' })
  const wrong = (contest: never, field: string) =>
    house.send(resident, contestValue, { id: contest, ...about, field, says: 0, why: '没有了' })
  await wrong(s.passed, 'household.poultry')
  await wrong(s.back, 'household.gasBottles')
  await house.rows(
    `update fields.contest set organ = '${near('department_officer').actor.organ}' where id = '${s.ofOrgan as string}'`,
  )
  await house.send(resident, consentFor, { id: s.consent, child: s.consented, purpose: 'minor_care' })
  await house.send(worker, takePaper, {
    id: s.paper,
    person: cast.wangJianping.id as never,
    purpose: 'care_support',
    signedOn: '2026-08-01',
    sheet: 'AAAA',
  })
  const suspicion = id() as string
  await house.rows(`insert into fields.suspicion (id, sign, fields, entries, place, doors, near_share, chance, found_at)
    select '${suspicion}', 'constant', '{household.dogs}', array_agg(distinct entry), '${STAGE.grid}', 12, 0.3, 0.00001, '${new Date(START).toISOString()}'
    from fields.value where subject = '${s.household as string}'`)
  return { ...s, suspicion }
}
