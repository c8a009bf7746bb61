-- why: what is over and waits for its destruction keeps nobody off a new list or out of a new shelter, and is no shelter any more
drop index relief.evacuee_once;
create index evacuee_person on relief.evacuee (person) where state <> 'returned';
drop index relief.walk_in_once;
create index walk_in_person on relief.walk_in (person) where person is not null and left_at is null;

create or replace view relief.pub_shelter as
  select s.id, s.place, s.name, s.address, s.lon, s.lat, s.beds, s.contact, s.opened_at, s.closed_at,
    (select count(*)::int from relief.evacuee e where e.shelter = s.id and e.state = 'arrived')
      + (select count(*)::int from relief.walk_in w where w.shelter = s.id and w.left_at is null) as inside,
    (select count(*)::int from relief.evacuee e where e.shelter = s.id and e.state in ('listed', 'reached', 'moving')) as coming,
    s.hold
  from relief.shelter s, (select kernel.still_held() as ids) held
  where held.ids is null or s.hold = any (held.ids);

-- Who is on a list and not home again, or in a shelter by himself: in one of them at a time, wherever that is.
create or replace view relief.pub_listed as select person, hold from relief.evacuee where state <> 'returned';
create view relief.pub_lodged as select person, hold from relief.walk_in where person is not null and left_at is null;
