-- why: what is opened for an exercise is told apart; and a hold whose rows were destroyed takes none that was begun before and comes later
alter table kernel.hold add column exercise boolean not null default false;
alter table kernel.hold add column swept boolean not null default false;

create or replace function kernel.demand_live_hold() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and new.touched_at < old.touched_at then
    raise exception '% is written backwards in time', tg_table_name using errcode = 'P0H01';
  end if;
  if not exists (select from kernel.hold h
    where h.id = new.hold and h.lever = tg_argv[0] and h.value = 'true'::jsonb and starts_with(new.place, h.place)
      and h.starts_at <= new.touched_at and new.touched_at < h.ends_at and not h.swept) then
    raise exception '% takes rows only under a live hold of %', tg_table_name, tg_argv[0] using errcode = 'P0H01';
  end if;
  return new;
end $$;
