import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type Device = {
  id: string
  device: string
  person: string
  place: string
  name: string
  token: string
  secret: Uint8Array | null
  session: string | null
  wipeAskedAt: string | null
  wipedAt: string | null
}

const COLUMNS = `id, device, person, place, name, token, secret, session, wipe_asked_at as "wipeAskedAt", wiped_at as "wipedAt"`

export async function deviceOf(tx: Tx, device: string, person: string): Promise<Device | undefined> {
  const [row] = await sql(tx)<Device[]>`
    select ${sql(tx).unsafe(COLUMNS)} from sync.device where device = ${device} and person = ${person}`
  return row
}

export async function deviceByToken(tx: Tx, device: string, token: string): Promise<Device | undefined> {
  const [row] = await sql(tx)<Device[]>`
    select ${sql(tx).unsafe(COLUMNS)} from sync.device where device = ${device} and token = ${token}`
  return row
}

export async function deviceById(tx: Tx, id: string): Promise<Device | undefined> {
  const [row] = await sql(tx)<Device[]>`select ${sql(tx).unsafe(COLUMNS)} from sync.device where id = ${id}`
  return row
}

export type NewDevice = {
  id: string
  device: string
  person: string
  post: string | null
  place: string
  name: string
  agent: string
  token: string
  secret: Uint8Array
  session: string | null
  now: number
}

/** Two tabs that come at once make one row: whoever is second finds the secret of the first. */
export async function addDevice(tx: Tx, d: NewDevice): Promise<void> {
  await sql(tx)`
    insert into sync.device as d (id, device, person, post, place, name, agent, token, secret, session, registered_at, seen_at)
    values (${d.id}, ${d.device}, ${d.person}, ${d.post}, ${d.place}, ${d.name}, ${d.agent}, ${d.token}, ${d.secret}, ${d.session},
      ${instant(d.now)}, ${instant(d.now)})
    on conflict (device, person) do update set post = excluded.post, place = excluded.place, agent = excluded.agent,
      session = excluded.session, seen_at = excluded.seen_at`
}

export const markSeen = async (tx: Tx, device: string, person: string, now: number): Promise<void> =>
  void (await sql(tx)`update sync.device set seen_at = ${instant(now)} where device = ${device} and person = ${person}`)

type Asked = { by: string | null; reason: string; now: number }
export const askWipe = async (tx: Tx, id: string, { by, reason, now }: Asked): Promise<void> =>
  void (await sql(tx)`
    update sync.device set wipe_asked_at = ${instant(now)}, wipe_asked_by = ${by}, wipe_reason = ${reason}, secret = null where id = ${id}`)

export const markWiped = async (tx: Tx, id: string, unsent: number, now: number): Promise<void> =>
  void (await sql(tx)`
    update sync.device set wiped_at = coalesce(wiped_at, ${instant(now)}), wipe_asked_at = coalesce(wipe_asked_at, ${instant(now)}), secret = null, unsent = coalesce(unsent, ${unsent})
    where id = ${id}`)

export type DeviceListed = {
  id: string
  device: string
  person: string
  owner: string
  name: string
  agent: string
  place: string
  registeredAt: string
  seenAt: string
  wipeAskedAt: string | null
  wipeReason: string | null
  wipedAt: string | null
  unsent: number | null
}
type Reach = { lo: string; hi: string; person: string }

export const listDevicesIn = (tx: Tx, s: Reach, limit: number) =>
  sql(tx)<DeviceListed[]>`
    select d.id, d.device, d.person, coalesce(n.name, '') as owner, d.name, d.agent, d.place, d.registered_at as "registeredAt", d.seen_at as "seenAt",
      d.wipe_asked_at as "wipeAskedAt", d.wipe_reason as "wipeReason", d.wiped_at as "wipedAt", d.unsent
    from sync.device d left join people.pub_person n on n.id = d.person
    where ((d.place >= ${s.lo} and d.place < ${s.hi}) or d.person::text = ${s.person})
      and (d.wiped_at is null or d.wipe_reason is not null or d.unsent > 0)
    order by d.seen_at desc, d.id limit ${limit}`
