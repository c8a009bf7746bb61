import { readFileSync } from 'node:fs'
import type postgres from 'postgres'

/** The same cases and steps in the floor's own tables; its indexes are built after, as ours are. */
export async function fillFloor(sql: postgres.Sql): Promise<void> {
  const statements = readFileSync(new URL('./schema.sql', import.meta.url), 'utf8').split(';\n')
  const [tables, indexes] = [
    statements.filter((one) => !one.includes('create index')),
    statements.filter((one) => one.includes('create index')),
  ]
  await sql.unsafe(`drop schema if exists floor cascade; set maintenance_work_mem = '512MB'`)
  for (const one of tables) await sql.unsafe(one)
  await sql.unsafe(`insert into floor.case
    select id, number, kind, class, title, description, address, channel, urgent, reporter, place, county, lon, lat, state, level, assignee, received_at, changed_at, closed_at from cases.case`)
  await sql.unsafe(`insert into floor.step select case_id, no, at, action, state, by_person, note from cases.step`)
  for (const one of indexes) await sql.unsafe(one)
  await sql.unsafe('analyze floor.case; analyze floor.step')
}
