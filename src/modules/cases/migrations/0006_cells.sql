-- why: the dashboard of the city adds up every counter there is; asking the caller's scope of each of them cost three times the adding
-- Past row-level security, so it carries the caller's own range, asked once (see cases.find).
create function cases.cells(under text, digits int) returns table (place text, class text, received int, open int, waiting int, handling int, verifying int, confirming int, paused int, late int, reopened int, bounced int, confirmed int, silent int, claimed int, ended int, closed_late int, closed_grid int, closed_village int, closed_township int, closed_county int, closed_city int)
language sql stable security definer set search_path = '' as $$
  select left(t.village, digits), t.class,
    sum(t.received)::int, sum(t.open)::int, sum(t.waiting)::int, sum(t.handling)::int, sum(t.verifying)::int,
    sum(t.confirming)::int, sum(t.paused)::int, sum(t.late)::int, sum(t.reopened)::int, sum(t.bounced)::int,
    sum(t.confirmed)::int, sum(t.silent)::int, sum(t.claimed)::int, sum(t.ended)::int, sum(t.closed_late)::int,
    sum(t.closed_grid)::int, sum(t.closed_village)::int, sum(t.closed_township)::int, sum(t.closed_county)::int, sum(t.closed_city)::int
  from cases.tally t
  where t.village >= under and t.village < under || '~'
    and t.village >= (select current_setting('app.lo', true)) and t.village < (select current_setting('app.hi', true))
    and (select current_setting('app.organ', true)) = ''
  group by 1, 2
$$;
