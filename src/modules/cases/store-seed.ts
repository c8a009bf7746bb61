import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Course, Step } from './course.ts'
import type { State } from './lifecycle.ts'
import { columnsOf, type Facts, stepColumns } from './store.ts'
import { gramsOf, searchable } from './words.ts'
import { TALLY_KEYS } from './contract-figures.ts'

export type PastCase = { facts: Facts; steps: Step[]; states: State[]; course: Course }

/** Loads many finished courses at once by COPY, past the roads: for demonstrations, drills and imports of an older system's cases. */
export async function copyCases(tx: Tx, all: readonly PastCase[]): Promise<void> {
  await copy(tx, 'cases.case', all, (c) => [columnsOf(c.facts, c.course)])
  await copy(tx, 'cases.step', all, (c) =>
    c.steps.map((step, i) => stepColumns(c.facts, step, c.states[i] ?? c.course.state)),
  )
  await copy(tx, 'cases.words', all, ({ facts }) => [
    {
      case_id: facts.id,
      town: facts.town,
      place: facts.place,
      organ: null,
      grams: gramsOf(searchable(facts)),
      body: searchable(facts),
    },
  ])
}

/** The figures of everything that was loaded, from a recount. */
export async function refigure(tx: Tx): Promise<void> {
  const q = sql(tx)
  const names = TALLY_KEYS.map((key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)).join(', ')
  await q.unsafe(`delete from cases.tally; delete from cases.tally_day;
    insert into cases.tally (village, class, ${names}) select village, class, ${names} from cases.pub_recount;
    insert into cases.tally_day (day, village, received, closed)
    select day, village, sum(received), sum(closed) from (
      select (received_at at time zone 'Asia/Shanghai')::date as day, left(place, 12) as village, 1 as received, 0 as closed from cases.case
      union all select (closed_at at time zone 'Asia/Shanghai')::date, left(place, 12), 0, 1 from cases.case where closed_at is not null
    ) days group by 1, 2;
    select setval('cases.number_block', greatest(1, (select coalesce(max(substr(number, 3, 7)::bigint), 0) / 50 + 1 from cases.case)));
    analyze cases.case; analyze cases.step; analyze cases.tally; analyze cases.words`)
}

async function copy<T>(
  tx: Tx,
  table: string,
  all: readonly T[],
  rowsOf: (one: T) => Record<string, unknown>[],
): Promise<void> {
  const first = all[0] && rowsOf(all[0])[0]
  if (!first) return
  const columns = Object.keys(first)
  const q = sql(tx)
  const writable = await q`copy ${q(table)} (${q(columns)}) from stdin`.writable()
  await pipeline(Readable.from(chunks(all, rowsOf, columns)), writable)
}

function* chunks<T>(
  all: readonly T[],
  rowsOf: (one: T) => Record<string, unknown>[],
  columns: string[],
): Generator<string> {
  let text = ''
  for (const one of all) {
    for (const row of rowsOf(one)) text += `${columns.map((column) => cell(row[column])).join('\t')}\n`
    if (text.length > 500_000) {
      yield text
      text = ''
    }
  }
  if (text) yield text
}

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return '\\N'
  if (Array.isArray(value))
    return escaped(`{${value.map((one) => `"${String(one).replace(/["\\]/g, '\\$&')}"`).join(',')}}`)
  return escaped(typeof value === 'string' ? value : JSON.stringify(value))
}
const escaped = (text: string): string =>
  text.replace(/[\\\t\n\r]/g, (c) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[c] ?? c)
