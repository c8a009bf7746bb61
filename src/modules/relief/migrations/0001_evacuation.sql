-- why: shelters, and who is moved from which door to which of them; a row stands under the hold that opened the tool
create table relief.shelter (
  id uuid primary key,
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  name text not null,
  address text not null,
  lon double precision,
  lat double precision,
  beds int not null check (beds > 0),
  contact uuid,
  opened_at timestamptz not null,
  closed_at timestamptz,
  why_closed text,
  check ((lon is null) = (lat is null)),
  check ((closed_at is null) = (why_closed is null))
);
create index shelter_place on relief.shelter (place, id);

-- A shelter may stand under another hold than the person in it, and go earlier: no reference.
create table relief.evacuee (
  id uuid primary key,
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  person uuid not null,
  household uuid not null,
  address text not null,
  order_id uuid,
  shelter uuid,
  escort uuid,
  -- who answers for the shelter, wherever that is
  keeper uuid,
  listed_at timestamptz not null,
  state text not null default 'listed'
    check (state in ('listed', 'reached', 'moving', 'arrived', 'returned', 'refused', 'elsewhere')),
  said_at timestamptz,
  note text not null default '',
  return_allowed_at timestamptz,
  check ((state = 'listed') = (said_at is null))
);
create index evacuee_place on relief.evacuee (place, id);
create index evacuee_shelter on relief.evacuee (shelter, state) where shelter is not null;
create index evacuee_escort on relief.evacuee (escort) where escort is not null;
create index evacuee_keeper on relief.evacuee (keeper) where keeper is not null;
-- On one list at a time.
create unique index evacuee_once on relief.evacuee (person) where state <> 'returned';

-- What was said of a person, by whom and when; the latest by the clock of who said it is what the row stands at.
create table relief.evacuee_word (
  id uuid primary key,
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  about uuid not null references relief.evacuee on delete cascade,
  state text not null,
  note text not null,
  at timestamptz not null,
  by_post uuid,
  by_person uuid
);
create index evacuee_word_about on relief.evacuee_word (about, at);

-- Owner's views, for the counts of a shelter: who looks at one may not know who is inside.
create view relief.pub_shelter as
  select s.id, s.place, s.name, s.address, s.lon, s.lat, s.beds, s.contact, s.opened_at, s.closed_at,
    (select count(*)::int from relief.evacuee e where e.shelter = s.id and e.state = 'arrived') as inside,
    (select count(*)::int from relief.evacuee e where e.shelter = s.id and e.state in ('listed', 'reached', 'moving')) as coming
  from relief.shelter s;
