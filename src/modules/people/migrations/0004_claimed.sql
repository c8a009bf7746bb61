-- why: a phone number that was written down wrongly at a door must not open somebody else's data to whoever has that number

-- When its owner first signed in and gave the name; until then an entry of the household is nobody's account.
alter table people.person add column claimed_at timestamptz;

create function people.phone_is_account(p people.person) returns boolean language sql immutable set search_path = '' as
$$ select p.source <> 'household' or p.claimed_at is not null $$;

-- No account has this phone yet, but people of a household do: whoever signs in says which of them.
create function people.awaits_name(by_phone text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from people.person p where p.phone = by_phone and p.stands_for is null and not people.phone_is_account(p))
    and not exists (select from people.person p where p.phone = by_phone and people.phone_is_account(p)) $$;

-- As before, but an entry of a household is found by its phone only together with its name.
create or replace function people.find_or_add_resident(new_id uuid, new_entry uuid, by_phone text, by_name text, by_source text, at timestamptz) returns uuid
language plpgsql security definer set search_path = '' as $$
declare found_id uuid;
begin
  -- two first reports from one phone at the same instant are one person
  perform pg_advisory_xact_lock(hashtextextended('people.person ' || by_phone, 0));
  select p.id into found_id from people.person p
    where p.phone = by_phone and ((by_name <> '' and p.name = by_name) or (people.phone_is_account(p) and (by_name = '' or p.name = '')))
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
  if by_source = 'self' then
    update people.person p set claimed_at = at where p.id = found_id and p.source = 'household' and p.claimed_at is null;
  end if;
  return found_id;
end $$;
