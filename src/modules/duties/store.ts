import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Version } from './rules.ts'
import type { Taxonomy } from './taxonomy/taxonomy.ts'

export type Line = { key: string; name: { zh: string; en: string | null } }
export type KindClass = { code: string; name: { zh: string; en: string | null } }

/** Every version of every entry, or of one; a few hundred rows. */
export async function readVersions(tx: Tx, code?: string): Promise<Version[]> {
  const q = sql(tx)
  return q<Version[]>`
    select v.code, k.class, json_build_object('zh', c.zh, 'en', c.en) as "className", json_build_object('zh', k.zh, 'en', k.en) as name,
      v.synonyms, v.lead_level as "leadLevel", v.line, json_build_object('zh', l.zh, 'en', l.en) as "lineName", v.helpers,
      v.start_level as "startLevel", v.stop_level as "stopLevel", v.accept_hours as "acceptHours", v.handle_hours as "handleHours",
      v.verify_hours as "verifyHours", v.urgent, v.evidence, v.legal_basis as "legalBasis", k.restricted, v.version, v.from_day as "from",
      v.reason, v.by_title as by, v.by_post as "byPost", v.at
    from duties.version v join duties.kind k on k.code = v.code join duties.class c on c.code = k.class join duties.line l on l.key = v.line
    ${code === undefined ? q`` : q`where v.code = ${code}`}
    order by v.code, v.version`
}

export const readLines = (tx: Tx) => sql(tx)<Line[]>`
  select key, json_build_object('zh', zh, 'en', en) as name from duties.line order by rank`

export const readClasses = (tx: Tx) => sql(tx)<KindClass[]>`
  select code, json_build_object('zh', zh, 'en', en) as name from duties.class order by code`

/** All versions of a code, in which nobody else can add one until this transaction ends. */
export async function lockVersions(tx: Tx, code: string): Promise<Version[]> {
  await sql(tx)`select from duties.kind where code = ${code} for update`
  return readVersions(tx, code)
}

type NewVersion = Omit<Version, 'class' | 'className' | 'name' | 'lineName' | 'restricted'>

export async function insertVersions(tx: Tx, versions: readonly NewVersion[]): Promise<void> {
  await sql(tx)`
    insert into duties.version (code, version, from_day, lead_level, start_level, stop_level, line, helpers, synonyms, accept_hours,
      handle_hours, verify_hours, urgent, evidence, legal_basis, reason, by_post, by_title, at)
    select code, version, "from", "leadLevel", "startLevel", "stopLevel", line, helpers, synonyms, "acceptHours",
      "handleHours", "verifyHours", urgent, evidence, "legalBasis", reason, "byPost", by, at
    from jsonb_to_recordset(${versions as never}::jsonb) as v(code text, version int, "from" date, "leadLevel" text, "startLevel" text,
      "stopLevel" text, line text, helpers text[], synonyms text[], "acceptHours" float8, "handleHours" float8, "verifyHours" float8,
      urgent boolean, evidence text, "legalBasis" text, reason text, "byPost" uuid, by text, at timestamptz)`
}

/** Classes, lines and kinds, and of each kind its first version. */
export async function insertTaxonomy(
  tx: Tx,
  t: Taxonomy,
  first: { from: string; reason: string; now: number },
): Promise<void> {
  const q = sql(tx)
  await q`insert into duties.class (code, zh, en)
    select code, name->>'zh', name->>'en' from jsonb_to_recordset(${t.classes as never}::jsonb) as c(code text, name jsonb)`
  await q`insert into duties.line (key, rank, kind, zh, en)
    select e->>'key', rank, e->>'kind', e->'name'->>'zh', e->'name'->>'en'
    from jsonb_array_elements(${t.lines as never}::jsonb) with ordinality as l(e, rank)`
  await q`insert into duties.kind (code, class, zh, en, restricted, mappings)
    select code, class, name->>'zh', name->>'en', restricted, mappings
    from jsonb_to_recordset(${t.kinds as never}::jsonb) as k(code text, class text, name jsonb, restricted boolean, mappings jsonb)`
  const stamp = { version: 1, from: first.from, reason: first.reason, by: null, byPost: null, at: instant(first.now) }
  await insertVersions(
    tx,
    t.kinds.map((kind) => ({ ...kind, ...stamp })),
  )
}
