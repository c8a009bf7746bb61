import type postgres from 'postgres'
import { withSql } from '../city/cluster.ts'

/** A kind that starts in the grid and asks for no photo, so that a life can be told in plain requests. */
export const plainKind = (url: string): Promise<string> => withSql(url, plainKindOf)

export async function plainKindOf(sql: postgres.Sql): Promise<string> {
  const [row] = await sql<{ code: string }[]>`select v.code from duties.version v join duties.kind k on k.code = v.code
    where v.start_level = 'grid' and v.evidence = 'text' and not v.urgent and not k.restricted order by v.code limit 1`
  if (!row) throw new Error('no plain kind in the duty list')
  return row.code
}

/** Ids of the newest cases of a place, to look at. */
export const casesIn = (url: string, place: string, most: number): Promise<string[]> =>
  withSql(url, async (sql) => {
    const rows = await sql<
      { id: string }[]
    >`select id from cases.case where place >= ${place} and place < ${`${place}~`} and reporter is not null
      order by md5(id::text) limit ${most}`
    return rows.map(({ id }) => id)
  })
