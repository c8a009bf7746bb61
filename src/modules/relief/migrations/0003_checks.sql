-- why: 定向排查: people on a list out of a named source, each for a stated reason, until a day; then the list is destroyed
create table relief.check (
  id uuid primary key,
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  kind text not null check (kind in ('infection', 'hazard')),
  title text not null,
  source uuid not null,
  source_number text not null,
  purpose text not null,
  basis text not null,
  by_post uuid,
  started_at timestamptz not null,
  until_at timestamptz not null check (until_at > started_at),
  why_closed text
);
create index check_place on relief.check (place, started_at desc);
create index check_until on relief.check (until_at);

create table relief.line (
  id uuid primary key,
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  check_id uuid not null references relief.check on delete cascade,
  person uuid not null,
  address text,
  reason text not null,
  evidence text not null,
  listed_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'found', 'nobody', 'elsewhere', 'mistaken', 'refused')),
  said_at timestamptz,
  note text not null default '',
  check ((state = 'open') = (said_at is null)),
  unique (check_id, person)
);
create index line_place on relief.line (check_id, place, id);
create index line_person on relief.line (person);

create table relief.line_word (
  id uuid primary key,
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  about uuid not null references relief.line on delete cascade,
  state text not null,
  note text not null,
  at timestamptz not null,
  by_post uuid,
  by_person uuid
);
create index line_word_about on relief.line_word (about, at);

-- That there was a list, what for, how many rows it had and their hash: what is left, and holds no person.
create table relief.ended_check (
  id uuid primary key,
  place text collate "C" not null,
  title text not null,
  source uuid not null,
  source_number text not null,
  purpose text not null,
  basis text not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  rows int not null,
  hash text not null
);
create index ended_check_place on relief.ended_check (place, ended_at desc);

-- A list is known to every place that has people on it, also below the one it was made for.
create view relief.pub_check as
  select id, place, kind, title, source, source_number, purpose, basis, by_post, started_at, until_at, why_closed from relief.check;
