import type { z } from 'zod'
import { cast, ELSEWHERE, STAGE } from '../../demo/cast.ts'
import type { Actor } from '#kernel/authorise.ts'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { getCase, reportCase } from '#modules/cases/contract.ts'
import {
  acceptCase,
  assignCase,
  climbCase,
  commentCase,
  handleCase,
  pauseCase,
  verifyCase,
} from '#modules/cases/contract-acts.ts'
import { keepFile } from '#modules/cases/contract-inward.ts'
import { giveConsent } from '#modules/consents/contract.ts'
import { PURPOSES } from '#modules/consents/messages.ts'
import { type House, START } from '#test/city/house.ts'
import { type ContestsScene, setContests } from './contests-scene.ts'
import { type FieldsScene, setFields } from './fields-scene.ts'
import { type BondsScene, setBonds } from './bonds-scene.ts'
import { type EmergencyScene, setEmergency } from './emergency-scene.ts'
import { type HomeScene, setHome } from './home-scene.ts'
import { type LooksScene, setLooks } from './looks-scene.ts'
import { type MatchScene, setMatches } from './match-scene.ts'
import { type ReliefScene, setRelief } from './relief-scene.ts'
import { setSync, type SyncScene } from './sync-scene.ts'
import { type OrdersScene, setOrders } from './orders-scene.ts'
import type { Player, StaffRole } from './players.ts'
import { setVisits, type VisitsScene } from './visits-scene.ts'

/** Wage disputes: start in the grid, may climb to the city, need no photo. */
export const KIND = '01-07'
export const SECRET = 'a1B2c3D4e5F6g7H8'
export const TODAY = dayOf(START)
export const DESKS = [
  'grid_worker',
  'village_cadre',
  'township_room',
  'department_officer',
  'county_command',
  'city_command',
] as const
type Desk = (typeof DESKS)[number]
/** One case in each state on each desk, so that every role finds something that is its to do. */
export type Standing = Record<'assigned' | 'handling' | 'paused', Record<Desk, string>>

export type Scene = Standing & {
  late: string
  atRoom: string
  verifying: string
  confirming: string
  unclaimed: { id: string; number: string }
  own: { id: string; number: string }
  elsewhere: string
  file: string
  consent: string
  notice: string
  letter: string
  session: string
  posts: Record<StaffRole, string>
  organ: string
  fields: FieldsScene
  contests: ContestsScene
  home: HomeScene
  matches: MatchScene
  bonds: BondsScene
  looks: LooksScene
  visits: VisitsScene
  sync: SyncScene
  orders: OrdersScene
  relief: ReliefScene
  emergency: EmergencyScene
}

export const id = (): never => uuidv7(START) as never

export async function setScene(
  house: House,
  players: readonly Player[],
  desks: readonly Desk[] = DESKS,
  /** Other cases on the stage that stands already. */
  stands?: Scene,
): Promise<Scene> {
  const near = (role: Player['role']): Player =>
    players.find((one) => one.role === role && one.side === 'near') ?? (players[0] as Player)
  const city = near('city_command').actor
  const report = reporting(house, near('resident').actor)
  const standing = { assigned: {}, handling: {}, paused: {} } as Standing
  const late = await report()
  await assignTo(house, city, late.id, near('department_officer'))
  for (const desk of desks) {
    const { actor } = near(desk)
    for (const state of ['assigned', 'handling', 'paused'] as const) {
      const { id: one } = await report()
      standing[state][desk] = one
      await assignTo(house, city, one, near(desk))
      if (state !== 'assigned') await house.send(actor, acceptCase, { id: one as never })
      if (state === 'paused')
        await house.send(actor, pauseCase, {
          id: one as never,
          reason: 'waiting_for_court',
          until: dayOf(START + 20 * DAY_MS),
          note: '等开庭',
        })
    }
  }
  await house.rows(`with it as (update cases.case set late = true where id = '${late.id}' returning left(place, 12) as village, class)
    update cases.tally t set late = t.late + 1 from it where t.village = it.village and t.class = it.class`)
  const worker = near('grid_worker').actor
  const solved = async (verified: boolean) => {
    const { id: one } = await report()
    await house.send(worker, acceptCase, { id: one as never })
    await house.send(worker, handleCase, { id: one as never, note: '已付清', answer: '工资已经付清' })
    if (verified) await house.send(near('township_room').actor, verifyCase, { id: one as never })
    return one
  }
  const atRoom = (await report()).id
  await house.send(worker, climbCase, { id: atRoom as never, reason: '请乡里协调' })
  await house.send(near('village_cadre').actor, climbCase, { id: atRoom as never, reason: '请乡里协调' })
  const unclaimed = await reporting(house, near('anonymous').actor)()
  const own = await report()
  const elsewhere = (await reporting(house, near('anonymous').actor)({ place: ELSEWHERE.grid })).id
  const scene = {
    ...standing,
    late: late.id,
    atRoom,
    verifying: await solved(false),
    confirming: await solved(true),
    unclaimed,
    own,
    elsewhere,
    file: await shownPhoto(house, worker, standing.handling.grid_worker),
    ...(await around(house, near)),
    ...(await besideCases(house, near, stands)),
  }
  await house.relay()
  const [notice] = await house.rows<{ id: string }>(
    `select id from notices.notice where person = '${cast.wangJianping.id}' limit 1`,
  )
  return { ...scene, notice: notice?.id ?? '' }
}

