-- why: whoever comes to a shelter by himself stands on no list and lies in a bed all the same
create table relief.walk_in (
  id uuid primary key,
  hold uuid not null,
  place text collate "C" not null,
  touched_at timestamptz not null,
  shelter uuid not null,
  -- who answers for the shelter, wherever that is
  keeper uuid,
  -- null without a phone: nobody is entered by a name alone
  person uuid,
  name text not null,
  from_where text not null,
  note text not null,
  arrived_at timestamptz not null,
  left_at timestamptz,
  to_where text not null default '',
  by_post uuid
);
create index walk_in_place on relief.walk_in (place, id);
create index walk_in_shelter on relief.walk_in (shelter) where left_at is null;
create index walk_in_keeper on relief.walk_in (keeper) where keeper is not null;
-- In one shelter at a time.
create unique index walk_in_once on relief.walk_in (person) where person is not null and left_at is null;

create or replace view relief.pub_shelter as
  select s.id, s.place, s.name, s.address, s.lon, s.lat, s.beds, s.contact, s.opened_at, s.closed_at,
    (select count(*)::int from relief.evacuee e where e.shelter = s.id and e.state = 'arrived')
      + (select count(*)::int from relief.walk_in w where w.shelter = s.id and w.left_at is null) as inside,
    (select count(*)::int from relief.evacuee e where e.shelter = s.id and e.state in ('listed', 'reached', 'moving')) as coming
  from relief.shelter s;

-- Who is on a list and not home again: for the door of a shelter, which may be of another place.
create view relief.pub_listed as select person from relief.evacuee where state <> 'returned';
