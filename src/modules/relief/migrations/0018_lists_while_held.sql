-- why: a shift, a sweep or a list whose hold is over is shown to nobody who asks, as its rows are; what a command or the house looks up it still finds
create or replace view relief.pub_shift as
  select s.id, s.place, s.title, s.spot, s.starts_at, s.ends_at, s.seats, s.cancelled_at,
    (select count(*)::int from relief.seat c where c.shift = s.id and c.left_at is null) as taken
  from relief.shift s, (select kernel.still_held() as ids) held
  where held.ids is null or s.hold = any (held.ids);

create or replace view relief.pub_sweep as
  select s.id, s.place, s.title, s.about, s.order_id, s.by_post, s.started_at, s.closed_at
  from relief.sweep s, (select kernel.still_held() as ids) held
  where held.ids is null or s.hold = any (held.ids);

create or replace view relief.pub_check as
  select s.id, s.place, s.kind, s.title, s.source, s.source_number, s.purpose, s.basis, s.by_post, s.started_at, s.until_at, s.why_closed,
    s.signed_by, s.signed_at
  from relief.check s, (select kernel.still_held() as ids) held
  where held.ids is null or s.hold = any (held.ids);
