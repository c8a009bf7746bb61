-- why: lists that are imported: kept sealed until they are written or their time is over, checked without writing, written once
create table homes.import (
  id uuid primary key,
  place text collate "C" not null,
  name text not null,
  format text not null check (format in ('csv', 'xlsx')),
  encoding text,
  rows int not null,
  -- columns as they are called, and what each is taken for; those that may not be collected are named and were never kept
  columns jsonb not null,
  refused text[] not null,
  -- the cells, sealed with the key that is not in the database; null when their time is over
  sealed bytea,
  grid text collate "C",
  -- what was found by the last check, and what was written; numbers of rows only
  counts jsonb,
  state text not null check (state in ('taken', 'checked', 'written', 'dropped')),
  post uuid,
  person uuid,
  at timestamptz not null,
  written_at timestamptz,
  entry uuid,
  check ((state = 'written') = (written_at is not null))
);
create index import_place on homes.import (place, at desc, id);
create index import_kept on homes.import (at) where sealed is not null;

-- The report of the last check: what will be done with each row, and why not. Values in it are masked.
create table homes.import_row (
  import uuid not null references homes.import on delete cascade,
  line int not null,
  place text collate "C" not null,
  outcome text not null check (outcome in ('new', 'known', 'double', 'fault')),
  name text not null,
  remarks jsonb not null,
  -- who is there already, or was entered
  person uuid,
  written boolean not null default false,
  primary key (import, line)
);
