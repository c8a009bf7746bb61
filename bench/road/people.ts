import type postgres from 'postgres'
import { uuidv7 } from '#kernel/ids.ts'
import { DEMO_PASSWORD, STAGE } from '../../demo/cast.ts'
import { CITY_NOW } from '../city/fill.ts'
import { Wire } from '../load/wire.ts'

/** Somebody signed in: what each request carries, and where the acting post stands. */
export type Signed = { headers: Record<string, string>; place: string; post: string }
/** One lane of the load has a village of its own: a city's traffic does not meet in a dozen villages. */
export type Lane = { worker: Signed; room: Signed; county: Signed; lon: number; lat: number }
export type Staff = { lanes: Lane[]; county: Signed; city: Signed; officer: Signed }

/** Everybody signs in through the front door. */
export async function signInAll(sql: postgres.Sql, origin: string, most: number): Promise<Staff> {
  const wire = await Wire.open(origin)
  const known = new Map<string, Promise<Signed>>()
  const as = (login: string): Promise<Signed> => {
    const signed = known.get(login) ?? signIn(wire, login)
    known.set(login, signed)
    return signed
  }
  const lanes: Lane[] = []
  for (const { lon, lat, ...one } of await villages(sql, most)) {
    const county = await as(await loginOf(sql, 'county_command', one.place.slice(0, 6)))
    lanes.push({ lon, lat, worker: await as(one.worker), room: await as(one.room), county })
  }
  const staff = {
    lanes,
    county: await as(await loginOf(sql, 'county_command', STAGE.county)),
    city: await as(await loginOf(sql, 'city_command', STAGE.city)),
    officer: await as(await loginOf(sql, 'department_officer', STAGE.county)),
  }
  wire.close()
  return staff
}

export const command = (): Record<string, string> => ({ 'x-openpalm': '1', 'idempotency-key': uuidv7(CITY_NOW) })

/** Somebody by the login. */
export async function signInAs(origin: string, login: string): Promise<Signed> {
  const wire = await Wire.open(origin)
  const signed = await signIn(wire, login)
  wire.close()
  return signed
}

async function signIn(wire: Wire, login: string): Promise<Signed> {
  const reply = await wire.send({
    method: 'POST',
    path: '/api/signin.password',
    headers: command(),
    body: JSON.stringify({ login, password: DEMO_PASSWORD }),
  })
  const cookie = /set-cookie: (op_session=[^;]+)/i.exec(reply.head)?.[1]
  if (reply.status !== 200 || !cookie) throw new Error(`${login} could not sign in: ${reply.status} ${reply.body}`)
  const { me } = JSON.parse(reply.body) as { me: { acting: { id: string; place: string } } }
  return { headers: { cookie }, place: me.acting.place, post: me.acting.id }
}

/** A grid worker who holds one grid alone, and somebody of the command room, in village after village all over the city. */
const villages = (sql: postgres.Sql, most: number) => sql<
  { place: string; lon: number; lat: number; worker: string; room: string }[]
>`
  select * from (
    select distinct on (left(g.place, 12)) g.place, l.lon, l.lat, w.login as worker, r.login as room
    from posts.post g join people.person w on w.id = g.person and w.login is not null
      join places.place l on l.code = g.place
      join lateral (select p.login from posts.post o join people.person p on p.id = o.person
        where o.role = 'township_room' and o.place = left(g.place, 9) and p.login is not null
          and (select count(*) from posts.post m where m.person = o.person) = 1 order by o.id limit 1) r on true
    where g.role = 'grid_worker' and (select count(*) from posts.post m where m.person = g.person) = 1
      and (select count(*) from posts.post m where m.place = g.place) = 1
    order by left(g.place, 12), g.place) all_villages
  order by md5(place) limit ${most}`

async function loginOf(sql: postgres.Sql, role: string, place: string): Promise<string> {
  const [row] = await sql<{ login: string }[]>`select p.login from posts.post o join people.person p on p.id = o.person
    where o.role = ${role} and o.place = ${place} and p.login is not null order by o.id limit 1`
  if (!row) throw new Error(`nobody of ${place} is ${role}`)
  return row.login
}
