import type { Day } from '#kernel/clock.ts'
import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Playbook } from './contract-playbooks.ts'

type Body = Pick<Playbook, 'name' | 'command' | 'law' | 'levels'>
type Row = Omit<Playbook, keyof Body> & { body: Body }

export async function readPlaybooks(tx: Tx): Promise<Playbook[]> {
  const rows = await sql(tx)<Row[]>`
    select code, version, kind, body, from_day as "fromDay", reason, shipped from emergency.playbook order by code, version`
  return rows.map(({ body, ...row }) => ({ ...row, ...body }))
}

/** One that is there already stays as it is: activations rest on it. */
export async function insertPlaybook(tx: Tx, p: Playbook, by: string | null, now: number): Promise<void> {
  const body: Body = { name: p.name, command: p.command, law: p.law, levels: p.levels }
  await sql(tx)`insert into emergency.playbook (code, version, kind, body, from_day, reason, shipped, by_post, at)
    values (${p.code}, ${p.version}, ${p.kind}, ${body as never}::jsonb, ${p.fromDay as Day}, ${p.reason}, ${p.shipped}, ${by}, ${instant(now)})
    on conflict (code, version) do nothing`
}
