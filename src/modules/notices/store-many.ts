import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { NewNotice } from './store.ts'

type Many = Pick<NewNotice, 'at' | 'kind' | 'params' | 'subject' | 'urgent' | 'texted'>
export type ToEach = {
  id: string
  person: string | null
  post: string | null
  place: string
  params?: NewNotice['params']
}

/** One text to many, in one statement; `params` of each are put over those of all. */
export async function insertToEach(tx: Tx, all: Many, to: readonly ToEach[]): Promise<void> {
  await sql(tx)`
    with each_one as materialized (select * from jsonb_to_recordset(${to as never}::jsonb) as t(id uuid, person uuid, post uuid, place text, params jsonb)),
    -- nothing is returned: who tells may not read what others are told
    told as (
      insert into notices.notice (id, at, kind, params, subject, urgent, place, person, post)
      select t.id, ${instant(all.at)}, ${all.kind}, ${all.params as never}::jsonb || coalesce(t.params, '{}'), ${all.subject}::uuid, ${all.urgent}, t.place, t.person, t.post
      from each_one t
    )
    insert into notices.sms (notice, next_at) select t.id, ${instant(all.at)}::timestamptz from each_one t where ${all.texted}`
}
