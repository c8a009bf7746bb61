-- why: the mechanisms that every slice stands on: the record, answers to commands, the outbox, holds, seals
create table kernel.record (
  seq bigint generated always as identity primary key,
  epoch int not null default kernel.current_epoch(),
  tx bigint not null default (pg_current_xact_id()::text::bigint),
  at timestamptz not null,
  kind text not null check (kind in ('command', 'query', 'refusal')),
  name text not null,
  outcome text not null,
  request uuid not null,
  actor_kind text not null check (actor_kind in ('staff', 'resident', 'anonymous', 'system')),
  role text not null,
  person uuid,
  post uuid,
  organ uuid,
  actor_place text collate "C",
  subject uuid,
  place text collate "C",
  purpose text,
  about uuid,
  detail jsonb not null default '{}'
);
create index record_tx on kernel.record (epoch, tx);
create index record_about on kernel.record (about, at desc) where about is not null;
create index record_at on kernel.record (at desc);
create index record_subject on kernel.record (subject, at desc) where subject is not null;
-- append-only by constraint of rights too: nobody but the owner may change it, and the owner's code never does
revoke update, delete, truncate on kernel.record from public;

create table kernel.seal (
  no bigint primary key,
  epoch int not null,
  from_tx bigint not null,
  up_to_tx bigint not null,
  rows int not null,
  at timestamptz not null,
  previous bytea not null,
  hash bytea not null,
  check (up_to_tx >= from_tx)
);
create table kernel.anchor (
  day date primary key,
  seal bigint not null references kernel.seal (no),
  hash bytea not null,
  at timestamptz not null
);

create table kernel.command (
  id uuid primary key,
  name text not null,
  actor text not null,
  digest bytea not null,
  -- json, not jsonb: a repeated command gets the very bytes of the first answer
  answer json not null,
  at timestamptz not null
);
create index command_at on kernel.command (at);

create table kernel.outbox (
  id bigint generated always as identity primary key,
  key text not null,
  name text not null,
  place text collate "C",
  payload jsonb not null,
  at timestamptz not null,
  next_at timestamptz not null,
  attempts int not null default 0,
  dead_at timestamptz,
  problem text
);
create index outbox_due on kernel.outbox (next_at, id) where dead_at is null;
create index outbox_key on kernel.outbox (key, id);

create table kernel.hold (
  id uuid primary key,
  lever text not null,
  place text collate "C" not null,
  value jsonb not null,
  reason text not null,
  held_by uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- no power without an end: at most thirty days; an extension is a new row, hence a new decision
  check (ends_at > starts_at and ends_at <= starts_at + interval '30 days')
);
create index hold_live on kernel.hold (ends_at, lever);

create table kernel.job (
  name text primary key,
  next_at timestamptz not null,
  last_at timestamptz,
  last_problem text
);
