import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type DwellingSeed = {
  id: string
  place: string
  address: string
  door: string | null
  lon: number | null
  lat: number | null
  kind: string
  fromDay: string
}
export type HouseholdSeed = { id: string; dwelling: string; place: string; head: string | null; fromDay: string }
export type MemberSeed = {
  id: string
  household: string
  person: string
  place: string
  relation: string
  residence: string
  fromDay: string
}
export type HomesSeed = {
  dwellings: readonly DwellingSeed[]
  households: readonly HouseholdSeed[]
  members: readonly MemberSeed[]
}

/** Any number of homes in three statements, all by one entry. */
export async function copyHomes(tx: Tx, { dwellings, households, members }: HomesSeed, entry: string): Promise<void> {
  const q = sql(tx)
  await q`
    insert into homes.dwelling (id, place, address, door, lon, lat, position_source, kind, entry, from_day)
    select id, place, address, door, lon, lat, case when lon is null then null else 'grid' end, kind, ${entry}, "fromDay"
    from jsonb_to_recordset(${dwellings as never}::jsonb) as g(id uuid, place text, address text, door text, lon float8, lat float8, kind text, "fromDay" date)`
  await q`
    insert into homes.household (id, dwelling, place, head, entry, from_day)
    select id, dwelling, place, head, ${entry}, "fromDay"
    from jsonb_to_recordset(${households as never}::jsonb) as g(id uuid, dwelling uuid, place text, head uuid, "fromDay" date)`
  await q`
    insert into homes.member (id, household, person, place, relation, residence, entry, from_day)
    select id, household, person, place, relation, residence, ${entry}, "fromDay"
    from jsonb_to_recordset(${members as never}::jsonb) as g(id uuid, household uuid, person uuid, place text, relation text, residence text, "fromDay" date)`
}
