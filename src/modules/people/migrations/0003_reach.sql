-- why: residents are reached by the place where they live; staff by their office, so one policy on people.person cannot say both

-- These run with their owner's rights and take the reach from the settings of the transaction, as the policies do.
create function people.in_reach(home text, self uuid) returns boolean language sql stable as $$
  select (coalesce(home, '') collate "C" >= current_setting('app.lo', true) collate "C"
      and coalesce(home, '') collate "C" < current_setting('app.hi', true) collate "C" and current_setting('app.organ', true) = '')
    or self::text = nullif(current_setting('app.person', true), '') $$;

create function people.reached(ids uuid[]) returns setof people.person
language sql stable security definer set search_path = '' as $$
  select p.* from people.person p where p.id = any(ids) and people.in_reach(p.home_place, p.id) $$;

-- Residents of a range by part of the name, by the end of the phone, by the digest of a number, or all of them.
create function people.find_residents(lo text, hi text, by_name text, phone_end text, by_token bytea, after_name text, after_id uuid, most int)
returns setof people.person language sql stable security definer set search_path = '' as $$
  select p.* from people.person p
  where p.home_place >= lo collate "C" and p.home_place < hi collate "C" and people.in_reach(p.home_place, null)
    and p.stands_for is null
    and (by_name is null or position(by_name in p.name) > 0)
    and (phone_end is null or right(p.phone, length(phone_end)) = phone_end)
    and (after_id is null or (p.name collate "C", p.id) > (after_name, after_id))
    and (by_token is null or p.id in (
      with recursive up as (
        select d.person as id from people.document d where d.token = by_token and d.ended_at is null
        union select q.stands_for from up join people.person q on q.id = up.id where q.stands_for is not null)
      select id from up))
  order by p.name collate "C", p.id limit most $$;

create function people.add_residents(given jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from jsonb_to_recordset(given) g("homePlace" text) where not people.in_reach(g."homePlace", null)) then
    raise exception 'a resident out of reach' using errcode = '42501';
  end if;
  insert into people.person (id, name, phone, sex, born, home_place, source, entered_at, entry)
  select id, name, phone, sex, born, "homePlace", 'household', at, entry
  from jsonb_to_recordset(given) g(id uuid, name text, phone text, sex text, born date, "homePlace" text, at timestamptz, entry uuid);
end $$;

create function people.restate(of uuid, what text, given text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update people.person p set
    name = case what when 'name' then given else p.name end,
    sex = case what when 'sex' then given else p.sex end,
    born = case what when 'born' then given::date else p.born end,
    phone = case what when 'phone' then given else p.phone end,
    home_place = case what when 'home' then given else p.home_place end
  where p.id = of and people.in_reach(p.home_place, p.id);
  if not found then raise exception 'a person out of reach' using errcode = '42501'; end if;
  if what = 'home' then
    update people.document set place = given where person = of;
    update people.statement set place = given where person = of;
  end if;
end $$;

-- Both rows are held in one order; whoever is late finds the other's pointer.
create function people.point(of uuid, at uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform from people.person where id in (of, at) order by id for update;
  update people.person p set stands_for = at where p.id = of and p.stands_for is null and people.in_reach(p.home_place, p.id)
    and exists (select from people.person k where k.id = at and k.stands_for is null and people.in_reach(k.home_place, k.id));
  return found;
end $$;

create function people.unpoint(of uuid, at uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update people.person p set stands_for = null where p.id = of and p.stands_for = at and people.in_reach(p.home_place, p.id);
  return found;
end $$;

-- As before, and the entry that it came by; whoever was found out to be another entry's person answers as that one.
drop function people.find_or_add_resident(uuid, text, text, text, timestamptz);
create function people.find_or_add_resident(new_id uuid, new_entry uuid, by_phone text, by_name text, by_source text, at timestamptz) returns uuid
language plpgsql security definer set search_path = '' as $$
declare found_id uuid;
begin
  -- two first reports from one phone at the same instant are one person
  perform pg_advisory_xact_lock(hashtextextended('people.person ' || by_phone, 0));
  select p.id into found_id from people.person p
    where p.phone = by_phone and (by_name = '' or p.name = by_name or p.name = '')
    order by (p.name = by_name) desc, (p.source = 'register'), p.entered_at, p.id limit 1;
  if found_id is null then
    insert into people.entry (id, source, day, certainty, person, at)
      values (new_entry, by_source, (at at time zone 'Asia/Shanghai')::date, 'certain', new_id, at);
    insert into people.person (id, name, phone, source, entered_at, entry) values (new_id, by_name, by_phone, by_source, at, new_entry);
    return new_id;
  end if;
  if by_name <> '' then update people.person p set name = by_name where p.id = found_id and p.name = ''; end if;
  with recursive up as (
    select p.id, p.stands_for from people.person p where p.id = found_id
    union all select p.id, p.stands_for from up join people.person p on p.id = up.stands_for)
  select up.id into found_id from up where up.stands_for is null;
  return found_id;
end $$;
