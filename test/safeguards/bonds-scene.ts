import { cast, STAGE } from '../../demo/cast.ts'
import { instant } from '#kernel/clock.ts'
import { asOwner } from '#kernel/db.ts'
import { noteDone } from '#modules/bonds/api.ts'
import { makeBond, stand } from '#modules/bonds/contract.ts'
import { claimWork, offerWork } from '#modules/bonds/contract-reporting.ts'
import type { House } from '#test/city/house.ts'
import type { Player } from './players.ts'
import { id, TODAY } from './scene.ts'

/** A bond to the resident's household, somebody who stands ready, a hand-over file to the grid worker, work to be claimed. */
export type BondsScene = Record<'household' | 'bond' | 'answerer' | 'file' | 'neighbour' | 'work' | 'claim', never>

export async function setBonds(house: House, near: (role: Player['role']) => Player): Promise<BondsScene> {
  const cadre = near('village_cadre').actor
  const [home] = await house.rows<{ household: never }>(
    `select household from homes.member where person = '${cast.wangJianping.id}' and until_day is null`,
  )
  const [neighbour] = await house.rows<{ id: never }>(
    `select id from posts.post where person = '${cast.yuXiaoqing.id}'`,
  )
  if (!home || !neighbour) throw new Error('the resident of the stage lives nowhere')
  const s: BondsScene = {
    household: home.household,
    bond: id(),
    answerer: id(),
    file: id(),
    neighbour: neighbour.id,
    work: id(),
    claim: id(),
  }
  const person = (one: string) => ({ kind: 'person', id: one }) as const
  const kind = 'member_household'
  await house.rows(`delete from bonds.bond where person = '${cast.yuWeidong.id}'`)
  await house.send(cadre, makeBond, {
    id: s.bond,
    kind,
    from: person(cast.yuWeidong.id),
    to: { kind: 'household', id: s.household },
  })
  await house.send(cadre, stand, { id: s.answerer, kind, place: STAGE.village, source: person(cast.huWeiping.id) })
  await house.rows(`insert into bonds.file (id, was, became, place, day, unit, days, calendar, due_at)
    values ('${String(s.file)}', '${near('village_cadre').post}', '${near('grid_worker').post}', '${STAGE.grid}', '${TODAY}', 'work', 10, 'x', now())`)
  await house.rows(`insert into bonds.rotation (id, place, day, note, moves, despite, at) values ('${String(id())}', '${STAGE.village}', '${TODAY}', '', 1, '[]', now());
    insert into bonds.file_line (file, kind, subject, place, text) values ('${String(s.file)}', 'bond', '${String(s.bond)}', '${STAGE.grid}', '余东路 1 号');
    insert into bonds.saying (id, bond, place, by_side, person, text, at) values ('${String(id())}', '${String(s.bond)}', '${STAGE.grid}', 'household', '${cast.wangJianping.id}', '来得很勤', now());
    insert into bonds.substitute (id, place, person, by_person, from_day, until_day, reason, at)
      values ('${String(id())}', '${STAGE.village}', '${cast.yuWeidong.id}', '${String(id())}', '${TODAY}', '2026-12-31', '住院', now());
    insert into fields.compared (place, day, found) values ('${STAGE.township}', '${TODAY}', 0)`)
  await reportIn(house, near, s)
  return s
}

async function reportIn(house: House, near: (role: Player['role']) => Player, s: BondsScene): Promise<void> {
  const [cadre, officer] = [near('village_cadre').actor, near('department_officer').actor]
  await house.rows(`delete from bonds.bond where kind = 'department_community' and place = '${STAGE.village}'`)
  await house.send(cadre, makeBond, {
    id: id(),
    kind: 'department_community',
    from: { kind: 'organ', id: officer.organ ?? '' },
    to: { kind: 'place', id: STAGE.village },
  })
  const taken = id()
  for (const work of [s.work, taken])
    await house.send(cadre, offerWork, {
      id: work,
      place: STAGE.village,
      title: '上门听意见',
      seats: 2,
      from: TODAY,
      until: '2026-12-31',
    })
  await house.send(officer, claimWork, { id: s.claim, work: taken })
  const done = { kind: 'order' as const, subject: id(), place: STAGE.grid, at: instant(house.clock.now()) }
  await asOwner(house.p.db, (tx) => noteDone(tx, { ...done, person: officer.person ?? '' }))
}
