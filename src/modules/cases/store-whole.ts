import { millis } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import { type Case, caseFrom, COLUMNS } from './store.ts'
import { type StoredFile, type StoredStep } from './store-parts.ts'

export type WholeCase = {
  found: Case
  steps: StoredStep[]
  files: StoredFile[]
  absorbed: { id: string; number: string }[]
  /** The reporter, who will see this read. */
  contact: { name: string; phone: string | null } | null
}
type Parts = Omit<WholeCase, 'found' | 'steps'> & { taken: (Omit<StoredStep, 'at'> & { at: string })[] }

/** A case with everything that belongs to it, in one question: each further one would cost a way to the database and back. */
export async function findWhole(tx: Tx, id: string): Promise<WholeCase | undefined> {
  const q = sql(tx)
  const [row] = await q<(Parts & Record<string, unknown>)[]>`select ${q.unsafe(COLUMNS)},
      (select coalesce(json_agg(json_build_object('no', s.no, 'at', s.at, 'action', s.action, 'state', s.state, 'level', s.level, 'desk', s.desk, 'organ', s.organ,
        'assignee', s.assignee, 'byPost', s.by_post, 'byPerson', s.by_person, 'byOrgan', s.by_organ, 'reason', s.reason, 'note', s.note, 'answer', s.answer,
        'facts', s.facts) order by s.no), '[]') from cases.step s where s.case_id = c.id and s.town = c.town) as taken,
      (select coalesce(json_agg(json_build_object('id', f.id, 'step', f.step, 'width', f.width, 'height', f.height, 'public', f.public) order by f.step, f.id), '[]')
        from cases.file f where f.case_id = c.id) as files,
      (select coalesce(json_agg(json_build_object('id', m.id, 'number', m.number) order by m.number), '[]')
        from cases.case m where m.merged_into = c.id and m.state = 'merged') as absorbed,
      (select json_build_object('name', p.name, 'phone', p.phone) from people.pub_person p where p.id = c.reporter) as contact
    from cases.case c where c.id = ${id}`
  if (!row) return undefined
  const { taken, files, absorbed, contact, ...columns } = row
  return {
    found: caseFrom(columns),
    steps: taken.map((step) => ({ ...step, at: millis(step.at) })),
    files,
    absorbed,
    contact,
  }
}
