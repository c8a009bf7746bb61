-- why: who has not left when it is safe at home again does not come to the shelter any more: he keeps no bed and nobody from closing it
create or replace view relief.pub_shelter as
  select s.id, s.place, s.name, s.address, s.lon, s.lat, s.beds, s.contact, s.opened_at, s.closed_at,
    (select count(*)::int from relief.evacuee e where e.shelter = s.id and e.state = 'arrived')
      + (select count(*)::int from relief.walk_in w where w.shelter = s.id and w.left_at is null) as inside,
    (select count(*)::int from relief.evacuee e where e.shelter = s.id
      and (e.state = 'moving' or e.state in ('listed', 'reached') and e.return_allowed_at is null)) as coming,
    s.hold
  from relief.shelter s, (select kernel.still_held() as ids) held
  where held.ids is null or s.hold = any (held.ids);
