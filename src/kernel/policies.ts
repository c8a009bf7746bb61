import { APP_ROLE } from './db.ts'
import { type Grants, type Reach } from './authorise.ts'
import { sql } from './sql.ts'
import type { Tx } from './tx.ts'

/**
 * Row-level security, the second belt: generated, never written by hand, from what slices declare of their tables and from
 * the grants table. A policy holds just the clauses that some grant of the table's permission reaches by, so a reach that
 * nobody is granted opens nothing. `current_setting` stands directly in the policy: inside a function or a sub-select the
 * planner guesses (measured 1.6-10 times slower). '' and NULL both match no row.
 */
export type Protected = {
  table: `${string}.${string}`
  /** Permissions whose grants decide which clauses the policy gets. */
  permissions: readonly string[]
  place?: string
  organ?: string
  person?: string
  post?: string
  token?: string
  /** Columns with a place that goes on as what it becomes (see following.ts), each with a condition in SQL; others keep the place as it was. */
  follows?: Readonly<Record<string, string>>
  /** Parts of a thing follow it: visible when the row they belong to is. */
  through?: { table: `${string}.${string}`; on: string; /** rows that belong to nothing yet */ loose?: string }
  /**
   * Name of the capability (levers.ts, `opens`) without whose live hold no row is written, by whatever code; the table has
   * `id`, `hold`, `place` and `touched_at`, the instant of its last write. When the holds have ended, the rows are hidden from
   * whoever does not assess them, and then destroyed.
   */
  within?: string
  /** The rows of such a table go on a date of their own, whatever else is decided: none is kept beyond it. */
  dies?: true
  /** Columns by whose words somebody who assesses the rows of such a table tells them apart; place, day and person are shown anyway. */
  describe?: readonly string[]
  /** Rows that anybody may add, and hand out of his own scope (a notice to somebody else, a case sent back), though not read. */
  addable?: boolean
  /**
   * Key column of a table whose rows leave the actor's own scope by his act: PostgreSQL lets an update that reads the table
   * write only rows that may be read afterwards, so the row that is being handed on (`app.moving`) stays readable to its hands.
   */
  moving?: string
}

const CLAUSE = (reach: Reach, t: Protected): string[] => {
  const range =
    t.place && `(${t.place} >= current_setting('app.lo', true) and ${t.place} < current_setting('app.hi', true)`
  const same = (column: string | undefined, setting: string) =>
    column ? [`${column}::text = nullif(current_setting('app.${setting}', true), '')`] : []
  if (reach === 'place' || reach === 'any')
    return range ? [`${range} and current_setting('app.organ', true) = '')`] : []
  if (reach === 'organ')
    return range && t.organ ? [`${range} and ${t.organ}::text = nullif(current_setting('app.organ', true), ''))`] : []
  if (reach === 'self') return [...same(t.person, 'person'), ...same(t.post, 'post')]
  return same(t.token, 'token')
}

export function policyOf(t: Protected, grants: Grants): string {
  if (t.through) {
    const belongs = `exists (select 1 from ${t.through.table} parent where ${t.through.on})`
    return t.through.loose ? `${t.through.loose} or ${belongs}` : belongs
  }
  const granted = t.permissions.flatMap((permission) =>
    Object.values(grants[permission] ?? {}).flatMap((reach) => reach ?? []),
  )
  // The system and acts that create reach everything by the same place range.
  const reaches = [...new Set<Reach>([...granted, 'any'])]
  const clauses = [...new Set(reaches.flatMap((reach) => CLAUSE(reach, t)))].sort()
  return clauses.length > 0 ? clauses.join('\n  or ') : 'false'
}

const handed = ({ moving }: Protected): string =>
  moving ? `\n  or ${moving}::text = nullif(current_setting('app.moving', true), '')` : ''

export function policyStatements(t: Protected, grants: Grants): string[] {
  const scope = t.within ? `(${policyOf(t, grants)}) and (${stillHeld(t)})` : policyOf(t, grants)
  const create = (name: string, rest: string) => `create policy ${name} on ${t.table} ${rest}`
  return [
    `alter table ${t.table} enable row level security`,
    ...['scope', 'adding', 'reading', 'changing', 'removing'].map(
      (name) => `drop policy if exists ${name} on ${t.table}`,
    ),
    ...(t.addable
      ? [
          create('adding', `for insert to ${APP_ROLE} with check (true)`),
          create('reading', `for select to ${APP_ROLE} using (${scope}${handed(t)})`),
          create('changing', `for update to ${APP_ROLE} using (${scope}) with check (true)`),
          create('removing', `for delete to ${APP_ROLE} using (${scope})`),
        ]
      : [create('scope', `for all to ${APP_ROLE} using (${scope}) with check (${scope})`)]),
    ...(t.within ? heldStatements(t.table, t.within) : []),
  ]
}

/**
 * From the end until the destruction only they read it who assess it (`afterwards` in ask.ts), and everybody what is about himself.
 * Holds follow one another under one thing: as long as one of them is live, so is what was written under any. The array is found
 * once for a question, not for each row.
 */
const LIVE = `h.starts_at <= nullif(current_setting('app.at', true), '')::timestamptz and h.ends_at > nullif(current_setting('app.at', true), '')::timestamptz`
const STILL_HELD = `hold = any (array(
    select h.id from kernel.hold h where ${LIVE}
    union select other.id from kernel.hold h join kernel.hold other on other.under = h.under where ${LIVE}))`
const stillHeld = ({ person }: Protected): string =>
  [
    `coalesce(current_setting('app.at', true), '') = ''`,
    ...(person ? [`${person}::text = nullif(current_setting('app.person', true), '')`] : []),
    STILL_HELD,
  ].join('\n  or ')

const heldStatements = (table: string, capability: string): string[] => [
  `drop trigger if exists within on ${table}`,
  `create trigger within before insert or update on ${table} for each row execute function kernel.demand_live_hold('${capability}')`,
]

export async function applyPolicies(tx: Tx, tables: readonly Protected[], grants: Grants): Promise<void> {
  for (const table of tables) for (const statement of policyStatements(table, grants)) await sql(tx).unsafe(statement)
}
