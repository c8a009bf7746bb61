import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { EvacueeState } from './contract-evacuation.ts'
import { type Listed, listRows, type Row, type Stamp, type Table } from './store.ts'

export type ShelterRow = Row & {
  name: string
  address: string
  lon: number | null
  lat: number | null
  beds: number
  contact: string | null
  openedAt: string
  closedAt: string | null
  inside: number
  coming: number
}
const OF_SHELTER = `t.id, t.place, t.name, t.address, t.lon, t.lat, t.beds, t.contact, t.opened_at as "openedAt", t.closed_at as "closedAt"`
export const SHELTER: Table = { name: 'relief.shelter', columns: OF_SHELTER }
/** With how many are inside, whoever they are. */
const COUNTED: Table = { name: 'relief.pub_shelter', columns: `${OF_SHELTER}, t.inside, t.coming` }

export const sheltersIn = (tx: Tx, l: Listed, closed: boolean): Promise<ShelterRow[]> =>
  listRows<ShelterRow>(tx, COUNTED, l, closed ? undefined : sql(tx)`and t.closed_at is null`)

/** Nobody else lists people for it or closes it until this transaction ends. One whose holds are over is none any more. */
export async function holdShelter(tx: Tx, id: string, now: number): Promise<ShelterRow | undefined> {
  const q = sql(tx)
  await q`select pg_advisory_xact_lock(hashtextextended(${`relief.shelter ${id}`}, 0))`
  const [row] = await q<ShelterRow[]>`select ${q.unsafe(COUNTED.columns)} from relief.pub_shelter t
    where t.id = ${id} and t.hold = any (kernel.still_held(${instant(now)}))`
  return row
}
export const sheltersNamed = (tx: Tx, ids: readonly (string | null)[]) => sql(tx)<{ id: string; name: string }[]>`
  select id, name from relief.pub_shelter where id = any(${ids.filter((id) => id !== null)}::uuid[])`

export type EvacueeRow = Row & {
  person: string
  household: string
  address: string
  order: string | null
  shelter: string | null
  escort: string | null
  keeper: string | null
  listedAt: string
  state: EvacueeState
  saidAt: string | null
  note: string
  returnAllowed: boolean
}
export const EVACUEE: Table = {
  name: 'relief.evacuee',
  columns: `t.id, t.place, t.person, t.household, t.address, t.order_id as order, t.shelter, t.escort, t.keeper, t.listed_at as "listedAt", t.state,
    t.said_at as "saidAt", t.note, t.return_allowed_at is not null as "returnAllowed"`,
}
export const EVACUEE_WORD: Table = { name: 'relief.evacuee_word', columns: '*' }

/** Nobody is put on two lists, or on one and into a shelter by himself, at once: until this transaction ends, others wait. */
export const holdLists = async (tx: Tx): Promise<void> =>
  void (await sql(tx)`select pg_advisory_xact_lock(hashtextextended('relief.lists', 0))`)

type Planned = 'order' | 'shelter' | 'escort' | 'keeper'
export type NewEvacuee = Pick<EvacueeRow, 'id' | 'place' | 'person' | 'household' | 'address'>
/** Who is on a list already stays on it as he is, and who is in a shelter by himself is there; returns whom it put on the list. */
export async function insertEvacuees(
  tx: Tx,
  rows: readonly NewEvacuee[],
  { hold, touchedAt, order, shelter, escort, keeper }: Stamp & Record<Planned, string | null>,
): Promise<string[]> {
  const q = sql(tx)
  await holdLists(tx)
  const added = await q<{ person: string }[]>`
    insert into relief.evacuee (id, hold, place, touched_at, person, household, address, order_id, shelter, escort, keeper, listed_at)
    select distinct on (r.person) r.id, ${hold}, r.place, ${touchedAt}, r.person, r.household, r.address, ${order}, ${shelter}, ${escort}, ${keeper}, ${touchedAt}
    from jsonb_to_recordset(${rows as never}::jsonb) as r(id uuid, place text, person uuid, household uuid, address text)
    where not exists (select from relief.pub_listed l where l.person = r.person and l.hold = any (kernel.held_alike(${touchedAt}, ${hold})))
      and not exists (select from relief.pub_lodged l where l.person = r.person and l.hold = any (kernel.held_alike(${touchedAt}, ${hold}))) returning person`
  return added.map(({ person }) => person)
}

type Wanted = Listed & { state?: string | undefined; shelter?: string | undefined; mine?: string | undefined }
export function evacueesIn(tx: Tx, { state, shelter, mine, ...l }: Wanted): Promise<EvacueeRow[]> {
  const q = sql(tx)
  return listRows<EvacueeRow>(
    tx,
    EVACUEE,
    l,
    q`${state ? q`and t.state = ${state}` : q``} ${shelter ? q`and t.shelter = ${shelter}` : q``}
      ${mine ? q`and (t.escort = ${mine} or t.keeper = ${mine})` : q``}`,
    'door',
  )
}

/** Those of a place who have not gone home, with who they are. */
export const letReturn = (tx: Tx, place: string, { hold, touchedAt }: Stamp, now: number) => sql(tx)<
  { person: string }[]
>`
  update relief.evacuee t set return_allowed_at = ${instant(now)}, hold = ${hold}, touched_at = ${touchedAt}
  where t.place >= ${place} and t.place < ${`${place}~`} and t.state <> 'returned' and t.return_allowed_at is null
    and t.hold = any (kernel.still_held(${instant(now)})) returning t.person`