type Beside = Pick<
  Scene,
  'home' | 'fields' | 'contests' | 'bonds' | 'matches' | 'looks' | 'visits' | 'sync' | 'orders' | 'relief' | 'emergency'
>

async function besideCases(house: House, near: (role: Player['role']) => Player, stands?: Beside): Promise<Beside> {
  if (stands) {
    const { home, fields, contests, bonds, matches, looks, visits, sync, orders, relief, emergency } = stands
    return { home, fields, contests, bonds, matches, looks, visits, sync, orders, relief, emergency }
  }
  const home = await setHome(house, near('grid_worker'))
  return {
    home,
    fields: await setFields(house, near, home),
    contests: await setContests(house, near),
    bonds: await setBonds(house, near),
    matches: await setMatches(house, near),
    looks: await setLooks(house, near),
    visits: await setVisits(house, near),
    sync: await setSync(house, near),
    orders: await setOrders(house, near),
    relief: await setRelief(house, near),
    emergency: await setEmergency(house),
  }
}

type Extra = Partial<z.input<(typeof reportCase)['input']>>
const reporting =
  (house: House, actor: Actor) =>
  async (more: Extra = {}) => {
    const made = await house.send(actor, reportCase, {
      id: id(),
      secret: SECRET,
      channel: 'town',
      kind: KIND,
      description: '工地拖欠了三个月的工资',
      place: STAGE.grid,
      ...more,
    })
    return { id: made.id as string, number: made.number }
  }

const assignTo = (house: House, by: Actor, one: string, to: Player) =>
  house.send(by, assignCase, { id: one as never, post: to.post as never })

async function shownPhoto(house: House, actor: Actor, on: string): Promise<string> {
  const file = id()
  await house.send(actor, keepFile, {
    id: file,
    key: 'k',
    thumbKey: 't',
    width: 10,
    height: 10,
    bytes: 10,
    lon: null,
    lat: null,
  })
  await house.send(actor, commentCase, { id: on as never, note: '现场照片', files: [file] })
  return file
}

/** A look at the resident, his consent, a dead letter, sessions and posts to be named. */
async function around(house: House, near: (role: Player['role']) => Player) {
  const [given] = await house.rows<{ id: string }>(
    `select id from consents.consent where person = '${cast.wangJianping.id}' and withdrawn_at is null`,
  )
  const [consent, letter] = [(given?.id ?? id()) as never, String(900000000000 + Math.floor(Math.random() * 1e9))]
  const resident = near('resident').actor
  if (!given) await house.send(resident, giveConsent, { id: consent, purpose: BY_CONSENT })
  await house.rows(`insert into kernel.outbox (id, key, name, place, payload, at, next_at, attempts, dead_at, problem) overriding system value
    values (${letter}, 'x', 'nobody.cares', '${STAGE.grid}', '{}', now(), now(), 8, now(), 'lost')`)
  const [organ] = await house.rows<{ id: string }>(
    `select id from people.organ where place = '${STAGE.county}' and line = 'water'`,
  )
  const posts = Object.fromEntries(
    (await house.rows<{ id: string; role: string; person: string }>(`select id, role, person from posts.post`))
      .filter(({ role, person }) => near(role as never).person === person)
      .map((one) => [one.role, one.id]),
  )
  return {
    consent: consent as string,
    letter,
    session: near('grid_worker').actor.session ?? '',
    posts: posts as Record<StaffRole, string>,
    organ: organ?.id ?? '',
  }
}

export const BY_CONSENT = PURPOSES.find(({ basis }) => basis === 'consent')?.key ?? ''

/** Looks that the resident will find, made by the worker who has the case. */
export async function look(house: House, players: readonly Player[], scene: Scene): Promise<void> {
  const worker = players.find(({ role, side }) => role === 'grid_worker' && side === 'near')
  if (worker) await house.ask(worker.actor, getCase, { id: scene.handling.grid_worker as never })
}
