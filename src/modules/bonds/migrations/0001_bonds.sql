-- why: who answers for whom, dated and never overwritten: a bond is closed by its last day and what follows it is a new row
create table bonds.kind (
  code text not null,
  version int not null check (version > 0),
  zh text not null,
  en text,
  sources text[] not null,
  targets text[] not null,
  -- [unknown] in Quzhou's practice: none is shipped
  quota int check (quota > 0),
  near boolean not null,
  choosable boolean not null,
  from_day date not null,
  reason text not null,
  by_post uuid,
  at timestamptz not null,
  primary key (code, version)
);

-- who stands ready to be bound to households of a place
create table bonds.answerer (
  id uuid primary key,
  kind text not null,
  place text collate "C" not null,
  person uuid,
  post uuid,
  organ uuid,
  most int check (most >= 0),
  from_day date not null,
  until_day date check (until_day >= from_day),
  why_ended text,
  by_post uuid,
  at timestamptz not null,
  check (num_nonnulls(person, post, organ) = 1)
);
create index answerer_place on bonds.answerer (place, kind);
create unique index answerer_once on bonds.answerer (kind, place, coalesce(person, post, organ)) where until_day is null;

create table bonds.bond (
  id uuid primary key,
  kind text not null,
  -- where the target is; the target itself when it is a place
  place text collate "C" not null,
  to_kind text not null check (to_kind in ('place', 'household', 'dwelling', 'organ', 'person')),
  to_id uuid,
  person uuid,
  post uuid,
  organ uuid,
  role text not null default '',
  origin text not null check (origin in ('assigned', 'chosen')),
  from_day date not null,
  until_day date check (until_day >= from_day),
  -- the bond that this one goes on from: a rotation, a hand-over, a household's change
  follows uuid,
  by_person uuid,
  by_post uuid,
  at timestamptz not null,
  ended_by uuid,
  why_ended text,
  check ((to_kind = 'place') = (to_id is null)),
  check (num_nonnulls(person, post, organ) = 1)
);
create index bond_target on bonds.bond (to_id) where to_id is not null;
create index bond_place on bonds.bond (place) where to_kind = 'place';
create index bond_range on bonds.bond (place, kind) where to_kind <> 'place';
create index bond_person on bonds.bond (person) where person is not null;
create index bond_post on bonds.bond (post) where post is not null;
create index bond_organ on bonds.bond (organ) where organ is not null;
-- the same bond is there once at a time
create unique index bond_once on bonds.bond (kind, coalesce(person, post, organ), coalesce(to_id::text, place)) where until_day is null;

create table bonds.substitute (
  id uuid primary key,
  place text collate "C" not null,
  person uuid,
  post uuid,
  by_person uuid,
  by_post uuid,
  from_day date not null,
  until_day date not null check (until_day > from_day),
  reason text not null,
  decided_by uuid,
  at timestamptz not null,
  check (num_nonnulls(person, post) = 1 and num_nonnulls(by_person, by_post) = 1)
);
create index substitute_of on bonds.substitute (coalesce(person, post));
create index substitute_by on bonds.substitute (coalesce(by_person, by_post));

-- both sides, in words; nothing is counted
create table bonds.saying (
  id uuid primary key,
  bond uuid not null references bonds.bond (id),
  place text collate "C" not null,
  by_side text not null check (by_side in ('household', 'answerer')),
  person uuid not null,
  text text not null,
  at timestamptz not null
);
create index saying_bond on bonds.saying (bond, at);

create table bonds.rotation (
  id uuid primary key,
  place text collate "C" not null,
  day date not null,
  note text not null,
  moves int not null,
  -- warnings that were passed over, with their reasons
  despite jsonb not null,
  by_post uuid,
  at timestamptz not null
);
create table bonds.file (
  id uuid primary key,
  rotation uuid references bonds.rotation (id),
  was uuid not null unique,
  became uuid not null,
  place text collate "C" not null,
  day date not null,
  unit text not null check (unit in ('work', 'natural')),
  days int not null check (days > 0),
  calendar text not null,
  due_at timestamptz not null,
  reminded_at timestamptz,
  note text not null default '',
  received_at timestamptz,
  received text
);
create index file_place on bonds.file (place, due_at);
create index file_became on bonds.file (became);
create index file_rotation on bonds.file (rotation) where rotation is not null;
create index file_due on bonds.file (due_at) where received_at is null and reminded_at is null;
create table bonds.file_line (
  file uuid not null references bonds.file (id),
  kind text not null check (kind in ('case', 'bond', 'promise')),
  subject uuid not null,
  place text collate "C" not null,
  -- of the promise, the number of the case, the address; never a name
  text text not null,
  due timestamptz,
  primary key (file, kind, subject)
);

-- 双报到
create table bonds.work (
  id uuid primary key,
  place text collate "C" not null,
  title text not null,
  about text not null,
  seats int not null check (seats > 0),
  from_day date not null,
  until_day date not null check (until_day > from_day),
  by_post uuid,
  at timestamptz not null
);
create index work_place on bonds.work (place);
create table bonds.claim (
  id uuid primary key,
  work uuid not null references bonds.work (id),
  place text collate "C" not null,
  person uuid not null,
  organ uuid not null,
  at timestamptz not null,
  left_at timestamptz,
  why_left text
);
create unique index claim_once on bonds.claim (work, person) where left_at is null;
create index claim_place on bonds.claim (place);

-- Owner's views, past row-level security: who answers for a door is public to whoever may know of the door; a query asks for the
-- door first, with its scope.
create view bonds.pub_bond as
  select id, kind, place, to_kind, to_id, person, post, organ, role, origin, from_day, until_day, follows, at from bonds.bond;
create view bonds.pub_substitute as
  select id, place, person, post, by_person, by_post, from_day, until_day from bonds.substitute;
create view bonds.pub_answerer as
  select id, kind, place, person, post, organ, most, from_day, until_day from bonds.answerer;
create view bonds.pub_saying as select id, bond, place, by_side, text, at from bonds.saying;
create view bonds.pub_claim as select id, work, place, person, organ, at, left_at from bonds.claim;
create view bonds.pub_work as select id, place, title, about, seats, from_day, until_day from bonds.work;

-- A household leaves the one it had: its members reach no bond by place. The command has checked whose household it is.
create function bonds.leave(which uuid, household uuid, on_day date, who uuid, why text) returns void
language sql security definer set search_path = '' as $$
  update bonds.bond set until_day = greatest(from_day, on_day), ended_by = who, why_ended = why
  where id = which and to_kind = 'household' and to_id = household and until_day is null
$$;
