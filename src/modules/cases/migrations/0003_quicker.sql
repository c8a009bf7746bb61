-- why: the newest closed of a county without stepping over all that is open, and counters that plan their statements once
create index case_closed_county on cases.case (county, received_at desc, id desc) where closed_at is not null;

create or replace function cases.bump(v text, c text, d int[], on_day date, got int, shut int) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into cases.tally as t (village, class, received, open, waiting, handling, verifying, confirming, paused, late, reopened, bounced, confirmed, silent, claimed, ended, closed_late, closed_grid, closed_village, closed_township, closed_county, closed_city)
  values (v, c, d[1], d[2], d[3], d[4], d[5], d[6], d[7], d[8], d[9], d[10], d[11], d[12], d[13], d[14], d[15], d[16], d[17], d[18], d[19], d[20])
  on conflict (village, class) do update set
    received = t.received + excluded.received,
    open = t.open + excluded.open,
    waiting = t.waiting + excluded.waiting,
    handling = t.handling + excluded.handling,
    verifying = t.verifying + excluded.verifying,
    confirming = t.confirming + excluded.confirming,
    paused = t.paused + excluded.paused,
    late = t.late + excluded.late,
    reopened = t.reopened + excluded.reopened,
    bounced = t.bounced + excluded.bounced,
    confirmed = t.confirmed + excluded.confirmed,
    silent = t.silent + excluded.silent,
    claimed = t.claimed + excluded.claimed,
    ended = t.ended + excluded.ended,
    closed_late = t.closed_late + excluded.closed_late,
    closed_grid = t.closed_grid + excluded.closed_grid,
    closed_village = t.closed_village + excluded.closed_village,
    closed_township = t.closed_township + excluded.closed_township,
    closed_county = t.closed_county + excluded.closed_county,
    closed_city = t.closed_city + excluded.closed_city;
  if got <> 0 or shut <> 0 then
    insert into cases.tally_day as t (day, village, received, closed) values (on_day, v, got, shut)
    on conflict (day, village) do update set received = t.received + excluded.received, closed = t.closed + excluded.closed;
  end if;
end $$;
