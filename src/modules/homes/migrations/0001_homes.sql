-- why: dwelling, household, member over time: facts with a first and a last day, closed but never overwritten
create table homes.dwelling (
  id uuid primary key,
  place text collate "C" not null,
  address text not null,
  -- 门牌: what stands on the door, to tell one dwelling of an address from another
  door text,
  lon double precision,
  lat double precision,
  position_source text check (position_source in ('survey', 'phone', 'address', 'grid')),
  kind text not null check (kind in ('house', 'flat', 'dormitory', 'shop', 'workshop', 'public', 'other')),
  entry uuid not null,
  from_day date not null,
  until_day date check (until_day >= from_day),
  check ((lon is null) = (lat is null) and (lon is null) = (position_source is null))
);
create index dwelling_place on homes.dwelling (place, id);

-- 陈述 about a dwelling: what it was called or where it stood before
create table homes.statement (
  id uuid primary key,
  dwelling uuid not null references homes.dwelling,
  place text collate "C" not null,
  kind text not null check (kind in ('address', 'door', 'kind', 'position')),
  value jsonb,
  was jsonb,
  entry uuid not null,
  at timestamptz not null
);
create index statement_dwelling on homes.statement (dwelling, at);

-- 户: those who live together in one dwelling; when they move, another household names this one in `replaces`
create table homes.household (
  id uuid primary key,
  dwelling uuid not null references homes.dwelling,
  place text collate "C" not null,
  head uuid,
  entry uuid not null,
  from_day date not null,
  until_day date check (until_day >= from_day),
  replaces uuid references homes.household
);
create index household_place on homes.household (place, id);
create index household_dwelling on homes.household (dwelling);

-- Days are half open: a row whose last day is its first never was (an act that was undone).
create table homes.member (
  id uuid primary key,
  household uuid not null references homes.household,
  person uuid not null,
  place text collate "C" not null,
  relation text not null check (relation in ('head', 'spouse', 'child', 'child_in_law', 'grandchild', 'parent', 'parent_in_law',
    'grandparent', 'sibling', 'other_kin', 'lodger', 'worker', 'unknown')),
  -- 'away': belongs to the household and lives elsewhere for work or school
  residence text not null check (residence in ('own', 'rent', 'lodge', 'away')),
  entry uuid not null,
  from_day date not null,
  until_day date check (until_day >= from_day),
  why_ended text check (why_ended in ('moved', 'died', 'entered_wrongly', 'restated', 'arranged')),
  replaces uuid references homes.member,
  check ((until_day is null) = (why_ended is null))
);
create index member_household on homes.member (household);
create index member_person on homes.member (person);
create index member_place on homes.member (place, household);
-- nobody lives in two households on one day; one may belong to another household and be away from it
create unique index member_lives_once on homes.member (person) where until_day is null and residence <> 'away';

-- 单位 at a dwelling, over time
create table homes.premises (
  id uuid primary key,
  organ uuid not null,
  dwelling uuid not null references homes.dwelling,
  place text collate "C" not null,
  entry uuid not null,
  from_day date not null,
  until_day date check (until_day >= from_day)
);
create index premises_dwelling on homes.premises (dwelling);
create index premises_organ on homes.premises (organ);

-- 分户, 并户, 搬家: one act that closed rows and opened others, so that it can be undone
create table homes.act (
  id uuid primary key,
  kind text not null check (kind in ('split', 'merge', 'move')),
  household uuid not null references homes.household,
  other uuid not null references homes.household,
  place text collate "C" not null,
  entry uuid not null,
  day date not null,
  at timestamptz not null,
  closed uuid[] not null,
  opened uuid[] not null,
  -- of `household` before, to be put back
  head uuid,
  undone_at timestamptz,
  undone_entry uuid,
  check ((undone_at is null) = (undone_entry is null))
);
create index act_household on homes.act (household);
create index act_other on homes.act (other);

-- Owner's views: they answer past row-level security, for slices that read a home with a purpose that the road records.
create view homes.pub_dwelling as select id, place, address, door, lon, lat, kind, from_day, until_day from homes.dwelling;
create view homes.pub_household as select id, dwelling, place, head, from_day, until_day, entry from homes.household;
create view homes.pub_member as select id, household, person, place, relation, residence, from_day, until_day, entry from homes.member;
