import type { OutputOf } from '#kernel/contract.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { reliefMine } from './contract-mine.ts'

type Mine = OutputOf<typeof reliefMine>
type Moving = Omit<Mine['moving'][number], 'shelter' | 'escort'> & {
  escort: string | null
  shelterName: string | null
  shelterAddress: string | null
}

/** Of one person, in that person's own scope. */
export async function readMine(tx: Tx, person: string) {
  const q = sql(tx)
  const moving = await q<Moving[]>`
    select e.address, e.state, s.name as "shelterName", s.address as "shelterAddress", e.escort, e.return_allowed_at is not null as "returnAllowed"
    from relief.evacuee e left join relief.pub_shelter s on s.id = e.shelter where e.person::text = ${person} order by e.listed_at desc, e.id`
  const lines = await q<Mine['lines']>`
    select l.id, c.title, c.source, c.source_number as "sourceNumber", c.purpose, c.basis, l.reason, l.evidence, c.until_at as until, l.state, l.disputed, l.dispute_answer as "disputeAnswer", l.struck_at is not null as struck,
      case when l.disputed is null then '{dispute}'::text[] else '{}' end as can
    from relief.line l join relief.pub_check c on c.id = l.check_id where l.person::text = ${person} and l.out_at is not null order by l.listed_at desc, l.id`
  const calls = await q<Mine['calls']>`
    select text, taken_at as "takenAt", became, answer from relief.call where person::text = ${person} order by taken_at desc, id`
  const doors = await q<Mine['doors']>`
    select w.title, d.state, d.said_at as "saidAt", d.help, d.note, d.helped
    from relief.door d join relief.pub_sweep w on w.id = d.sweep where d.head::text = ${person} order by d.listed_at desc, d.id`
  return { moving, lines, doors, calls }
}
