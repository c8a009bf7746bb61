-- why: 包区清楼: a list of doors as they were when it began, what was found at each, and what is left
create table relief.sweep (
  id uuid primary key,
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  title text not null,
  about text not null,
  order_id uuid,
  by_post uuid,
  started_at timestamptz not null,
  closed_at timestamptz
);
create index sweep_place on relief.sweep (place, started_at desc);

create table relief.door (
  id uuid primary key,
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  sweep uuid not null references relief.sweep on delete cascade,
  household uuid not null,
  head uuid,
  address text not null,
  listed_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'reached', 'nobody', 'refused', 'moved')),
  said_at timestamptz,
  note text not null default '',
  help text[] not null default '{}',
  next timestamptz,
  tries int not null default 0,
  check ((state = 'open') = (said_at is null)),
  unique (sweep, household)
);
create index door_place on relief.door (sweep, place, id);

create table relief.knock (
  id uuid primary key,
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  about uuid not null references relief.door on delete cascade,
  state text not null,
  note text not null,
  at timestamptz not null,
  by_post uuid,
  by_person uuid
);
create index knock_about on relief.knock (about, at);

-- A list of doors is known to every place that has doors in it, also below the one it was made for.
create view relief.pub_sweep as
  select id, place, title, about, order_id, by_post, started_at, closed_at from relief.sweep;
