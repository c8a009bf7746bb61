import type { FastifyInstance } from 'fastify'
import { cast, DEMO_PASSWORD, ELSEWHERE, STAGE } from '../../demo/cast.ts'
import type { Actor } from '#kernel/authorise.ts'
import { ANONYMOUS } from '#kernel/authorise.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { actorOf } from '#modules/signin/api.ts'
import { type CastName, type House, START } from '#test/city/house.ts'

/**
 * Who plays in the matrix. `near` stands where the rows of the stage lie in his reach, `far` holds the same role where they do
 * not: another county, the next grid, another department of the same county. Residents: whom the rows concern, and another.
 */
export const STAFF = [
  'grid_worker',
  'village_cadre',
  'township_room',
  'department_officer',
  'county_command',
  'city_command',
  'operator',
  'auditor',
  'system_admin',
  'security_admin',
] as const
export type StaffRole = (typeof STAFF)[number]
export type Role = StaffRole | 'resident' | 'anonymous'
export type Player = {
  name: string
  role: Role
  side: 'near' | 'far'
  actor: Actor
  token: string | undefined
  post: string | null
  person: string | null
  beside: boolean
}

const NEAR: Record<StaffRole, CastName> = {
  grid_worker: 'yuXuewen',
  village_cadre: 'yuGuorong',
  township_room: 'huWeiping',
  department_officer: 'wuJianhua',
  county_command: 'chenLixin',
  city_command: 'zhuGuoliang',
  operator: 'jiangTing',
  auditor: 'yeWenjing',
  system_admin: 'wuKai',
  security_admin: 'zhengLan',
}
/** Beside those of another county: the next grid of the same village, another department of the same county. */
const BESIDE: CastName[] = ['yuXiaoqing', 'jiangHaibo', 'zhouChunxian', 'zhuJianjun']
/** Roles that the demo city has at the city alone: here they are held by made-up people of another county. */
const ONLY_AT_CITY: StaffRole[] = ['city_command', 'operator', 'auditor', 'system_admin', 'security_admin']

export async function gatherPlayers(house: House, app: FastifyInstance): Promise<Player[]> {
  const invented = await invent(house)
  const found = await house.rows<{ role: StaffRole; login: string }>(`
    select distinct on (h.role) h.role, c.login from posts.post h join signin.credential c on c.person = h.person
    where h.place in ('${ELSEWHERE.village}', '${ELSEWHERE.township}', '${ELSEWHERE.county}') and h.role in ('village_cadre', 'township_room', 'department_officer')
    order by h.role, c.login`)
  const far = [
    ...invented,
    ...found,
    ...BESIDE.map((who) => ({ role: cast[who].posts[0]?.role as StaffRole, login: cast[who].login ?? '' })),
  ]
  const players: Player[] = []
  for (const role of STAFF) players.push(await staff(house, app, role, 'near', cast[NEAR[role]].login ?? ''))
  for (const { role, login } of far) players.push(await staff(house, app, role, 'far', login))
  players.push(
    await resident(house, app, 'near', cast.wangJianping.phone),
    await resident(house, app, 'far', cast.xuLihua.phone),
  )
  players.push({
    name: 'a stranger',
    role: 'anonymous',
    side: 'near',
    actor: ANONYMOUS,
    token: undefined,
    post: null,
    person: null,
    beside: false,
  })
  return players
}

async function invent(house: House): Promise<{ role: StaffRole; login: string }[]> {
  return Promise.all(
    ONLY_AT_CITY.map(async (role) => {
      const [person, post, login] = [uuidv7(START), uuidv7(START), `far_${role}`]
      await house.rows(`
        with one as (insert into people.person (id, name, login, source, office, entered_at, entry) values ('${person}', '外县${role}', '${login}', 'register', '${ELSEWHERE.county}', now(), gen_random_uuid())),
          key as (insert into signin.credential (person, login, password_hash, changed_at)
            select '${person}', '${login}', password_hash, now() from signin.credential where person = '${cast.wuKai.id}')
        insert into posts.post (id, person, role, title, place, held) values ('${post}', '${person}', '${role}', '外县', '${ELSEWHERE.county}', daterange('2026-01-01', null))`)
      return { role, login }
    }),
  )
}

async function staff(
  house: House,
  app: FastifyInstance,
  role: StaffRole,
  side: Player['side'],
  login: string,
): Promise<Player> {
  const token = await signIn(house, app, 'signin.password', { login, password: DEMO_PASSWORD })
  return playerOf(house, { name: `${side} ${role} ${login}`, role, side, token })
}

async function resident(house: House, app: FastifyInstance, side: Player['side'], phone: string): Promise<Player> {
  await post(house, app, 'signin.sendCode', { phone })
  await house.relay()
  const code = /\d{6}/.exec(house.inbox.list().find(({ to }) => to === phone)?.text ?? '')?.[0]
  const token = await signIn(house, app, 'signin.code', { phone, code })
  return playerOf(house, {
    name: side === 'near' ? 'the resident concerned' : 'another resident',
    role: 'resident',
    side,
    token,
  })
}

async function playerOf(
  house: House,
  known: Pick<Player, 'name' | 'role' | 'side'> & { token: string },
): Promise<Player> {
  const actor = (await actorOf(house.p, known.token))?.actor
  if (!actor || (actor.kind === 'staff' && actor.role !== known.role))
    throw new Error(`${known.name} came in as ${actor?.role}`)
  return {
    ...known,
    actor,
    post: actor.post,
    person: actor.person,
    beside: known.side === 'far' && actor.place === STAGE.county,
  }
}

const post = (house: House, app: FastifyInstance, name: string, body: object) =>
  app.inject({
    method: 'POST',
    url: `/api/${name}`,
    headers: { 'x-openpalm': '1', 'idempotency-key': house.key() },
    payload: body,
  })

async function signIn(house: House, app: FastifyInstance, name: string, body: object): Promise<string> {
  const answer = await post(house, app, name, body)
  const token = answer.cookies.find((cookie) => cookie.name === 'op_session')?.value
  if (!token) throw new Error(`${name}: ${answer.body}`)
  return token
}
