-- why: nobody takes a seat in a shift of a response that is over, also while another has begun
create or replace view relief.pub_shift as
  select s.id, s.place, s.title, s.spot, s.starts_at, s.ends_at, s.seats, s.cancelled_at,
    (select count(*)::int from relief.seat c where c.shift = s.id and c.left_at is null) as taken, s.hold
  from relief.shift s, (select kernel.still_held() as ids) held
  where held.ids is null or s.hold = any (held.ids);

-- A stay that is over by its hour or with its response keeps nobody from staying at home again.
drop index relief.stay_once;
create index stay_person on relief.stay (person) where ended_at is null;
create view relief.pub_stays_home as select person, hold, until_at from relief.stay where ended_at is null;

-- Who came in during a response that is over is not here because of it.
create or replace view relief.pub_arrival as
  select c.person, p.place, c.at, c.hold from relief.crossing c join relief.pass p on p.id = c.pass where c.way = 'in' and c.person is not null;
