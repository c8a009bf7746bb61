-- why: pairs of entries that may be one person, what was decided of each, and which places were searched
create table matches.search (
  id uuid primary key,
  place text collate "C" not null,
  asked_at timestamptz not null,
  -- null: asked by the house, after an import
  post uuid,
  done_at timestamptz,
  persons int,
  found int
);
-- one waiting search a place: whoever asks twice is told so
create unique index search_waiting on matches.search (place) where done_at is null;
create index search_place on matches.search (place, asked_at);

-- Names of fields and levels with their weights; never a value: those are read from people, on record, when somebody looks.
create table matches.pair (
  id uuid primary key,
  a uuid not null,
  b uuid not null check (a < b),
  -- the lowest place that holds both homes: who works there decides
  place text collate "C" not null,
  likely double precision not null,
  bits double precision not null,
  reasons jsonb not null,
  found_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'later', 'same', 'different')),
  -- of 'same': the act of people that can be undone
  merge uuid,
  check ((state = 'same') = (merge is not null)),
  unique (a, b)
);
create index pair_waiting on matches.pair (place, likely desc, id) where state in ('open', 'later');
create index pair_decided on matches.pair (place, id) where state in ('same', 'different');
create index pair_b on matches.pair (b);

create table matches.decision (
  id uuid primary key,
  pair uuid not null references matches.pair,
  verdict text not null check (verdict in ('same', 'different', 'later', 'undone')),
  merge uuid,
  post uuid,
  person uuid,
  at timestamptz not null
);
create index decision_pair on matches.decision (pair, at);
