-- why: persons and organs; a person is known by a name and a phone that may be shared, never keyed by an id number
create table people.person (
  id uuid primary key,
  name text not null,
  phone text,
  -- 公民身份号码: a keyed digest to find equals by, and the number itself sealed; the key is not in the database
  id_token bytea,
  id_sealed bytea,
  home_place text collate "C",
  login text unique,
  -- how the entry came: by an administrator, by signing in, by a report
  source text not null check (source in ('register', 'self', 'report')),
  -- place whose administrator keeps the entry; null for residents, so that no grant reaches them: only they themselves do
  office text collate "C",
  entered_at timestamptz not null,
  check ((id_token is null) = (id_sealed is null)),
  check ((office is null) = (source <> 'register'))
);
create index person_phone on people.person (phone, entered_at) where phone is not null;
create index person_id_token on people.person (id_token) where id_token is not null;
create index person_staff on people.person (name collate "C", id) where source = 'register';

create table people.organ (
  id uuid primary key,
  name_zh text not null,
  name_en text,
  kind text not null check (kind in ('department', 'command_room', 'command', 'village_committee', 'hotline', 'duty_holder', 'firm', 'social')),
  line text,
  place text collate "C" not null,
  credit_code text unique,
  entered_at timestamptz not null
);
create index organ_place on people.organ (place, id);

-- Owner's views: they answer past row-level security, for slices that read a person with a purpose that the road records.
create view people.pub_person as select id, name, phone, login, home_place from people.person;
create view people.pub_organ as select id, name_zh, name_en, kind, line, place from people.organ;

-- Whoever reports or signs in is looked up by phone past row-level security, since a stranger's scope reaches nobody.
-- With a name: that person on a shared phone. Without: a resident before staff, the oldest first.
create function people.find_or_add_resident(new_id uuid, by_phone text, by_name text, by_source text, at timestamptz) returns uuid
language plpgsql security definer set search_path = '' as $$
declare found_id uuid;
begin
  -- two first reports from one phone at the same instant are one person
  perform pg_advisory_xact_lock(hashtextextended('people.person ' || by_phone, 0));
  select p.id into found_id from people.person p
    where p.phone = by_phone and (by_name = '' or p.name = by_name or p.name = '')
    order by (p.name = by_name) desc, (p.source = 'register'), p.entered_at, p.id limit 1;
  if found_id is null then
    insert into people.person (id, name, phone, source, entered_at) values (new_id, by_name, by_phone, by_source, at);
    return new_id;
  end if;
  if by_name <> '' then update people.person p set name = by_name where p.id = found_id and p.name = ''; end if;
  return found_id;
end $$;
