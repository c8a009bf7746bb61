import { readdir, readFile } from 'node:fs/promises'
import { APP_ROLE, asOwner, type Db } from './db.ts'
import { applyPolicies } from './policies.ts'
import { enterEpoch } from './seal.ts'
import type { Slices } from './slice.ts'
import { sql } from './sql.ts'
import type { Tx } from './tx.ts'

/**
 * Migrations go forward: numbered SQL files in each slice's folder, applied once, in the order of the slices and then of
 * their numbers, all in one transaction; a changed text of an applied file is refused. Afterwards the rights of the ordinary
 * role and the row-level security policies are made anew from the grants. Runs at every start.
 */
export async function migrate(db: Db, slices: Slices): Promise<string[]> {
  return asOwner(db, async (tx) => {
    const q = sql(tx)
    await q`select pg_advisory_xact_lock(20200414)`
    await prepare(tx)
    const applied: string[] = []
    const sources = [{ name: 'kernel', migrations: new URL('./migrations/', import.meta.url) }, ...slices.all]
    for (const { name, migrations } of sources) {
      if (!migrations) continue
      await q.unsafe(`create schema if not exists ${name}`)
      applied.push(...(await applyFolder(tx, name, migrations)))
      await grantRights(tx, name)
    }
    await applyPolicies(tx, [...KERNEL_TABLES, ...slices.protects], slices.grants)
    // Before anything is written here: in a database that came out of a dump, a new epoch of the record begins.
    await enterEpoch(tx)
    return applied
  })
}

/**
 * The record is read by the person it is about and by auditors; anybody's act adds to it. Acts without a place of their own lie
 * where their actor stands; those of residents and strangers lie nowhere, and the explorer shows them to the city alone.
 */
const KERNEL_TABLES = [
  {
    table: 'kernel.record',
    permissions: ['oversight.record', 'consents.looks'],
    place: `coalesce(place, nullif(actor_place, ''), left(current_setting('app.lo', true), 4))`,
    person: 'about',
    addable: true,
  },
] as const

async function prepare(tx: Tx): Promise<void> {
  const q = sql(tx)
  await q.unsafe(`
    do $$ begin
      if not exists (select from pg_roles where rolname = '${APP_ROLE}') then create role ${APP_ROLE} nologin; end if;
    exception when duplicate_object or unique_violation then null; end $$;
    do $$ begin execute format('grant ${APP_ROLE} to %I', current_user); exception when others then null; end $$;
    create schema if not exists kernel;
    create sequence if not exists kernel.epoch_seq minvalue 0 start 0;
    create or replace function kernel.current_epoch() returns int stable language sql as 'select last_value::int from kernel.epoch_seq';
    create extension if not exists btree_gist;
    create table if not exists kernel.migration (name text primary key, text text not null, at timestamptz not null default now())`)
}

async function applyFolder(tx: Tx, slice: string, folder: URL): Promise<string[]> {
  const applied: string[] = []
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  for (const file of files) {
    const name = `${slice}/${file}`
    const text = await readFile(new URL(file, folder), 'utf8')
    const [before] = await sql(tx)<{ text: string }[]>`select text from kernel.migration where name = ${name}`
    if (before && before.text !== text)
      throw new Error(`migration ${name} was changed after it had been applied; write a new one instead`)
    if (before) continue
    await sql(tx).unsafe(text)
    await sql(tx)`insert into kernel.migration (name, text) values (${name}, ${text})`
    applied.push(name)
  }
  return applied
}

/** The ordinary role may use every table of a slice, within its policies; the record and the seals only be added to. */
async function grantRights(tx: Tx, schema: string): Promise<void> {
  const rights =
    schema === 'kernel'
      ? KERNEL_RIGHTS
      : [`grant select, insert, update, delete on all tables in schema ${schema} to ${APP_ROLE}`]
  for (const statement of [
    `grant usage on schema ${schema} to ${APP_ROLE}`,
    `grant usage on all sequences in schema ${schema} to ${APP_ROLE}`,
    `grant execute on all functions in schema ${schema} to ${APP_ROLE}`,
    ...rights,
  ])
    await sql(tx).unsafe(statement)
}

const KERNEL_RIGHTS = [
  `grant select, insert on kernel.record, kernel.command to ${APP_ROLE}`,
  `grant select, insert, update, delete on kernel.outbox to ${APP_ROLE}`,
  `grant select, insert, update on kernel.hold, kernel.job to ${APP_ROLE}`,
  `grant select on kernel.seal, kernel.anchor, kernel.epoch_seq, kernel.pub_hold to ${APP_ROLE}`,
]
