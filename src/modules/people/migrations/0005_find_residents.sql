-- why: one plan for a name, a phone and a number fits none of them; a range of one grid and of a township neither
create or replace function people.find_residents(lo text, hi text, by_name text, phone_end text, by_token bytea, after_name text, after_id uuid, most int)
returns setof people.person language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
begin
  -- The reach of the transaction narrows the range once, not row by row.
  if coalesce(current_setting('app.organ', true), '') <> '' then return; end if;
  lo := greatest(lo collate "C", coalesce(current_setting('app.lo', true), '~~') collate "C");
  hi := least(hi collate "C", coalesce(current_setting('app.hi', true), '') collate "C");
  if by_token is not null then
    return query
      with recursive up as (
        select d.person as id from people.document d where d.token = by_token and d.ended_at is null
        union select q.stands_for from up join people.person q on q.id = up.id where q.stands_for is not null)
      select p.* from up join people.person p on p.id = up.id
      where p.home_place >= lo collate "C" and p.home_place < hi collate "C" and p.stands_for is null
      order by p.name collate "C", p.id limit most;
  elsif phone_end is not null then
    return query
      select p.* from people.person p
      where p.home_place >= lo collate "C" and p.home_place < hi collate "C" and p.stands_for is null
        and right(p.phone, length(phone_end)) = phone_end and (after_id is null or (p.name collate "C", p.id) > (after_name, after_id))
      order by p.name collate "C", p.id limit most;
  else
    return query
      select p.* from people.person p
      where p.home_place >= lo collate "C" and p.home_place < hi collate "C" and p.stands_for is null
        and (by_name is null or position(by_name in p.name) > 0) and (after_id is null or (p.name collate "C", p.id) > (after_name, after_id))
      order by p.name collate "C", p.id limit most;
  end if;
end $$;
