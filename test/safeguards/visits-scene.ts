import { cast, STAGE } from '../../demo/cast.ts'
import { instant } from '#kernel/clock.ts'
import { recordVisit, settlePromise } from '#modules/visits/contract.ts'
import { answerProblem, callMeeting, findProblem, planOuting } from '#modules/visits/contract-days.ts'
import { keepVoice } from '#modules/visits/contract-inward.ts'
import type { House } from '#test/city/house.ts'
import type { Player } from './players.ts'
import { id, KIND, SECRET } from './scene.ts'

/** A visit to the resident's household with one of everything, and a Tuesday of its village. The stage begins on a Tuesday. */
export type VisitsScene = Record<
  | 'household'
  | 'visit'
  | 'note'
  | 'voice'
  | 'promise'
  | 'kept'
  | 'wish'
  | 'otherWish'
  | 'mandate'
  | 'rule'
  | 'meeting'
  | 'outing'
  | 'problem'
  | 'answered',
  never
> & { number: string }

export const WEDNESDAY = '2026-09-02'
export const NEXT_TUESDAY = '2026-09-08'

export async function setVisits(house: House, near: (role: Player['role']) => Player): Promise<VisitsScene> {
  const [home] = await house.rows<{ household: never }>(
    `select household from homes.member where person = '${cast.wangJianping.id}' and until_day is null`,
  )
  if (!home) throw new Error('the resident of the stage lives nowhere')
  const [visit, note, voice, promise, kept] = [id(), id(), id(), id(), id()]
  const worker = near('grid_worker').actor
  await house.send(worker, keepVoice, { id: voice, key: 'a.webm', type: 'audio/webm', bytes: 400 })
  const raised = id()
  const { number } = await house.send(worker, recordVisit, {
    id: visit,
    secret: SECRET,
    household: home.household,
    at: instant(house.clock.now()),
    outcome: 'talked',
    notes: [
      { id: note, text: '门口的水沟堵了' },
      { id: raised, text: '工钱还没有拿到', voice: { id: voice, seconds: 20 } },
    ],
    answers: [{ subjectKind: 'household', subject: home.household, field: 'household.atHome', value: 3, base: null }],
    cases: [{ id: id(), secret: SECRET, note: raised, kind: KIND as never, description: '工钱还没有拿到' }],
    promises: [
      { id: promise, text: '请人来疏通水沟', due: NEXT_TUESDAY },
      { id: kept, text: '送一张申请表来', due: NEXT_TUESDAY },
    ],
  })
  await house.send(worker, settlePromise, { id: kept, kept: true })
  const known = { household: home.household, visit, note, voice, promise, kept, number }
  return { ...known, ...(await wished(house, near, home.household)), ...(await tuesday(house, near)) }
}

/** By hand: of these a person has one or a few, and the scene is set more than once. */
async function wished(house: House, near: (role: Player['role']) => Player, household: string) {
  const fresh = (): string => id()
  const [wish, otherWish, mandate, use] = [fresh(), fresh(), fresh(), fresh()]
  const [wang, granny, nephew] = [cast.wangJianping.id, cast.zhengGuixiang.id, cast.yuWeidong.id]
  await house.rows(`insert into visits.request (id, person, household, place, text, at) values
    ('${wish}', '${wang}', '${household}', '${STAGE.grid}', '想问补助', now()), ('${otherWish}', '${granny}', null, '${STAGE.grid}', '腿疼', now())`)
  await house.rows(`insert into visits.mandate (id, principal, proxy, place, matters, from_day, until_day, way, witness)
    values ('${mandate}', '${wang}', '${nephew}', '${STAGE.grid}', '{see}', '2026-09-01', '2026-12-01', 'paper', '${near('grid_worker').post}')`)
  await house.rows(`insert into visits.mandate_party (mandate, person, place)
    values ('${mandate}', '${wang}', '${STAGE.grid}'), ('${mandate}', '${nephew}', '${STAGE.grid}')`)
  await house.rows(
    `insert into visits.mandate_use (id, mandate, at, matter, what) values ('${use}', '${mandate}', now(), 'ask', '请来')`,
  )
  return { wish: wish as never, otherWish: otherWish as never, mandate: mandate as never }
}

async function tuesday(house: House, near: (role: Player['role']) => Player) {
  const [rule, meeting, outing, problem, answered] = [id(), id(), id(), id(), id()]
  const room = near('township_room').actor
  const owner = near('grid_worker')
  await house.rows(`insert into visits.field_day (id, place, weekday, from_day, rule)
    values ('${String(rule)}', '${STAGE.city}', 2, '2018-05-01', '周二不开会')`)
  await house.send(room, callMeeting, {
    id: meeting,
    title: '例会',
    day: WEDNESDAY,
    from: '09:00',
    to: '10:00',
    where: '三楼',
    posts: [owner.post as never],
  })
  await house.send(room, planOuting, {
    id: outing,
    day: NEXT_TUESDAY,
    village: STAGE.village,
    posts: [owner.post as never],
  })
  for (const one of [problem, answered])
    await house.send(room, findProblem, {
      id: one,
      outing,
      place: STAGE.village,
      text: '水渠垮了一段',
      owner: owner.post as never,
      due: NEXT_TUESDAY,
    })
  await house.send(owner.actor, answerProblem, { id: answered, answer: '已经请人来修' })
  return { rule, meeting, outing, problem, answered }
}
